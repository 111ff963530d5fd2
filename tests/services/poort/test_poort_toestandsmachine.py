"""The gate under any order of acts: no agenda, verslag or document names a partij at a casus without a valid oordeel.

What is valid is kept here in a list per casus and partij, by the words of the convenant and without the service's
code: the newest oordeel that has begun on the day of the meeting counts, and it must be positive and not be over.
"""

from __future__ import annotations

import io
import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

import pytest
from factories import Bureau, ProefKlok
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from proefwaarden import BEGIN
from pypdf import PdfReader

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    AgendapuntId,
    CasusId,
    DocumentSoort,
    OordeelUitkomst,
    OverlegId,
    OverlegStatus,
    PuntUitkomst,
    UitnodigingStatus,
    VerslagStatus,
)
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.agenda_stand import AgendaStand
from zvh_desktop.services.tafel.loop.tafelloop_gegevens import StoelWas
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagPunt

PARTIJEN = ("Politie", "OM", "GGD")
BETROKKENEN = ("Aoefenman", "Bvoorbeeldsma")
partijen = st.sampled_from(PARTIJEN)
VOOR_EEN_PARTIJ = (DocumentSoort.AGENDA_PARTIJ, DocumentSoort.NOTULEN_PARTIJ, DocumentSoort.ACTIELIJST)
VOOR_DE_REGIE = (DocumentSoort.AGENDA_REGIE, DocumentSoort.NOTULEN_REGIE, DocumentSoort.PRESENTIELIJST)
welke = st.integers(0, 1)
VERLOPEN = int(os.environ.get("ZVH_VERLOPEN", "6"))
"""Each run does others, of twenty acts with all documents after them; `make poortproef` does many."""


@dataclass
class Boekhouding:
    """What was said about each partij at each casus, in order; and nothing of the application."""

    gezegd: dict[tuple[CasusId, str], list[tuple[OordeelUitkomst, date, date | None]]] = field(default_factory=dict)

    def noteer(self, casus: CasusId, partij: str, uitkomst: OordeelUitkomst, vanaf: date, tot: date | None) -> None:
        self.gezegd.setdefault((casus, partij), []).append((uitkomst, vanaf, tot))

    def mag(self, casus: CasusId, partij: str, dag: date) -> bool:
        for uitkomst, vanaf, tot in reversed(self.gezegd.get((casus, partij), [])):
            if vanaf <= dag:
                return uitkomst is OordeelUitkomst.RECHTMATIG and (tot is None or dag <= tot)
        return False


def tekst_van(stuk: Stuk) -> str:
    """All text of a PDF on one line, and its metadata: names may be broken over lines."""
    lezer = PdfReader(io.BytesIO(stuk.inhoud))
    return " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split()) + str(lezer.metadata)


class PoortMachine(RuleBasedStateMachine):
    """Two casussen, two tafels, three partijen, and everything a user can do with them."""

    bureau: ClassVar[Bureau]
    diensten: ClassVar[Diensten]

    @initialize(beginstand=st.lists(st.tuples(welke, partijen), max_size=6, unique=True))
    def begin(self, beginstand: list[tuple[int, str]]) -> None:
        """Both casussen on both agendas, with some partijen already at the table."""
        b = self.bureau
        b.klok.nu = ProefKlok().nu
        self.boek = Boekhouding()
        self.casussen = [b.casus(naam) for naam in BETROKKENEN]
        self.nummers = {casus: b.nummer(casus) for casus in self.casussen}
        self.namen = {kort: b.naam(kort) for kort in PARTIJEN}
        self.tafels = [b.tafel(b.klok.over(dag)) for dag in (10, 25)]
        self.momenten: list[AgendaStand] = []
        self.terug: list[StoelWas] = []
        for casus, partij in beginstand:
            self.geef_rechtmatig(casus, partij, 0, None)
        for tafel in (0, 1):
            for casus in (0, 1):
                self.casus_op_de_agenda(tafel, casus)
                self.iedereen_die_mag(tafel, casus)

    # -- what the machine knows --------------------------------------------------------------------

    def status(self, tafel: OverlegId) -> OverlegStatus:
        return self.bureau.tafels.toon(tafel).status

    def dag(self, tafel: OverlegId) -> date:
        return self.bureau.tafels.toon(tafel).invoer.datum

    def punten(self, tafel: OverlegId) -> dict[CasusId, AgendapuntId]:
        punten = self.bureau.agenda.momentopname(tafel).punten
        return {CasusId(p.casus_id): AgendapuntId(p.id) for p in punten if p.casus_id is not None}

    def open(self, tafel: OverlegId) -> bool:
        return self.status(tafel) in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD)

    # -- oordelen and time -------------------------------------------------------------------------

    def geef_rechtmatig(self, casus: int, partij: str, start: int, duur: int | None) -> None:
        vanaf = self.bureau.klok.over(start)
        tot = None if duur is None else self.bureau.klok.over(start + duur)
        self.bureau.oordeel(self.casussen[casus], partij, vanaf=vanaf, tot=tot)
        self.boek.noteer(self.casussen[casus], partij, OordeelUitkomst.RECHTMATIG, vanaf, tot)

    def geef_niet_rechtmatig(self, casus: int, partij: str, start: int) -> None:
        uitkomst, vanaf = OordeelUitkomst.NIET_RECHTMATIG, self.bureau.klok.over(start)
        self.bureau.oordeel(self.casussen[casus], partij, uitkomst=uitkomst, vanaf=vanaf)
        self.boek.noteer(self.casussen[casus], partij, uitkomst, vanaf, None)

    def trek_in(self, casus: int, partij: str, start: int) -> None:
        vanaf = self.bureau.klok.over(start)
        try:
            self.bureau.trek_in(self.casussen[casus], partij, vanaf)
        except InvoerOngeldig:
            assert not self.boek.mag(self.casussen[casus], partij, vanaf)
            return
        self.boek.noteer(self.casussen[casus], partij, OordeelUitkomst.INGETROKKEN, vanaf, None)

    @rule(
        casus=welke,
        partij=partijen,
        wat=st.sampled_from(("ja", "ja", "nee", "trek in")),
        start=st.sampled_from((0, 0, 0, 5, 12, 30)),
        duur=st.sampled_from((None, 0, 5, 15, 30)),
    )
    def oordeel(self, casus: int, partij: str, wat: str, start: int, duur: int | None) -> None:
        if wat == "ja":
            self.geef_rechtmatig(casus, partij, start, duur)
        elif wat == "nee":
            self.geef_niet_rechtmatig(casus, partij, start)
        else:
            self.trek_in(casus, partij, start)
        for tafel in (0, 1):
            self.iedereen_die_mag(tafel, casus)

    @rule(aantal=st.integers(1, 12))
    def tijd_verstrijkt(self, aantal: int) -> None:
        self.bureau.klok.verder(dagen=aantal)

    # -- the agenda --------------------------------------------------------------------------------

    def casus_op_de_agenda(self, tafel: int, casus: int) -> None:
        overleg, id_ = self.tafels[tafel], self.casussen[casus]
        if self.open(overleg) and id_ not in self.punten(overleg):
            punt = self.bureau.agenda.voeg_casus_toe(overleg, id_)
            self.bureau.agenda.wijzig_punt(punt, PuntInvoer(20, doel="Een doel.", besluit_type="isd", themas="Wonen"))

    def casus_van_de_agenda(self, tafel: int, casus: int) -> None:
        overleg = self.tafels[tafel]
        punt = self.punten(overleg).get(self.casussen[casus])
        if punt is not None and self.open(overleg):
            self.bureau.agenda.verwijder_punt(punt)

    def casus_verplaatst(self, tafel: int, casus: int, naar: int) -> None:
        overleg = self.tafels[tafel]
        punt = self.punten(overleg).get(self.casussen[casus])
        if punt is not None and self.open(overleg):
            self.bureau.agenda.verplaats(punt, naar)

    def stoel_erbij(self, tafel: int, casus: int, partij: str) -> None:
        overleg, id_ = self.tafels[tafel], self.casussen[casus]
        punt = self.punten(overleg).get(id_)
        if punt is None or not self.open(overleg):
            return
        try:
            self.bureau.agenda.zet_deelname(punt, self.bureau.partij(partij), aan=True)
        except RegelGeweigerd:
            assert not self.boek.mag(id_, partij, self.dag(overleg))
        else:
            assert self.boek.mag(id_, partij, self.dag(overleg))
            assert partij in self.bureau.op_agenda(overleg)[self.nummers[id_]]

    def iedereen_die_mag(self, tafel: int, casus: int) -> None:
        overleg, id_ = self.tafels[tafel], self.casussen[casus]
        punt = self.punten(overleg).get(id_)
        if punt is not None and self.open(overleg):
            self.bureau.agenda.nodig_alle_uit(punt)
            verwacht = {p for p in PARTIJEN if self.boek.mag(id_, p, self.dag(overleg))}
            assert self.bureau.op_agenda(overleg)[self.nummers[id_]] == verwacht

    def stoel_weg(self, tafel: int, casus: int, partij: str) -> None:
        overleg = self.tafels[tafel]
        punt = self.punten(overleg).get(self.casussen[casus])
        if punt is not None and self.open(overleg):
            self.bureau.agenda.zet_deelname(punt, self.bureau.partij(partij), aan=False)

    @rule(tafel=welke, casus=welke, wat=st.sampled_from(("op", "af", "eerst", "laatst")))
    def agenda(self, tafel: int, casus: int, wat: str) -> None:
        if wat == "op":
            self.casus_op_de_agenda(tafel, casus)
        elif wat == "af":
            self.casus_van_de_agenda(tafel, casus)
        else:
            self.casus_verplaatst(tafel, casus, 0 if wat == "eerst" else 9)

    @rule(tafel=welke, casus=welke, partij=partijen, wat=st.sampled_from(("erbij", "erbij", "allen", "weg")))
    def stoel(self, tafel: int, casus: int, partij: str, wat: str) -> None:
        if wat == "erbij":
            self.stoel_erbij(tafel, casus, partij)
        elif wat == "allen":
            self.iedereen_die_mag(tafel, casus)
        else:
            self.stoel_weg(tafel, casus, partij)

    @rule(tafel=welke)
    def onthoud(self, tafel: int) -> None:
        self.momenten.append(self.bureau.agenda.momentopname(self.tafels[tafel]))

    @precondition(lambda self: self.momenten)
    @rule(welk=st.integers(0, 5))
    def maak_ongedaan(self, welk: int) -> None:
        moment = self.momenten[welk % len(self.momenten)]
        if self.open(OverlegId(moment.overleg_id)):
            self.bureau.agenda.herstel(moment)
            assert list(self.punten(OverlegId(moment.overleg_id))) == [p.casus_id for p in moment.punten]

    @rule(tafel=welke, dag=st.integers(0, 50))
    def andere_datum(self, tafel: int, dag: int) -> None:
        if self.open(self.tafels[tafel]):
            self.bureau.tafels.wijzig(self.tafels[tafel], self.bureau.tafel_invoer(self.bureau.klok.over(dag)))

    @rule(tafel=welke, verzend=st.booleans())
    def akkoord(self, tafel: int, verzend: bool) -> None:
        overleg = self.tafels[tafel]
        if self.open(overleg):
            for casus, punt in self.punten(overleg).items():
                if not self.bureau.op_agenda(overleg)[self.nummers[casus]]:
                    self.bureau.agenda.verwijder_punt(punt)
        if self.open(overleg) and self.punten(overleg):
            self.bureau.akkoord(overleg)
        if verzend:
            self.verzend(tafel)

    @rule(tafel=welke)
    def terug_naar_concept(self, tafel: int) -> None:
        if self.status(self.tafels[tafel]) is not OverlegStatus.GEHOUDEN:
            self.bureau.agenda.terug_naar_concept(self.tafels[tafel])

    # -- what leaves the house ---------------------------------------------------------------------

    def verzend(self, tafel: int) -> None:
        overleg, uitnodigingen = self.tafels[tafel], self.diensten.uitnodigingen
        if self.open(overleg):
            for regel in (r for r in uitnodigingen.lijst(overleg) if r.status is UitnodigingStatus.CONCEPT):
                try:
                    uitnodigingen.markeer_verzonden(regel.id)
                except GebruikersFout:
                    continue
                raise AssertionError("uit een concept ging iets de deur uit")
            return
        uitnodigingen.bereid_voor(overleg)
        for regel in uitnodigingen.lijst(overleg):
            if regel.status is UitnodigingStatus.CONCEPT and regel.punten:
                self.past_bij(uitnodigingen.stukken(regel.id).brief, overleg, regel.kort)
                uitnodigingen.markeer_verzonden(regel.id)

    @rule(tafel=welke)
    def trek_uitnodigingen_in(self, tafel: int) -> None:
        overleg, uitnodigingen = self.tafels[tafel], self.diensten.uitnodigingen
        for regel in uitnodigingen.lijst(overleg):
            if regel.status is UitnodigingStatus.IN_TE_TREKKEN:
                self.past_bij(uitnodigingen.intrekking(regel.id).brief, overleg, regel.kort)
                uitnodigingen.markeer_ingetrokken(regel.id)

    def maak_stuk(self, tafel: int, partij: str, soort: DocumentSoort) -> None:
        overleg = self.tafels[tafel]
        vraag = StukVraag(soort, overleg, self.bureau.partij(partij), "")
        mag = self.eigen_casussen(overleg, partij, agenda=soort is DocumentSoort.AGENDA_PARTIJ)
        try:
            stuk = self.diensten.documenten.maak(vraag)
        except GebruikersFout as fout:
            assert "niets te maken" in str(fout)
            return
        if vraag.soort is DocumentSoort.ACTIELIJST:
            vandaag = self.bureau.klok.vandaag
            mag = {casus for casus in self.casussen if self.boek.mag(casus, partij, vandaag)}
        else:
            assert mag
        self.zwijgt_over(stuk, {casus for casus in self.casussen if casus not in mag}, overleg, partij)

    def maak_regiestuk(self, tafel: int, soort: DocumentSoort) -> None:
        overleg, dag = self.tafels[tafel], self.dag(self.tafels[tafel])
        kort_van = {naam: kort for kort, naam in self.namen.items()}
        for punt in self.bureau.verslagen.toon(overleg).punten:
            genoemd = ({r.belegd_bij for r in punt.besluiten} | {r.belegd_bij for r in punt.acties}) - {""}
            assert punt.casus_id is not None
            assert all(self.boek.mag(punt.casus_id, kort_van[naam], dag) for naam in genoemd)
        for tafelpunt in self.bureau.verslagen.aan_tafel(overleg).punten:
            erbij = {p.partij for p in (*tafelpunt.aan_tafel, *tafelpunt.blijft)}
            assert tafelpunt.casus_id is not None
            assert all(self.boek.mag(tafelpunt.casus_id, kort_van[naam], dag) for naam in erbij)
        if soort is DocumentSoort.AGENDA_REGIE:
            stuk = self.diensten.documenten.maak(StukVraag(soort, overleg, None, ""))
            assert set(stuk.casusnummers) == {self.nummers[casus] for casus in self.punten(overleg)}
        tekst = tekst_van(self.diensten.documenten.maak(StukVraag(soort, overleg, None, "")))
        for kort, naam in self.namen.items():
            if naam in tekst:
                assert any(self.boek.mag(casus, kort, self.dag(overleg)) for casus in self.op_tafel(overleg))

    @rule(tafel=welke, partij=partijen, soort=st.sampled_from(VOOR_EEN_PARTIJ + VOOR_DE_REGIE))
    def stuk(self, tafel: int, partij: str, soort: DocumentSoort) -> None:
        if soort in VOOR_EEN_PARTIJ:
            self.maak_stuk(tafel, partij, soort)
        else:
            self.maak_regiestuk(tafel, soort)

    def eigen_casussen(self, tafel: OverlegId, partij: str, *, agenda: bool = False) -> set[CasusId]:
        """Where it may sit; ``agenda``: of what was agreed and sent, without what was added at the table."""
        punten = self.punten(tafel) if agenda else self.op_tafel(tafel)
        return {casus for casus in punten if self.boek.mag(casus, partij, self.dag(tafel))}

    def past_bij(self, stuk: Stuk, tafel: OverlegId, partij: str) -> None:
        """A document for this partij holds nothing of a casus at which it may not sit on that day."""
        mag = self.eigen_casussen(tafel, partij, agenda=True)
        self.zwijgt_over(stuk, {casus for casus in self.casussen if casus not in mag}, tafel, partij)

    def zwijgt_over(self, stuk: Stuk, verboden: set[CasusId], tafel: OverlegId, partij: str) -> None:
        tekst = tekst_van(stuk)
        for casus in verboden:
            assert self.nummers[casus] not in tekst
            assert self.nummers[casus] not in stuk.casusnummers
            assert BETROKKENEN[self.casussen.index(casus)] not in tekst
        for kort, naam in self.namen.items():
            if kort != partij and naam in tekst:
                gedeeld = self.eigen_casussen(tafel, partij)
                assert any(self.boek.mag(casus, kort, self.dag(tafel)) for casus in gedeeld)

    # -- the meeting -------------------------------------------------------------------------------

    def begin_punt(self, tafel: int, casus: int) -> None:
        overleg = self.tafels[tafel]
        punt = self.op_tafel(overleg).get(self.casussen[casus])
        if punt is None or self.bureau.tafels.toon(overleg).verslag_status is VerslagStatus.VASTGESTELD:
            return
        try:
            self.bureau.verslagen.start_punt(punt, andere_dag=True)
        except GebruikersFout:
            assert self.open(overleg)

    def leg_vast(self, tafel: int, casus: int, partij: str, wat: str) -> None:
        overleg, id_ = self.tafels[tafel], self.casussen[casus]
        punt = self.op_tafel(overleg).get(id_)
        if punt is None or self.bureau.tafels.toon(overleg).verslag_status is VerslagStatus.VASTGESTELD:
            return
        partij_id = self.bureau.partij(partij)
        try:
            if wat == "aanwezig":
                self.bureau.verslagen.zet_aanwezigheid(punt, partij_id, Aanwezigheid.AFGEMELD)
            elif wat == "besluit":
                self.bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer("isd", belegd_bij=partij_id))
            else:
                self.bureau.acties.voeg_toe_bij_punt(punt, self.bureau.actie_invoer(partij))
        except RegelGeweigerd:
            assert partij not in self.bureau.aan_tafel(overleg)[self.nummers[id_]]
        else:
            assert self.boek.mag(id_, partij, self.dag(overleg))

    def stel_verslag_vast(self, tafel: int) -> None:
        beeld = self.bureau.verslagen.toon(self.tafels[tafel])
        if beeld.te_wijzigen and not beeld.nog_nodig and beeld.punten:
            self.bureau.alsof_bevestigd()
            self.bureau.verslagen.stel_vast(self.tafels[tafel])

    @rule(
        tafel=welke,
        casus=welke,
        partij=partijen,
        wat=st.sampled_from(("begin", "aanwezig", "besluit", "besluit", "actie", "stel vast")),
    )
    def vergader(self, tafel: int, casus: int, partij: str, wat: str) -> None:
        if wat == "begin":
            self.begin_punt(tafel, casus)
        elif wat == "stel vast":
            self.stel_verslag_vast(tafel)
        else:
            self.leg_vast(tafel, casus, partij, wat)

    # -- what changes at the table -----------------------------------------------------------------

    def bezig(self, overleg: OverlegId) -> bool:
        kop = self.bureau.tafels.toon(overleg)
        return kop.status is OverlegStatus.GEHOUDEN and kop.verslag_status is not VerslagStatus.VASTGESTELD

    def op_tafel(self, overleg: OverlegId) -> dict[CasusId, AgendapuntId]:
        """Every casus of this table, with those that were added there."""
        punten = self.bureau.verslagen.aan_tafel(overleg).punten
        return {punt.casus_id: punt.id for punt in punten if punt.casus_id is not None}

    def casus_aan_tafel(self, tafel: int, casus: int) -> None:
        overleg, id_ = self.tafels[tafel], self.casussen[casus]
        if self.bezig(overleg) and id_ not in self.op_tafel(overleg):
            self.bureau.tafelloop.voeg_casus_toe(overleg, id_, PuntInvoer(10, "", "Een doel.", "isd", "Wonen"))

    def partij_aan_tafel(self, tafel: int, casus: int, partij: str, *, binnen: bool) -> None:
        overleg, id_ = self.tafels[tafel], self.casussen[casus]
        punt = self.op_tafel(overleg).get(id_)
        if punt is None or not self.bezig(overleg):
            return
        loop, partij_id = self.bureau.tafelloop, self.bureau.partij(partij)
        try:
            self.terug.append((loop.laat_binnen if binnen else loop.laat_gaan)(punt, partij_id))
        except RegelGeweigerd:
            zit = {regel.kort for punt in self.verslagpunten(overleg, id_) for regel in punt.aanwezigen}
            assert not self.boek.mag(id_, partij, self.dag(overleg)) or (not binnen and partij not in zit)
        else:
            assert self.boek.mag(id_, partij, self.dag(overleg))

    def verslagpunten(self, overleg: OverlegId, casus: CasusId) -> list[VerslagPunt]:
        return [punt for punt in self.bureau.verslagen.toon(overleg).punten if punt.casus_id == casus]

    def neem_terug(self) -> None:
        if self.terug:
            was = self.terug.pop()
            try:
                self.bureau.tafelloop.zet_stoel_terug(was)
            except GebruikersFout:
                return

    def schuif_of_sluit(self, tafel: int, casus: int, wat: str) -> None:
        overleg = self.tafels[tafel]
        punt = self.op_tafel(overleg).get(self.casussen[casus])
        if punt is None or not self.bezig(overleg):
            return
        loop = self.bureau.tafelloop
        doen = {
            "over": lambda: loop.sla_over(punt),
            "breek": lambda: loop.onderbreek(punt),
            "eerst": lambda: loop.verplaats(punt, 0),
            "weg": lambda: loop.haal_casus_weg(punt),
            "start terug": lambda: loop.haal_start_terug(punt),
            "niet": lambda: self.bureau.uitkomsten.zet(punt, PuntUitkomst.NIET_BEHANDELD),
            "door": lambda: self.bureau.uitkomsten.zet_op_tafel(punt, self.tafels[1 - tafel]),
        }
        voor = self.bureau.op_agenda(overleg)
        with suppress(GebruikersFout):
            doen[wat]()
        assert self.bureau.op_agenda(overleg) == voor  # what was agreed and sent stays what it was

    @rule(
        tafel=welke,
        casus=welke,
        partij=partijen,
        wat=st.sampled_from(("casus", "casus", "binnen", "binnen", "gaan", "terug")),
    )
    def aan_de_tafel(self, tafel: int, casus: int, partij: str, wat: str) -> None:
        if wat == "casus":
            self.casus_aan_tafel(tafel, casus)
        elif wat == "terug":
            self.neem_terug()
        else:
            self.partij_aan_tafel(tafel, casus, partij, binnen=wat == "binnen")

    @rule(
        tafel=welke,
        casus=welke,
        wat=st.sampled_from(("over", "breek", "eerst", "weg", "start terug", "niet", "door", "door")),
    )
    def verloop(self, tafel: int, casus: int, wat: str) -> None:
        self.schuif_of_sluit(tafel, casus, wat)

    # -- what must always hold ---------------------------------------------------------------------

    @invariant()
    def niemand_zit_zonder_geldig_oordeel(self) -> None:
        if not hasattr(self, "tafels"):
            return
        per_nummer = {nummer: casus for casus, nummer in self.nummers.items()}
        for overleg in self.tafels:
            dag = self.dag(overleg)
            for nummer, stoelen in self.bureau.op_agenda(overleg).items():
                assert all(self.boek.mag(per_nummer[nummer], partij, dag) for partij in stoelen)
            kort_van = {naam: kort for kort, naam in self.namen.items()}
            for punt in self.bureau.verslagen.toon(overleg).punten:
                assert punt.casus_id is not None
                assert all(self.boek.mag(punt.casus_id, regel.kort, dag) for regel in punt.aanwezigen)
            for gebeurd in self.bureau.tafelloop.toon(overleg).verloop if self.bezig(overleg) else ():
                genoemd = [kort for naam, kort in kort_van.items() if naam in gebeurd.zin]
                casus = {p.id: p.casus_id for p in self.bureau.verslagen.toon(overleg).punten}[gebeurd.punt_id or 0]  # type: ignore[index]
                assert casus is not None
                assert all(self.boek.mag(casus, kort, dag) for kort in genoemd)

    def teardown(self) -> None:
        """However it ended: every document that can be made now."""
        if not hasattr(self, "tafels"):
            return
        for tafel in (0, 1):
            self.bureau.aan_tafel(self.tafels[tafel])
            self.trek_uitnodigingen_in(tafel)
            self.maak_regiestuk(tafel, DocumentSoort.NOTULEN_REGIE)
            for partij in PARTIJEN:
                self.maak_stuk(tafel, partij, DocumentSoort.AGENDA_PARTIJ)
                self.maak_stuk(tafel, partij, DocumentSoort.NOTULEN_PARTIJ)


@pytest.mark.timeout(7200)
def test_geen_volgorde_van_handelingen_brengt_een_partij_zonder_oordeel_aan_tafel(bureau: Bureau) -> None:
    assert bureau.klok.vandaag == BEGIN
    bureau.contact(*PARTIJEN)
    aanmelder = bureau.aanmelding_invoer().partij_id
    for partij in bureau.partijen.lijst():
        # With fewer partijen every step is quicker.
        if partij.kort not in PARTIJEN and partij.id != aanmelder:
            bureau.partijen.verwijder(partij.id)

    class Machine(PoortMachine):
        pass

    Machine.bureau, Machine.diensten = bureau, bureau.diensten()
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=VERLOPEN,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
