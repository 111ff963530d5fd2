"""What the chair changes at the table: through the gate, logged, told by the verslag, and beside what was sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest
from factories import Bureau
from sqlalchemy.exc import IntegrityError
from uitgangspunten import uitgangspunt

from zvh_desktop.errors import AndereDag, GebruikersFout, HandtekeningOnjuist, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    AgendapuntId,
    CasusId,
    OverlegId,
    OverlegStatus,
    PuntUitkomst,
    TafelHandeling,
)
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.akkoord import verifieer_akkoord
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.services.tafel.verslag_getekend import VERSLAG
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingService

INVOER = PuntInvoer(15, "", "Bepalen wie wat doet.", "isd", "Wonen")


def _leg_aan(bureau: Bureau) -> tuple[tuple[CasusId, ...], OverlegId, AgendapuntId, AgendapuntId]:
    casussen = tuple(bureau.casus(naam) for naam in ("Oefenman A", "Voorbeeldsma B", "Testpersoon C"))
    overleg = bureau.tafel(bureau.klok.vandaag)
    een = bureau.punt(overleg, casussen[0], "Politie", "OM")
    twee = bureau.punt(overleg, casussen[1], "Politie")
    bureau.oordeel(casussen[0], "GGD")
    bureau.oordeel(casussen[2], "Politie")
    bureau.akkoord(overleg)
    bureau.verslagen.start_punt(een)
    return casussen, overleg, een, twee


class Tafel:
    """A tafel of today with two casussen, the first of which is open, and a third casus that is not on the agenda."""

    def __init__(self, bureau: Bureau) -> None:
        self.b = bureau
        self.casussen, self.overleg, self.een, self.twee = uitgangspunt(bureau, _leg_aan)

    def orde(self) -> list[str]:
        return [punt.casusnummer for punt in self.b.verslagen.toon(self.overleg).punten]

    def verloop(self) -> list[TafelHandeling]:
        return [een.soort for een in self.b.tafelloop.toon(self.overleg).verloop]

    def akkoord_klopt(self) -> None:
        with self.b.kluis.lees_sessies() as sessie:
            verifieer_akkoord(self.b.werkplek, sessie, sessie.get_one(Overleg, self.overleg))

    def vul_aan(self) -> None:
        """Everything that is needed before vaststellen."""
        for punt in self.b.verslagen.toon(self.overleg).punten:
            for regel in punt.aanwezigen:
                if regel.aanwezigheid is Aanwezigheid.ONBEKEND:
                    self.b.verslagen.zet_aanwezigheid(punt.id, regel.partij_id, Aanwezigheid.AANWEZIG)
            if punt.uitkomst.soort is PuntUitkomst.GEEN:
                self.b.uitkomsten.zet(punt.id, PuntUitkomst.BESPROKEN)
        self.b.alsof_bevestigd()
        self.b.verslagen.stel_vast(self.overleg)


@pytest.fixture
def tafel(bureau: Bureau) -> Tafel:
    return Tafel(bureau)


def nummer(tafel: Tafel, welke: int) -> str:
    return tafel.b.nummer(tafel.casussen[welke])


# -- a casus and a partij come in ------------------------------------------------------------------------


def test_een_casus_komt_er_aan_tafel_bij_en_de_agenda_blijft_wat_is_verstuurd(tafel: Tafel) -> None:
    b = tafel.b
    drie = b.tafelloop.voeg_casus_toe(tafel.overleg, tafel.casussen[2], INVOER)
    b.tafelloop.laat_binnen(drie, b.partij("Politie"))
    assert [punt.casusnummer for punt in b.verslagen.toon(tafel.overleg).punten] == [
        nummer(tafel, welke) for welke in (0, 1, 2)
    ]
    assert set(b.op_agenda(tafel.overleg)) == {nummer(tafel, 0), nummer(tafel, 1)}
    assert [regel.kort for regel in b.verslagen.toon(tafel.overleg).punten[2].aanwezigen] == ["Politie"]
    tafel.akkoord_klopt()
    b.verslagen.start_punt(drie)
    tafel.vul_aan()
    assert b.verslagen.toon(tafel.overleg).punten[2].ter_tafel


def test_zonder_doel_type_en_themas_komt_er_geen_casus_bij(tafel: Tafel) -> None:
    with pytest.raises(RegelGeweigerd, match="het type besluit"):
        tafel.b.tafelloop.voeg_casus_toe(tafel.overleg, tafel.casussen[2], PuntInvoer(15, "", "Doel.", "", "Wonen"))
    assert len(tafel.b.verslagen.toon(tafel.overleg).punten) == 2


def test_de_poort_houdt_ook_aan_tafel(tafel: Tafel) -> None:
    b = tafel.b
    with pytest.raises(RegelGeweigerd):
        b.tafelloop.laat_binnen(tafel.een, b.partij("Tactus"))
    assert tafel.verloop() == [TafelHandeling.GESTART]
    b.oordeel(tafel.casussen[0], "Tactus")  # given there and then
    b.tafelloop.laat_binnen(tafel.een, b.partij("Tactus"))
    stoelen = {regel.kort: regel.aanwezigheid for regel in b.verslagen.toon(tafel.overleg).punten[0].aanwezigen}
    assert stoelen["Tactus"] is Aanwezigheid.AANWEZIG
    assert "Tactus" not in b.op_agenda(tafel.overleg)[nummer(tafel, 0)]
    assert b.logboek()[-1]["handeling"] == "partij aan tafel gelaten"


def test_een_ingetrokken_oordeel_haalt_ook_wie_aan_tafel_kwam_weg(tafel: Tafel) -> None:
    b = tafel.b
    b.tafelloop.laat_binnen(tafel.een, b.partij("GGD"))
    assert any("GGD" in een.zin for een in b.tafelloop.toon(tafel.overleg).verloop)
    b.trek_in(tafel.casussen[0], "GGD")
    assert "GGD" not in {regel.kort for regel in b.verslagen.toon(tafel.overleg).punten[0].aanwezigen}
    assert not any("GGD" in een.zin for een in b.tafelloop.toon(tafel.overleg).verloop)


def test_wie_aan_tafel_kwam_krijgt_geen_uitnodiging_en_geen_agenda(tafel: Tafel) -> None:
    b = tafel.b
    b.contact("Politie", "OM", "GGD")
    b.tafelloop.laat_binnen(tafel.een, b.partij("GGD"))
    uitnodigingen = UitnodigingService(b.werkplek)
    uitnodigingen.bereid_voor(tafel.overleg)
    assert {regel.kort for regel in uitnodigingen.lijst(tafel.overleg)} == {"Politie", "OM"}


def test_binnen_en_van_tafel_kan_terug(tafel: Tafel) -> None:
    b, ggd, om = tafel.b, tafel.b.partij("GGD"), tafel.b.partij("OM")
    voor = b.verslagen.toon(tafel.overleg).punten[0].aanwezigen
    binnen = b.tafelloop.laat_binnen(tafel.een, ggd)
    weg = b.tafelloop.laat_gaan(tafel.een, om)
    na = {regel.kort: regel.aanwezigheid for regel in b.verslagen.toon(tafel.overleg).punten[0].aanwezigen}
    assert (na["GGD"], na["OM"]) == (Aanwezigheid.AANWEZIG, Aanwezigheid.VERTROKKEN)
    assert tafel.verloop()[1:] == [TafelHandeling.AAN_TAFEL, TafelHandeling.VAN_TAFEL]
    b.tafelloop.zet_stoel_terug(weg)
    b.tafelloop.zet_stoel_terug(binnen)
    assert b.verslagen.toon(tafel.overleg).punten[0].aanwezigen == voor
    assert tafel.verloop() == [TafelHandeling.GESTART]


def test_wie_een_actie_heeft_gaat_niet_spoorloos_terug(tafel: Tafel) -> None:
    b = tafel.b
    binnen = b.tafelloop.laat_binnen(tafel.een, b.partij("GGD"))
    b.acties.voeg_toe_bij_punt(tafel.een, b.actie_invoer("GGD"))
    with pytest.raises(GebruikersFout, match="een actie belegd"):
        b.tafelloop.zet_stoel_terug(binnen)


def test_een_toegevoegde_casus_kan_weer_weg_en_een_van_de_agenda_niet(tafel: Tafel) -> None:
    b = tafel.b
    drie = b.tafelloop.voeg_casus_toe(tafel.overleg, tafel.casussen[2], INVOER)
    b.tafelloop.laat_binnen(drie, b.partij("Politie"))
    with pytest.raises(GebruikersFout, match="op de agenda die is verstuurd"):
        b.tafelloop.haal_casus_weg(tafel.twee)
    b.tafelloop.haal_casus_weg(drie)
    assert len(b.verslagen.toon(tafel.overleg).punten) == 2
    assert tafel.verloop() == [TafelHandeling.GESTART]


# -- order -----------------------------------------------------------------------------------------------


def test_overslaan_onderbreken_en_verplaatsen_met_een_weg_terug(tafel: Tafel) -> None:
    b = tafel.b
    drie = b.tafelloop.voeg_casus_toe(tafel.overleg, tafel.casussen[2], INVOER)
    met_drie = [nummer(tafel, welke) for welke in (0, 1, 2)]
    over = b.tafelloop.sla_over(tafel.twee)
    assert tafel.orde() == [nummer(tafel, welke) for welke in (0, 2, 1)]
    naar_voren = b.tafelloop.verplaats(drie, 0)
    assert tafel.orde() == [nummer(tafel, welke) for welke in (2, 0, 1)]
    gesplitst = b.tafelloop.onderbreek(tafel.een)
    assert tafel.orde() == [nummer(tafel, welke) for welke in (2, 1, 0)]
    (een,) = [punt for punt in b.verslagen.aan_tafel(tafel.overleg).punten if punt.id == tafel.een]
    assert een.afgerond_op is not None
    assert [punt.casusnummer for punt in b.agenda.toon(tafel.overleg).punten] == met_drie[:2]
    tafel.akkoord_klopt()
    for was in (gesplitst, naar_voren, over):
        b.tafelloop.zet_volgorde_terug(was)
    assert tafel.orde() == met_drie
    (een,) = [punt for punt in b.verslagen.aan_tafel(tafel.overleg).punten if punt.id == tafel.een]
    assert een.afgerond_op is None
    assert tafel.verloop() == [TafelHandeling.GESTART, TafelHandeling.TOEGEVOEGD]


def test_een_onderbroken_punt_gaat_later_verder(tafel: Tafel) -> None:
    b = tafel.b
    b.klok.verder(minuten=10)
    b.tafelloop.onderbreek(tafel.een)
    b.verslagen.start_punt(tafel.twee)
    b.klok.verder(minuten=10)
    b.verslagen.start_punt(tafel.een)
    verwacht = [
        TafelHandeling.GESTART,
        TafelHandeling.ONDERBROKEN,
        TafelHandeling.GESTART,
        TafelHandeling.AFGEROND,
        TafelHandeling.HERVAT,
    ]
    assert tafel.verloop() == verwacht
    with pytest.raises(GebruikersFout, match="al begonnen"):
        b.tafelloop.sla_over(tafel.een)


def test_wie_van_tafel_moet_zijn_zij_die_er_nu_zitten(tafel: Tafel) -> None:
    """Whatever the order was: who sits there now leaves, unless it may be at the next point too."""
    b = tafel.b
    korte = {partij.naam: partij.kort for partij in b.partijen.lijst()}

    def wissel(punt_id: AgendapuntId) -> tuple[set[str], set[str], set[str]]:
        (punt,) = [punt for punt in b.verslagen.aan_tafel(tafel.overleg).punten if punt.id == punt_id]
        van, aan, blijft = ({korte[p.partij] for p in deel} for deel in (punt.van_tafel, punt.aan_tafel, punt.blijft))
        return van, aan, blijft

    b.tafelloop.onderbreek(tafel.een)  # it stands last now, and its people still sit there
    assert wissel(tafel.twee) == ({"OM"}, set(), {"Politie"})
    b.verslagen.start_punt(tafel.twee)
    assert wissel(tafel.twee) == ({"OM"}, set(), {"Politie"})
    assert wissel(tafel.een) == (set(), {"OM"}, {"Politie"})
    b.verslagen.start_punt(tafel.een)
    assert wissel(tafel.een) == (set(), {"OM"}, {"Politie"})


# -- the overleg itself ----------------------------------------------------------------------------------


def test_een_andere_voorzitter_en_andere_tijden(tafel: Tafel) -> None:
    b = tafel.b
    gepland = b.tafels.toon(tafel.overleg).invoer
    eerste = b.tafelloop.draag_over(tafel.overleg, TafelHandeling.VOORZITTER, " Testpersoon Voorzitter Twee ")
    was = b.tafelloop.zet_tijden(tafel.overleg, time(9, 40), time(11, 20))
    beeld = b.tafelloop.toon(tafel.overleg)
    assert beeld.voorzitter == "Testpersoon Voorzitter Twee"
    assert (beeld.begonnen_om, beeld.geeindigd_om) == (time(9, 40), time(11, 20))
    assert b.tafels.toon(tafel.overleg).invoer == gepland
    tafel.akkoord_klopt()
    with pytest.raises(InvoerOngeldig) as fout:
        b.tafelloop.zet_tijden(tafel.overleg, time(11, 0), time(10, 0))
    assert fout.value.veld == "einde"
    with pytest.raises(InvoerOngeldig, match="wie het overneemt"):
        b.tafelloop.draag_over(tafel.overleg, TafelHandeling.VOORZITTER, "  ")
    b.tafelloop.neem_overdracht_terug(tafel.overleg, eerste)
    b.tafelloop.zet_tijden(tafel.overleg, was.begin, was.einde)
    beeld = b.tafelloop.toon(tafel.overleg)
    assert (beeld.voorzitter, beeld.begonnen_om) == (gepland.voorzitter, None)


def test_starten_op_een_andere_dag_vraagt_eerst_en_kan_terug(bureau: Bureau) -> None:
    overleg = bureau.tafel(bureau.klok.over(9))
    punt = bureau.punt(overleg, bureau.casus(), "Politie")
    bureau.akkoord(overleg)
    with pytest.raises(AndereDag, match="gepland op"):
        bureau.verslagen.start_punt(punt)
    assert bureau.tafels.toon(overleg).status is OverlegStatus.AKKOORD
    bureau.verslagen.start_punt(punt, andere_dag=True)
    assert bureau.tafels.toon(overleg).status is OverlegStatus.GEHOUDEN
    bureau.tafelloop.haal_start_terug(punt)
    assert bureau.tafels.toon(overleg).status is OverlegStatus.AKKOORD
    assert bureau.verslagen.aan_tafel(overleg).punten[0].gestart_op is None
    bureau.agenda.terug_naar_concept(overleg)


def test_na_middernacht_wordt_niets_gevraagd(bureau: Bureau) -> None:
    overleg = bureau.tafel(bureau.klok.vandaag)
    punten = [bureau.punt(overleg, bureau.casus(naam), "Politie") for naam in ("Oefenman A", "Voorbeeldsma B")]
    bureau.akkoord(overleg)
    bureau.klok.verder(minuten=60 * 13)
    vandaag = bureau.klok.vandaag
    bureau.verslagen.start_punt(punten[0])
    bureau.klok.verder(minuten=180)
    assert bureau.klok.vandaag > vandaag
    bureau.verslagen.start_punt(punten[1])


def test_een_start_met_tekst_kan_niet_terug(tafel: Tafel) -> None:
    tafel.b.verslagen.bewaar_tekst(tafel.een, VerslagTekst("Er is iets gezegd.", "", ""))
    with pytest.raises(GebruikersFout, match="al iets vastgelegd"):
        tafel.b.tafelloop.haal_start_terug(tafel.een)


def test_een_start_terug_laat_staan_wat_verder_gebeurde(tafel: Tafel) -> None:
    tafel.b.tafelloop.voeg_casus_toe(tafel.overleg, tafel.casussen[2], INVOER)
    tafel.b.tafelloop.haal_start_terug(tafel.een)
    assert tafel.b.tafels.toon(tafel.overleg).status is OverlegStatus.GEHOUDEN
    assert tafel.verloop() == [TafelHandeling.TOEGEVOEGD]


@pytest.mark.parametrize(
    "doe",
    [
        lambda t: t.b.tafelloop.voeg_casus_toe(t.overleg, t.casussen[2], INVOER),
        lambda t: t.b.tafelloop.laat_binnen(t.een, t.b.partij("GGD")),
        lambda t: t.b.tafelloop.laat_gaan(t.een, t.b.partij("OM")),
        lambda t: t.b.tafelloop.sla_over(t.twee),
        lambda t: t.b.tafelloop.verplaats(t.twee, 0),
        lambda t: t.b.tafelloop.onderbreek(t.een),
        lambda t: t.b.tafelloop.draag_over(t.overleg, TafelHandeling.VOORZITTER, "Testpersoon"),
        lambda t: t.b.tafelloop.zet_tijden(t.overleg, time(8), None),
        lambda t: t.b.tafelloop.haal_start_terug(t.een),
        lambda t: t.b.uitkomsten.zet(t.een, PuntUitkomst.NIET_BEHANDELD),
    ],
)
def test_na_vaststellen_ligt_het_vast_en_voor_de_start_begint_het_niet(
    tafel: Tafel, doe: Callable[[Tafel], object]
) -> None:
    tafel.vul_aan()
    with pytest.raises(GebruikersFout, match="vastgesteld en ligt"):
        doe(tafel)


def test_voor_de_start_is_er_niets_aan_tafel_te_doen(bureau: Bureau) -> None:
    overleg = bureau.tafel(bureau.klok.vandaag)
    punt = bureau.punt(overleg, bureau.casus(), "Politie")
    bureau.akkoord(overleg)
    for doe in (
        lambda: bureau.tafelloop.laat_gaan(punt, bureau.partij("Politie")),
        lambda: bureau.tafelloop.draag_over(overleg, TafelHandeling.NOTULIST, "Testpersoon"),
    ):
        with pytest.raises(GebruikersFout, match="nog niet begonnen"):
            doe()


# -- plain SQL -------------------------------------------------------------------------------------------


def test_sql_zet_niemand_buiten_de_poort_om_aan_tafel(tafel: Tafel) -> None:
    b = tafel.b
    stoel = (
        "INSERT INTO deelname (agendapunt_id, casus_id, partij_id, oordeel_id, oordeel_uitkomst, gevraagde_bijdrage, "
        "aanwezigheid, afgevaardigde, vervallen, intrekking_verzonden, ter_tafel) "
        "SELECT :punt, casus_id, :partij, id, 'rechtmatig', '', 'aanwezig', '', 0, 0, 1 FROM oordeel "
        "WHERE casus_id = :casus LIMIT 1"
    )
    with pytest.raises(IntegrityError, match="geen geldend oordeel"):
        b.sql(stoel, punt=tafel.een, partij=b.partij("Tactus"), casus=tafel.casussen[0])
    gebeurtenis = (
        "INSERT INTO tafelgebeurtenis (overleg_id, agendapunt_id, partij_id, soort, wie, tijdstip, door) "
        "VALUES (:overleg, :punt, :partij, 'aan_tafel', '', '2026-12-01', 'regie')"
    )
    with pytest.raises(IntegrityError, match="geen geldend oordeel"):
        b.sql(gebeurtenis, overleg=tafel.overleg, punt=tafel.een, partij=b.partij("Tactus"))


def test_sql_maakt_van_een_agenda_geen_tafel(bureau: Bureau) -> None:
    overleg = bureau.tafel(bureau.klok.vandaag)
    casus = bureau.casus()
    bureau.punt(overleg, casus, "Politie")
    bureau.akkoord(overleg)
    ander = bureau.casus("Voorbeeldsma B")
    punt = (
        "INSERT INTO agendapunt (overleg_id, casus_id, volgorde, minuten, onderwerp, doel, besluit_type, themas, "
        "beeld, oordeelsvorming, besluitvorming, betrokkenen, ter_tafel, uitkomst) "
        "VALUES (:overleg, :casus, 9, 5, '', '', '', '', '', '', '', '', 1, '')"
    )
    with pytest.raises(IntegrityError, match="alleen aan tafel"):
        bureau.sql(punt, overleg=overleg, casus=ander)
    with pytest.raises(IntegrityError, match="blijft van de agenda"):
        bureau.sql("UPDATE agendapunt SET ter_tafel = 1")
    with pytest.raises(IntegrityError, match="blijft van de agenda"):
        bureau.sql("UPDATE deelname SET ter_tafel = 1")
    with pytest.raises(IntegrityError, match="nog niet"):
        bureau.sql("UPDATE agendapunt SET uitkomst = 'niet_behandeld'")


def test_na_vaststellen_wijzigt_sql_het_verloop_niet(tafel: Tafel) -> None:
    b = tafel.b
    b.tafelloop.draag_over(tafel.overleg, TafelHandeling.VOORZITTER, "Testpersoon Twee")
    tafel.vul_aan()
    for opdracht in (
        "UPDATE tafelgebeurtenis SET wie = 'Iemand anders'",
        "DELETE FROM tafelgebeurtenis",
        "UPDATE overleg SET begonnen_om = einde",
        "UPDATE agendapunt SET uitkomst = 'niet_behandeld'",
        "UPDATE agendapunt SET tafel_volgorde = 5",
    ):
        with pytest.raises(IntegrityError):
            b.sql(opdracht)


@pytest.mark.parametrize(
    ("trigger", "opdracht"),
    [
        ("gebeurtenis_blijft", "UPDATE tafelgebeurtenis SET wie = 'Iemand anders' WHERE soort = 'voorzitter'"),
        ("gebeurtenis_weg", "DELETE FROM tafelgebeurtenis WHERE soort = 'voorzitter'"),
        ("overleg_tijden", "UPDATE overleg SET begonnen_om = einde"),
        ("punt_uitkomst", "UPDATE agendapunt SET uitkomst = 'niet_behandeld'"),
        ("stoel_blijft_op_de_agenda", "UPDATE deelname SET ter_tafel = 0"),
        ("punt_blijft_op_de_agenda", "UPDATE agendapunt SET ter_tafel = 0"),
    ],
)
def test_zonder_triggers_vindt_de_handtekening_het(tafel: Tafel, trigger: str, opdracht: str) -> None:
    b = tafel.b
    b.tafelloop.draag_over(tafel.overleg, TafelHandeling.VOORZITTER, "Testpersoon Twee")
    drie = b.tafelloop.voeg_casus_toe(tafel.overleg, CasusId(tafel.casussen[2]), INVOER)
    b.tafelloop.laat_binnen(AgendapuntId(drie), b.partij("Politie"))
    tafel.vul_aan()
    b.zonder_triggers([trigger])
    b.sql(opdracht)
    with pytest.raises(HandtekeningOnjuist):
        b.diensten().correcties.versies(tafel.overleg)


@pytest.mark.parametrize("vorm", [1, 2, 3])
def test_onder_een_handtekening_van_eerder_past_geen_verloop(
    tafel: Tafel, monkeypatch: pytest.MonkeyPatch, vorm: int
) -> None:
    """A verslag in an older form says nothing of the table, so there cannot be anything of it either."""
    b = tafel.b
    tafel.b.tafelloop.haal_start_terug(tafel.een)
    b.sql_zonder_sleutels("DELETE FROM tafelgebeurtenis")
    b.zonder_triggers(["punt_uitkomst", "agenda_akkoord"])
    b.sql("UPDATE overleg SET status = 'gehouden'")
    for punt in b.verslagen.toon(tafel.overleg).punten:
        b.verslagen.voeg_besluit_toe(punt.id, BesluitInvoer("isd"))
        for regel in punt.aanwezigen:
            b.verslagen.zet_aanwezigheid(punt.id, regel.partij_id, Aanwezigheid.AANWEZIG)
    b.alsof_bevestigd()
    with monkeypatch.context() as toen:
        toen.setattr("zvh_desktop.services.tafel.verslagen.VERSLAG", replace(VERSLAG, vormen=VERSLAG.vormen[:vorm]))
        b.verslagen.stel_vast(tafel.overleg)
    correcties = b.diensten().correcties
    assert len(correcties.versies(tafel.overleg)) == 1
    b.sql("UPDATE agendapunt SET uitkomst = 'niet_behandeld' WHERE id = :id", id=tafel.twee)
    with pytest.raises(HandtekeningOnjuist):
        correcties.versies(tafel.overleg)
