"""One vault to attack: at casus A the Politie was judged rechtmatig and withdrawn since; every attack wants it back.

Made once and copied for each attempt, together with what the procesregisseur remembered on this computer. The attacker
has the database key, as every user has, and the keys of an account that was removed and of a former procesregisseur.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from pathlib import Path

from factories import REGIE, WACHTWOORD, Bureau, ProefKlok, maak_sjabloon
from sqlalchemy import Connection, Engine, select, text

from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.controle import controleer
from zvh_desktop.database.keten.ondertekening import Ondertekenaar
from zvh_desktop.database.keten.rollen import lid_van, teken_begin, teken_rollen
from zvh_desktop.database.keten.rolstand import Roldoel, Rolfeit, inhoud_voorstel
from zvh_desktop.database.kluis import NieuweGebruiker, open_kluis
from zvh_desktop.database.sleutels.sleutelbestand import lees_sleutelbestand
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst, OverlegId, PoortStand, Rol
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.poort.poort import verklaring_inhoud

BEHEER = "beheer"
WEG, VROEGER = "oud-regie", "was-regie"
VROEGERE_KLAPPER = "van-vroeger"
GROND = "eigen wettelijke taak"


@dataclass(frozen=True)
class Sjabloon:
    """The closed vault, and what the attacker knows of it."""

    basis: Path
    sleutel: bytes
    database: str
    a: CasusId
    b: CasusId
    overleg: OverlegId
    politie: int
    oude_sleutels: dict[str, Ondertekenaar]
    positief: dict[str, object]
    dagen: int = 0
    """How many days later it is when the vault is attacked."""


class Toneel:
    """One attempt: a copy of the vault, open or closed."""

    def __init__(self, sjabloon: Sjabloon, kluismap: Path, klok: ProefKlok) -> None:
        self.sjabloon = sjabloon
        self.map = kluismap
        self.klok = klok
        self.bureau: Bureau | None = None

    def open(self) -> Bureau:
        """The procesregisseur opens it."""
        if self.bureau is None:
            self.bureau = Bureau(self.map, self.klok)
        return self.bureau

    @contextmanager
    def sql(self) -> Iterator[Connection]:
        """Plain SQL on a connection of the attacker's own, beside whoever has the vault open."""
        engine = self._engine()
        try:
            with engine.begin() as verbinding:
                verbinding.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                yield verbinding
        finally:
            engine.dispose()

    def _engine(self) -> Engine:
        engine = open_engine(self.map / self.sjabloon.database, self.sjabloon.sleutel)
        ruw = engine.raw_connection()
        ruw.cursor().execute("PRAGMA foreign_keys = OFF")
        ruw.close()
        return engine

    def staat_open(self) -> bool:
        """Whether the gate lets the Politie back in: at the table, on the sheet, or for something new."""
        bureau, s = self.open(), self.sjabloon
        dag = bureau.klok.over(21)
        blad = {regel.partij_id: regel.stand for regel in bureau.oordelen.blad(s.a, dag)}
        aan_tafel = bureau.aan_tafel(s.overleg).get(bureau.nummer(s.a), frozenset())
        return blad[s.politie] is PoortStand.RECHTMATIG or "Politie" in aan_tafel  # type: ignore[index]

    def reden(self) -> str:
        """What the sheet says about the Politie at casus A."""
        bureau = self.open()
        blad = bureau.oordelen.blad(self.sjabloon.a, bureau.klok.over(21))
        return next(regel.reden for regel in blad if regel.partij_id == self.sjabloon.politie)

    def gevonden(self) -> tuple[str, ...]:
        """What the check of Beheer finds."""
        bureau = self.open()
        return (*controleer(bureau.kluis), *ControleService(bureau.werkplek).vind())

    def sluit(self) -> None:
        """Close what is open."""
        if self.bureau is not None:
            self.bureau.sluit()


def maak(basis: Path) -> Sjabloon:
    """The vault, closed, with a user folder beside it in which the procesregisseur's state is remembered."""
    os.environ["ZVH_GEBRUIKERSMAP"] = str(basis / "gebruiker")
    klok = ProefKlok()
    # Not a practice vault: there a user is not told that nothing was remembered yet.
    kluismap = maak_sjabloon(basis / "proef.kluis", oefen=False)
    oude = _geef_en_neem(kluismap, klok)
    bureau = Bureau(kluismap, klok)
    a, b = bureau.casus(), bureau.casus()
    overleg = bureau.tafel()
    bureau.punt(overleg, a, "Politie", "OM")
    bureau.punt(overleg, b, "GGD", "Politie")
    _haal_weg(kluismap, bureau, klok)
    _bewaar_klapper(kluismap)
    bureau = Bureau(kluismap, klok)
    bureau.trek_in(a, "Politie")
    with bureau.kluis.lees_sessies() as sessie:
        politie = sessie.scalars(select(Partij).filter_by(kort="Politie")).one()
        positief = verklaring_inhoud(
            sessie.get_one(Casus, a),
            politie,
            uitkomst=OordeelUitkomst.RECHTMATIG.value,
            grondslag=GROND,
            motivering="",
            geldig_vanaf=klok.vandaag,
            geldig_tot=None,
        )
        politie_id = politie.id
    bureau.sluit()
    with open_kluis(kluismap, REGIE, WACHTWOORD, klok=klok) as kluis:
        kluis.stand.controleer_keten()  # seals what was verified when it closes
        sleutel, database = kluis.databasesleutel, kluis.databasepad.name
    return Sjabloon(basis, sleutel, database, a, b, overleg, politie_id, oude, positief)


@contextmanager
def poging(sjabloon: Sjabloon, map_: Path) -> Iterator[Toneel]:
    """A copy of its own for one attempt."""
    os.environ["ZVH_GEBRUIKERSMAP"] = str(map_ / "gebruiker")
    shutil.copytree(sjabloon.basis / "gebruiker", map_ / "gebruiker")
    for koffer in sjabloon.basis.glob("*.koffer"):
        shutil.copytree(koffer, map_ / koffer.name)
    klok = ProefKlok()
    if sjabloon.dagen:
        klok.verder(dagen=sjabloon.dagen)
    toneel = Toneel(sjabloon, Path(shutil.copytree(sjabloon.basis / "proef.kluis", map_ / "proef.kluis")), klok)
    try:
        yield toneel
    finally:
        toneel.sluit()


def _geef_en_neem(kluismap: Path, klok: ProefKlok) -> dict[str, Ondertekenaar]:
    """Two accounts with their keys, as whoever owned them would have kept them."""
    with open_kluis(kluismap, BEHEER, WACHTWOORD, klok=klok) as kluis:
        for naam in (WEG, VROEGER):
            nieuw = NieuweGebruiker(naam, f"O. {naam.title()}", frozenset({Rol.PROCESREGISSEUR}), WACHTWOORD)
            kluis.accounts.voeg_toe(nieuw)
    sleutels = {}
    for naam in (WEG, VROEGER):
        with open_kluis(kluismap, naam, WACHTWOORD, klok=klok) as kluis:
            eigen = kluis.ondertekenaar
            zaad = kluis._zitting.open_geheimen().zaad
            sleutels[naam] = Ondertekenaar(eigen.kluis_id, eigen.gebruiker, eigen.certificaat, zaad)
    return sleutels


def _haal_weg(kluismap: Path, bureau: Bureau, klok: ProefKlok) -> None:
    bureau.sluit()
    with open_kluis(kluismap, BEHEER, WACHTWOORD, klok=klok) as kluis:
        # As at every opening: from here on nobody gets a role of weight alone.
        certificaten = tuple(slot.certificaat for slot in kluis.sleutelbestand.gebruikers)
        with kluis.sessies.begin() as sessie:
            nu = klok().astimezone(UTC)
            teken_begin(sessie, kluis.ondertekenaar, certificaten, nu)
            # As the removal of an account is signed; nobody else has agreed with it yet.
            lid = lid_van(next(een for een in certificaten if een.naam == WEG))
            weg = replace(lid, rollen=frozenset())
            voorstel = inhoud_voorstel(Rolfeit.VOORSTEL, Roldoel.VERWIJDERD, weg, lid.rollen, nu + timedelta(days=13))
            teken_rollen(sessie, kluis.ondertekenaar, voorstel, nu)
        kluis.accounts.wijzig_rollen(VROEGER, frozenset({Rol.MEDEWERKER}))
        kluis.accounts.verwijder(WEG)


def _bewaar_klapper(kluismap: Path) -> None:
    """What the procesregisseur had verified before the withdrawal, as whoever shares the computer account kept it."""
    bestand = lees_sleutelbestand(kluismap)
    slot = bestand.slot(REGIE)
    assert slot is not None
    map_ = Path(os.environ["ZVH_GEBRUIKERSMAP"]) / "hoofden"
    naam = f"{bestand.kluis_id}-{slot.certificaat.sleutel[:16]}.klapper"
    shutil.copy(map_ / naam, map_ / VROEGERE_KLAPPER)


def zet_wachters_terug(verbinding: Connection, wachters: list[str]) -> None:
    """The triggers as they were, so that nothing shows in the schema."""
    for sql in wachters:
        verbinding.exec_driver_sql(sql)


def neem_wachters_weg(verbinding: Connection) -> list[str]:
    """Every trigger away; gives back how to make them again."""
    rijen = verbinding.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for naam, _ in rijen:
        verbinding.exec_driver_sql(f'DROP TRIGGER "{naam}"')
    return [sql for _, sql in rijen]
