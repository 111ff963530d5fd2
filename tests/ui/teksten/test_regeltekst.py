"""Whoever is refused can read the rule behind it: in a message, beside a field, and under the matrix."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, RegelEist, RegelGeweigerd
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, uit_bezwaar
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.teksten.regels import REGEL_VRAAG, regel_zin
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Thema
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulier

WEIGERING = RegelGeweigerd(
    "niet_openbaar", "art. 99.1", "Dat mag niet (art. 99.1).", advies="Doe iets anders.", regeltekst="Het is besloten."
)
ZIN = "De regel (art. 99.1): Het is besloten."


def test_zonder_regel_valt_er_niets_te_lezen() -> None:
    assert regel_zin(GebruikersFout("Mislukt.")) == regel_zin(InvoerOngeldig("naam", "Vul in.")) == ""
    assert regel_zin(WEIGERING) == ZIN


def test_huis_zonder_artikel_toont_de_regel_zonder_haakjes() -> None:
    assert regel_zin(RegelGeweigerd("x", "", "Nee.", regeltekst="Eigen regel.")) == "De regel: Eigen regel."


def test_eis_aan_een_veld_is_invoer_en_houdt_de_regel() -> None:
    fout = RegelEist("doel", WEIGERING)
    assert isinstance(fout, InvoerOngeldig)
    assert (fout.veld, fout.artikel, regel_zin(fout), str(fout)) == ("doel", "art. 99.1", ZIN, str(WEIGERING))


def test_statuslabel_toont_de_regel_na_een_klik_en_vergeet_hem_daarna(qtbot, thema: Thema) -> None:
    label = Statuslabel(Icoon.FOUT, "")
    qtbot.addWidget(label)
    label.laat_afbreken()
    label.zet_fout(GebruikersFout("Mislukt."))
    assert label.regel_knop is None
    label.zet_fout(WEIGERING)
    assert label.tekst() == str(WEIGERING)
    assert label.regel_knop.isVisibleTo(label)  # type: ignore[attr-defined]
    label.resize(480, 120)
    label.show()
    assert bevindingen(label) == []
    label.regel_knop.click()  # type: ignore[attr-defined]
    assert label.tekst().endswith(ZIN)
    assert label.accessibleName() == label.tekst()
    assert not label.regel_knop.isVisibleTo(label)  # type: ignore[attr-defined]
    label.zet(Icoon.INFO, "Opgeslagen")
    assert label.tekst() == "Opgeslagen"
    assert not label.regel_knop.isVisibleTo(label)  # type: ignore[attr-defined]


def test_formulier_biedt_de_regel_bij_het_veld(qtbot, thema: Thema) -> None:
    formulier = Formulier()
    qtbot.addWidget(formulier)
    formulier.voeg_toe("doel", "Doel", QLineEdit())
    assert formulier.toon_fout(RegelEist("doel", WEIGERING))
    label = formulier.findChild(Statuslabel)
    assert label.regel_knop.isVisibleTo(label)
    formulier.wis_fouten()
    assert not label.regel_knop.isVisibleTo(label)


def test_strook_onder_de_matrix_biedt_de_regel(qtbot, thema: Thema) -> None:
    strook = Uitlegstrook()
    qtbot.addWidget(strook)
    strook.toon_fout(WEIGERING, actie="&Vraag om een oordeel")
    strook.regel_knop.click()
    assert strook.tekst() == f"{WEIGERING}\n\n{ZIN}"
    assert strook.actie_knop.isVisibleTo(strook)
    strook.toon("Iets anders")
    assert not strook.regel_knop.isVisibleTo(strook)
    strook.toon_punten((Aandachtspunt("Een stoel kwam niet terug."), uit_bezwaar(WEIGERING)))
    strook.regel_knop.click()
    assert strook.tekst() == f"Een stoel kwam niet terug. {WEIGERING.gebeurd}\n\n{ZIN}"


@pytest.mark.parametrize("fout", [WEIGERING, GebruikersFout("Mislukt.", advies="Probeer het later.")])
def test_melding_biedt_de_regel_en_sluit_daarna(qtbot, thema: Thema, fout: GebruikersFout) -> None:
    gezien: list[tuple[str, list[str]]] = []

    def beantwoord() -> None:
        venster = QApplication.activeModalWidget()
        assert isinstance(venster, QDialog)
        knoppen = {knop.text(): knop for knop in venster.findChildren(QPushButton)}
        gezien.append((venster.property("informativeText"), sorted(knoppen)))
        if REGEL_VRAAG in knoppen:
            QTimer.singleShot(0, beantwoord)
            knoppen[REGEL_VRAAG].click()
        else:
            knoppen["Sluiten"].click()

    QTimer.singleShot(0, beantwoord)
    Meldingen().toon_fout(None, fout)
    if fout.regeltekst:
        assert gezien == [("Doe iets anders.", ["Sluiten", REGEL_VRAAG]), (f"Doe iets anders.\n\n{ZIN}", ["Sluiten"])]
    else:
        assert gezien == [("Probeer het later.", ["Sluiten"])]
