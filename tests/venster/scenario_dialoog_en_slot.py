"""Locking with a dialog open, and what one types after a dialog at the lock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import blik
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from toneel import BEHEERDER, MEDEWERKER, REGISSEUR, Toneel
from wachten import wacht_tot

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import KluisInGebruik
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.partijen.partijen import partij_invoer
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog


@dataclass(frozen=True)
class Geval:
    """A form dialog: on which page, which line of which list is chosen first, what opens it, and a field in it."""

    pagina: str
    knop: str
    veld: str
    lijst: str = ""


REGISSEUR_OPENT = (
    Geval("partijen_pagina", "partij_toevoegen_knop", "naam"),
    Geval("partijen_pagina", "partij_wijzigen_knop", "partijdialoog > naam", "partijen_tabel"),
    Geval("partijen_pagina", "contact_toevoegen_knop", "contactdialoog > naam", "partijen_tabel"),
    Geval("tafels_pagina", "tafel_plannen_knop", "plaats"),
    Geval("tafels_pagina", "tafel_wijzigen_knop", "plaats", "tafels_tabel"),
    Geval("overleggen_pagina", "overleg_plannen_knop", "plaats"),
    Geval("acties_pagina", "acties_wijzig_knop", "actiedialoog > omschrijving", "acties_tabel"),
)
BEHEERDER_OPENT = (Geval("beheer_pagina", "account_toevoegen_knop", "accountdialoog > weergavenaam"),)


def test_na_wachtwoord_vergeten_gaat_het_typen_naar_het_wachtwoord(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis())
    toneel.toets("ctrl+l")
    toneel.klik("herstel_knop")
    toneel.wacht_op("hersteldialoog")
    toneel.toets("Escape")
    toneel.wacht_weg("hersteldialoog")
    toneel.typ(REGISSEUR[1])
    toneel.wacht_op("open_knop", aan=True)
    assert toneel.zie("hersteldialoog") is None
    toneel.toets("Return")
    toneel.wacht_op("hoofdvenster")
    toneel.sluit_venster()
    assert programma.einde() == "0"


def test_elke_dialoog_komt_terug_na_het_slot(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis())
    for geval in REGISSEUR_OPENT:
        toneel.ga_naar(geval.pagina)
        if geval.lijst:
            toneel.klik_regel(geval.lijst, toneel.wacht_tot(blik.regels, geval.lijst)[0])
        _open_typ_en_vergrendel(toneel, geval, REGISSEUR)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def test_elke_dialoog_van_de_beheerder_komt_terug_na_het_slot(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), BEHEERDER)
    for geval in BEHEERDER_OPENT:
        toneel.ga_naar(geval.pagina)
        toneel.klik_regel("beheer_onderdelen", "Accounts")
        _open_typ_en_vergrendel(toneel, geval, BEHEERDER)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def test_wie_een_collega_op_dezelfde_schijf_liet_voorgaan_houdt_wat_die_bewaarde(toneel: Toneel) -> None:
    """The vault is free behind the lock: somebody on another computer opens it, saves, and closes it."""
    kluis = toneel.oefenkluis()
    programma = toneel.start_aangemeld(kluis)
    toneel.ga_naar("partijen_pagina")
    naam = toneel.wacht_tot(blik.regels, "partijen_tabel")[0]
    toneel.klik_regel("partijen_tabel", naam)
    toneel.klik("partij_wijzigen_knop")
    toneel.typ("Van hier.", op="partijdialoog > opmerking")
    toneel.toets("ctrl+l")
    toneel.wacht_op("open_knop")
    toneel.wacht_tot(blik.is_actief, "aanmeldvenster")
    wacht_tot(partial(zet_groep_elders, kluis, naam), "de kluis vrij")
    toneel.typ_aanmelding(*REGISSEUR)
    toneel.wacht_tot(staat_er, "partijdialoog > opmerking", "Van hier.")
    assert toneel.wacht_op("partijdialoog > groep").tekst == "Van daar"
    toneel.klik("dialoog_bewaar_knop")
    toneel.wacht_weg("partijdialoog")
    toneel.sluit_venster()
    assert programma.einde() == "0"


def _open_typ_en_vergrendel(toneel: Toneel, geval: Geval, wie: tuple[str, str]) -> None:
    """What was typed is there again, and typing goes on where the caret was: one letter from the end."""
    veld = geval.veld
    toneel.klik(geval.knop)
    toneel.wacht_tot(dialoog_in_beeld)
    toneel.typ("", op=veld)
    toneel.toets("End")
    stond = toneel.vraag(inhoud, veld)
    toneel.typ("half")
    toneel.toets("Left")
    toneel.wacht_tot(staat_er, veld, f"{stond}half")
    toneel.toets("ctrl+l")
    toneel.wacht_weg("hoofdvenster")
    assert not toneel.vraag(dialoog_in_beeld)
    toneel.typ_aanmelding(*wie)
    toneel.wacht_tot(dialoog_in_beeld, wat=f"{geval.knop}: de dialoog na het slot")
    toneel.wacht_tot(staat_er, veld, f"{stond}half")
    toneel.wacht_tot(blik.is_actief, veld)
    toneel.typ("x")
    toneel.wacht_tot(staat_er, veld, f"{stond}halxf")
    toneel.toets("Escape")
    if toneel.wacht_tot(gesloten_of_vraag) == "vraag":
        toneel.klik("=Weggooien")
    toneel.wacht_tot(geen_dialoog)


def zet_groep_elders(kluis: Path, naam: str) -> bool:
    """As on another computer; False as long as the program that locked has not let go of it."""
    try:
        open_ = open_kluis(kluis, *MEDEWERKER)
    except KluisInGebruik:
        return False
    with open_:
        partijen = bouw_diensten(open_).partijen
        [partij] = [een for een in partijen.lijst() if een.naam == naam]
        partijen.wijzig(partij.id, replace(partij_invoer(partij), groep="Van daar"))
    return True


def _vooraan() -> QWidget | None:
    return QApplication.activeModalWidget()


def dialoog_in_beeld() -> bool:
    """Whether a form is open."""
    return isinstance(_vooraan(), Invoerdialoog) or _is_formulier(_vooraan())


def _is_formulier(venster: QWidget | None) -> bool:
    return venster is not None and venster.objectName() == "tafeldialoog"


def geen_dialoog() -> bool:
    """Whether the main window stands alone."""
    return _vooraan() is None


def gesloten_of_vraag() -> str:
    """What Escape led to: the dialog is gone, or it asks whether what was typed may go."""
    if isinstance(_vooraan(), Bevestigingsdialoog):
        return "vraag"
    return "" if dialoog_in_beeld() else "gesloten"


def inhoud(doel: str) -> str:
    """What stands in a field."""
    veld = blik.zoek(doel)
    if isinstance(veld, QLineEdit):
        return veld.text()
    return veld.toPlainText() if isinstance(veld, QPlainTextEdit) else ""


def staat_er(doel: str, tekst: str) -> bool:
    """Whether exactly this stands in a field."""
    return blik.zoek(doel) is not None and inhoud(doel) == tekst
