"""The figures to calculate with: XLSX and CSV. A text is always a text, whatever it begins with."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Final

from zvh_desktop.documents.cijfers.gegevens import Cijferblad, Cijferrapport
from zvh_desktop.documents.rekenbladen.werkboek import nieuw_werkboek

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_FORMULE: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_NIET: Final = "–"
_KOLOMMEN: Final = ("Tabel", "Regel", "Tijdvak", "Aantal")


def bouw_xlsx(rapport: Cijferrapport) -> bytes:
    """One sheet a table, and one with the goals and what has to be known."""
    uit = BytesIO()
    with nieuw_werkboek(uit, f"Jaarcijfers {rapport.nu}", rapport.huis) as boek:
        vet = boek.add_format({"bold": True})
        for nummer, blad in enumerate(rapport.bladen, 1):
            _vul(boek.add_worksheet(f"Tabel {nummer}"), blad, rapport, vet)
        if rapport.doelen:
            lijst = boek.add_worksheet("Doelen")
            _schrijf(lijst, 0, ("Plan", "Doel", "Streven", "Stand", "Oordeel"), vet)
            for rij, doel in enumerate(rapport.doelen, 1):
                _schrijf(lijst, rij, (doel.plan, doel.tekst, doel.streeft_naar, doel.stand, doel.oordeel))
            lijst.set_column(0, 4, 28)
        uitleg = boek.add_worksheet("Toelichting")
        for rij, zin in enumerate((f"{rapport.huis}, {rapport.nu}", *rapport.opmerkingen)):
            uitleg.write_string(rij, 0, zin)
        uitleg.set_column(0, 0, 100)
    return uit.getvalue()


def _vul(vel: Worksheet, blad: Cijferblad, rapport: Cijferrapport, vet: object) -> None:
    vel.write_string(0, 0, blad.titel, vet)
    _schrijf(vel, 1, (blad.kop, rapport.nu, rapport.toen), vet)
    for rij, een in enumerate(blad.rijen, 2):
        vel.write_string(rij, 0, een.naam)
        for kolom, waarde in ((1, een.nu), (2, een.toen)):
            if waarde is None:
                vel.write_string(rij, kolom, _NIET)
            else:
                vel.write_number(rij, kolom, waarde)
    vel.set_column(0, 0, 52)
    vel.set_column(1, 2, 24)
    vel.freeze_panes(2, 1)


def _schrijf(vel: Worksheet, rij: int, teksten: tuple[str, ...], vorm: object = None) -> None:
    for kolom, tekst in enumerate(teksten):
        vel.write_string(rij, kolom, tekst, vorm)


def bouw_csv(rapport: Cijferrapport) -> bytes:
    """One number a line, as Excel in Dutch reads it: semicolons, and a mark that says it is UTF-8."""
    uit = StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(_KOLOMMEN)
    for blad in rapport.bladen:
        for rij in blad.rijen:
            for tijdvak, waarde in ((rapport.nu, rij.nu), (rapport.toen, rij.toen)):
                aantal = _NIET if waarde is None else str(waarde)
                schrijver.writerow([*map(zonder_formule, (blad.titel, rij.naam, tijdvak)), aantal])
    for doel in rapport.doelen:
        teksten = (f"Doel {doel.plan}", doel.tekst, doel.streeft_naar, doel.stand)
        schrijver.writerow([zonder_formule(tekst) for tekst in teksten])
    return b"\xef\xbb\xbf" + uit.getvalue().encode()


def zonder_formule(tekst: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{tekst}" if tekst.lstrip().startswith(_FORMULE) else tekst
