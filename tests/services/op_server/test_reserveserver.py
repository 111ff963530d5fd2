"""The server falls over and another takes its place: nothing confirmed is lost, or whoever works there is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from dbserver import WERKER, Databaseserver, draaiende_server
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, ProefKlok
from reserveserver import Servernaam, neem_over, reserveserver, wacht_op_volger
from serverhuis import Huisbron, Huisbureau

from zvh_desktop.database.team.controleren import controleer_team
from zvh_desktop.database.team.openen import Serveraanmelding, open_team
from zvh_desktop.database.team.verbinding import lees_verbinding, schrijf_verbinding
from zvh_desktop.errors import AlleenLezen, HandtekeningOnjuist, KluisFout, LijnWeg
from zvh_desktop.models.keuzes import CasusId

pytestmark = pytest.mark.mag_loggen(
    "psycopg", "zvh_desktop.services.werkplek.werkplek", "zvh_desktop.database.zitting.kluisstand"
)


@dataclass
class Huis:
    """A house that is reached by a name, on a server that another follows."""

    pad: Path
    naam: Servernaam
    eerste: Databaseserver
    tweede: Databaseserver
    klok: ProefKlok

    def open(self, wie: str = REGIE) -> Huisbureau:
        return Huisbureau(self.pad, self.klok, gebruiker=wie)

    def bevindingen(self) -> tuple[str, ...]:
        with open_team(lees_verbinding(self.pad), Serveraanmelding(WERKER, REGIE, WACHTWOORD)) as team:
            return controleer_team(team)


@pytest.fixture
def huis(twents_sjabloon: Path, tmp_path: Path, klok: ProefKlok) -> Iterator[Huis]:
    with draaiende_server(lambda _: None, "synchronous_commit=on") as eerste:
        bron = Huisbron.maak(eerste, twents_sjabloon, tmp_path)
        verbinding = lees_verbinding(bron.verbinding)
        naam = Servernaam(tmp_path / "n")
        naam.map.mkdir()
        naam.wijst_naar(eerste)
        pad = tmp_path / "huis.team"
        schrijf_verbinding(pad, replace(verbinding, plek=replace(verbinding.plek, server=str(naam.map))))
        with reserveserver(eerste) as tweede:
            yield Huis(pad, naam, eerste, tweede, klok)


def namen(bureau: Huisbureau) -> set[str]:
    return {regel.betrokkene for regel in bureau.aanmeldingen.lijst()}


def test_een_reserveserver_die_bij_is_neemt_het_over_en_het_venster_gaat_door(huis: Huis) -> None:
    wacht_op_volger(huis.eerste)
    bureau = huis.open()
    casus: CasusId = bureau.casus("J. Voor")
    bureau.oordeel(casus, "Politie")
    huis.eerste.val_om()
    with pytest.raises(LijnWeg) as weg:
        bureau.aanmelding("J. Onbereikbaar")
    assert weg.value.opgeslagen is False
    huis.naam.wijst_naar(huis.tweede)
    for doe in (lambda: namen(bureau), lambda: bureau.aanmelding("J. Te vroeg")):
        with pytest.raises(AlleenLezen, match="volgt een andere"):
            doe()
    neem_over(huis.tweede)
    bureau.aanmelding("J. Na")
    bureau.oordeel(casus, "OM")
    assert namen(bureau) == {"J. Voor", "J. Na"}
    assert [regel.echt for regel in bureau.oordelen.geschiedenis(casus)] == [True, True]
    bureau.sluit()
    assert huis.bevindingen() == ()


def test_een_reserveserver_die_achterliep_wordt_gemeld_en_pas_na_een_beheerder_telt_er_weer_iets(huis: Huis) -> None:
    bureau = huis.open()
    casus = bureau.casus("J. Voor")
    wacht_op_volger(huis.eerste)
    huis.eerste.doe("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()")
    huis.tweede.stop()
    zorg = bureau.diensten().zorg
    bureau.oordeel(casus, "Politie")
    bureau.trek_in(casus, "Politie")
    huis.eerste.val_om()
    huis.tweede.start()
    neem_over(huis.tweede)
    huis.naam.wijst_naar(huis.tweede)
    for doe in (lambda: bureau.oordelen.geschiedenis(casus), lambda: bureau.aanmelding("J. Na")):
        with pytest.raises(KluisFout, match="terug bij een eerdere stand"):
            doe()
    zorg.leg_plek_vast(b"getypt")
    assert zorg.lees_plek() == b"getypt", "as the refusal promises"
    bureau.sluit()

    opnieuw = huis.open()
    assert any("ontbreken" in zin for zin in opnieuw.kluis.stand.waarschuwingen)
    with pytest.raises(HandtekeningOnjuist):
        opnieuw.oordeel(casus, "OM")
    beheer = huis.open(BEHEER)
    diensten = beheer.diensten()
    diensten.bevestig(WACHTWOORD)
    diensten.beheer.aanvaard_stand()
    beheer.sluit()
    opnieuw.sluit()

    verder = huis.open()
    assert "aanvaardde op" in verder.diensten().aanvaarding
    verder.diensten().volg_aanvaarding()
    verder.oordeel(casus, "OM")
    verder.sluit()
    assert huis.bevindingen() == ()


def test_een_onondertekende_daad_die_kwijt_is_wordt_ook_gemeld(huis: Huis) -> None:
    bureau = huis.open()
    wacht_op_volger(huis.eerste)
    huis.eerste.doe("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()")
    huis.tweede.stop()
    bureau.aanmelding("J. Kwijt")
    huis.eerste.val_om()
    huis.tweede.start()
    neem_over(huis.tweede)
    huis.naam.wijst_naar(huis.tweede)
    # Somebody else works on there, and takes the numbers of the lines that are gone.
    ander = huis.open(MEDEWERKER)
    ander.aanmelding("J. Ander")
    ander.aanmelding("J. Nogeen")
    with pytest.raises(KluisFout, match="terug bij een eerdere stand"):
        bureau.aanmelding("J. Na")
    bureau.sluit()
    opnieuw = huis.open()
    assert any("logregels" in zin for zin in opnieuw.kluis.stand.waarschuwingen)
    assert namen(opnieuw) == {"J. Ander", "J. Nogeen"}
    opnieuw.sluit()
    ander.sluit()
