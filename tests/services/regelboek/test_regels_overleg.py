"""The rules on meetings without casussen in each of the five houses, through the services."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

import pytest
from huis_met_regels import Huis
from overlegleden import alleen_partijen, per_zetel, wijzig_lid

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.bestuurskeuzes import BesluitUitkomst, Stem
from zvh_desktop.models.keuzes import Aanwezigheid, OverlegBesluitId, OverlegId, PartijId, Regel
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, LidInvoer, VoorstelInvoer
from zvh_desktop.services.regelboek.bestuur import Uitslag
from zvh_desktop.services.tafel.tafels import OverlegInvoer


class Bestuur:
    """A meeting that has begun, with two members at the table and a proposal."""

    def __init__(self, huis: Huis, soort: str, raakt: tuple[PartijId, ...] = ()) -> None:
        self.huis = huis
        self.besluiten = huis.diensten.besluitvorming
        self.overleggen = huis.diensten.overleggen
        self.soort = huis.profiel.overlegsoort(soort)
        self.overleg: OverlegId = self.overleggen.plan(
            OverlegInvoer(soort, huis.bureau.klok.vandaag, time(13), time(15), "Raadzaal Voorbeeld")
        )
        self.een, self.twee = huis.bureau.partij(huis.een), huis.bureau.partij(huis.twee)
        alleen_partijen(huis.diensten.werkplek, self.overleg, [self.een, self.twee])
        for partij in (self.een, self.twee):
            self.zet(partij, LidInvoer("Testpersoon Lid", Aanwezigheid.AANWEZIG))
        self.overleggen.houd(self.overleg)
        punt = self.overleggen.voeg_punt_toe(self.overleg, BestuurpuntInvoer("Jaarplan", 20))
        self.voorstel: OverlegBesluitId = self.besluiten.leg_voor(punt, VoorstelInvoer("Meer geld", "", raakt))

    def zet(self, partij: PartijId, invoer: LidInvoer) -> None:
        """How a member is present."""
        wijzig_lid(self.huis.diensten.werkplek, self.overleg, partij, invoer)

    def stem(self, stemmen: Mapping[PartijId, Stem]) -> Uitslag:
        """The votes of these partijen, each with one seat."""
        zetels = per_zetel(self.huis.diensten.werkplek, self.overleg, stemmen)
        return self.besluiten.leg_stemmen_vast(self.voorstel, zetels)


def soorten(huis: Huis) -> list[str]:
    """Every kind of meeting of this house on which no casus can stand."""
    gevonden = [soort.sleutel for soort in huis.profiel.overlegsoorten if not soort.casuistiek]
    assert gevonden
    return gevonden


@pytest.mark.regel(Regel.GEEN_CASUS_BUITEN_OPERATIONEEL)
def test_geen_casus_buiten_operationeel(huis: Huis) -> None:
    bureau = huis.bureau
    casus = bureau.casus("Testpersoon Ongewoon")
    for soort in soorten(huis):
        bestuur = Bestuur(huis, soort)
        with huis.weigert(Regel.GEEN_CASUS_BUITEN_OPERATIONEEL) as fout:
            bureau.agenda.voeg_casus_toe(bestuur.overleg, casus)
        assert bestuur.soort.naam in fout.value.gebeurd
        for tekst in (f"Over {bureau.nummer(casus)}", "Het gaat om testpersoon ongewoon."):
            with huis.weigert(Regel.GEEN_CASUS_BUITEN_OPERATIONEEL):
                bestuur.overleggen.voeg_punt_toe(bestuur.overleg, BestuurpuntInvoer("Rondvraag", 5, tekst))
        bestuur.overleggen.voeg_punt_toe(bestuur.overleg, BestuurpuntInvoer("Rondvraag", 5, "Jaarplan 2026-2030"))
    for soort in huis.profiel.casusoverleggen:  # type: ignore[assignment]
        assert bureau.agenda.voeg_casus_toe(bureau.tafel(soort=soort.sleutel), casus)  # type: ignore[attr-defined]


@pytest.mark.regel(Regel.MEERDERHEID)
def test_meerderheid(huis: Huis) -> None:
    huis.artikel(Regel.MEERDERHEID)
    for soort in soorten(huis):
        bestuur = Bestuur(huis, soort)
        stemmen = {bestuur.een: Stem.VOOR, bestuur.twee: Stem.ONTHOUDING}
        if bestuur.soort.stemregel.consensus_eerst:
            with huis.weigert(Regel.MEERDERHEID):
                bestuur.stem(stemmen)
        bestuur.besluiten.leg_consensus_vast(bestuur.voorstel, bereikt=False)
        uitslag = bestuur.stem(stemmen)
        voorgesteld = bestuur.soort.stemregel.wijze == "voorstel"
        assert uitslag.uitkomst is (BesluitUitkomst.VOORGESTELD if voorgesteld else BesluitUitkomst.AANGENOMEN)
        assert bestuur.soort.stemregel.artikel in uitslag.zin
        tegen = dict.fromkeys(stemmen, Stem.TEGEN)
        assert bestuur.stem(tegen).uitkomst is BesluitUitkomst.VERWORPEN


@pytest.mark.regel(Regel.AFWEZIGE_VOORAF_GEHOORD)
def test_afwezige_vooraf_gehoord(huis: Huis) -> None:
    huis.artikel(Regel.AFWEZIGE_VOORAF_GEHOORD)
    ergens = False
    for soort in soorten(huis):
        bestuur = Bestuur(huis, soort, raakt=(huis.bureau.partij(huis.twee),))
        bestuur.zet(bestuur.twee, LidInvoer("Testpersoon Lid", Aanwezigheid.AFWEZIG))
        if bestuur.soort.stemregel.afwezige != "geen_regel":
            ergens = True
            for nog_niet in (
                LidInvoer("Testpersoon Lid", Aanwezigheid.AFWEZIG),
                LidInvoer("Testpersoon Lid", Aanwezigheid.AFWEZIG, huis.bureau.klok.vandaag),
            ):
                bestuur.zet(bestuur.twee, nog_niet)
                with huis.weigert(Regel.AFWEZIGE_VOORAF_GEHOORD):
                    bestuur.besluiten.leg_consensus_vast(bestuur.voorstel, bereikt=True)
            gehoord = LidInvoer("Testpersoon Lid", Aanwezigheid.AFWEZIG, huis.bureau.klok.vandaag, "Akkoord.")
            bestuur.zet(bestuur.twee, gehoord)
        assert bestuur.besluiten.leg_consensus_vast(bestuur.voorstel, bereikt=True).zin
    assert ergens is huis.profiel.geldt(Regel.AFWEZIGE_VOORAF_GEHOORD)


@pytest.mark.regel(Regel.PATSTELLING)
def test_patstelling(huis: Huis) -> None:
    artikel = huis.artikel(Regel.PATSTELLING)
    for soort in soorten(huis):
        bestuur = Bestuur(huis, soort)
        stemregel = bestuur.soort.stemregel
        if artikel:
            with huis.weigert(Regel.PATSTELLING):
                bestuur.besluiten.leg_beslissing_elders_vast(bestuur.voorstel, "Toegestaan.")
        bestuur.besluiten.leg_consensus_vast(bestuur.voorstel, bereikt=False)
        gelijk = {bestuur.een: Stem.VOOR, bestuur.twee: Stem.TEGEN}
        assert bestuur.stem(gelijk).uitkomst is BesluitUitkomst.PATSTELLING
        if stemregel.patstelling:
            with pytest.raises(RegelGeweigerd, match="er niet uit gekomen") as fout:
                bestuur.stem({bestuur.een: Stem.VOOR})
            assert (fout.value.regel, fout.value.artikel) == (Regel.PATSTELLING, artikel)
            assert stemregel.patstelling in fout.value.gebeurd
        else:
            (voorstel,) = bestuur.overleggen.toon(bestuur.overleg).punten[-1].voorstellen
            assert huis.profiel.regel(Regel.PATSTELLING).tekst in voorstel.zin
        bestuur.besluiten.leg_beslissing_elders_vast(bestuur.voorstel, "Toegestaan tot en met december.")
