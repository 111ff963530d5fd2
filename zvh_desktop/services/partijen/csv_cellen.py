"""One cell of a list, as the register stores it; or why it cannot be read."""

from __future__ import annotations

import re
from datetime import date, timedelta

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.partijen.csv_koppen import KOP, kaal
from zvh_desktop.services.werkplek.invoer import MAX_TEKST, naamveld, regel, tekst, telefoonnummer, zonder_schema

_NAAMVELDEN = frozenset(
    {"partij", "kort", "groep", "contactpersoon", "voornaam", "tussenvoegsel", "achternaam", "functie"}
)
_BEDORVEN = re.compile(r"=.*|[+-]?[0-9]+([.,][0-9]+)?\s?[eE]\s?[+-]?[0-9]+|#[A-Z#].*|[0-9]{8,}[.,]0+|[1-9][0-9]{8}")
"""A number as a spreadsheet shows it (of many digits, with a zero behind the comma, without the zero it began with), a
formula, or what it shows where a number does not fit."""
_FOUT = re.compile(r"#(?:N/[AB]|[A-Z]+/0!|[A-Z]{3,9}[!?])")
"""As a spreadsheet shows what it cannot compute, in Dutch and in English: #N/B, #DEEL/0!, #VERW!, #NAME?."""
_EERSTE_DAG = date(1899, 12, 30)
"""From this day spreadsheets count; the numbers from 20000 up to 79999 are days of 1954 up to 2119."""
_JA = frozenset({"ja", "j", "yes", "y", "x", "1", "waar", "true"})
_NEE = frozenset({"nee", "n", "no", "0", "onwaar", "false"})


def is_rekenfout(cel: str) -> bool:
    """Whether it says that a spreadsheet could not compute it."""
    return _FOUT.fullmatch(cel.strip()) is not None


def schone_cel(veld: str, cel: str) -> str:
    """A cell as it is stored: one line, except for the remark. Raises InvoerOngeldig when a spreadsheet spoiled it."""
    if cel.lstrip().startswith(("='", '="')) or (veld in ("telefoon", "mobiel") and _BEDORVEN.fullmatch(cel.strip())):
        raise InvoerOngeldig(
            veld,
            f'Uw rekenprogramma heeft van {KOP[veld]} een getal of formule gemaakt: "{ingekort(cel.strip())}".',
            advies="Maak van die kolom tekst, vul het opnieuw in en sla de lijst weer op.",
        )
    if is_rekenfout(cel):
        raise InvoerOngeldig(
            veld,
            f'Bij {KOP[veld]} kon uw rekenprogramma niets uitrekenen: "{cel.strip()}".',
            advies="Vul in wat er hoort te staan, of maak de cel leeg, en sla de lijst weer op.",
        )
    if veld == "opmerking":
        return tekst(veld, cel).strip()
    if veld in ("telefoon", "mobiel"):
        return telefoonnummer(veld, cel)
    if veld == "contactpersoon" and cel.strip().isdecimal():
        raise InvoerOngeldig(veld, f'Bij {KOP[veld]} staat "{ingekort(cel.strip())}": dat is een getal en geen naam.')
    if veld == "email":  # judged as a whole where it is stored: nothing of it is taken away
        return zonder_schema(cel.strip())
    return naamveld(veld, cel, MAX_TEKST) if veld in _NAAMVELDEN else regel(veld, cel, MAX_TEKST)


def lees_datum(veld: str, cel: str) -> date:
    """8-12-2026, 08/12/2026, 2026-12-08, or the number that a spreadsheet keeps of a day. Raises InvoerOngeldig."""
    if re.fullmatch(r"[2-7][0-9]{4}(?:[.,][0-9]+)?", cel):
        return _EERSTE_DAG + timedelta(days=int(cel[:5]))
    # the form first: a number of thousands of digits is none, and cannot even be read
    if re.fullmatch(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}", cel):
        getallen = [int(deel) for deel in re.findall(r"[0-9]+", cel)]
        jaar, maand, dag = getallen if getallen[0] > 31 else getallen[::-1]
        try:
            if jaar >= 1900:
                return date(jaar, maand, dag)
        except ValueError:
            pass
    raise InvoerOngeldig(veld, f'"{ingekort(cel)}" is geen datum.', advies="Schrijf een datum als 8-12-2026.")


def lees_ja_nee(veld: str, cel: str) -> bool:
    """ja or nee, in the ways spreadsheets write it. Raises InvoerOngeldig."""
    if kaal(cel) in _JA:
        return True
    if kaal(cel) in _NEE:
        return False
    raise InvoerOngeldig(veld, f'Bij {KOP[veld]} staat "{ingekort(cel)}".', advies="Schrijf ja of nee.")


def lees_soort(cel: str, convenantpartij: str) -> PartijSoort:
    """The kind of partij, in the word of the house or in that of the application. Raises InvoerOngeldig."""
    namen = {kaal(soort.value): soort for soort in PartijSoort}
    soort = ({kaal(convenantpartij): PartijSoort.CONVENANTPARTIJ} | namen).get(kaal(cel))
    if soort is None:
        advies = f"Schrijf {convenantpartij}, deelnemer of derde."
        raise InvoerOngeldig("soort", f'"{ingekort(cel)}" is geen soort partij.', advies=advies)
    return soort


def ingekort(waarde: str) -> str:
    """As much of a cell as fits in a sentence."""
    return waarde if len(waarde) <= 80 else waarde[:79] + "…"


def verschillen(oud: object, nieuw: object, velden: tuple[str, ...], convenantpartij: str) -> list[str]:
    """'korte naam: GGZ wordt Zorg' for each of these fields that differs, in the words of the house."""
    waarden = [(KOP[veld], getattr(oud, veld), getattr(nieuw, veld)) for veld in velden]
    return [
        f"{kop}: {_toon(was, convenantpartij)} wordt {_toon(wordt, convenantpartij)}"
        for kop, was, wordt in waarden
        if was != wordt
    ]


def _toon(waarde: object, convenantpartij: str) -> str:
    if waarde is PartijSoort.CONVENANTPARTIJ:
        return convenantpartij
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return datum_kort(waarde)
    if isinstance(waarde, tuple):
        return ", ".join(map(str, waarde)) or "alle"
    return ingekort(str(waarde)) if waarde else "leeg"
