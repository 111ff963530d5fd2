"""A casus without a besluit: niet behandeld, aangehouden, alleen besproken; and on the next tafel in one act."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from factories import Bureau
from sqlalchemy.exc import IntegrityError

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, OverlegId, PuntUitkomst, VerslagStatus
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, UitkomstRegel, VerslagTekst

NIET, AAN, BESPROKEN, GEEN = (
    PuntUitkomst.NIET_BEHANDELD,
    PuntUitkomst.AANGEHOUDEN,
    PuntUitkomst.BESPROKEN,
    PuntUitkomst.GEEN,
)


@dataclass
class Tafel:
    """Two casussen with two partijen; the first was opened, the second was not reached."""

    bureau: Bureau
    overleg: OverlegId
    casussen: list[CasusId]
    gehad: AgendapuntId
    gemist: AgendapuntId


@pytest.fixture
def tafel(bureau: Bureau) -> Tafel:
    overleg = bureau.tafel(bureau.klok.vandaag)
    casussen = [bureau.casus(naam) for naam in ("Oefenman A", "Voorbeeldsma B")]
    punten = [bureau.punt(overleg, casus, "Politie", "OM") for casus in casussen]
    bureau.agenda.vraag_bijdrage(punten[1], bureau.partij("OM"), "Vertel wat u weet.")
    bureau.akkoord(overleg)
    bureau.verslagen.start_punt(punten[0])
    return Tafel(bureau, overleg, casussen, punten[0], punten[1])


def uitkomst(tafel: Tafel, punt: AgendapuntId) -> UitkomstRegel:
    return next(p.uitkomst for p in tafel.bureau.verslagen.toon(tafel.overleg).punten if p.id == punt)


def test_een_casus_die_niet_is_bereikt_vraagt_geen_besluit_en_geen_aanwezigheid(tafel: Tafel) -> None:
    b = tafel.bureau
    b.uitkomsten.zet(tafel.gemist, NIET)
    nodig = [punt.zin for punt in b.verslagen.toon(tafel.overleg).nog_nodig]
    assert all(b.nummer(tafel.casussen[1]) not in zin for zin in nodig)
    b.uitkomsten.zet(tafel.gehad, BESPROKEN)
    for kort in ("Politie", "OM"):
        b.tafelloop.laat_binnen(tafel.gehad, b.partij(kort))
    b.alsof_bevestigd()
    b.verslagen.stel_vast(tafel.overleg)
    assert b.verslagen.toon(tafel.overleg).kop.verslag_status is VerslagStatus.VASTGESTELD
    assert uitkomst(tafel, tafel.gemist).zin == "Niet behandeld"


def test_wie_toch_begint_met_een_niet_behandelde_casus_wist_dat(tafel: Tafel) -> None:
    tafel.bureau.uitkomsten.zet(tafel.gemist, NIET)
    tafel.bureau.verslagen.start_punt(tafel.gemist)
    assert uitkomst(tafel, tafel.gemist).soort is GEEN


def test_aangehouden_vraagt_tot_wanneer(tafel: Tafel) -> None:
    b = tafel.bureau
    for tot in (None, b.klok.vandaag):
        with pytest.raises(InvoerOngeldig) as fout:
            b.uitkomsten.zet(tafel.gehad, AAN, tot)
        assert fout.value.veld == "tot"
    with pytest.raises(InvoerOngeldig):
        b.uitkomsten.zet(tafel.gehad, BESPROKEN, b.klok.over(7))
    wissel = b.uitkomsten.zet(tafel.gehad, AAN, b.klok.over(7))
    assert uitkomst(tafel, tafel.gehad) == UitkomstRegel(AAN, b.klok.over(7))
    assert uitkomst(tafel, tafel.gehad).zin.startswith("Aangehouden tot ")
    lijn = [een.toelichting for een in b.casussen.toon(tafel.casussen[0]).tijdlijn if een.plaats == "tafel"]
    assert lijn[0].startswith("aangehouden tot ")
    b.uitkomsten.herstel(wissel)
    assert uitkomst(tafel, tafel.gehad) == UitkomstRegel()


def test_een_besluit_en_een_uitkomst_sluiten_elkaar_uit(tafel: Tafel) -> None:
    b = tafel.bureau
    b.uitkomsten.zet(tafel.gehad, BESPROKEN)
    with pytest.raises(GebruikersFout, match="alleen besproken"):
        b.verslagen.voeg_besluit_toe(tafel.gehad, BesluitInvoer("isd"))
    besluit = "INSERT INTO besluit (agendapunt_id, casus_id, soort, omschrijving, conditie, informering) "
    with pytest.raises(IntegrityError, match="geen besluit genomen"):
        b.sql(f"{besluit} VALUES (:punt, :casus, 'isd', '', '', '')", punt=tafel.gehad, casus=tafel.casussen[0])
    b.uitkomsten.zet(tafel.gehad, GEEN)
    b.verslagen.voeg_besluit_toe(tafel.gehad, BesluitInvoer("isd"))
    with pytest.raises(GebruikersFout, match="besluit vastgelegd"):
        b.uitkomsten.zet(tafel.gehad, NIET)
    with pytest.raises(IntegrityError):
        b.sql("UPDATE agendapunt SET uitkomst = 'besproken' WHERE id = :punt", punt=tafel.gehad)


def test_wat_is_besproken_is_niet_onbehandeld(tafel: Tafel) -> None:
    tafel.bureau.verslagen.bewaar_tekst(tafel.gehad, VerslagTekst("Er is gesproken.", "", ""))
    with pytest.raises(GebruikersFout, match="wel behandeld"):
        tafel.bureau.uitkomsten.zet(tafel.gehad, NIET)
    tafel.bureau.uitkomsten.zet(tafel.gehad, BESPROKEN)


def test_in_een_keer_op_de_volgende_tafel_met_wie_daar_mag_zijn(tafel: Tafel) -> None:
    b = tafel.bureau
    b.oordeel(tafel.casussen[1], "Politie", tot=b.klok.over(10))
    b.tafel(b.klok.vandaag)
    later = b.tafel(b.klok.over(21))
    assert [een.id for een in b.uitkomsten.volgende_tafels(tafel.gemist)] == [later]
    wissel = b.uitkomsten.zet_op_tafel(tafel.gemist, later)
    assert uitkomst(tafel, tafel.gemist) == UitkomstRegel(AAN, b.klok.over(21))
    assert b.op_agenda(later) == {b.nummer(tafel.casussen[1]): frozenset({"OM"})}
    assert wissel.niet_mee == (b.naam("Politie"),)
    (punt,) = b.agenda.toon(later).punten
    assert (punt.doel, punt.besluit_type, punt.themas) == ("Bepalen wie wat doet.", "afschalen", "Wonen en veiligheid")
    assert [cel.gevraagde_bijdrage for cel in punt.cellen if cel.gevraagde_bijdrage] == ["Vertel wat u weet."]
    assert b.uitkomsten.volgende_tafels(tafel.gemist) == ()
    b.uitkomsten.herstel(wissel)
    assert b.agenda.toon(later).punten == ()
    assert uitkomst(tafel, tafel.gemist) == UitkomstRegel()


def test_niet_behandeld_kan_ook_meteen_naar_de_volgende(tafel: Tafel) -> None:
    later = tafel.bureau.tafel(tafel.bureau.klok.over(21))
    tafel.bureau.uitkomsten.zet_op_tafel(tafel.gemist, later, NIET)
    assert uitkomst(tafel, tafel.gemist) == UitkomstRegel(NIET)
    assert list(tafel.bureau.op_agenda(later)) == [tafel.bureau.nummer(tafel.casussen[1])]


def test_op_een_agenda_met_akkoord_komt_niets_meer(tafel: Tafel) -> None:
    b = tafel.bureau
    later = b.tafel(b.klok.over(21))
    b.punt(later, tafel.casussen[0], "Politie")
    b.akkoord(later)
    assert b.uitkomsten.volgende_tafels(tafel.gemist) == ()
    with pytest.raises(GebruikersFout, match="niet meer worden gezet"):
        b.uitkomsten.zet_op_tafel(tafel.gemist, later)
    assert uitkomst(tafel, tafel.gemist) == UitkomstRegel()


def test_een_onderwerp_heeft_geen_uitkomst(bureau: Bureau) -> None:
    overleg = bureau.tafel(bureau.klok.vandaag)
    onderwerp = bureau.agenda.voeg_onderwerp_toe(overleg, "Vaststellen verslag")
    punt = bureau.punt(overleg, bureau.casus(), "Politie")
    bureau.akkoord(overleg)
    with pytest.raises(GebruikersFout, match="nog niet begonnen"):
        bureau.uitkomsten.zet(punt, NIET)
    bureau.verslagen.start_punt(onderwerp)
    with pytest.raises(InvoerOngeldig, match="hoort bij een casus"):
        bureau.uitkomsten.zet(onderwerp, NIET)
