"""Take a file out of the database, in the transaction of the caller: all of it, or the parts that may go.

The triggers that keep what was signed or sent as it is would refuse this. They are taken away and put back literally
within the same transaction, so nobody else ever sees the database without them, and a killed process leaves them.
What keeps the search index (``zoek_``) works on: it takes out what is removed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, TextClause, select, text, update
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ondertekening import uit_inhoud
from zvh_desktop.database.motor.motor import Weggaand, motor_van
from zvh_desktop.database.vernietigen.loten import (
    EIGEN_LOTEN,
    LEEG_TE_MAKEN,
    LOSSE_KEUZES,
    LOTEN,
    MET_BIJLAGE,
    Deel,
    Leegmaken,
    Lot,
    voor_een_server,
)
from zvh_desktop.database.vernietigen.namen import haal_namen_van_woordenlijst
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort

ALLES: Final = frozenset(lot.deel for lot in LOTEN)
"""Every part of a file; what has a term of its own is a piece of one of these."""
Voortgang = Callable[[int, int, str], None]
_ZONDER_BIJLAGE: Final = {"bijlage": None, "bijlage_naam": "", "bijlage_grootte": 0, "bijlage_pdf": False}
_IN_PLAATS_VAN_BIJLAGE: Final = "(bijlage vernietigd)"
_VAN_OVERLEG: Final = (VerklaringSoort.AGENDA_AKKOORD.value, VerklaringSoort.VERSLAG_VASTGESTELD.value)
_VAN_KOFFER: Final = (
    VerklaringSoort.KOFFER_UIT.value,
    VerklaringSoort.KOFFER_INGETROKKEN.value,
    VerklaringSoort.KOFFER_TERUG.value,
)
"""A koffer goes with its tafel; of a tafel that was about others too it stays, for it names nobody."""
# Literally the expressions of the indexes on verklaring (migrations 0002 and 0013), or they would not be used.
_OVER: Final = (
    "SELECT nummer, soort FROM verklaring "
    "WHERE CASE WHEN json_valid(inhoud) THEN json_extract(inhoud, '$.gegevens.{}') END = :waarde"
)
_VAN_VERZOEK: Final = (VerklaringSoort.VERZOEK.value, VerklaringSoort.BEPERKING.value)
_OVER_VERZOEK: Final = (
    f"SELECT nummer FROM verklaring WHERE soort IN {_VAN_VERZOEK} "  # noqa: S608
    "AND CASE WHEN json_valid(inhoud) THEN json_extract(inhoud, '$.gegevens.verzoek') END = :waarde"
)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One file: a casus with its aanmelding, or an aanmelding that never was a casus; or a verzoek by itself."""

    casus: int | None
    aanmelding: int | None
    alleen: tuple[int, ...] = ()
    """Overleggen that were about this casus and no other."""
    gedeeld: tuple[int, ...] = ()
    """Overleggen that were about others too: they stay, without this casus."""
    verzoek: int | None = None

    def waarden(self) -> dict[str, object]:
        """What the lots are filled in with; an id that is not there matches nothing."""
        return {
            "casus": self.casus,
            "aanmelding": self.aanmelding,
            "alleen": json.dumps(self.alleen),
            "gedeeld": json.dumps(self.gedeeld),
            "verzoek": self.verzoek,
        }


def dossier_van_casus(verbinding: Connection, casus_id: int) -> Dossier:
    """A casus with all that belongs to it."""
    aanmelding = verbinding.execute(text("SELECT aanmelding_id FROM casus WHERE id = :id"), {"id": casus_id}).scalar()
    rijen = verbinding.execute(
        text(
            "SELECT a.overleg_id, EXISTS (SELECT 1 FROM agendapunt b WHERE b.overleg_id = a.overleg_id "
            "AND b.casus_id IS NOT NULL AND b.casus_id <> :id) "
            # An overleg that settled the verslag of this one points at it, and is signed so.
            "OR EXISTS (SELECT 1 FROM agendapunt v WHERE v.verslag_van_id = a.overleg_id) "
            "FROM agendapunt a WHERE a.casus_id = :id "
            "ORDER BY a.overleg_id"
        ),
        {"id": casus_id},
    ).all()
    return Dossier(
        casus_id,
        aanmelding,
        tuple(overleg for overleg, anderen in rijen if not anderen),
        tuple(overleg for overleg, anderen in rijen if anderen),
    )


def in_sql(verbinding: Connection, opdracht: str) -> TextClause:
    """A statement over the rows of a lot, in the words of this engine."""
    if motor_van(verbinding).leest_teksten:
        return text(opdracht)
    for naam in ("alleen", "gedeeld"):
        opdracht = opdracht.replace(
            f"(SELECT value FROM json_each(:{naam}))",  # noqa: S608
            f"(SELECT value::bigint FROM json_array_elements_text(CAST(:{naam} AS json)))",  # noqa: S608
        )
    return text(voor_een_server(opdracht))


def tel(verbinding: Connection, dossier: Dossier, delen: frozenset[Deel] = ALLES) -> Mapping[Lot, int]:
    """How many rows of each kind would go."""
    return {
        lot: verbinding.execute(
            in_sql(verbinding, f"SELECT count(*) FROM {_tabel(lot)} WHERE {lot.waar}"),  # noqa: S608
            waarden,
        ).scalar_one()
        for waarden in (dossier.waarden(),)
        for lot in _van(delen)
    }


def doe_weg(
    verbinding: Connection,
    dossier: Dossier,
    delen: frozenset[Deel] = ALLES,
    voortgang: Voortgang | None = None,
) -> Mapping[Lot, int]:
    """Take the rows of these parts away; how many of each kind. Call it within ``zonder_wachters``."""
    # Rows refer to each other both ways; whether all is right again is asked when the transaction ends.
    motor_van(verbinding).stel_uit(verbinding)
    waarden = dossier.waarden()
    if Deel.WERK in delen:
        for leeg in LEEG_TE_MAKEN:
            _maak_leeg(verbinding, leeg, waarden)
        if Deel.KERN not in delen:
            verbinding.execute(
                text(
                    "UPDATE afschaling_besluit SET besluit_id = NULL "
                    "WHERE afschaling_id IN (SELECT id FROM afschaling WHERE casus_id = :casus)"
                ),
                waarden,
            )
    if Deel.BIJLAGEN in delen:
        _haal_bijlagen_weg(verbinding, waarden)
    if Deel.AANMELDING in delen and Deel.KERN not in delen:
        verbinding.execute(text("UPDATE casus SET aanmelding_id = NULL WHERE id = :casus"), waarden)
        # Who was taken over from the aanmelding into the casus is of the casus now.
        verbinding.execute(text("UPDATE betrokkene SET aanmelding_id = NULL WHERE casus_id = :casus"), waarden)
    weg: dict[Lot, int] = {}
    loten = _van(delen)
    haal_namen_van_woordenlijst(verbinding, loten, waarden)
    for nummer, lot in enumerate(loten):
        if voortgang is not None:
            voortgang(nummer, len(loten), "De gegevens worden verwijderd")
        weg[lot] = verbinding.execute(
            in_sql(verbinding, f"DELETE FROM {_tabel(lot)} WHERE {lot.waar}"),  # noqa: S608
            waarden,
        ).rowcount
    return weg


def _maak_leeg(verbinding: Connection, leeg: Leegmaken, waarden: Mapping[str, object]) -> None:
    """Row by row: what is written on a server is encrypted for its row."""
    tabel: Any = leeg.rij.__table__
    vraag = select(tabel.c.id).where(in_sql(verbinding, leeg.waar))
    for nummer in verbinding.execute(vraag, dict(waarden)).scalars().all():
        verbinding.execute(update(tabel).where(tabel.c.id == nummer).values({leeg.kolom: leeg.waarde}))


def _haal_bijlagen_weg(verbinding: Connection, waarden: Mapping[str, object]) -> None:
    tabel: Any = InformatieItem.__table__
    for nummer, tekst in verbinding.execute(
        select(tabel.c.id, tabel.c.tekst).where(text(MET_BIJLAGE)), dict(waarden)
    ).all():
        anders = {**_ZONDER_BIJLAGE, **({} if tekst else {"tekst": _IN_PLAATS_VAN_BIJLAGE})}
        verbinding.execute(update(tabel).where(tabel.c.id == nummer).values(anders))


def verklaringen_over(sessie: Session, dossier: Dossier, delen: frozenset[Deel] = ALLES) -> frozenset[int]:
    """The statements whose content is about what goes: of the casus, and of every overleg that it was in."""
    verbinding, gevonden = sessie.connection(), set[int]()
    if not motor_van(verbinding).leest_teksten:
        return frozenset(_gelezen_over(verbinding, dossier, delen))
    if dossier.casus is not None:
        for nummer, soort in verbinding.execute(text(_OVER.format("casus")), {"waarde": dossier.casus}):
            if Deel.KERN in delen or (Deel.WERK in delen and soort not in _VAN_KERN):
                gevonden.add(nummer)
    if Deel.WERK in delen:
        for overleg in (*dossier.alleen, *dossier.gedeeld):
            for nummer, soort in verbinding.execute(text(_OVER.format("overleg")), {"waarde": overleg}):
                if soort in _VAN_OVERLEG or (soort in _VAN_KOFFER and overleg in dossier.alleen):
                    gevonden.add(nummer)
    if Deel.VERZOEK in delen:
        gevonden.update(verbinding.execute(text(_OVER_VERZOEK), {"waarde": dossier.verzoek}).scalars())
    return frozenset(gevonden)


def _gelezen_over(verbinding: Connection, dossier: Dossier, delen: frozenset[Deel]) -> Iterator[int]:
    """The same where a server cannot read what was signed: every statement is opened here."""
    tabel: Any = Verklaring.__table__
    vraag = select(tabel.c.nummer, tabel.c.soort, tabel.c.inhoud).where(tabel.c.inhoud.is_not(None))
    for nummer, soort, inhoud in verbinding.execute(vraag).all():
        casus, overleg = uit_inhoud(inhoud, "casus"), uit_inhoud(inhoud, "overleg")
        van_casus = dossier.casus is not None and casus == dossier.casus
        van_overleg = (soort in _VAN_OVERLEG and overleg in (*dossier.alleen, *dossier.gedeeld)) or (
            soort in _VAN_KOFFER and overleg in dossier.alleen
        )
        van_verzoek = soort in _VAN_VERZOEK and uit_inhoud(inhoud, "verzoek") == dossier.verzoek
        if (
            (van_casus and Deel.KERN in delen)
            or (Deel.WERK in delen and (van_overleg or (van_casus and soort not in _VAN_KERN)))
            or (Deel.VERZOEK in delen and van_verzoek)
        ):
            yield nummer


def losse_keuzes(sessie: Session, dossier: Dossier, delen: frozenset[Deel] = ALLES) -> frozenset[int]:
    """The statements about choices of no casus that go along: nothing by which a file is known again."""
    verbinding, waarden = sessie.connection(), dossier.waarden()
    keuzes: set[int] = set()
    for lot in (een for een in LOSSE_KEUZES if een.deel in delen):
        vraag = in_sql(verbinding, f"SELECT id FROM {_tabel(lot)} WHERE {lot.waar}")  # noqa: S608
        keuzes.update(verbinding.execute(vraag, waarden).scalars())
    if not keuzes:
        return frozenset()
    tabel: Any = Verklaring.__table__
    ondertekend = select(tabel.c.nummer, tabel.c.inhoud).where(
        tabel.c.soort == VerklaringSoort.LEKKEUZE, tabel.c.inhoud.is_not(None)
    )
    return frozenset(
        nummer for nummer, inhoud in verbinding.execute(ondertekend) if uit_inhoud(inhoud, "lekkeuze") in keuzes
    )


def zonder_wachters(
    verbinding: Connection, dossier: Dossier, delen: frozenset[Deel] = ALLES
) -> AbstractContextManager[None]:
    """Within this what keeps rows as they are lets those of this file go; afterwards it is as it was."""
    weg = Weggaand(dossier.casus, dossier.aanmelding, dossier.verzoek, tuple(sorted(delen)))
    return motor_van(verbinding).laat_gaan(verbinding, weg)


_VAN_KERN: Final = (
    VerklaringSoort.AFSCHALING.value,
    VerklaringSoort.EINDE.value,
    VerklaringSoort.VERLENGING.value,
    VerklaringSoort.VERNIETIGVOORSTEL.value,
    VerklaringSoort.VOORSTEL_INGETROKKEN.value,
)


def _van(delen: Iterable[Deel]) -> tuple[Lot, ...]:
    return tuple(lot for lot in (*LOTEN, *EIGEN_LOTEN) if lot.deel in delen)


def _tabel(lot: Lot) -> str:
    return str(lot.rij.__tablename__)
