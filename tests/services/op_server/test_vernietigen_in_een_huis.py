"""A file goes from a house that was opened on a server, as its procesregisseur does that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dbserver import Databaseserver
from factories import Bureau, ProefKlok, kopieer
from opruimhulp import TERMIJN_OVER, Gesloten, dossier, vernietiger
from serverhuis import Huisbron, Huisbureau

from zvh_desktop.database.keten.geleegd import met_geleegd
from zvh_desktop.database.keten.logketen import verifieer_logketen
from zvh_desktop.database.keten.ondertekening import Toets, verifieer_keten
from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.services.werkplek.rechten import Recht


@pytest.fixture
def gesloten(twents_sjabloon: Path, databaseserver: Databaseserver, tmp_path: Path) -> Iterator[Gesloten]:
    """A house on a server with a casus that may go, discussed beside another, on the day on which it may."""
    klok = ProefKlok()
    kantoor = Bureau(kopieer(twents_sjabloon, tmp_path / "dossier.kluis"), klok)
    ander = kantoor.casus("T. Testpersoon")
    casus = dossier(kantoor, ander, naam="J. Kanarievogel")
    kantoor.sluit()
    bron = Huisbron.maak(databaseserver, kantoor.map, tmp_path)
    klok.verder(dagen=TERMIJN_OVER)
    bureau = Huisbureau(bron.verbinding, klok)
    bureau.alsof_bevestigd()
    yield Gesloten(bureau, casus, ander)
    bureau.kluis.sluit()
    databaseserver.weg(bron.database)


def test_een_dossier_verdwijnt_uit_een_huis_op_een_server(gesloten: Gesloten) -> None:
    bureau, casus = gesloten.bureau, gesloten.casus
    nummer = bureau.nummer(casus)
    assert bureau.werkplek.mag(Recht.VERNIETIGEN).mag

    gedaan = vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)

    assert (gedaan.nummer, gedaan.gewist) == (nummer, False)
    assert [rij.id for rij in bureau.casussen.lijst()] == [gesloten.ander]
    with bureau.kluis.lees_sessies() as sessie:
        toets = met_geleegd(sessie, Toets(bureau.kluis.wortel, bureau.kluis.kluis_id))
        assert verifieer_keten(sessie, bureau.kluis.wortel, bureau.kluis.kluis_id, toets) == ()
        assert verifieer_logketen(sessie) == ()
    assert bureau.kluis.stand.controleer() == ()
