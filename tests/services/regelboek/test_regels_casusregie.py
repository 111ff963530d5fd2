"""Who appoints a casusregisseur, in each of the five houses: the overleg that the house names, and no other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import time

import pytest
from factories import Bureau
from huis_met_regels import Huis

from zvh_desktop.models.keuzes import CasusId, OverlegId, Regel
from zvh_desktop.services.regelboek.casusregie import casusregisseur_nodig
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.tafel.tafels import OverlegInvoer


def houd(huis: Huis, casus: CasusId, soort: str) -> OverlegId:
    """A held overleg of this kind with this casus on its agenda."""
    bureau = huis.bureau
    overleg = bureau.tafel(soort=soort)
    bureau.punt(overleg, casus, huis.een)
    bureau.akkoord(overleg)
    bureau.gehouden(overleg)
    return overleg


@pytest.mark.regel(Regel.AANWIJZING_CASUSREGISSEUR)
def test_aanwijzing_casusregisseur(huis: Huis) -> None:
    bureau, profiel = huis.bureau, huis.profiel
    regels = profiel.aanwijzing_casusregisseur
    assert regels.artikel == huis.artikel(Regel.AANWIJZING_CASUSREGISSEUR)
    (beslisser,) = regels.beslissers
    casus = bureau.casus()
    bureau.oordeel(casus, huis.een, huis.twee)
    anders = [
        houd(huis, casus, soort.sleutel) if soort.casuistiek else zonder_casus(huis, soort.sleutel)
        for soort in profiel.overlegsoorten
        if soort.sleutel != beslisser
    ]
    assert anders
    for overleg in anders:
        with huis.weigert(Regel.AANWIJZING_CASUSREGISSEUR) as fout:
            bureau.wijs_aan(casus, huis.een, overleg_id=overleg)
        assert profiel.termen.casusregisseur in fout.value.gebeurd
        assert profiel.overlegsoort(beslisser).met_lidwoord in fout.value.gebeurd
    assert bureau.casussen.aanwijzing_keuzes(casus).overleggen == ()
    overleg = houd(huis, casus, beslisser)
    assert [een.id for een in bureau.casussen.aanwijzing_keuzes(casus).overleggen] == [overleg]
    bureau.wijs_aan(casus, huis.een, overleg_id=overleg)
    (regie,) = bureau.casussen.toon(casus).casusregie
    assert regie.aangewezen == f"aangewezen door {profiel.overlegsoort(beslisser).met_lidwoord} van 22 september 2026"


def zonder_casus(huis: Huis, soort: str) -> OverlegId:
    """A tactical or strategic overleg."""
    return huis.diensten.overleggen.plan(
        OverlegInvoer(soort, huis.bureau.klok.vandaag, time(13), time(15), "Raadzaal Voorbeeld")
    )


VOORAF = {Regel.OVERLEG_MET_AANMELDER, Regel.AFSTEMMING_GEMEENTE, Regel.BETROKKENE_INFORMEREN}


def op_het_blad(bureau: Bureau, casus: CasusId) -> tuple[Aandachtspunt, ...]:
    """What the page of a casus still asks for, but for what has to be talked over beforehand."""
    return zonder_weg(
        punt for punt in bureau.casussen.toon(casus).aandacht if punt.regel not in {r.value for r in VOORAF}
    )


def zonder_weg(punten: Iterable[Aandachtspunt]) -> tuple[Aandachtspunt, ...]:
    """The way to the field is the screen's; what is said is the same everywhere."""
    return tuple(replace(punt, weg=None) for punt in punten)


@pytest.mark.regel(Regel.AANWIJZING_CASUSREGISSEUR)
def test_wie_er_een_moet_hebben_wordt_erop_gewezen_en_gaat_verder(huis: Huis) -> None:
    bureau, profiel = huis.bureau, huis.profiel
    verplicht = profiel.sleutel == "twente"  # art. 12.1 says "wordt"; the other four say "kan"
    assert profiel.aanwijzing_casusregisseur.verplicht is verplicht
    casus = bureau.casus()
    assert op_het_blad(bureau, casus) == ()
    overleg = houd(huis, casus, profiel.aanwijzing_casusregisseur.beslissers[0])
    bureau.verslagen.meld_geheimhouding(overleg, gemeld=True)
    punt = casusregisseur_nodig(profiel, bureau.nummer(casus))
    assert (punt is not None) is verplicht
    plan = bureau.plannen.begin(casus)
    gezegd = (
        op_het_blad(bureau, casus),
        zonder_weg(bureau.verslagen.toon(overleg).aandacht),
        zonder_weg(bureau.plannen.toon(plan).aandacht),
    )
    assert gezegd == ((() if punt is None else (punt,)),) * 3
    assert huis.noemt(Regel.AANWIJZING_CASUSREGISSEUR, gezegd[0]) is verplicht
    bureau.plannen.bewaar(plan, bureau.plan_invoer(huis.een))
    bureau.alsof_bevestigd()
    bureau.plannen.stel_vast(plan)
    bureau.wijs_aan(casus, huis.een, overleg_id=overleg)
    assert op_het_blad(bureau, casus) == bureau.verslagen.toon(overleg).aandacht == ()
