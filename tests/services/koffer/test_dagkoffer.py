"""The overleggen of one day in one koffer: they go out, are worked at, get lost and come back together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

import pytest
from factories import REGIE, WACHTWOORD
from kofferhulp import DAGEN, THUIS, Kantoor, houd_en_vernietig, houd_tafel, in_orde
from sqlalchemy import text

from zvh_desktop.database.bestand.engine import ruwe_verbinding
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import KofferFout, Uitgeleend
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, OverlegId, TafelHandeling
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.koffer.gegevens import KofferBeeld, KofferVraag
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst


@dataclass
class Dag:
    """The tafel of the morning (casus een and twee), and that of the afternoon."""

    kantoor: Kantoor
    middag: OverlegId
    drie: CasusId
    punt_drie: AgendapuntId

    def geef_uit(self) -> KofferBeeld:
        self.kantoor.bureau.alsof_bevestigd()
        vraag = KofferVraag(self.kantoor.tafel, REGIE, self.kantoor.klok.over(DAGEN), ook=(self.middag,))
        return self.kantoor.koffers.geef_uit(vraag, self.kantoor.koffermap)

    def houd_middag(self, diensten: Diensten) -> None:
        diensten.verslagen.start_punt(self.punt_drie)
        diensten.verslagen.bewaar_tekst(self.punt_drie, VerslagTekst("Middagbeeld", "", ""))
        soort = self.kantoor.bureau.profiel.besluiten[0].sleutel
        diensten.verslagen.voeg_besluit_toe(self.punt_drie, BesluitInvoer(soort, "Middagbesluit"))
        diensten.verslagen.rond_punt_af(self.punt_drie)

    def stand(self, overleg: OverlegId) -> KofferStand:
        return self.kantoor.koffers.van_overleg(overleg)[0].stand


def maak_dag(kantoor: Kantoor, *ook: CasusId) -> Dag:
    bureau = kantoor.bureau
    drie = bureau.casus("Testpersoon Drie")
    middag = bureau.tafel(bureau.klok.vandaag, begin=time(13, 0), einde=time(15, 0))
    punt = bureau.punt(middag, drie, "Politie", "OM")
    for casus in ook:
        bureau.punt(middag, casus, "Politie")
    bureau.akkoord(middag)
    return Dag(kantoor, middag, drie, punt)


def test_wat_die_dag_nog_meer_mee_kan_wordt_aangeboden(kantoor: Kantoor) -> None:
    dag = maak_dag(kantoor)
    (ook,) = kantoor.koffers.keuze(kantoor.tafel).ook
    assert ook.overleg_id == dag.middag
    assert "13:00-15:00" in ook.naam
    assert ook.casussen == (kantoor.bureau.nummer(dag.drie),)
    kantoor.geef_uit()
    assert kantoor.koffers.keuze(dag.middag).ook == ()


def test_wat_die_dag_niet_mee_kan_wordt_genoemd_met_de_reden_en_wat_er_te_doen_is(kantoor: Kantoor) -> None:
    bureau = kantoor.bureau
    middag = bureau.tafel(bureau.klok.vandaag, begin=time(13, 0), einde=time(15, 0))
    bureau.punt(middag, bureau.casus("Testpersoon Drie"), "Politie")
    keuze = kantoor.koffers.keuze(kantoor.tafel)
    assert keuze.ook == ()
    (niet,) = [een for een in keuze.niet_mee if "13:00-15:00" in een.naam]
    assert "akkoord" in niet.reden
    assert "Voorbereiden" in niet.reden
    bureau.akkoord(middag)
    keuze = kantoor.koffers.keuze(kantoor.tafel)
    assert [een.overleg_id for een in keuze.ook] == [middag]
    assert not [een for een in keuze.niet_mee if "13:00-15:00" in een.naam]
    kantoor.geef_uit()
    (uit,) = [een for een in kantoor.koffers.keuze(middag).niet_mee if "13:00-15:00" not in een.naam][-1:]
    assert "uitgeleend" in uit.reden or "vastgesteld" in uit.reden


def test_het_logboek_noemt_elk_overleg_van_de_koffer(kantoor: Kantoor) -> None:
    dag = maak_dag(kantoor)

    def genoemd(handeling: str) -> set[str]:
        vraag = text("SELECT object_id FROM logregel WHERE handeling = :wat AND object_soort = 'overleg'")
        with kantoor.bureau.kluis.engine.connect() as verbinding:
            return set(verbinding.execute(vraag, {"wat": handeling}).scalars())

    beide = {str(kantoor.tafel), str(dag.middag)}
    dag.geef_uit()
    assert genoemd("koffer meegegeven") == beide
    kantoor.lever_in()
    assert genoemd("koffer ingeleverd") == beide
    kantoor.koffermap = kantoor.koffermap.with_name("tweede.koffer")
    dag.geef_uit()
    kantoor.trek_koffer_in(kantoor.koffers.van_overleg(dag.middag)[0])
    assert genoemd("koffer ingetrokken") == beide


def test_beide_tafels_gaan_mee_en_niets_anders(kantoor: Kantoor) -> None:
    dag = maak_dag(kantoor)
    dag.geef_uit()
    assert {dag.stand(een) for een in (kantoor.tafel, dag.middag)} == {KofferStand.UIT}
    for punt in (kantoor.punt_een, dag.punt_drie):
        with pytest.raises(Uitgeleend):
            kantoor.bureau.verslagen.start_punt(punt, andere_dag=True)
    with kantoor.laptop() as diensten:
        assert {regel.id for regel in diensten.tafels.lijst()} >= {kantoor.tafel, dag.middag}
        assert {regel.nummer for regel in diensten.casussen.lijst()} == {
            kantoor.bureau.nummer(casus) for casus in (kantoor.een, kantoor.twee, dag.drie)
        }
    leesbaar = kantoor.koffermap.with_name("leesbaar.sqlite")
    with (
        open_kluis(kantoor.koffermap, REGIE, WACHTWOORD, klok=kantoor.klok) as kluis,
        ruwe_verbinding(kluis.databasepad, kluis.databasesleutel) as verbinding,
    ):
        aanwijzer = verbinding.cursor()
        aanwijzer.execute("ATTACH DATABASE ? AS leesbaar KEY ''", (str(leesbaar),))
        aanwijzer.execute("SELECT sqlcipher_export('leesbaar')")
        aanwijzer.execute("DETACH DATABASE leesbaar")
    assert THUIS.lower().encode() not in leesbaar.read_bytes().lower()


def test_samen_terug_met_alles_van_de_weg(kantoor: Kantoor) -> None:
    dag = maak_dag(kantoor, kantoor.een)  # a casus on both tafels
    uit = dag.geef_uit()
    assert len(uit.samen_met) == 1
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
        dag.houd_middag(diensten)
    terug = kantoor.lever_in()
    assert terug.ernaast == ()
    assert {dag.stand(een) for een in (kantoor.tafel, dag.middag)} == {KofferStand.TERUG}
    (ochtend, _), middag = (kantoor.bureau.verslagen.toon(een).punten for een in (kantoor.tafel, dag.middag))
    assert ochtend.tekst.beeld == "Wegbeeld"
    assert [(punt.tekst.beeld, len(punt.besluiten)) for punt in middag] == [("Middagbeeld", 1), ("", 0)]
    assert not kantoor.koffermap.exists()
    assert in_orde(kantoor.bureau)


def test_samen_kwijt_en_wat_niet_gekozen_is_staat_bij_zijn_eigen_tafel(kantoor: Kantoor) -> None:
    dag = maak_dag(kantoor)
    koffer = dag.geef_uit()
    with kantoor.laptop() as diensten:
        dag.houd_middag(diensten)
    assert set(koffer.alle_casus_ids) == {kantoor.een, kantoor.twee, dag.drie}, "wat er met de koffer kwijt is"
    kantoor.trek_koffer_in(koffer)
    assert {dag.stand(een) for een in (kantoor.tafel, dag.middag)} == {KofferStand.INGETROKKEN}
    kantoor.bureau.verslagen.start_punt(dag.punt_drie, andere_dag=True)
    kantoor.lever_in(gekozen=frozenset())
    ernaast = {een: kantoor.koffers.van_overleg(een)[0].ernaast for een in (kantoor.tafel, dag.middag)}
    assert ernaast[kantoor.tafel] == 0
    assert ernaast[dag.middag] > 0
    assert in_orde(kantoor.bureau)


def test_een_tafel_die_intussen_vernietigd_is_houdt_de_andere_niet_tegen(kantoor: Kantoor) -> None:
    dag = maak_dag(kantoor)
    koffer = dag.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
        dag.houd_middag(diensten)
    kantoor.trek_koffer_in(koffer)
    houd_en_vernietig(kantoor, kantoor.een, kantoor.twee)
    beeld = kantoor.bekijk()
    assert beeld.vernietigd == 1  # nothing was done at casus twee
    van_de_tafel = [punt for punt in beeld.punten if not punt.casus]
    assert {punt.wat for punt in van_de_tafel} == {"Overleg gehouden"}
    assert len(van_de_tafel) == 1  # of the afternoon alone
    assert {punt.casus for punt in beeld.punten} == {"", kantoor.bureau.nummer(dag.drie)}
    kantoor.lever_in(gekozen=frozenset(beeld.punten))
    (punt,) = kantoor.bureau.verslagen.toon(dag.middag).punten
    assert punt.tekst.beeld == "Middagbeeld"
    assert in_orde(kantoor.bureau)


@pytest.mark.parametrize("vernietigd", [False, True])
def test_een_andere_voorzitter_is_van_zijn_eigen_tafel(kantoor: Kantoor, vernietigd: bool) -> None:
    """It is at no point, so nothing but the tafel itself says where it belongs."""
    dag = maak_dag(kantoor)
    koffer = dag.geef_uit()
    with kantoor.laptop() as diensten:
        diensten.verslagen.start_punt(dag.punt_drie)
        diensten.tafelloop.draag_over(dag.middag, TafelHandeling.VOORZITTER, "Testpersoon Voorzitter Twee")
        diensten.verslagen.rond_punt_af(dag.punt_drie)
    kantoor.trek_koffer_in(koffer)
    if vernietigd:
        houd_en_vernietig(kantoor, kantoor.een, kantoor.twee)
    punten = {punt.sleutel for punt in kantoor.bekijk().punten if "Voorzitter Twee" in punt.onderweg}
    assert len(punten) == 1
    kantoor.lever_in(gekozen=frozenset())
    ernaast = {een: kantoor.koffers.van_overleg(een) for een in (kantoor.tafel, dag.middag)}
    assert sum(een.ernaast for een in ernaast[kantoor.tafel]) == 0
    assert ernaast[dag.middag][0].ernaast > 0
    assert in_orde(kantoor.bureau)


def test_een_rij_die_alleen_is_weggehaald_neemt_het_werk_van_de_weg_niet_mee(kantoor: Kantoor) -> None:
    dag = maak_dag(kantoor)
    koffer = dag.geef_uit()
    with kantoor.laptop() as diensten:
        dag.houd_middag(diensten)
    kantoor.trek_koffer_in(koffer)
    kantoor.bureau.sql("DELETE FROM koffer WHERE overleg_id = :middag", middag=dag.middag)
    with pytest.raises(KofferFout, match="kent deze koffer niet"):
        kantoor.lever_in()
    assert kantoor.koffermap.exists()


def test_een_andere_koffer_in_de_rij_wordt_gezien(kantoor: Kantoor) -> None:
    dag = maak_dag(kantoor)
    dag.geef_uit()
    kantoor.bureau.sql("UPDATE koffer SET reist_in = '' WHERE overleg_id = :middag", middag=dag.middag)
    assert not in_orde(kantoor.bureau)
    with pytest.raises(KofferFout, match="kent deze koffer niet"):
        kantoor.lever_in()


def test_wat_terugkomt_zegt_van_welk_overleg_het_is(kantoor: Kantoor) -> None:
    """Two lines 'Overleg gehouden' say nothing; and on Vandaag one koffer is one line."""
    dag = maak_dag(kantoor)
    dag.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
        dag.houd_middag(diensten)
    kantoor.klok.verder(dagen=DAGEN + 1)
    assert sum("koffer" in een.zin for een in kantoor.bureau.diensten().vandaag.toon().regels) == 1
    gehouden = {punt.wat for punt in kantoor.bekijk().punten if punt.wat.startswith("Overleg gehouden")}
    assert len(gehouden) == 2
    assert any("13:00-15:00)" in wat for wat in gehouden)


def test_alleen_overleggen_van_een_dag(kantoor: Kantoor) -> None:
    bureau = kantoor.bureau
    later = bureau.tafel(bureau.klok.over(1))
    bureau.punt(later, kantoor.thuis, "Politie")
    bureau.akkoord(later)
    vraag = KofferVraag(kantoor.tafel, REGIE, kantoor.klok.over(DAGEN), ook=(later,))
    bureau.alsof_bevestigd()
    with pytest.raises(KofferFout, match="van één dag"):
        kantoor.koffers.geef_uit(vraag, kantoor.koffermap)
    assert not kantoor.koffermap.exists()
