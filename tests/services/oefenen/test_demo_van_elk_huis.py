"""The demo of every house shows what goes otherwise than planned: in its vault, and read back from its documents."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from beurten import om_beurten
from demo_lezen import alles_in, zonder_wit
from demos import Demo, Demos

sys.path.append(str(Path(__file__).resolve().parents[3]))

from benchmarks.kaaldoek import zonder_merken
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.models.keuzen.eindekeuzes import EindeSoort
from zvh_desktop.models.keuzes import CasusStatus, OverlegStatus, PuntUitkomst, Rol, TafelHandeling
from zvh_desktop.models.profiel.bronnen import meegeleverde_profielen
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount, tweede_regisseur
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt


@dataclass(frozen=True)
class Gespeeld:
    """One demo: what is in its vault, and what stands in its documents."""

    demo: Demo
    diensten: Diensten

    def stukken(self, soort: str) -> dict[Path, str]:
        """The text of each document of this kind, without white space."""
        namen = [een["bestand"] for een in self.demo.overzicht["documenten"] if een["soort"] == soort]
        return {Path(naam): zonder_wit(alles_in(self.demo.map / naam)) for naam in namen}

    def punten(self, uitkomst: PuntUitkomst) -> list[VerslagPunt]:
        """The points of tafels that were held, with this outcome."""
        gehouden = [een for een in self.diensten.tafels.lijst() if een.status is OverlegStatus.GEHOUDEN]
        alle = [punt for een in gehouden for punt in self.diensten.verslagen.toon(een.id).punten]
        return [punt for punt in alle if punt.casus_id is not None and punt.uitkomst.soort is uitkomst]


@pytest.fixture(scope="module", params=om_beurten(meegeleverde_profielen()))
def gespeeld(
    request: pytest.FixtureRequest, demos: Demos, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Gespeeld]:
    demo, account = demos.speel(request.param), oefenaccount(Rol.PROCESREGISSEUR)
    assert demo.afloop.code == 0, demo.afloop.fout
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(tmp_path_factory.mktemp("gebruiker")))
        # a copy: who opens a vault writes in it, and another worker may be at the next of these tests
        eigen = shutil.copytree(demo.kluis, tmp_path_factory.mktemp("gespeeld") / "kluis")
        with open_kluis(eigen, account.gebruiker, account.wachtwoord) as kluis:
            yield Gespeeld(demo, bouw_diensten(kluis))


def test_iedereen_is_verzonnen(gespeeld: Gespeeld) -> None:
    bereikbaar = [partij for partij in gespeeld.diensten.partijen.lijst() if partij.contactpersonen]
    assert len(bereikbaar) >= 10
    assert any(contact.mandaat for partij in bereikbaar for contact in partij.contactpersonen)
    adressen = [contact.email for partij in bereikbaar for contact in partij.contactpersonen]
    assert [adres for adres in adressen if not adres.endswith((".example", ".invalid"))] == []
    casussen = gespeeld.diensten.casussen.lijst()
    assert casussen
    assert all(casus.betrokkene.startswith("Testpersoon ") for casus in casussen)


def test_een_casus_is_niet_bereikt_en_het_verslag_zegt_het(gespeeld: Gespeeld) -> None:
    (punt,) = gespeeld.punten(PuntUitkomst.NIET_BEHANDELD)
    assert (punt.gestart, punt.besluiten) == (False, ())
    (tekst,) = (tekst for tekst in gespeeld.stukken("notulen-regie").values() if punt.casusnummer in tekst)
    assert zonder_wit("niet behandeld") in tekst.casefold()


def test_een_partij_kwam_later_en_het_verslag_noemt_haar(gespeeld: Gespeeld) -> None:
    gehouden = [een for een in gespeeld.diensten.tafels.lijst() if een.status is OverlegStatus.GEHOUDEN]
    laat = [
        een
        for tafel in gehouden
        for een in gespeeld.diensten.tafelloop.toon(tafel.id).verloop
        if een.soort is TafelHandeling.AAN_TAFEL
    ]
    assert laat
    notulen = gespeeld.stukken("notulen-regie").values()
    assert any(zonder_wit(een.zin) in tekst for een in laat for tekst in notulen)


def test_een_tafel_is_afgelast_en_ieder_die_was_uitgenodigd_kreeg_brief_afzegging_en_bericht(
    gespeeld: Gespeeld,
) -> None:
    (tafel,) = (een for een in gespeeld.diensten.tafels.lijst() if een.status is OverlegStatus.AFGELAST)
    beeld = gespeeld.diensten.afgelasten.toon(tafel.id)
    assert (beeld.te_vertellen, beeld.te_plannen) == (0, ())
    assert beeld.partijen
    for soort in ("afgelasting", "afgelasting-ics", "afgelasting-eml"):
        assert len(gespeeld.stukken(soort)) == len(beeld.partijen)
    assert all(zonder_wit(beeld.reden) in tekst for tekst in gespeeld.stukken("afgelasting").values())
    assert all("METHOD:CANCEL" in tekst for tekst in gespeeld.stukken("afgelasting-ics").values())


def test_een_casus_eindigt_bij_de_triage_elders(gespeeld: Gespeeld) -> None:
    casussen = gespeeld.diensten.casussen.lijst()
    einden = [gespeeld.diensten.einden.toon(een.id).nu for een in casussen if een.status is CasusStatus.BEEINDIGD]
    elders = [einde for einde in einden if einde is not None and einde.soort is EindeSoort.ELDERS]
    assert elders
    assert all(einde.advies and einde.terugkoppeling is not None for einde in elders)


def test_een_casus_ging_naar_een_andere_procesregisseur(gespeeld: Gespeeld) -> None:
    casussen = gespeeld.diensten.casussen.lijst()
    wissels = [wissel for een in casussen for wissel in gespeeld.diensten.regisseurs.geschiedenis(een.id)]
    assert [(een.naar, bool(een.reden)) for een in wissels] == [(tweede_regisseur().weergavenaam, True)]


def test_een_stuk_dat_is_voor_te_lezen_is_hoogstens_een_vijfde_groter(gespeeld: Gespeeld) -> None:
    documenten = gespeeld.diensten.documenten
    tafel = next(een.id for een in gespeeld.diensten.tafels.lijst() if een.status is OverlegStatus.GEHOUDEN)
    vragen = (*documenten.agendastukken(tafel), *documenten.verslagstukken(tafel))
    with zonder_merken():
        kaal = [len(stuk.inhoud) for stuk in documenten.maak_alle(vragen)]
    gemerkt = documenten.maak_alle(vragen)
    maten = {
        (stuk.soort, stuk.partij_id): len(stuk.inhoud) / zonder for stuk, zonder in zip(gemerkt, kaal, strict=True)
    }
    assert len(maten) > 10
    # Also the tables of the regie, that hold a cell for each partij at each casus: each cell is an element of the tree.
    assert None in {partij for _soort, partij in maten}
    assert {wat: maat for wat, maat in maten.items() if maat > 1.2} == {}
