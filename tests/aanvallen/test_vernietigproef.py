"""Destroyed means destroyed; ``make vernietigproef`` tries it two hundred times."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from factories import REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer, maak_sjabloon
from opruimhulp import TERMIJN_OVER, schaal_af, tafel_met, vernietiger, zet_termijnen
from vernietig_sporen import sporen
from vernietig_tabel import GEEN_TEKST, beproef, kan_vol, maak_dossiersjabloon, tekstkolommen, vul, vullen

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.reservekopie import herstel_reservekopie, maak_reservekopie
from zvh_desktop.database.vernietigen.loten import LOTEN
from zvh_desktop.database.vernietigen.wegdoen import dossier_van_casus, tel
from zvh_desktop.models.keuzes import CasusId, Reactie, VernietigSoort, VerzendingSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.rondsturen.gegevens import RondstuurVraag
from zvh_desktop.services.vernietigen.vernietigen import VernietigService

TYPWOORD = "жшщцъыэюя"
"""What somebody typed in every field of one casus; three letters of it are six bytes, too many for chance."""
# each moment of being killed at least twice
PROEVEN = tuple(range(20))


@pytest.fixture(scope="session")
def vol_dossier(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CasusId]:
    """A closed vault with a file that may go."""
    basis = tmp_path_factory.mktemp("vernietigproef")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        return maak_dossiersjabloon(basis)


@pytest.mark.parametrize("nummer", PROEVEN)
def test_van_een_vernietigd_dossier_is_nergens_iets_over(
    vol_dossier: tuple[Path, CasusId], tmp_path: Path, nummer: int
) -> None:
    _, stond_er, fout = beproef(vol_dossier, tmp_path, nummer)
    assert stond_er
    assert fout == []


def test_de_kanarie_zit_in_elk_tekstveld_en_in_elke_tabel(vol_dossier: tuple[Path, CasusId], tmp_path: Path) -> None:
    """Or the trials above would find nothing whatever was left."""
    bureau = Bureau(kopieer(vol_dossier[0], tmp_path / "proef.kluis"), ProefKlok())
    with vullen(bureau.kluis) as verbinding:
        dossier = dossier_van_casus(verbinding, vol_dossier[1])
        gevuld = vul(verbinding, dossier, "жшщцъыэюя")
        aantallen = tel(verbinding, dossier)
    bureau.sluit()
    assert gevuld | set(GEEN_TEKST) == tekstkolommen()
    assert [lot.rij.__tablename__ for lot in LOTEN if kan_vol(lot) and not aantallen[lot]] == []


@pytest.mark.mag_loggen("zvh_desktop.database.controle")
def test_zonder_wissen_blijft_er_wel_iets_staan(
    vol_dossier: tuple[Path, CasusId], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VernietigService, "doe", _niets)
    _, stond_er, fout = beproef(vol_dossier, tmp_path, 0)
    assert stond_er
    assert fout


def _niets(*_waarden: object) -> None:
    """As if it was done."""


def test_ook_uit_een_overleg_over_anderen_is_het_weg(tmp_path: Path) -> None:
    """Typed as users type it, at a tafel about another casus too: what was signed there, sent and answered goes too."""
    gebruiker, klok = Path(os.environ["ZVH_GEBRUIKERSMAP"]), ProefKlok()
    bureau = Bureau(maak_sjabloon(tmp_path / "proef.kluis"), klok)
    bureau.contact("Politie", "OM")
    ander, casus = bureau.casus("T. Testpersoon"), bureau.casus(f"J. {TYPWOORD}", doel=f"Doel {TYPWOORD}.")
    tafel = tafel_met(bureau, ander, casus, afschalen=casus, tekst=TYPWOORD)
    rond = bureau.diensten().rondsturen
    for kort in ("Politie", "OM"):
        (id_,) = rond.noteer_verstuurd([RondstuurVraag(VerzendingSoort.VERSLAG, tafel, bureau.partij(kort))])
        rond.leg_reactie_vast(id_, Reactie.OPMERKING, f"Over {TYPWOORD}.")
    schaal_af(bureau, casus, TYPWOORD)
    zet_termijnen(bureau)
    klok.verder(dagen=TERMIJN_OVER)
    bureau.alsof_bevestigd()
    assert TYPWOORD in " ".join(sporen(bureau.map, gebruiker, bureau.kluis, TYPWOORD))
    maak_reservekopie(bureau.kluis, tmp_path / "kopie")
    vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)
    assert sporen(bureau.map, gebruiker, bureau.kluis, TYPWOORD) == []
    assert [punt.tekst.beeld for punt in bureau.verslagen.toon(tafel).punten if punt.casus_id] == [
        "beeld van een ander"
    ]
    assert ControleService(bureau.werkplek).vind() == ()
    bureau.sluit()
    shutil.rmtree(bureau.map)
    herstel_reservekopie(tmp_path / "kopie", tmp_path / "terug.kluis")
    with open_kluis(tmp_path / "terug.kluis", REGIE, WACHTWOORD, klok=klok) as terug:
        bouw_diensten(terug, klok)
        assert sporen(tmp_path / "terug.kluis", gebruiker, terug, TYPWOORD) == []
