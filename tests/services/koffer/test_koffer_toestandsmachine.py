"""An office and its koffers under any order of acts: out, worked in, back, lost, late, twice, two at once.

What was done is kept here by a word of its own, without the code of the services. No word is lost or doubled, no
oordeel that the office withdrew counts on after a return, and no word of another casus is ever in a koffer.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import ClassVar

import pytest
from factories import REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from kofferhulp import in_orde
from sqlalchemy import text

from zvh_desktop.database.bestand.engine import ruwe_verbinding
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import KofferFout, Uitgeleend
from zvh_desktop.models.keuzen.kofferkeuzes import KofferId
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, OordeelUitkomst, OverlegId, PoortStand
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.koffer.gegevens import KofferVraag
from zvh_desktop.services.koffer.inleveren import InleverService
from zvh_desktop.services.koffer.koffers import KofferService
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer

DAGEN = 3
welke = st.integers(0, 1)
partijen = st.sampled_from(("Politie", "OM", "RvdK"))


@dataclass
class Tafel:
    """One overleg with one casus, and what was written there: on the road by koffer, and in the office."""

    overleg: OverlegId
    punt: AgendapuntId
    casus: CasusId
    merk: str
    uit: Uit | None = None
    kwijt: list[Uit] = field(default_factory=list)
    dicht: set[str] = field(default_factory=set)
    """Partijen that the office withdrew while a koffer was out, and did not judge again."""
    woorden: set[str] = field(default_factory=set)
    """Every word that has to be in the office, at its place or kept beside it."""


@dataclass
class Uit:
    """One koffer: where it is, until when, and what was written in it."""

    id: KofferId
    map: Path
    tot: int
    tafels: tuple[Tafel, ...]
    """One, or both of a day."""
    woorden: set[str] = field(default_factory=set)

    def geeft_terug(self) -> None:
        """What was written in it is of the office now."""
        for tafel in self.tafels:
            tafel.woorden |= {woord for woord in self.woorden if woord.startswith(tafel.merk)}


class KofferMachine(RuleBasedStateMachine):
    """Two tafels that can travel, each with a casus of its own."""

    sjabloon: ClassVar[Path]
    plek: ClassVar[Path]
    omgeving: ClassVar[pytest.MonkeyPatch]
    nummers: ClassVar[count[int]] = count()

    @initialize()
    def begin(self) -> None:
        self.map = self.plek / f"{next(self.nummers)}"
        self.map.mkdir()
        self.omgeving.setenv("ZVH_GEBRUIKERSMAP", str(self.map / "gebruiker"))
        self.klok = ProefKlok()
        self.bureau = Bureau(kopieer(self.sjabloon, self.map / "proef.kluis"), self.klok)
        self.dag = 0
        self.woord = count()
        b = self.bureau
        b.alsof_bevestigd()
        rijen = [
            (b.waarde("SELECT id FROM overleg ORDER BY id LIMIT 1 OFFSET :n", n=n), merk)
            for n, merk in enumerate(("Aqxwvu", "Byqxwz"))
        ]
        self.tafels = [self._tafel(OverlegId(overleg), merk) for overleg, merk in rijen]

    def teardown(self) -> None:
        if hasattr(self, "bureau"):
            self.klopt()
            assert in_orde(self.bureau)
            self.bureau.sluit()
            shutil.rmtree(self.map)

    def _tafel(self, overleg: OverlegId, merk: str) -> Tafel:
        punt = self.bureau.agenda.toon(overleg).punten[0]
        assert punt.casus_id is not None
        return Tafel(overleg, punt.id, punt.casus_id, merk)

    @property
    def koffers(self) -> KofferService:
        self.bureau.alsof_bevestigd()
        return KofferService(self.bureau.werkplek)

    @property
    def terug(self) -> InleverService:
        self.bureau.alsof_bevestigd()
        return InleverService(self.bureau.werkplek)

    # --- acts -------------------------------------------------------------------------------------

    @rule(n=welke, hele_dag=st.booleans())
    def geef_uit(self, n: int, hele_dag: bool) -> None:
        mee = (self.tafels[n], *([self.tafels[1 - n]] if hele_dag else []))
        map_ = self.map / f"{next(self.nummers)}.koffer"
        ook = tuple(tafel.overleg for tafel in mee[1:])
        vraag = KofferVraag(mee[0].overleg, REGIE, self.klok.over(DAGEN), ook=ook)
        if any(tafel.uit is not None for tafel in mee):
            with pytest.raises(KofferFout):
                self.koffers.geef_uit(vraag, map_)
            return
        beeld = self.koffers.geef_uit(vraag, map_)
        uit = Uit(beeld.id, map_, self.dag + DAGEN, mee)
        for tafel in mee:
            tafel.uit = uit
        if not hele_dag:
            self._zonder_de_ander(uit, self.tafels[1 - n])

    def _zonder_de_ander(self, uit: Uit, ander: Tafel) -> None:
        """Every page decrypted: no word of the other tafel or its casus is in it."""
        leesbaar = self.map / "leesbaar.sqlite"
        with (
            open_kluis(uit.map, REGIE, WACHTWOORD, klok=self.klok) as kluis,
            ruwe_verbinding(kluis.databasepad, kluis.databasesleutel) as verbinding,
        ):
            aanwijzer = verbinding.cursor()
            aanwijzer.execute("ATTACH DATABASE ? AS leesbaar KEY ''", (str(leesbaar),))
            aanwijzer.execute("SELECT sqlcipher_export('leesbaar')")
            aanwijzer.execute("DETACH DATABASE leesbaar")
        assert ander.merk.lower().encode() not in leesbaar.read_bytes().lower()
        leesbaar.unlink()

    @rule(n=welke, verloren=st.booleans(), oordeel=st.one_of(st.none(), partijen), positief=st.booleans())
    def werk_onderweg(self, n: int, verloren: bool, oordeel: str | None, positief: bool) -> None:
        tafel = self.tafels[n]
        uit = tafel.kwijt[-1] if verloren and tafel.kwijt else tafel.uit
        if uit is None:
            return
        if self.dag > uit.tot:
            with open_kluis(uit.map, REGIE, WACHTWOORD, klok=self.klok) as kluis, pytest.raises(KofferFout):
                bouw_diensten(kluis, self.klok)
            return
        with open_kluis(uit.map, REGIE, WACHTWOORD, klok=self.klok) as kluis:
            diensten = bouw_diensten(kluis, self.klok)
            diensten.bevestig(WACHTWOORD)
            diensten.verslagen.start_punt(tafel.punt, andere_dag=True)
            if oordeel is not None:
                uitkomst = OordeelUitkomst.RECHTMATIG if positief else OordeelUitkomst.NIET_RECHTMATIG
                diensten.oordelen.geef(
                    tafel.casus, [OordeelInvoer(self.bureau.partij(oordeel), uitkomst, "grond", "onderweg")]
                )
            besluit, actie = self._woord(tafel), self._woord(tafel)
            soort = self.bureau.profiel.besluiten[0].sleutel
            diensten.verslagen.voeg_besluit_toe(tafel.punt, BesluitInvoer(soort, besluit))
            diensten.acties.voeg_toe_bij_casus(tafel.casus, ActieInvoer(actie, self.bureau.partij("GGD")))
            uit.woorden |= {besluit, actie}

    @rule(n=welke)
    def werk_op_kantoor(self, n: int) -> None:
        tafel, b = self.tafels[n], self.bureau
        besluit = BesluitInvoer(b.profiel.besluiten[0].sleutel, self._woord(tafel))
        if tafel.uit is not None:
            with pytest.raises(Uitgeleend):
                b.verslagen.voeg_besluit_toe(tafel.punt, besluit)
            return
        b.verslagen.start_punt(tafel.punt, andere_dag=True)
        b.verslagen.voeg_besluit_toe(tafel.punt, besluit)
        tafel.woorden.add(besluit.omschrijving)

    @rule(n=welke, kort=partijen)
    def trek_op_kantoor_in(self, n: int, kort: str) -> None:
        tafel = self.tafels[n]
        if self._stand(tafel, kort) is PoortStand.RECHTMATIG:
            self.bureau.trek_in(tafel.casus, kort)
            if tafel.uit is not None or tafel.kwijt:
                tafel.dicht.add(kort)

    @rule(n=welke, kort=partijen)
    def oordeel_op_kantoor(self, n: int, kort: str) -> None:
        tafel = self.tafels[n]
        if tafel.uit is not None:
            with pytest.raises(Uitgeleend):
                self.bureau.oordeel(tafel.casus, kort)
            return
        self.bureau.oordeel(tafel.casus, kort)
        tafel.dicht.discard(kort)

    @precondition(lambda self: any(tafel.uit for tafel in self.tafels))
    @rule(n=welke)
    def raakt_kwijt(self, n: int) -> None:
        tafel = self.tafels[n]
        if tafel.uit is not None:
            kwijt = tafel.uit
            self.koffers.trek_in(kwijt.id, "kwijt")
            for een in kwijt.tafels:
                een.kwijt.append(kwijt)
                een.uit = None

    @rule(n=welke, nog_eens=st.booleans())
    def komt_terug(self, n: int, nog_eens: bool) -> None:
        tafel = self.tafels[n]
        uit = tafel.uit
        if uit is not None:
            kopie = Path(shutil.copytree(uit.map, self.map / f"{next(self.nummers)}.koffer"))
            self.terug.lever_in(uit.map)
            uit.geeft_terug()
            for een in uit.tafels:
                een.uit = None
            if nog_eens:
                with pytest.raises(KofferFout, match="al ingeleverd"):
                    self.terug.lever_in(kopie)
            shutil.rmtree(kopie)
            self.klopt()

    @rule(n=welke, alles=st.booleans())
    def komt_terecht(self, n: int, alles: bool) -> None:
        tafel = self.tafels[n]
        if not tafel.kwijt:
            return
        uit = tafel.kwijt[0]
        if any(een.uit is not None for een in uit.tafels):
            with pytest.raises(KofferFout, match="opnieuw uitgeleend"):
                self.terug.lever_in(uit.map)
            return
        punten = self.terug.bekijk(uit.map).punten
        gekozen = frozenset(punt for punt in punten if alles or punt.voorgesteld)
        self.terug.lever_in(uit.map, gekozen)
        uit.geeft_terug()
        for een in uit.tafels:
            een.kwijt.remove(uit)
        self.klopt()

    @rule(dagen=st.integers(1, 2))
    def tijd_gaat_voorbij(self, dagen: int) -> None:
        self.klok.verder(dagen=dagen)
        self.dag += dagen

    # --- what always holds ------------------------------------------------------------------------

    def klopt(self) -> None:
        for tafel in self.tafels:
            waar = self._waar(tafel)
            assert sorted(waar) == sorted(tafel.woorden), "each once: at its place, or kept beside it"
            for kort in tafel.dicht:
                assert self._stand(tafel, kort) is not PoortStand.RECHTMATIG, kort

    def _waar(self, tafel: Tafel) -> list[str]:
        vraag = text(
            "SELECT omschrijving FROM besluit WHERE casus_id = :casus UNION ALL "
            "SELECT omschrijving FROM actie WHERE casus_id = :casus UNION ALL "
            "SELECT onderweg FROM koffer_punt WHERE casus_id = :casus AND tabel IN ('besluit', 'actie')"
        )
        with self.bureau.kluis.engine.connect() as verbinding:
            gevonden = verbinding.execute(vraag, {"casus": tafel.casus}).scalars().all()
        return [woord for zin in gevonden for woord in zin.replace(",", " ").split() if woord.startswith(tafel.merk)]

    def _stand(self, tafel: Tafel, kort: str) -> PoortStand:
        return next(een.stand for een in self.bureau.oordelen.blad(tafel.casus) if een.kort == kort)

    def _woord(self, tafel: Tafel) -> str:
        return f"{tafel.merk}{next(self.woord)}"


@pytest.fixture(scope="module")
def twee_tafels(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with two tafels of today that have akkoord, each with one casus of its own."""
    basis = tmp_path_factory.mktemp("machine")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(kopieer(twents_sjabloon, basis / "sjabloon.kluis"), ProefKlok())
        for merk in ("Aqxwvu", "Byqxwz"):
            tafel = bureau.tafel(bureau.klok.vandaag, plaats=f"{merk}zaal")
            bureau.punt(tafel, bureau.casus(f"{merk} Testpersoon", doel=f"{merk}doel."), "Politie", "OM", "GGD")
            bureau.akkoord(tafel)
        bureau.sluit()
    return bureau.map


@pytest.mark.timeout(1500)
def test_niets_gaat_verloren_of_dubbel_en_wat_is_ingetrokken_blijft_dicht(
    twee_tafels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KofferMachine.sjabloon, KofferMachine.plek, KofferMachine.omgeving = twee_tafels, tmp_path, monkeypatch
    run_state_machine_as_test(
        KofferMachine,
        settings=settings(
            max_examples=3,
            stateful_step_count=12,
            deadline=None,
            # Each step opens vaults: what is found is read as it is, and not made smaller first.
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
