"""A renamed or merged partij: its history stays, its oordelen are confirmed in one act, and nobody slips in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from factories import MEDEWERKER, Bureau

from zvh_desktop.errors import BevestigingNodig, GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.bestuurskeuzes import TrajectSoort
from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst, PartijId, PartijSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.poort.oordelen import OordeelInvoer, OordeelService
from zvh_desktop.services.samenwerking.gegevens import TrajectInvoer

NIEUW = "Politie Verzonnen Eenheid"


class Opvolgtoneel:
    """Politie may be at two of three casussen; OM at all of them."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.casussen = [bureau.casus(naam) for naam in ("Testpersoon Een", "Verzonnen Twee", "Oefenman Drie")]
        bureau.contact("Politie")
        for casus in self.casussen:
            bureau.oordeel(casus, "OM")
        for casus in self.casussen[:2]:
            bureau.oordeel(casus, "Politie")
        self.diensten = bureau.diensten()
        self.dienst = self.diensten.samenwerking.opvolgingen
        self.invoer = TrajectInvoer(
            TrajectSoort.OPVOLGING,
            bureau.klok.vandaag,
            bureau.partij("Politie"),
            naam=NIEUW,
            kort="Pol. Verz.",
            gevraagd_per=bureau.klok.vandaag,
        )

    def bevestigd(self) -> None:
        plek = self.diensten.werkplek
        plek._bevestigd_tot = plek.looptijd() + 300

    def nieuw(self) -> PartijId:
        return next(een.id for een in self.bureau.partijen.lijst() if een.naam == NIEUW)

    def stand(self, casus: CasusId, partij: PartijId) -> str:
        blad = OordeelService(self.bureau.werkplek).blad(casus)
        return next(een.stand.value for een in blad if een.partij_id == partij)


@pytest.fixture
def toneel(open_huis: Callable[[str], Bureau]) -> Opvolgtoneel:
    return Opvolgtoneel(open_huis("twente"))


def test_een_andere_naam_met_alle_oordelen_in_een_keer(toneel: Opvolgtoneel) -> None:
    bureau = toneel.bureau
    tafel = bureau.tafel(bureau.klok.vandaag)
    bureau.punt(tafel, toneel.casussen[0], "Politie", "OM")
    bureau.akkoord(tafel)
    bureau.gehouden(tafel)
    bureau.klok.verder(dagen=1)
    traject = toneel.diensten.samenwerking.trajecten.begin(replace(toneel.invoer, gevraagd_per=bureau.klok.vandaag))
    assert toneel.diensten.samenwerking.trajecten.lijst()[0].wie == f"{bureau.naam('Politie')} wordt {NIEUW}"
    lijst = toneel.dienst.voorstel(traject)
    assert [een.casus_id for een in lijst] == toneel.casussen[:2]
    with pytest.raises(BevestigingNodig):
        toneel.dienst.teken(traject, [een.casus_id for een in lijst])
    assert NIEUW not in {een.naam for een in bureau.partijen.lijst()}
    toneel.bevestigd()
    assert toneel.dienst.teken(traject, [een.casus_id for een in lijst]) == 2
    nieuw, oud = toneel.nieuw(), bureau.partij("Politie")
    assert bureau.partijen.toon(nieuw).contactpersonen[0].email == bureau.partijen.toon(oud).contactpersonen[0].email
    assert [toneel.stand(casus, nieuw) for casus in toneel.casussen] == ["rechtmatig", "rechtmatig", "niet_beoordeeld"]
    assert {toneel.stand(casus, oud) for casus in toneel.casussen[:2]} == {"niet_van_toepassing"}
    # What was held before shows the name of then.
    assert bureau.op_agenda(tafel)[bureau.nummer(toneel.casussen[0])] == {"Politie", "OM"}
    grond = OordeelService(bureau.werkplek).geschiedenis(toneel.casussen[0], nieuw)[0]
    assert grond.echt and grond.geldt and "volgt" in grond.motivering
    assert ControleService(bureau.werkplek).vind() == ()
    with pytest.raises(GebruikersFout, match="al besloten"):
        toneel.dienst.teken(traject, [])


def test_wat_niet_is_aangevinkt_valt_af_en_niemand_glipt_erbij(toneel: Opvolgtoneel) -> None:
    bureau = toneel.bureau
    een, twee, drie = toneel.casussen
    traject = toneel.diensten.samenwerking.trajecten.begin(toneel.invoer)
    toneel.bevestigd()
    for poging in ([een, drie], [drie], [CasusId(999)]):
        with pytest.raises(InvoerOngeldig, match="geen geldend oordeel"):
            toneel.dienst.teken(traject, poging)
    # The oordeel is withdrawn while the list is on the screen.
    assert twee in {regel.casus_id for regel in toneel.dienst.voorstel(traject)}
    bureau.trek_in(twee, "Politie")
    with pytest.raises(InvoerOngeldig):
        toneel.dienst.teken(traject, [een, twee])
    # With the key to the database an oordeel is moved to the casus where there was none.
    bureau.zonder_triggers(("oordeel_blijft",))
    bureau.sql(
        "UPDATE oordeel SET casus_id = :drie WHERE casus_id = :een AND partij_id = :partij",
        drie=drie,
        een=een,
        partij=bureau.partij("Politie"),
    )
    assert toneel.dienst.voorstel(traject) == ()
    toneel.dienst.teken(traject, [])
    assert [toneel.stand(casus, toneel.nieuw()) for casus in toneel.casussen] == ["niet_beoordeeld"] * 3


def test_fusie_met_een_partij_die_zelf_werd_geweigerd(toneel: Opvolgtoneel) -> None:
    bureau = toneel.bureau
    een, twee, _ = toneel.casussen
    ander = bureau.partijen.voeg_toe(PartijInvoer("Samen Verzonnen", "Samen", PartijSoort.DEELNEMER))
    bureau.alsof_bevestigd()
    weigering = OordeelInvoer(ander, OordeelUitkomst.NIET_RECHTMATIG, motivering="Heeft hier geen taak.")
    OordeelService(bureau.werkplek).geef(een, (weigering,))
    traject = toneel.diensten.samenwerking.trajecten.begin(replace(toneel.invoer, opvolger_id=ander))
    assert [regel.casus_id for regel in toneel.dienst.voorstel(traject)] == [twee]
    toneel.bevestigd()
    with pytest.raises(InvoerOngeldig):
        toneel.dienst.teken(traject, [een])
    toneel.dienst.teken(traject, [twee])
    assert (toneel.stand(een, ander), toneel.stand(twee, ander)) == ("niet_rechtmatig", "rechtmatig")
    assert bureau.partijen.toon(ander).soort is PartijSoort.CONVENANTPARTIJ
    # OM merges into it too: where it was judged by now, nothing is confirmed again.
    tweede = toneel.diensten.samenwerking.trajecten.begin(
        replace(toneel.invoer, partij_id=bureau.partij("OM"), opvolger_id=ander)
    )
    assert [regel.casus_id for regel in toneel.dienst.voorstel(tweede)] == [toneel.casussen[2]]


def test_alleen_een_procesregisseur_tekent_en_een_derde_volgt_niet_op(toneel: Opvolgtoneel) -> None:
    bureau = toneel.bureau
    derde = bureau.partijen.voeg_toe(PartijInvoer("Derde Verzonnen", "Derde", PartijSoort.DERDE))
    for opvolger in (derde, bureau.partij("Politie")):
        with pytest.raises(InvoerOngeldig):
            toneel.diensten.samenwerking.trajecten.begin(replace(toneel.invoer, opvolger_id=opvolger))
    traject = toneel.diensten.samenwerking.trajecten.begin(toneel.invoer)
    with pytest.raises(NietBevoegd):
        bureau.als(MEDEWERKER).diensten().samenwerking.opvolgingen.teken(traject, [])
