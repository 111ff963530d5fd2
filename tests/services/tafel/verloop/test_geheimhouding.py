"""Geheimhouding per casus: told at each, asked again when somebody comes in, and kept with the verslag."""

from __future__ import annotations

import pytest
from factories import Bureau

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, PuntUitkomst, TafelHandeling
from zvh_desktop.services.tafel.voorzitter.voorzitterdienst import VoorzitterService


class Tafel:
    """Two casussen of today, with akkoord; Politie sits at both, GGD may come in at the first."""

    def __init__(self, bureau: Bureau) -> None:
        self.b = bureau
        self.casussen = [bureau.casus(naam) for naam in ("Oefenman A", "Voorbeeldsma B")]
        self.overleg = bureau.tafel(bureau.klok.vandaag)
        self.punten = [bureau.punt(self.overleg, casus, "Politie") for casus in self.casussen]
        bureau.oordeel(self.casussen[0], "GGD")
        bureau.akkoord(self.overleg)
        self.gang = VoorzitterService(bureau.werkplek)

    def gewezen(self) -> list[bool]:
        return [punt.gewezen for punt in self.b.verslagen.aan_tafel(self.overleg).punten]

    def gemeld(self) -> bool:
        return self.b.verslagen.aan_tafel(self.overleg).geheimhouding_gemeld

    def zet(self, punt: AgendapuntId, *, aan: bool = True) -> None:
        self.gang.wijs_op_geheimhouding(punt, gewezen=aan)

    def aandacht(self) -> str:
        return " ".join(een.zin for een in self.b.verslagen.toon(self.overleg).aandacht)


@pytest.fixture
def tafel(bureau: Bureau) -> Tafel:
    return Tafel(bureau)


def test_wat_voor_het_begin_is_gezegd_geldt_voor_de_eerste_casus(tafel: Tafel) -> None:
    een, twee = tafel.punten
    tafel.zet(een)
    assert tafel.gemeld()
    tafel.b.verslagen.start_punt(een)
    assert tafel.gewezen() == [True, False]
    tafel.b.verslagen.start_punt(twee)
    assert tafel.gewezen() == [True, False]
    tafel.zet(twee)
    assert tafel.gewezen() == [True, True]


def test_wie_binnenkomt_maakt_dat_het_opnieuw_moet(tafel: Tafel) -> None:
    een = tafel.punten[0]
    tafel.b.verslagen.start_punt(een)
    tafel.zet(een)
    was = tafel.b.tafelloop.laat_binnen(een, tafel.b.partij("GGD"))
    assert tafel.gewezen()[0] is False
    tafel.b.tafelloop.zet_stoel_terug(was)
    assert tafel.gewezen()[0] is True
    tafel.b.tafelloop.laat_binnen(een, tafel.b.partij("GGD"))
    tafel.zet(een)
    assert tafel.gewezen()[0] is True
    tafel.b.tafelloop.laat_gaan(een, tafel.b.partij("GGD"))
    assert tafel.gewezen()[0] is True


def test_een_hervat_punt_vraagt_het_opnieuw(tafel: Tafel) -> None:
    een = tafel.punten[0]
    tafel.b.verslagen.start_punt(een)
    tafel.zet(een)
    tafel.b.tafelloop.onderbreek(een)
    tafel.b.verslagen.start_punt(een)
    assert not any(tafel.gewezen())


def test_terugnemen_haalt_het_ook_van_het_overleg_als_het_nergens_is_gezegd(tafel: Tafel) -> None:
    een, twee = tafel.punten
    tafel.b.verslagen.start_punt(een)
    tafel.zet(een)
    tafel.zet(twee)
    tafel.zet(een, aan=False)
    assert (tafel.gewezen(), tafel.gemeld()) == ([False, True], True)
    tafel.zet(twee, aan=False)
    assert (tafel.gewezen(), tafel.gemeld()) == ([False, False], False)


def test_het_verslag_noemt_de_casus_waarbij_het_niet_is_gezegd(tafel: Tafel) -> None:
    b = tafel.b
    een, twee = tafel.punten
    b.verslagen.start_punt(een)
    assert "Bij dit overleg" in tafel.aandacht()
    tafel.zet(een)
    assert "geheimhouding" not in tafel.aandacht()
    b.verslagen.start_punt(twee)
    assert f"Bij casus {b.nummer(tafel.casussen[1])} is niet vastgelegd" in tafel.aandacht()
    tafel.zet(twee)
    assert "geheimhouding" not in tafel.aandacht()


def test_het_staat_in_het_verloop_en_ligt_vast_met_het_verslag(tafel: Tafel) -> None:
    b = tafel.b
    een, twee = tafel.punten
    b.verslagen.start_punt(een)
    tafel.zet(een)
    verloop = b.tafelloop.toon(tafel.overleg).verloop
    assert [regel.soort for regel in verloop] == [TafelHandeling.GESTART, TafelHandeling.GEHEIMHOUDING]
    assert "geheimhouding bij casus" in verloop[-1].zin
    b.verslagen.start_punt(twee)
    for punt in tafel.punten:
        b.verslagen.zet_aanwezigheid(punt, b.partij("Politie"), Aanwezigheid.AANWEZIG)
        b.uitkomsten.zet(punt, PuntUitkomst.BESPROKEN)
    b.alsof_bevestigd()
    b.verslagen.stel_vast(tafel.overleg)
    with pytest.raises(GebruikersFout, match="ligt"):
        tafel.zet(twee)
    b.verslagen.toon(tafel.overleg)


def test_wie_laat_kwam_of_eerder_ging_staat_met_de_tijd(tafel: Tafel) -> None:
    b = tafel.b
    een = tafel.punten[0]
    b.verslagen.start_punt(een)
    b.klok.verder(minuten=7)
    b.tafelloop.laat_binnen(een, b.partij("GGD"))
    b.klok.verder(minuten=7)
    b.tafelloop.laat_gaan(een, b.partij("GGD"))
    b.tafelloop.laat_gaan(een, b.partij("Politie"))
    tijden = tafel.gang.aanwezigheidstijden(een)
    assert tijden[b.partij("GGD")].startswith("van ")
    assert tijden[b.partij("Politie")].startswith("tot ")
    assert tafel.gang.aanwezigheidstijden(tafel.punten[1]) == {}
