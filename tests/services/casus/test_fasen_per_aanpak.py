"""In a house with more than one process a casus goes along the fasen of its own aanpak, with its own usual partijen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import Bureau

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegId, PartijId
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.werkproces import Fase
from zvh_desktop.services.casus.casussen import CasusService
from zvh_desktop.services.huis.profielen import bezwaren_tegen
from zvh_desktop.services.poort.oordelen import OordeelService
from zvh_desktop.services.tafel.agenda_lezen import lees_agenda
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


def met_zijweg(profiel: Huisprofiel, aanpak: str, vanaf: str) -> Huisprofiel:
    """A fase after this one that only this aanpak has."""
    weg = Fase("zijweg", "Z", "Zijweg", True, (vanaf,), (vanaf,), "Apart.", "art. 1", (aanpak,))
    fasen = (replace(een, naar=(*een.naar, "zijweg")) if een.sleutel == vanaf else een for een in profiel.fasen)
    return replace(profiel, fasen=(*fasen, weg))


def zet(bureau: Bureau, profiel: Huisprofiel) -> CasusService:
    bureau.werkplek.profiel = profiel
    return CasusService(bureau.werkplek)


def getoond(bureau: Bureau, tafel: OverlegId) -> set[PartijId]:
    """Whose column is in the matrix from the start."""
    with bureau.kluis.lees_sessies() as sessie:
        beeld = lees_agenda(bureau.werkplek, sessie, haal(sessie, Overleg, tafel, "Dit overleg"))
    return {kolom.partij_id for kolom in beeld.kolommen if kolom.betrokken}


@pytest.mark.parametrize("eigen", [True, False])
def test_een_fase_van_een_andere_aanpak_is_er_niet(bureau: Bureau, eigen: bool) -> None:
    casus = bureau.casus()
    beeld = bureau.casussen.toon(casus)
    hier = beeld.aanpak_sleutel
    ander = next(een.sleutel for een in bureau.profiel.aanpakken if een.sleutel != hier)
    dienst = zet(bureau, met_zijweg(bureau.profiel, hier if eigen else ander, beeld.fase_sleutel))
    volgende = {keuze.sleutel for keuze in dienst.toon(casus).volgende_fasen}
    assert ("zijweg" in volgende) is eigen
    if not eigen:
        with pytest.raises(GebruikersFout):
            dienst.naar_fase(casus, "zijweg")
        assert dienst.toon(casus).fase_sleutel != "zijweg"


def test_een_nieuwe_versie_laat_geen_casus_achter_in_een_fase_van_een_ander(bureau: Bureau) -> None:
    casus = bureau.casus()
    beeld = bureau.casussen.toon(casus)
    ander = next(een.sleutel for een in bureau.profiel.aanpakken if een.sleutel != beeld.aanpak_sleutel)
    nieuw = replace(
        bureau.profiel,
        fasen=tuple(
            replace(fase, aanpakken=(ander,)) if fase.sleutel == beeld.fase_sleutel else fase
            for fase in bureau.profiel.fasen
        ),
    )
    with bureau.kluis.lees_sessies() as sessie:
        (bezwaar,) = bezwaren_tegen(bureau.werkplek, sessie, nieuw)
    assert beeld.nummer in bezwaar.gevonden
    assert "aanpak" in bezwaar.gevonden


def test_de_vaste_partijen_van_de_aanpak_staan_bovenaan_en_mogen_nog_niets(bureau: Bureau) -> None:
    casus = bureau.casus()
    hier = bureau.casussen.toon(casus).aanpak_sleutel
    assert not any(regel.vast for regel in bureau.oordelen.blad(casus))
    vast = tuple(replace(een, vaste_partijen=("om", "GGD")) for een in bureau.profiel.aanpakken if een.sleutel == hier)
    bureau.werkplek.profiel = replace(bureau.profiel, aanpakken=vast)
    blad = OordeelService(bureau.werkplek).blad(casus)
    assert {regel.kort for regel in blad[:2]} == {"OM", "GGD"}
    assert [regel.vast for regel in blad].count(True) == 2
    assert {regel.stand for regel in blad[:2]} == {blad[-1].stand}
    tafel = bureau.tafel()
    punt = bureau.agenda.voeg_casus_toe(tafel, casus)
    with pytest.raises(GebruikersFout):
        bureau.agenda.zet_deelname(punt, bureau.partij("OM"), aan=True)


def test_wie_vast_aan_een_soort_overleg_zit_staat_op_die_agenda_en_mag_nog_niets(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    casus = bureau.casus()
    soort = bureau.profiel.casusoverleggen[0]
    met = replace(soort, vaste_partijen=("ggd",))
    anders = tuple(met if een.sleutel == soort.sleutel else een for een in bureau.profiel.overlegsoorten)
    bureau.werkplek.profiel = replace(bureau.profiel, overlegsoorten=anders)
    ggd = bureau.partij("GGD")
    blad = OordeelService(bureau.werkplek).blad
    assert not any(regel.vast for regel in blad(casus)), "it stands on no agenda yet"
    tafel = bureau.tafel()
    punt = bureau.agenda.voeg_casus_toe(tafel, casus)
    assert [regel.partij_id for regel in blad(casus) if regel.vast] == [ggd]
    assert blad(casus)[0].partij_id == ggd
    assert ggd not in getoond(bureau, tafel), "it was planned under the profile without"
    monkeypatch.setattr(Werkplek, "profiel_van", lambda werkplek, _sessie, _overleg: werkplek.profiel)
    assert ggd in getoond(bureau, tafel)
    with pytest.raises(GebruikersFout):
        bureau.agenda.zet_deelname(punt, ggd, aan=True)
