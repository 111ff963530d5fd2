"""The screen in the room: shown for who is there, empty at once for anyone else, and never more than all may see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import pytest
from factories import Bureau
from uitgangspunten import uitgangspunt

from zvh_desktop.errors import GebruikersFout, NietBevoegd
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzen.verzoekkeuzes import Aard, ItemSoort, VerzoekSoort
from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, CasusId, OverlegId, PuntUitkomst
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.services.tafel.voorzitter.voorzitterdienst import VoorzitterService
from zvh_desktop.services.tafel.zaal.gegevens import Zaalbeeld, Zaalvrijgave
from zvh_desktop.services.tafel.zaal.zaal import ZaalService
from zvh_desktop.services.verzoeken.gegevens import AantekeningInvoer, VerzoekInvoer
from zvh_desktop.services.verzoeken.verzoeken import VerzoekService

BETROKKENE = "Testpersoon Zaal"


def _leg_aan(bureau: Bureau) -> tuple[CasusId, CasusId, OverlegId, AgendapuntId, AgendapuntId]:
    casus, ander = bureau.casus(BETROKKENE), bureau.casus("Voorbeeldsma B")
    overleg = bureau.tafel(bureau.klok.vandaag)
    punt = bureau.punt(overleg, casus, "Politie", "OM")
    volgend = bureau.punt(overleg, ander, "Politie")
    bureau.oordeel(casus, "GGD")
    bureau.akkoord(overleg)
    bureau.verslagen.start_punt(punt)
    for kort in ("Politie", "OM"):
        bureau.verslagen.zet_aanwezigheid(punt, bureau.partij(kort), Aanwezigheid.AANWEZIG)
    return casus, ander, overleg, punt, volgend


class Zaal:
    """A casus that is open, with Politie and OM there; GGD and Tactus are not, and only GGD may come in."""

    def __init__(self, bureau: Bureau) -> None:
        self.b = bureau
        self.casus, self.ander, self.overleg, self.punt, self.volgend = uitgangspunt(bureau, _leg_aan)
        self.gang = VoorzitterService(bureau.werkplek)
        self.dienst = ZaalService(bureau.werkplek)
        self.wijs()

    def zet(self, kort: str, wat: Aanwezigheid) -> None:
        self.b.verslagen.zet_aanwezigheid(self.punt, self.b.partij(kort), wat)

    def wijs(self) -> None:
        self.gang.wijs_op_geheimhouding(self.punt, gewezen=True)

    def beeld(self, vrij: Zaalvrijgave) -> Zaalbeeld:
        stand = self.dienst.toon(vrij)
        assert stand.beeld is not None, stand.reden
        return stand.beeld

    def leeg(self, vrij: Zaalvrijgave) -> str:
        stand = self.dienst.toon(vrij)
        assert stand.beeld is None
        assert stand.reden
        return stand.reden


@pytest.fixture
def zaal(bureau: Bureau) -> Zaal:
    return Zaal(bureau)


def alles(beeld: Zaalbeeld) -> str:
    return " ".join(repr(getattr(beeld, veld.name)) for veld in fields(beeld))


def test_de_zaal_ziet_de_casus_wie_er_zit_en_wat_er_is_afgesproken(zaal: Zaal) -> None:
    b = zaal.b
    b.verslagen.voeg_besluit_toe(zaal.punt, BesluitInvoer(b.profiel.besluiten[0].sleutel, "Samen verder"))
    b.acties.voeg_toe_bij_punt(zaal.punt, ActieInvoer("Huisbezoek", b.partij("Politie"), b.klok.over(3)))
    beeld = zaal.beeld(zaal.dienst.geef_vrij(zaal.punt))
    assert beeld.casusnummer == b.nummer(zaal.casus)
    assert set(beeld.aan_tafel) == {b.naam("Politie"), b.naam("OM")}
    assert [een.omschrijving for een in beeld.besluiten] == ["Samen verder"]
    assert [(een.omschrijving, een.belegd_bij, een.termijn) for een in beeld.acties] == [
        ("Huisbezoek", b.naam("Politie"), b.klok.over(3))
    ]
    assert b.logboek()[-1]["handeling"] == "casus in de zaal getoond"


def test_geen_betrokkene_geen_aantekening_en_geen_spoor_van_een_ander_punt(zaal: Zaal) -> None:
    b = zaal.b
    b.verslagen.bewaar_tekst(zaal.punt, VerslagTekst("Beeldwoord", "Oordeelwoord", "Besluitwoord"))
    b.verslagen.zet_aanwezigheid(zaal.punt, b.partij("OM"), Aanwezigheid.AFGEMELD, "A. Afgevaardigde")
    gezien = alles(zaal.beeld(zaal.dienst.geef_vrij(zaal.punt)))
    for weg in (BETROKKENE, "Beeldwoord", "Oordeelwoord", "Besluitwoord", "Afgevaardigde", b.nummer(zaal.ander)):
        assert weg not in gezien
    assert b.naam("OM") not in gezien  # not there, so not on the list of who is


def laat_binnen(zaal: Zaal) -> None:
    zaal.b.tafelloop.laat_binnen(zaal.punt, zaal.b.partij("GGD"))


def alleen_de_stoel(zaal: Zaal) -> None:
    """With the key in hand, beside the application: a seat, and nobody was let in."""
    zaal.b.sql(
        "INSERT INTO deelname (agendapunt_id, casus_id, partij_id, oordeel_id, oordeel_uitkomst, gevraagde_bijdrage,"
        " aanwezigheid, afgevaardigde, vervallen, intrekking_verzonden, ter_tafel)"
        " SELECT :punt, casus_id, partij_id, id, uitkomst, '', 'aanwezig', '', 0, 0, 0 FROM oordeel"
        " WHERE casus_id = :casus AND partij_id = :partij",
        punt=zaal.punt,
        casus=zaal.casus,
        partij=zaal.b.partij("GGD"),
    )


def trek_in(zaal: Zaal) -> None:
    zaal.b.trek_in(zaal.casus, "OM")


def ander_punt(zaal: Zaal) -> None:
    zaal.b.verslagen.start_punt(zaal.volgend)


def rond_af(zaal: Zaal) -> None:
    zaal.b.verslagen.rond_punt_af(zaal.punt)


def onderbreek(zaal: Zaal) -> None:
    zaal.b.tafelloop.onderbreek(zaal.punt)


def niet_gewezen(zaal: Zaal) -> None:
    zaal.gang.wijs_op_geheimhouding(zaal.punt, gewezen=False)


def nieuw_oordeel(zaal: Zaal) -> None:
    """The same outcome, for another reason or another time: the chair has to look again."""
    zaal.b.oordeel(zaal.casus, "OM")


@pytest.mark.parametrize(
    "gebeurt",
    [laat_binnen, alleen_de_stoel, trek_in, ander_punt, rond_af, onderbreek, niet_gewezen, nieuw_oordeel],
)
def test_de_zaal_wordt_leeg_zodra_er_iets_verandert(zaal: Zaal, gebeurt: Callable[[Zaal], None]) -> None:
    vrij = zaal.dienst.geef_vrij(zaal.punt)
    zaal.beeld(vrij)
    gebeurt(zaal)
    zaal.leeg(vrij)


@pytest.mark.parametrize("gebeurt", [laat_binnen, trek_in, ander_punt, rond_af, niet_gewezen])
def test_wie_kijkt_weet_dat_er_iets_kan_zijn_veranderd(zaal: Zaal, gebeurt: Callable[[Zaal], None]) -> None:
    versie = zaal.dienst.versie
    gebeurt(zaal)
    assert zaal.dienst.versie != versie


def test_typen_verandert_niets_aan_wat_de_zaal_mag_zien(zaal: Zaal) -> None:
    vrij, versie = zaal.dienst.geef_vrij(zaal.punt), zaal.dienst.versie
    zaal.b.verslagen.bewaar_tekst(zaal.punt, VerslagTekst("Beeld", "", ""))
    assert zaal.dienst.versie == versie
    zaal.beeld(vrij)


def test_een_nieuwkomer_moet_eerst_zijn_gewezen_op_de_geheimhouding(zaal: Zaal) -> None:
    vrij = zaal.dienst.geef_vrij(zaal.punt)
    laat_binnen(zaal)
    assert "geheimhouding" in zaal.leeg(vrij)
    with pytest.raises(GebruikersFout, match="geheimhouding"):
        zaal.dienst.geef_vrij(zaal.punt)
    zaal.wijs()
    zaal.leeg(vrij)  # an earlier release does not come back to life
    assert zaal.b.naam("GGD") in zaal.beeld(zaal.dienst.geef_vrij(zaal.punt)).aan_tafel


def test_wie_weggaat_neemt_de_anderen_niets_af(zaal: Zaal) -> None:
    vrij = zaal.dienst.geef_vrij(zaal.punt)
    zaal.b.tafelloop.laat_gaan(zaal.punt, zaal.b.partij("OM"))
    assert zaal.beeld(vrij).aan_tafel == (zaal.b.naam("Politie"),)


def test_wie_terugkomt_heeft_weer_een_vrijgave_nodig(zaal: Zaal) -> None:
    zaal.b.tafelloop.laat_gaan(zaal.punt, zaal.b.partij("OM"))
    vrij = zaal.dienst.geef_vrij(zaal.punt)
    zaal.b.tafelloop.laat_binnen(zaal.punt, zaal.b.partij("OM"))
    zaal.leeg(vrij)


def test_zolang_iemand_er_niet_mag_zijn_gaat_er_niets_open(zaal: Zaal) -> None:
    b = zaal.b
    trek_in(zaal)
    with pytest.raises(GebruikersFout, match="mag niet"):
        zaal.dienst.geef_vrij(zaal.punt)
    om = next(een for een in b.tafelloop.toon(zaal.overleg).partijen[zaal.punt] if een.kort == "OM")
    assert om.moet_weg
    assert not om.zit
    was = b.tafelloop.laat_gaan(zaal.punt, b.partij("OM"))
    assert zaal.beeld(zaal.dienst.geef_vrij(zaal.punt)).aan_tafel == (b.naam("Politie"),)
    b.tafelloop.zet_stoel_terug(was)
    with pytest.raises(GebruikersFout, match="mag niet"):
        zaal.dienst.geef_vrij(zaal.punt)


def test_een_punt_dat_niet_bezig_is_gaat_niet_open(zaal: Zaal) -> None:
    with pytest.raises(GebruikersFout, match="niet bezig"):
        zaal.dienst.geef_vrij(zaal.volgend)
    rond_af(zaal)
    with pytest.raises(GebruikersFout, match="niet bezig"):
        zaal.dienst.geef_vrij(zaal.punt)
    assert zaal.b.logboek()[-1]["resultaat"] == "geweigerd"


def test_na_vaststellen_is_er_niets_meer_te_zien(zaal: Zaal) -> None:
    b = zaal.b
    vrij = zaal.dienst.geef_vrij(zaal.punt)
    b.uitkomsten.zet(zaal.punt, PuntUitkomst.BESPROKEN)
    ander_punt(zaal)
    zaal.leeg(vrij)


def test_een_beperkt_gegeven_blijft_buiten_de_zaal(zaal: Zaal) -> None:
    b = zaal.b
    actie = b.acties.voeg_toe_bij_punt(zaal.punt, ActieInvoer("Geheime afspraak met buurman", b.partij("Politie")))
    vrij = zaal.dienst.geef_vrij(zaal.punt)
    assert "Geheime afspraak" in alles(zaal.beeld(vrij))
    verzoeken = VerzoekService(b.werkplek)
    verzoek = verzoeken.leg_vast(
        VerzoekInvoer(
            VerzoekSoort.INZAGE, b.klok.vandaag, BETROKKENE, "", "Niet gebruiken.", "paspoort gezien", b.klok.vandaag
        )
    )
    personen = [een.id for een in verzoeken.personen(verzoek, BETROKKENE, Geboortedatum(1990, 5, 17)) if een.zelfde]
    verzoeken.bevestig_personen(verzoek, personen)
    verzoeken.aantekeningen.zet(verzoek, AantekeningInvoer(ItemSoort.ACTIE, actie, Aard.BEPERKING, "Niet gebruiken."))
    assert "Geheime afspraak" not in alles(zaal.beeld(vrij))


def test_een_beheerder_komt_er_niet_bij(zaal: Zaal) -> None:
    beheer = zaal.b.als("beheer")
    with pytest.raises(NietBevoegd):
        beheer.diensten().tafelloop.zaal.geef_vrij(zaal.punt)
