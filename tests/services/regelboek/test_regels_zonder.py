"""A house that does not have a rule: nothing is refused under it, except under the few nothing works without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from zvh_desktop.errors import ProfielOngeldig, RegelGeweigerd
from zvh_desktop.models.keuzes import PartijSoort, Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.huiscontrole import VASTE_REGELS
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, RegelArtikel
from zvh_desktop.models.profiel.lezen import lees_profiel
from zvh_desktop.services.regelboek.aanwezigheid import afgevaardigde_mandaat
from zvh_desktop.services.regelboek.bestuur import LidStand, afwezige_vooraf_gehoord
from zvh_desktop.services.regelboek.casus import (
    afschaling_criteria,
    besluiten_per_casus,
    casusregisseur_van_partij,
    doel_besluit_themas_vooraf,
    gevraagde_bijdrage,
    rol_en_informatiebehoefte,
)
from zvh_desktop.services.regelboek.informatie import inzage_vooraf, niet_openbaar, verstrekker_bepaalt_gebruik
from zvh_desktop.services.regelboek.instroom import (
    beoordeling_aanmelding,
    criteria_complexe_casuistiek,
    triage_relevante_partijen,
)
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt

VANDAAG = date(2026, 11, 2)


def zonder(regel: Regel, huis: str = "delft") -> Huisprofiel:
    """A shipped house in which this rule does not hold."""
    profiel = laad_meegeleverd(huis)
    return replace(profiel, regels={**profiel.regels, regel: RegelArtikel(False, "", "", "Niet afgesproken.")})


def uitgezet(profiel: Huisprofiel, regel: Regel) -> str:
    """The text of a profile in which this rule is put off."""
    kop = f"[regels.{regel}]\n"
    voor, gevonden, na = profiel.brontekst.partition(f'{kop}artikel = "{profiel.artikel(regel)}"\n')
    assert gevonden
    _, _, rest = na.partition("\n")
    return f'{voor}{kop}geldt = false\nreden = "Niet afgesproken."\n{rest}'


NIETS: dict[Regel, Callable[[Huisprofiel], object]] = {
    Regel.CRITERIA_COMPLEXE_CASUISTIEK: lambda p: criteria_complexe_casuistiek(p, {}, p.aanpakken[0].sleutel),
    Regel.TRIAGE_RELEVANTE_PARTIJEN: lambda p: triage_relevante_partijen(
        p, p.hoofdoverleg.sleutel, naar_overleg=True, niet_gewogen=("Een",)
    ),
    Regel.DOEL_BESLUIT_THEMAS_VOORAF: lambda p: doel_besluit_themas_vooraf(p, "1", doel="", besluit_type="", themas=""),
    Regel.GEVRAAGDE_BIJDRAGE: lambda p: gevraagde_bijdrage(p, 3),
    Regel.INZAGE_VOORAF: lambda p: inzage_vooraf(p, "Een", akkoord=False),
    Regel.VERSTREKKER_BEPAALT_GEBRUIK: lambda p: verstrekker_bepaalt_gebruik(p, "Een", ""),
    Regel.NIET_OPENBAAR: lambda p: niet_openbaar(p, "Een", PartijSoort.DERDE),
    Regel.AFGEVAARDIGDE_MANDAAT: lambda p: afgevaardigde_mandaat(p, mandaat=False),
    Regel.ROL_EN_INFORMATIEBEHOEFTE: lambda p: rol_en_informatiebehoefte(p, "Een"),
    Regel.AFSCHALING_CRITERIA: lambda p: afschaling_criteria(p, vooraf=""),
    Regel.AFWEZIGE_VOORAF_GEHOORD: lambda p: afwezige_vooraf_gehoord(
        p, p.overlegsoort("stuurgroep"), [LidStand(1, "Een", False, False, False)], frozenset({1})
    ),
}
"""What is wrong under the rule, asked of a house that does not have it."""

EIGEN: dict[Regel, Callable[[Huisprofiel], RegelGeweigerd | None]] = {
    Regel.BEOORDELING_AANMELDING: lambda p: beoordeling_aanmelding(p, [Aandachtspunt("Kies een aanpak.")]),
    Regel.TRIAGE_RELEVANTE_PARTIJEN: lambda p: triage_relevante_partijen(p, "", naar_overleg=False)[0],
    Regel.BESLUITEN_PER_CASUS: lambda p: besluiten_per_casus(p, "onzin", p.hoofdoverleg.sleutel, ""),
    Regel.CASUSREGISSEUR_VAN_PARTIJ: lambda p: casusregisseur_van_partij(p, "Een", " "),
}
"""What the application asks all the same, by itself and without an article."""


@pytest.mark.parametrize("regel", NIETS)
def test_wie_de_regel_niet_heeft_wordt_er_niet_onder_geweigerd(regel: Regel) -> None:
    huis = "twente" if regel is Regel.CRITERIA_COMPLEXE_CASUISTIEK else "delft"
    assert not NIETS[regel](zonder(regel, huis))
    if regel is not Regel.AFWEZIGE_VOORAF_GEHOORD:
        assert NIETS[regel](laad_meegeleverd(huis))


@pytest.mark.parametrize("regel", EIGEN)
def test_wat_de_applicatie_zelf_nodig_heeft_vraagt_zij_zonder_artikel(regel: Regel) -> None:
    bezwaar = EIGEN[regel](zonder(regel))
    assert bezwaar is not None
    assert (bezwaar.regel, bezwaar.artikel) == ("", "")
    assert "art." not in bezwaar.gebeurd
    assert bezwaar.regeltekst.startswith("Dit staat niet in het convenant.")


@pytest.mark.parametrize("regel", VASTE_REGELS)
def test_van_de_paar_die_niet_gemist_kunnen_worden_zegt_de_controle_dat(regel: Regel) -> None:
    profiel = laad_meegeleverd("twente")
    tekst = uitgezet(profiel, regel)
    with pytest.raises(ProfielOngeldig) as fout:
        lees_profiel(tekst, "proef.toml")
    (bevinding,) = fout.value.bevindingen
    assert bevinding.plaats == f"regels.{regel}.geldt"
    assert "kan niet zonder deze regel" in bevinding.verwacht


def test_elke_andere_regel_mag_op_geldt_is_false() -> None:
    profiel = laad_meegeleverd("twente")
    for regel in Regel:
        if regel in VASTE_REGELS or regel is Regel.OPSCHALING_BESLUIT or not profiel.geldt(regel):
            continue
        tekst = uitgezet(profiel, regel)
        if regel is Regel.GEEN_VERSTREKKING_VOOR_OVERLEG:
            tekst = tekst.replace("delen_toegestaan = false", "delen_toegestaan = true")
        assert not lees_profiel(tekst, "proef.toml").geldt(regel)
