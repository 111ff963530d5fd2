"""Counts what happened, by year and quarter. Each question groups in the database; no row becomes an object.

A count is a number in a cell: year, quarter (0 is the whole year), figure, division and the word of the house or the
id of a partij in that division. Nothing typed by hand is ever a word here, for the counts outlive the file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from zvh_desktop.database.vernietigen.wegdoen import Dossier
from zvh_desktop.models.cijfers.maten import Indeling, Maat, reden_van
from zvh_desktop.services.cijfers.woordenlijst import Woordenlijst
from zvh_desktop.services.werkplek.samen import leesbaar


class Cijfercel(NamedTuple):
    """Where a number stands."""

    jaar: int
    kwartaal: int
    maat: str
    indeling: str = Indeling.TOTAAL.value
    sleutel: str = ""


Telling = Counter[Cijfercel]


@dataclass(frozen=True, slots=True)
class Bereik:
    """What is counted: the years of a report, or one file."""

    van: int = 0
    tot: int = 9999
    dossier: Dossier | None = None

    def waarden(self) -> dict[str, object]:
        """For the questions. One file is named by its ids; the days of that are open."""
        een = self.dossier
        return {
            "van": f"{max(0, self.van - 1):04}-12-31",
            "tot": f"{self.tot:04}-12-31T",
            "casus": een.casus if een else None,
            "aanmelding": een.aanmelding if een else None,
            "alleen": json.dumps(een.alleen if een else ()),
        }


# A moment is kept in UTC. What is done in the night of the first day of a year is an hour late at most.
_TIJD: Final = "datetime({}, '+1 hour')"
_JAAR: Final = "CAST(substr({0}, 1, 4) AS INTEGER)"
_KWARTAAL: Final = "(CAST(substr({0}, 6, 2) AS INTEGER) + 2) / 3"
_CASUS: Final = (
    "SELECT {jaar}, {kwartaal}, c.aanpak, b.gemeente, c.aanmeldende_partij_id, {extra} AS extra, {hoeveel} "
    "FROM {bron} LEFT JOIN betrokkene b ON b.casus_id = c.id AND b.volgorde = 0 "
    "LEFT JOIN sluitreden r ON r.casus_id = c.id WHERE {waar} "
    "GROUP BY 1, 2, 3, 4, 5, 6"
)
_PUNT: Final = "agendapunt a JOIN overleg o ON o.id = a.overleg_id JOIN casus c ON c.id = a.casus_id"
_GEHOUDEN: Final = "o.status = 'gehouden' AND o.casuistiek AND o.datum BETWEEN :van AND :tot"
_ZONDER: Final = "a.uitkomst IN ('niet_behandeld', 'aangehouden')"
_TABELLEN: Final = ("sluitreden", "oordeel_verzoek", "oordeel", "verzoek", "deelname", "uitnodiging", "fasestap")
"""What is counted beside what is searched."""
_VERDEELD: Final[Mapping[Maat, tuple[Indeling, ...]]] = {
    Maat.INSTROOM: (Indeling.AANPAK, Indeling.GEMEENTE, Indeling.AANMELDER),
    Maat.BEHANDELD: (Indeling.AANPAK, Indeling.GEMEENTE, Indeling.AANMELDER),
    Maat.UITSTROOM: (Indeling.AANPAK, Indeling.GEMEENTE, Indeling.AANMELDER),
}


def tel(sessie: Session, woorden: Woordenlijst, bereik: Bereik) -> Telling:
    """Everything that is in the vault now."""
    uit: Telling = Counter()
    with leesbaar(sessie, *_TABELLEN) as leest:
        for deel in (_aangemeld, _stromen, _punten, _tafels, _oordelen, _verzoeken, _aanwezig, _antwoorden, _faseduur):
            for cel, aantal in deel(leest, woorden, bereik):
                if bereik.van <= cel.jaar <= bereik.tot:
                    uit[cel] += aantal
    return uit


def _vraag(sessie: Session, opdracht: str, bereik: Bereik) -> Iterator[tuple[int, ...]]:
    waarden = bereik.waarden()
    nodig = {naam: waarde for naam, waarde in waarden.items() if f":{naam}" in opdracht}
    yield from (tuple(rij) for rij in sessie.connection().execute(text(opdracht), nodig))


def _op(kolom: str) -> tuple[str, str]:
    return _JAAR.format(kolom), _KWARTAAL.format(kolom)


def _van_casus(bereik: Bereik, kolom: str = "c.id") -> str:
    return f" AND {kolom} = :casus" if bereik.dossier is not None else ""


def _in_beide(maat: Maat, jaar: int, kwartaal: int, aantal: int) -> Iterator[tuple[Cijfercel, int]]:
    yield Cijfercel(jaar, kwartaal, maat.value), aantal
    yield Cijfercel(jaar, 0, maat.value), aantal


def _verdeel(
    maat: Maat, woorden: Woordenlijst, jaar: int, rij: tuple[str, str, int], aantal: int
) -> Iterator[tuple[Cijfercel, int]]:
    """A casus in each of the divisions."""
    sleutels = {
        Indeling.AANPAK: woorden.aanpak(rij[0]),
        Indeling.GEMEENTE: woorden.gemeente(rij[1]),
        Indeling.AANMELDER: str(rij[2]),
    }
    for indeling in _VERDEELD[maat]:
        yield Cijfercel(jaar, 0, maat.value, indeling.value, sleutels[indeling]), aantal


def _aangemeld(sessie: Session, woorden: Woordenlijst, bereik: Bereik) -> Iterator[tuple[Cijfercel, int]]:
    jaar, kwartaal = _op("datum")
    een = " AND id = :aanmelding" if bereik.dossier is not None else ""
    opdracht = (
        f"SELECT {jaar}, {kwartaal}, count(*) FROM aanmelding WHERE datum BETWEEN :van AND :tot{een} GROUP BY 1, 2"  # noqa: S608
    )
    for j, k, aantal in _vraag(sessie, opdracht, bereik):
        yield from _in_beide(Maat.AANGEMELD, j, k, aantal)


def _stromen(sessie: Session, woorden: Woordenlijst, bereik: Bereik) -> Iterator[tuple[Cijfercel, int]]:
    for maat, kolom, extra in (
        (Maat.INSTROOM, "c.geopend_op", "''"),
        (Maat.UITSTROOM, "c.gesloten_op", "coalesce(r.reden, '')"),
    ):
        jaar, kwartaal = _op(kolom)
        waar = f"{kolom} BETWEEN :van AND :tot{_van_casus(bereik)}"
        opdracht = _CASUS.format(
            jaar=jaar, kwartaal=kwartaal, extra=extra, hoeveel="count(*)", bron="casus c", waar=waar
        )
        for j, k, aanpak, gemeente, partij, reden, aantal in _vraag(sessie, opdracht, bereik):
            yield from _in_beide(maat, j, k, aantal)
            yield from _verdeel(maat, woorden, j, (str(aanpak), str(gemeente or ""), partij), aantal)
            if maat is Maat.UITSTROOM:
                afloop, sleutel = woorden.reden(str(reden))
                yield Cijfercel(j, 0, maat.value, Indeling.AFLOOP.value, afloop), aantal
                yield Cijfercel(j, 0, maat.value, reden_van(afloop), sleutel), aantal


def _punten(sessie: Session, woorden: Woordenlijst, bereik: Bereik) -> Iterator[tuple[Cijfercel, int]]:
    jaar, kwartaal = _op("o.datum")
    waar = f"{_GEHOUDEN}{_van_casus(bereik)}"
    opdracht = f"SELECT {jaar}, {kwartaal}, {_ZONDER}, count(*) FROM {_PUNT} WHERE {waar} GROUP BY 1, 2, 3"  # noqa: S608
    for j, k, zonder, aantal in _vraag(sessie, opdracht, bereik):
        yield from _in_beide(Maat.NIET_BEHANDELD if zonder else Maat.BEHANDELINGEN, j, k, aantal)
    opdracht = _CASUS.format(
        jaar=jaar,
        kwartaal="0",
        extra="''",
        hoeveel="count(DISTINCT c.id)",
        bron=_PUNT,
        waar=f"{waar} AND NOT {_ZONDER}",
    )
    for j, _, aanpak, gemeente, partij, _, aantal in _vraag(sessie, opdracht, bereik):
        yield Cijfercel(j, 0, Maat.BEHANDELD.value), aantal
        yield from _verdeel(Maat.BEHANDELD, woorden, j, (str(aanpak), str(gemeente or ""), partij), aantal)


def _tafels(sessie: Session, woorden: Woordenlijst, bereik: Bereik) -> Iterator[tuple[Cijfercel, int]]:
    jaar, kwartaal = _op("o.datum")
    een = " AND o.id IN (SELECT value FROM json_each(:alleen))" if bereik.dossier is not None else ""
    opdracht = f"SELECT {jaar}, {kwartaal}, count(*) FROM overleg o WHERE {_GEHOUDEN}{een} GROUP BY 1, 2"  # noqa: S608
    for j, k, aantal in _vraag(sessie, opdracht, bereik):
        yield from _in_beide(Maat.TAFELS, j, k, aantal)


def _oordelen(sessie: Session, woorden: Woordenlijst, bereik: Bereik) -> Iterator[tuple[Cijfercel, int]]:
    for maat, tabel, kolom, extra in (
        (Maat.OORDEEL_GEVRAAGD, "oordeel_verzoek", "gevraagd_op", "''"),
        (Maat.OORDEEL_GEGEVEN, "oordeel", "gegeven_op", "uitkomst"),
    ):
        jaar, kwartaal = _op(_TIJD.format(kolom))
        opdracht = (
            f"SELECT {jaar}, {kwartaal}, {extra}, count(*) FROM {tabel} "  # noqa: S608
            f"WHERE {kolom} BETWEEN :van AND :tot{_van_casus(bereik, 'casus_id')} GROUP BY 1, 2, 3"
        )
        for j, k, uitkomst, aantal in _vraag(sessie, opdracht, bereik):
            yield from _in_beide(maat, j, k, aantal)
            if maat is Maat.OORDEEL_GEGEVEN:
                yield Cijfercel(j, 0, maat.value, Indeling.UITKOMST.value, str(uitkomst)), aantal


def _verzoeken(sessie: Session, woorden: Woordenlijst, bereik: Bereik) -> Iterator[tuple[Cijfercel, int]]:
    """What betrokkenen asked. Of one file all are counted too: a verzoek may be about several, and goes with the last.

    What a file takes along is the difference between before and after, and that is then exact.
    """
    jaar, kwartaal = _op("ontvangen_op")
    opdracht = (
        f"SELECT {jaar}, {kwartaal}, soort, count(*) FROM verzoek "  # noqa: S608
        "WHERE ontvangen_op BETWEEN :van AND :tot GROUP BY 1, 2, 3"
    )
    for j, k, soort, aantal in _vraag(sessie, opdracht, bereik):
        yield from _in_beide(Maat.VERZOEKEN, j, k, aantal)
        yield Cijfercel(j, 0, Maat.VERZOEKEN.value, Indeling.SOORT.value, str(soort)), aantal


def _aanwezig(sessie: Session, woorden: Woordenlijst, bereik: Bereik) -> Iterator[tuple[Cijfercel, int]]:
    """Per partij: how many seats, and at how many of them somebody sat."""
    jaar, _ = _op("o.datum")
    opdracht = (
        f"SELECT {jaar}, d.partij_id, d.aanwezigheid IN ('aanwezig', 'vertrokken'), count(*) "  # noqa: S608
        "FROM deelname d JOIN agendapunt a ON a.id = d.agendapunt_id JOIN overleg o ON o.id = a.overleg_id "
        f"WHERE {_GEHOUDEN} AND NOT d.vervallen AND d.aanwezigheid <> 'onbekend'{_van_casus(bereik, 'd.casus_id')} "
        "GROUP BY 1, 2, 3"
    )
    for j, partij, aanwezig, aantal in _vraag(sessie, opdracht, bereik):
        yield Cijfercel(j, 0, Maat.AANWEZIG.value, str(partij), "ja" if aanwezig else "nee"), aantal


def _antwoorden(sessie: Session, woorden: Woordenlijst, bereik: Bereik) -> Iterator[tuple[Cijfercel, int]]:
    """Per partij: after how many days it answered its uitnodiging."""
    jaar, _ = _op("o.datum")
    een = " AND u.overleg_id IN (SELECT value FROM json_each(:alleen))" if bereik.dossier is not None else ""
    opdracht = (
        f"SELECT {jaar}, u.partij_id, "  # noqa: S608
        "max(0, CAST(julianday(u.antwoord_op) - julianday(u.verzonden_op) AS INTEGER)), count(*) "
        "FROM uitnodiging u JOIN overleg o ON o.id = u.overleg_id "
        "WHERE u.antwoord <> 'geen' AND u.antwoord_op IS NOT NULL AND u.verzonden_op IS NOT NULL "
        f"AND {_GEHOUDEN}{een} GROUP BY 1, 2, 3"
    )
    for j, partij, dagen, aantal in _vraag(sessie, opdracht, bereik):
        yield Cijfercel(j, 0, Maat.ANTWOORD.value, str(partij), str(dagen)), aantal


def _faseduur(sessie: Session, woorden: Woordenlijst, bereik: Bereik) -> Iterator[tuple[Cijfercel, int]]:
    """How many weeks a casus was in a fase that ended, and from its opening to its end."""
    een = _van_casus(bereik)
    weken = "CAST((julianday({}) - julianday({})) / 7 AS INTEGER)"
    vorige = "lag(s.op, 1, c.geopend_op) OVER (PARTITION BY s.casus_id ORDER BY s.id)"
    laatste = "SELECT max(s.id) FROM fasestap s WHERE s.casus_id = c.id"
    opdrachten = (
        f"SELECT {_JAAR.format('op')}, van, {weken.format('op', 'sinds')}, count(*) FROM (SELECT s.op, s.van, "  # noqa: S608
        f"{vorige} AS sinds, lag(s.van, 1, '-') OVER (PARTITION BY s.casus_id ORDER BY s.id) AS eerder "
        f"FROM fasestap s JOIN casus c ON c.id = s.casus_id WHERE 1 = 1{een}) "
        "WHERE van <> '' AND eerder <> '' AND op BETWEEN :van AND :tot GROUP BY 1, 2, 3",
        f"SELECT {_JAAR.format('c.gesloten_op')}, c.fase, "  # noqa: S608
        f"{weken.format('c.gesloten_op', 'coalesce(l.op, c.geopend_op)')}, count(*) "
        f"FROM casus c LEFT JOIN fasestap l ON l.id = ({laatste}) "
        f"WHERE c.gesloten_op BETWEEN :van AND :tot AND coalesce(l.van, '-') <> ''{een} GROUP BY 1, 2, 3",
        f"SELECT {_JAAR.format('c.gesloten_op')}, '', {weken.format('c.gesloten_op', 'c.geopend_op')}, count(*) "  # noqa: S608
        f"FROM casus c WHERE c.gesloten_op BETWEEN :van AND :tot{een} GROUP BY 1, 2, 3",
    )
    for opdracht in opdrachten:
        for j, fase, duur, aantal in _vraag(sessie, opdracht, bereik):
            if not fase or woorden.kent_fase(str(fase)):
                yield Cijfercel(j, 0, Maat.FASEDUUR.value, str(fase), str(max(0, duur))), aantal
