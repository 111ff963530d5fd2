"""The house profile in force, with every rule and its article, for every role; and a newer version from a file.

Only the beheerder takes a version into use. Every page holds words of the profile with which it was made, so the
window locks when that is done and comes back with the new words.
"""

from __future__ import annotations

import html

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QWidget

from zvh_desktop.errors import GebruikersFout, ProfielOngeldig
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.profielbestand import lees_profieltekst
from zvh_desktop.services.huis.profielen import ProfielVersieRegel, ProfielVoorbeeld
from zvh_desktop.services.huis.regels import HuisAfspraak, HuisOverzicht, beschrijf_huis
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.deel import LEESBREEDTE, BeheerDeel
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.velden.leestekst import Leestekst

PROFIEL_FILTER = "Huisprofielen (*.toml)"


class HuisprofielDeel(BeheerDeel):
    """A list to read and to copy from, and one button to take a newer version into use."""

    in_gebruik_genomen = Signal()
    """Another version is in force: what stands in the window is of the old one."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Huisprofiel",
            "De regels van het convenant van dit huis, zoals de applicatie ze toepast. Een nieuwere versie neemt de "
            "beheerder uit een bestand in gebruik; overleggen die zijn gehouden, houden hun woorden en artikelen.",
            diensten,
            gereedschap,
            ouder,
            rolt=False,
        )
        self.setObjectName("beheer_huisprofiel")
        self.lijst = Leestekst(self.vlak)
        self.lijst.setObjectName("huisprofiel_lijst")
        self.lijst.setAccessibleName("Huisprofiel en regels")
        self.lijst.setOpenLinks(False)
        self.lijst.setFrameShape(QFrame.Shape.NoFrame)
        self.lijst.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.lijst.setMaximumWidth(tekstbreedte(self, LEESBREEDTE + 24))
        self.lijst.setHtml(als_html(beschrijf_huis(diensten.profiel)))
        self.nieuw_knop = knop("profiel_nieuw_knop", "&Nieuwere versie in gebruik nemen…", self.vlak, Icoon.HUIS)
        self.inhoud.addLayout(self.rij(self.nieuw_knop))
        self.inhoud.addWidget(self.lijst, 1)
        self.nieuw_knop.clicked.connect(self.kies_nieuwe_versie)

    def eerste_focus(self) -> QWidget:
        return self.lijst

    def vernieuw(self) -> None:
        self.zet_recht(self.nieuw_knop, Recht.INSTELLINGEN_BEHEREN)
        plek = self.lijst.verticalScrollBar().value()
        self.lijst.setHtml(als_html(beschrijf_huis(self._diensten.profiel), self._diensten.profielen.versies()))
        self.lijst.verticalScrollBar().setValue(plek)

    def kies_nieuwe_versie(self) -> None:
        """Let the beheerder point at a profile, say what it would do, and take it into use."""
        bestand = self._gereedschap.melder.kies_bestand_open(self, "Huisprofiel kiezen", PROFIEL_FILTER)
        if bestand is None:
            return
        profielen = self._diensten.profielen
        try:
            tekst = lees_profieltekst(bestand)
            voorbeeld = profielen.bekijk(tekst, bestand.name)
            if voorbeeld.bezwaren:
                raise ProfielOngeldig(bestand.name, voorbeeld.bezwaren)
        except GebruikersFout as fout:
            self.toon_weigering(fout)
            return
        if not self._gereedschap.melder.bevestig(
            self, vraag_bij(voorbeeld), f"Neem versie {voorbeeld.versie} in gebruik"
        ):
            return
        if self.lukt(lambda: profielen.neem_in_gebruik(tekst, bestand.name)):
            self.in_gebruik_genomen.emit()


def vraag_bij(voorbeeld: ProfielVoorbeeld) -> str:
    """What is about to happen, before it does: it cannot be taken back."""
    return "\n\n".join(
        (
            f"{voorbeeld.naam}: versie {voorbeeld.versie} komt in de plaats van versie {voorbeeld.nu}.",
            *voorbeeld.gevolgen,
            "Overleggen die zijn gehouden of waarvan de agenda akkoord heeft, houden de versie van toen. U kunt niet "
            "terug naar een oude versie.",
            "Daarna vergrendelt de kluis. Meld u opnieuw aan om met de nieuwe versie te werken.",
        )
    )


def als_html(huis: HuisOverzicht, versies: tuple[ProfielVersieRegel, ...] = ()) -> str:
    """Facts, rules and versions as tables; every text of the profile is taken as plain text."""
    feiten = (
        ("Huis", huis.huis),
        ("Profiel", f"{huis.sleutel}, versie {huis.versie}"),
        ("Convenant", huis.convenant),
        ("Geldig", huis.geldig),
        ("Looptijd", huis.looptijd),
        ("Overleggen", ", ".join(huis.overleggen)),
        ("Eigen functies", ", ".join(huis.bijzondere_rollen)),
    )
    afspraken = [(afspraak.titel, _met_route(afspraak)) for afspraak in huis.afspraken]
    regels = [(regel.artikel or "geldt niet", regel.tekst) for regel in huis.regels]
    geschiedenis = [(f"Versie {regel.versie}", _over_versie(regel)) for regel in versies]
    return (
        f"<h3>Welk huis</h3>{_tabel([feit for feit in feiten if feit[1]])}"
        + (f"<h3>Versies in deze kluis</h3>{_tabel(geschiedenis)}" if geschiedenis else "")
        + f"<h3>Afspraken tussen partijen</h3>{_tabel(afspraken)}"
        + f"<h3>Regels en artikelen</h3>{_tabel(regels)}"
    )


def _met_route(afspraak: HuisAfspraak) -> str:
    if not afspraak.stappen:
        return afspraak.tekst
    return f"{afspraak.tekst} Volgorde: {', daarna '.join(afspraak.stappen)}."


def _over_versie(regel: ProfielVersieRegel) -> str:
    overleggen = "1 overleg" if regel.overleggen == 1 else f"{regel.overleggen} overleggen"
    nu = "; nu in gebruik" if regel.in_gebruik else ""
    return f"{regel.naam}, in gebruik genomen op {datum_kort(regel.in_gebruik_sinds)}, {overleggen}{nu}"


def _tabel(rijen: list[tuple[str, str]]) -> str:
    cellen = "".join(
        f'<tr><td width="24%"><b>{html.escape(links)}</b></td><td>{html.escape(rechts)}</td></tr>'
        for links, rechts in rijen
    )
    return f'<table width="100%" cellpadding="{RASTER // 2}">{cellen}</table>'
