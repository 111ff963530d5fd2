"""Kind 5: a beheerder holds the root key and makes a procesregisseur without a second, then lets the Politie back in.

Each sentence: for whom, and what he signs about it. The signatures are real and so are the certificates; nothing goes
through a service.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from aanval_toneel import BEHEER, Toneel
from factories import WACHTWOORD
from sqlalchemy import text
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ondertekening import Ondertekenaar, voeg_verklaring_toe
from zvh_desktop.database.keten.rollen import lid_van, teken_rollen
from zvh_desktop.database.keten.rolstand import (
    Lid,
    Roldoel,
    Rolfeit,
    inhoud_begin,
    inhoud_voorstel,
    lid_json,
)
from zvh_desktop.database.kluis import NieuweGebruiker, OpenKluis, open_kluis
from zvh_desktop.models.keuzes import Rol, VerklaringSoort

STROMAN = "stroman"
WIE = ("de beheerder zelf", "een nieuw account")
BEIDE = frozenset({Rol.BEHEERDER, Rol.PROCESREGISSEUR})
Teken = Callable[[Mapping[str, object]], int]


def _niets(_teken: Teken, _kluis: OpenKluis, _lid: Lid) -> None:
    """The certificate alone."""


def _alleen(teken: Teken, kluis: OpenKluis, lid: Lid) -> None:
    teken(_voorstel(Rolfeit.ALLEEN, kluis, lid))


def _zelf_bevestigd(teken: Teken, kluis: OpenKluis, lid: Lid) -> None:
    nummer = teken(_voorstel(Rolfeit.VOORSTEL, kluis, lid))
    teken({"wat": Rolfeit.BEVESTIGD.value, "voorstel": nummer})


def _voorstel_dat_wacht(teken: Teken, kluis: OpenKluis, lid: Lid) -> None:
    teken(_voorstel(Rolfeit.VOORSTEL, kluis, lid))


def _nieuw_begin(teken: Teken, kluis: OpenKluis, lid: Lid) -> None:
    teken(inhoud_begin((lid, *(lid_van(slot.certificaat) for slot in kluis.sleutelbestand.gebruikers))))


def _eerst_alleen_worden(teken: Teken, kluis: OpenKluis, lid: Lid) -> None:
    for ander in kluis.rolstand.leden.values():
        if ander.naam != kluis.gebruiker.naam:
            weg = Lid(ander.naam, ander.sleutel, frozenset())
            teken(inhoud_voorstel(Rolfeit.ALLEEN, Roldoel.VERWIJDERD, weg, ander.rollen, _tot(kluis)))
    teken(_voorstel(Rolfeit.ALLEEN, kluis, lid))


def _als_herstel(teken: Teken, _kluis: OpenKluis, lid: Lid) -> None:
    teken({"wat": Rolfeit.HERSTEL.value, **lid_json(lid)})


def _bevestigd_zonder_voorstel(teken: Teken, _kluis: OpenKluis, _lid: Lid) -> None:
    teken({"wat": Rolfeit.BEVESTIGD.value, "voorstel": 1})


def _met_gezien(teken: Teken, kluis: OpenKluis, lid: Lid) -> None:
    nummer = teken(_voorstel(Rolfeit.ALLEEN, kluis, lid))
    teken({"wat": Rolfeit.GEZIEN.value, "tot": nummer})


OVER_DE_ROL: dict[str, Callable[[Teken, OpenKluis, Lid], None]] = {
    "alleen een certificaat": _niets,
    "op een woord": _alleen,
    "zelf voorgesteld en bevestigd": _zelf_bevestigd,
    "voorgesteld en niet gewacht": _voorstel_dat_wacht,
    "een nieuw begin": _nieuw_begin,
    "de anderen eerst weg": _eerst_alleen_worden,
    "als herstel van sleutels": _als_herstel,
    "bevestigd zonder voorstel": _bevestigd_zonder_voorstel,
    "op een woord en zelf gezien": _met_gezien,
}


def rollen(doe_daarna: Callable[[Toneel], None]) -> Iterator[tuple[str, Callable[[Toneel], None]]]:
    """Every sentence; ``doe_daarna`` gives the seats back, as in every kind."""
    for wie, hoe in itertools.product(WIE, OVER_DE_ROL):

        def doe(toneel: Toneel, wie: str = wie, hoe: str = hoe) -> None:
            _maak_regisseur(toneel, wie, OVER_DE_ROL[hoe])
            doe_daarna(toneel)

        yield f"rol voor {wie}, {hoe}", doe


def _maak_regisseur(toneel: Toneel, wie: str, hoe: Callable[[Teken, OpenKluis, Lid], None]) -> None:
    naam = BEHEER if wie == WIE[0] else STROMAN
    with open_kluis(toneel.map, BEHEER, WACHTWOORD, klok=toneel.klok) as kluis:
        if naam == BEHEER:
            kluis.accounts.wijzig_rollen(BEHEER, BEIDE)
        else:
            kluis.accounts.voeg_toe(NieuweGebruiker(STROMAN, "S. Voorbeeld", BEIDE, WACHTWOORD))
        slot = kluis.sleutelbestand.slot(naam)
        assert slot is not None
        with kluis.sessies.begin() as sessie:

            def teken(inhoud: Mapping[str, object]) -> int:
                return teken_rollen(sessie, kluis.ondertekenaar, inhoud, toneel.klok().astimezone(UTC))

            hoe(teken, kluis, lid_van(slot.certificaat))
        if naam == BEHEER:
            _geef_oordeel(toneel, kluis.sessies(), kluis.ondertekenaar)
    if naam == STROMAN:
        with open_kluis(toneel.map, STROMAN, WACHTWOORD, klok=toneel.klok) as kluis:
            _geef_oordeel(toneel, kluis.sessies(), kluis.ondertekenaar)


def _geef_oordeel(toneel: Toneel, sessie: Session, wie: Ondertekenaar) -> None:
    kopie = (
        "INSERT INTO oordeel SELECT 900, casus_id, partij_id, :v, 'rechtmatig', grondslag, '', geldig_vanaf, NULL, "
        "gegeven_door, gegeven_op FROM oordeel WHERE uitkomst = 'rechtmatig' AND casus_id = :a AND partij_id = :p"
    )
    s = toneel.sjabloon
    with sessie, sessie.begin():
        tijd = toneel.klok().astimezone(UTC)
        gegeven = voeg_verklaring_toe(sessie, wie, VerklaringSoort.OORDEEL, s.positief, tijd)
        sessie.execute(text(kopie), {"v": gegeven.nummer, "a": s.a, "p": s.politie})


def _voorstel(feit: Rolfeit, kluis: OpenKluis, lid: Lid) -> Mapping[str, object]:
    nieuw = lid.naam not in kluis.rolstand.leden
    van = frozenset[Rol]() if nieuw else kluis.rolstand.leden[lid.naam].rollen
    return inhoud_voorstel(feit, Roldoel.NIEUW if nieuw else Roldoel.ROLLEN, lid, van, _tot(kluis))


def _tot(kluis: OpenKluis) -> datetime:
    return kluis._zitting.klok().astimezone(UTC) + timedelta(days=13)
