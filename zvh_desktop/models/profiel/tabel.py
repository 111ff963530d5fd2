"""Read typed values from parsed TOML and gather every finding, so that a house sees all mistakes at once.

Reading never stops at a mistake: a stand-in value is handed out and the finding is kept. Whoever reads must not use
the values when there are findings.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import TypeVar, cast

from zvh_desktop.errors import ProfielBevinding

_Keuze = TypeVar("_Keuze", bound=str)
_SLEUTEL = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_STUURTEKEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
LANGSTE_TEKST = 2_000


def toon(waarde: object) -> str:
    """What was found, short and in plain words; it never fails, whatever TOML can hold."""
    soort = "een tijd"
    match waarde:
        case bool():
            soort = "true" if waarde else "false"
        case int() | float():
            soort = f"het getal {waarde}" if abs(waarde) < 10**15 else "een zeer groot getal"
        case str():
            soort = f'"{_kort(waarde)}"' if waarde.strip() else "een lege tekst"
        case list():
            soort = f"een lijst van {len(waarde)}"
        case dict():
            soort = "een tabel"
        case date():
            soort = f"de datum {waarde.isoformat()}"
    return soort


def _kort(tekst: str) -> str:
    schoon = _STUURTEKEN.sub("\N{REPLACEMENT CHARACTER}", tekst)
    return schoon if len(schoon) <= 60 else schoon[:57] + "..."


class Bevindingen:
    """The findings in one profile, in the order of reading."""

    def __init__(self) -> None:
        self._alle: list[ProfielBevinding] = []

    def meld(self, plaats: str, gevonden: str, verwacht: str) -> None:
        self._alle.append(ProfielBevinding(plaats, gevonden, verwacht))

    def alle(self) -> tuple[ProfielBevinding, ...]:
        return tuple(self._alle)

    def __bool__(self) -> bool:
        return bool(self._alle)


class Tabel:
    """One TOML table. Each read marks its key as known; ``sluit`` reports the keys nobody asked for."""

    def __init__(self, waarden: Mapping[str, object], plaats: str, bevindingen: Bevindingen) -> None:
        self._waarden = waarden
        self._bekend: list[str] = []
        self._bevindingen = bevindingen
        self.plaats = plaats

    def pad(self, sleutel: str) -> str:
        return f"{self.plaats}.{sleutel}" if self.plaats else sleutel

    def heeft(self, sleutel: str) -> bool:
        self._merk(sleutel)
        return sleutel in self._waarden

    def tekst(self, sleutel: str, *, verplicht: bool = True, langste: int = LANGSTE_TEKST) -> str:
        """A text on one line. When not ``verplicht`` it may be missing or empty."""
        waarde = self._waarde(sleutel, "een tekst", verplicht=verplicht)
        return self._tekst(waarde, self.pad(sleutel), verplicht=verplicht, langste=langste)

    def tekst_of_niets(self, sleutel: str, *, langste: int = LANGSTE_TEKST) -> str:
        """A text that may be left out, but not left empty: who writes the key says what it is."""
        return self.tekst(sleutel, langste=langste) if self.heeft(sleutel) else ""

    def sleutel(self, sleutel: str) -> str:
        """A key: small letters, digits, hyphen and underscore."""
        tekst = self.tekst(sleutel)
        if tekst and not _SLEUTEL.fullmatch(tekst):
            self._bevindingen.meld(
                self.pad(sleutel), toon(tekst), "kleine letters, cijfers, - en _, hoogstens 40 tekens"
            )
        return tekst

    def teksten(self, sleutel: str, *, verplicht: bool = True, minstens: int = 0) -> tuple[str, ...]:
        """A list of different texts."""
        waarde = self._waarde(sleutel, "een lijst van teksten", verplicht=verplicht)
        if waarde is None:
            return ()
        if not isinstance(waarde, list):
            self._bevindingen.meld(self.pad(sleutel), toon(waarde), "een lijst van teksten")
            return ()
        teksten = [
            self._tekst(deel, f"{self.pad(sleutel)}[{nummer}]", verplicht=True, langste=LANGSTE_TEKST)
            for nummer, deel in enumerate(waarde, 1)
        ]
        self._meld_dubbel(sleutel, teksten)
        if len(waarde) < minstens:
            self._bevindingen.meld(self.pad(sleutel), toon(waarde), f"minstens {minstens}")
        return tuple(teksten)

    def ja_nee(self, sleutel: str, *, standaard: bool | None = None) -> bool:
        """true or false; required when there is no ``standaard``."""
        waarde = self._waarde(sleutel, "true of false", verplicht=standaard is None)
        if waarde is None:
            return bool(standaard)
        if not isinstance(waarde, bool):
            self._bevindingen.meld(self.pad(sleutel), toon(waarde), "true of false")
            return bool(standaard)
        return waarde

    def getal(self, sleutel: str, *, hoogstens: int, standaard: int = 0) -> int:
        """A whole number from 1 up; ``standaard`` when the key is missing."""
        waarde = self._waarde(sleutel, "een getal", verplicht=False)
        if waarde is None:
            return standaard
        if isinstance(waarde, bool) or not isinstance(waarde, int) or not 1 <= waarde <= hoogstens:
            self._bevindingen.meld(self.pad(sleutel), toon(waarde), f"een getal van 1 tot en met {hoogstens}")
            return standaard
        return waarde

    def datum(self, sleutel: str) -> date | None:
        """A date such as 2026-01-31, or None when the key is missing."""
        waarde = self._waarde(sleutel, "een datum", verplicht=False)
        if waarde is None:
            return None
        if isinstance(waarde, datetime) or not isinstance(waarde, date):
            self._bevindingen.meld(
                self.pad(sleutel), toon(waarde), "een datum zonder aanhalingstekens, zoals 2026-01-31"
            )
            return None
        return waarde

    def periode(self) -> tuple[date | None, date | None]:
        """geldig_van and geldig_tot, in that order of time."""
        van, tot = self.datum("geldig_van"), self.datum("geldig_tot")
        if van and tot and van > tot:
            self._bevindingen.meld(
                self.pad("geldig_tot"), toon(tot), f"een datum op of na geldig_van ({van.isoformat()})"
            )
        return van, tot

    def keuze(self, sleutel: str, keuzes: Collection[_Keuze], *, standaard: _Keuze | None = None) -> _Keuze:
        """One of a fixed set of words; required when there is no ``standaard``."""
        reserve = standaard if standaard is not None else next(iter(keuzes))
        verwacht = "een van: " + ", ".join(keuzes)
        waarde = self._waarde(sleutel, verwacht, verplicht=standaard is None)
        if waarde is None:
            return reserve
        gevonden = next((keuze for keuze in keuzes if isinstance(waarde, str) and keuze == waarde), None)
        if gevonden is None:
            self._bevindingen.meld(self.pad(sleutel), toon(waarde), verwacht)
            return reserve
        return gevonden

    def tabel(self, sleutel: str, *, verplicht: bool = True) -> Tabel:
        """A table; empty (but marked as read) when it is missing."""
        waarde = self._waarde(sleutel, f"een tabel [{self.pad(sleutel)}]", verplicht=verplicht)
        if waarde is not None and not isinstance(waarde, dict):
            self._bevindingen.meld(self.pad(sleutel), toon(waarde), f"een tabel [{self.pad(sleutel)}]")
            waarde = None
        return self._onder(waarde, self.pad(sleutel), leeg_gemeld=waarde is None)

    def tabellen(self, sleutel: str, *, minstens: int = 0) -> tuple[Tabel, ...]:
        """A list of tables, written with double brackets."""
        verwacht = f"tabellen [[{self.pad(sleutel)}]]"
        waarde = self._waarde(sleutel, verwacht, verplicht=minstens > 0)
        if waarde is None:
            return ()
        if not isinstance(waarde, list):
            self._bevindingen.meld(self.pad(sleutel), toon(waarde), verwacht)
            return ()
        if len(waarde) < minstens:
            self._bevindingen.meld(self.pad(sleutel), toon(waarde), f"minstens {minstens} {verwacht}")
        tabellen = []
        for nummer, deel in enumerate(waarde, 1):
            plaats = f"{self.pad(sleutel)}[{nummer}]"
            if isinstance(deel, dict):
                tabellen.append(self._onder(deel, plaats))
            else:
                self._bevindingen.meld(plaats, toon(deel), f"een tabel [[{self.pad(sleutel)}]]")
        return tuple(tabellen)

    def ruw(self, sleutel: str, verwacht: str) -> object | None:
        """A value as it stands, for a form that is read elsewhere; required."""
        return self._waarde(sleutel, verwacht, verplicht=True)

    def overige_sleutels(self) -> tuple[str, ...]:
        """Keys nobody has asked for yet."""
        return tuple(sleutel for sleutel in self._waarden if sleutel not in self._bekend)

    def sluit(self) -> None:
        """Report every key that means nothing here."""
        for sleutel in self.overige_sleutels():
            lijkt_op = difflib.get_close_matches(sleutel, self._bekend, n=1)
            verwacht = f'misschien "{lijkt_op[0]}"' if lijkt_op else "een van: " + ", ".join(self._bekend)
            self._bevindingen.meld(self.pad(_kort(sleutel)), "een onbekende sleutel", verwacht)

    def meld(self, sleutel: str, gevonden: str, verwacht: str) -> None:
        self._bevindingen.meld(self.pad(sleutel), gevonden, verwacht)

    def _onder(self, waarden: object, plaats: str, *, leeg_gemeld: bool = False) -> Tabel:
        # A missing table is one finding; its missing keys are not reported as well.
        bevindingen = Bevindingen() if leeg_gemeld else self._bevindingen
        return Tabel(cast("Mapping[str, object]", waarden or {}), plaats, bevindingen)

    def _merk(self, sleutel: str) -> None:
        if sleutel not in self._bekend:
            self._bekend.append(sleutel)

    def _waarde(self, sleutel: str, verwacht: str, *, verplicht: bool) -> object | None:
        self._merk(sleutel)
        waarde = self._waarden.get(sleutel)
        if waarde is None and verplicht:
            self._bevindingen.meld(self.pad(sleutel), "niets", verwacht)
        return waarde

    def _tekst(self, waarde: object, plaats: str, *, verplicht: bool, langste: int) -> str:
        if waarde is None:
            return ""
        if not isinstance(waarde, str):
            self._bevindingen.meld(plaats, toon(waarde), "een tekst tussen aanhalingstekens")
            return ""
        if _STUURTEKEN.search(waarde):
            self._bevindingen.meld(plaats, toon(waarde), "een tekst op een regel, zonder stuurtekens")
        if len(waarde) > langste:
            self._bevindingen.meld(plaats, f"{len(waarde)} tekens", f"hoogstens {langste} tekens")
        if verplicht and not waarde.strip():
            self._bevindingen.meld(plaats, toon(waarde), "een ingevulde tekst")
        return waarde.strip()

    def _meld_dubbel(self, sleutel: str, teksten: list[str]) -> None:
        for nummer, tekst in enumerate(teksten, 1):
            if tekst and tekst in teksten[: nummer - 1]:
                self._bevindingen.meld(f"{self.pad(sleutel)}[{nummer}]", toon(tekst), "elke tekst een keer")
