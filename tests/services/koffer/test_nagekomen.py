"""A koffer that was withdrawn and turns up: its content beside the present state, and nothing lost on either side."""

from __future__ import annotations

import pytest
from factories import Bureau
from kofferhulp import Kantoor, houd_en_vernietig, houd_tafel, in_orde

from zvh_desktop.errors import GebruikersFout, IntussenGewijzigd, KofferFout
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import AgendapuntId, PoortStand
from zvh_desktop.services.koffer.gegevens import TerugPunt
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst


def houd_op_kantoor(bureau: Bureau, punt: AgendapuntId) -> None:
    """The office holds the same point itself, when the koffer seems lost."""
    bureau.verslagen.start_punt(punt, andere_dag=True)
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("Kantoorbeeld", "", ""))
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(bureau.profiel.besluiten[0].sleutel, "Kantoorbesluit"))


def punt_over(punten: tuple[TerugPunt, ...], wat: str, onderweg: str = "") -> TerugPunt:
    return next(punt for punt in punten if punt.wat == wat and onderweg in punt.onderweg)


def test_wat_er_onderweg_was_staat_naast_wat_er_nu_is(kantoor: Kantoor) -> None:
    koffer = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.trek_koffer_in(koffer)
    houd_op_kantoor(kantoor.bureau, kantoor.punt_een)
    beeld = kantoor.bekijk()
    assert beeld.kiezen
    beeldvorming = punt_over(beeld.punten, "Beeldvorming")
    assert (beeldvorming.kantoor, beeldvorming.onderweg) == ("Kantoorbeeld", "Wegbeeld")
    assert beeldvorming.casus == kantoor.bureau.nummer(kantoor.een)
    assert beeldvorming.kan
    assert not beeldvorming.voorgesteld
    besluit = punt_over(beeld.punten, "Besluit", "Wegbesluit")
    assert "Kantoorbesluit" in besluit.kantoor
    assert punt_over(beeld.punten, "Actie", "Wegactie").voorgesteld
    assert {punt.casus for punt in beeld.punten} <= {"", kantoor.bureau.nummer(kantoor.een)}


def test_alleen_wat_gekozen_is_komt_erin_en_de_rest_blijft_ernaast_bewaard(kantoor: Kantoor) -> None:
    koffer = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.trek_koffer_in(koffer)
    houd_op_kantoor(kantoor.bureau, kantoor.punt_een)
    punten = kantoor.bekijk().punten
    gekozen = {punt_over(punten, "Besluit", "Wegbesluit"), punt_over(punten, "Actie", "Wegactie")}
    terug = kantoor.lever_in(gekozen=frozenset(gekozen))
    assert terug.overgenomen == 2
    assert terug.koffer.stand is KofferStand.NAGEKOMEN
    punt = kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert [een.invoer.omschrijving for een in punt.besluiten] == ["Kantoorbesluit", "Wegbesluit"]
    assert punt.tekst.beeld == "Kantoorbeeld"
    bewaard = kantoor.koffers.ernaast(terug.koffer.id)
    assert {een.onderweg for een in bewaard} >= {"Wegbeeld", "Wegoordeel", "Wegbesluit"}
    assert len(bewaard) == len(punten) - 2
    assert in_orde(kantoor.bureau)


@pytest.mark.parametrize("wat", ["Beeldvorming", "Besluit"])
def test_wat_na_het_bekijken_is_gewijzigd_wordt_niet_overschreven(kantoor: Kantoor, wat: str) -> None:
    """What was chosen was chosen beside something else; what was not chosen stands in the way of nothing."""
    koffer = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.trek_koffer_in(koffer)
    punten = kantoor.bekijk().punten
    gekozen = {punt_over(punten, wat, "Weg")}
    houd_op_kantoor(kantoor.bureau, kantoor.punt_een)
    with pytest.raises(IntussenGewijzigd, match=wat):
        kantoor.lever_in(gekozen=gekozen)
    assert kantoor.koffermap.exists()
    assert kantoor.koffers.van_overleg(kantoor.tafel)[0].stand is KofferStand.INGETROKKEN
    punt = kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert punt.tekst.beeld == "Kantoorbeeld"
    assert [een.invoer.omschrijving for een in punt.besluiten] == ["Kantoorbesluit"]
    kantoor.lever_in(gekozen={punt_over(punten, "Actie", "Wegactie")})
    punt = kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert punt.tekst.beeld == "Kantoorbeeld"
    assert in_orde(kantoor.bureau)


def test_een_koffer_die_niets_nieuws_brengt_laat_alles_zoals_het_is(kantoor: Kantoor) -> None:
    kantoor.trek_koffer_in(kantoor.geef_uit())
    houd_op_kantoor(kantoor.bureau, kantoor.punt_een)
    assert kantoor.bekijk().punten == ()
    terug = kantoor.lever_in()
    assert (terug.overgenomen, terug.ernaast) == (0, ())
    assert in_orde(kantoor.bureau)


def test_na_vaststellen_op_kantoor_wordt_het_verslag_niet_gewijzigd(kantoor: Kantoor) -> None:
    koffer = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.trek_koffer_in(koffer)
    bureau = kantoor.bureau
    bureau.gehouden(kantoor.tafel)
    soort = bureau.profiel.besluiten[0].sleutel
    for punt in (kantoor.punt_een, kantoor.punt_twee):
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst("a", "b", "c"))
        bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort, "op kantoor"))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(kantoor.tafel)
    punten = kantoor.bekijk().punten
    assert not any(punt.kan for punt in punten if punt.wat in {"Beeldvorming", "Besluit", "Actie"})
    kantoor.lever_in(gekozen=frozenset(punten))
    assert in_orde(bureau)


def test_wat_op_kantoor_is_ingetrokken_kan_ook_nu_niet_worden_gekozen(kantoor: Kantoor) -> None:
    koffer = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.trek_koffer_in(koffer)
    kantoor.bureau.oordeel(kantoor.een, "RvdK")
    kantoor.bureau.trek_in(kantoor.een, "RvdK")
    punten = kantoor.bekijk().punten
    assert not punt_over(punten, "Oordeel").kan
    kantoor.lever_in(gekozen=frozenset(punten))
    standen = {een.kort: een.stand for een in kantoor.bureau.oordelen.blad(kantoor.een)}
    assert standen["RvdK"] is not PoortStand.RECHTMATIG
    assert in_orde(kantoor.bureau)


def test_een_tafel_kan_na_intrekken_opnieuw_mee(kantoor: Kantoor) -> None:
    kantoor.trek_koffer_in(kantoor.geef_uit())
    eerste, kantoor.koffermap = kantoor.koffermap, kantoor.koffermap.with_name("tweede.koffer")
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    with pytest.raises(KofferFout, match="opnieuw uitgeleend"):
        kantoor.lever_in(eerste)
    kantoor.lever_in()
    kantoor.lever_in(eerste)
    assert [een.stand for een in kantoor.koffers.van_overleg(kantoor.tafel)] == [
        KofferStand.TERUG,
        KofferStand.NAGEKOMEN,
    ]
    assert in_orde(kantoor.bureau)


def test_wat_op_kantoor_is_vernietigd_komt_met_de_koffer_niet_terug(kantoor: Kantoor) -> None:
    """Not taken in, not shown, not kept beside; what is about the other casus is."""
    koffer, bureau = kantoor.geef_uit(), kantoor.bureau
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
        diensten.verslagen.start_punt(kantoor.punt_twee)
        diensten.verslagen.bewaar_tekst(kantoor.punt_twee, VerslagTekst("Ander beeld", "", ""))
    kantoor.trek_koffer_in(koffer)
    houd_en_vernietig(kantoor, kantoor.een)
    beeld = kantoor.bekijk()
    assert beeld.vernietigd == 1
    assert not any("Weg" in punt.onderweg for punt in beeld.punten)
    terug = kantoor.lever_in(gekozen=frozenset(beeld.punten))
    assert terug.koffer_weg
    assert bureau.waarde("SELECT count(*) FROM koffer_verklaring") == 0
    assert bureau.waarde("SELECT count(*) FROM koffer_punt WHERE onderweg LIKE '%Weg%'") == 0
    assert bureau.waarde("SELECT count(*) FROM verklaring WHERE inhoud GLOB '*Wegbeeld*'") == 0
    assert in_orde(bureau)


@pytest.mark.parametrize("nummer", ["'2031-0001'", "(SELECT max(nummer) FROM vernietiging)"])
def test_een_rij_die_op_de_plaats_van_een_vernietigde_casus_staat_krijgt_niets(kantoor: Kantoor, nummer: str) -> None:
    """A new casus that got the id that came free, or one that somebody wrote there under the number of before."""
    koffer, bureau = kantoor.geef_uit(), kantoor.bureau
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.trek_koffer_in(koffer)
    houd_en_vernietig(kantoor, kantoor.een)
    kolommen = "aanmeldende_partij_id, aanpak, fase, status, procesregisseur, procesregie, geopend_op, gewijzigd_op"
    rij = f"INSERT INTO casus (id, nummer, {kolommen}) SELECT {kantoor.een}, {nummer}, {kolommen} FROM casus LIMIT 1"  # noqa: S608
    bureau.sql(rij)
    beeld = kantoor.bekijk()
    assert beeld.vernietigd == 1
    kantoor.lever_in(gekozen=frozenset(beeld.punten))
    assert bureau.waarde("SELECT count(*) FROM verklaring WHERE inhoud GLOB '*Wegbeeld*'") == 0
    assert bureau.waarde("SELECT count(*) FROM koffer_punt WHERE onderweg LIKE '%Weg%'") == 0
    assert bureau.waarde("SELECT count(*) FROM oordeel WHERE casus_id = :c", c=kantoor.een) == 0
    assert in_orde(bureau) is nummer.startswith("'")


def test_van_een_geheel_vernietigd_overleg_komt_niets_en_gaat_de_koffer_ook(kantoor: Kantoor) -> None:
    koffer = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.trek_koffer_in(koffer)
    houd_en_vernietig(kantoor, kantoor.een, kantoor.twee)
    with pytest.raises(KofferFout, match="vernietigd"):
        kantoor.lever_in()
    assert not kantoor.koffermap.exists()
    assert in_orde(kantoor.bureau)


@pytest.mark.parametrize("opdracht", ["DELETE FROM koffer", "DELETE FROM casus"])
def test_wat_uit_de_kluis_is_gehaald_is_niet_vernietigd(kantoor: Kantoor, opdracht: str) -> None:
    """Whoever has the key of the database takes the rows away: the work of the road must not go with that."""
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    bureau = kantoor.bureau
    wachters = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'zoek%'"
    bureau.zonder_triggers(str(bureau.waarde(wachters)).split(","))
    bureau.sql_zonder_sleutels(opdracht)
    with pytest.raises(GebruikersFout):
        kantoor.lever_in()
    assert kantoor.koffermap.exists()
    with kantoor.laptop() as diensten:
        assert diensten.verslagen.toon(kantoor.tafel).punten[0].besluiten
