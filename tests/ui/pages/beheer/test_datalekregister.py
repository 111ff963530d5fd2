"""The register of datalekken in Beheer: recorded, reported, told, and each of it taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from proefkluis import BEHEER, REGIE
from pytestqt.qtbot import QtBot

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import ApBesluit
from zvh_desktop.services.datalek.gegevens import DatalekInvoer, Geraakt, Kandidaat, MeldingInvoer, Voorstel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.datalek.dialogen import DatalekDialoog, MeldingDialoog
from zvh_desktop.ui.pages.beheer.datalek.geraaktdialoog import GeraaktDialoog
from zvh_desktop.ui.pages.beheer.datalek.register import Datalekken
from zvh_desktop.ui.toegankelijkheid import bevindingen

WAT = "Een bericht ging naar een verkeerd adres."


@pytest.fixture
def maak(qtbot: QtBot, openen: Callable[..., Diensten], gereedschap: Gereedschap) -> Callable[[str], Datalekken]:
    def doe(naam: str) -> Datalekken:
        deel = Datalekken(openen(naam), gereedschap)
        qtbot.addWidget(deel)
        deel.resize(900, 760)
        deel.show()
        deel.vernieuw()
        return deel

    return doe


def test_vastleggen_versturen_en_terug(maak: Callable[[str], Datalekken], openen: Callable[..., Diensten]) -> None:
    beheer = openen(BEHEER)
    beheer.instellingen.bewaar(HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid"))
    beheer.sluit()
    deel = maak(REGIE)
    diensten = deel._diensten
    nu = diensten.werkplek.klok()
    deel._leg_vast(DatalekInvoer(WAT, nu, bericht=WAT))
    (regel,) = deel.lees()
    assert bevindingen(deel) == []
    assert "nog 72 uur" in regel.termijn
    deel._meld(regel, MeldingInvoer(ApBesluit.NIET, reden="Het kwam niet aan."))
    assert deel.lees()[0].besluit is ApBesluit.NIET
    deel.ongedaan.maak_ongedaan()
    assert deel.lees()[0].besluit is ApBesluit.OPEN
    partij = next(partij.id for partij in diensten.partijen.lijst() if any(c.email for c in partij.contactpersonen))
    deel._zet_geraakt(regel, Geraakt(), Geraakt(partijen=(partij,)))
    assert "art. 10.3 onder h" in deel.nog.tekst()
    deel.brieven.verstuurd_knop.click()
    assert diensten.datalekken.brieven.lijst(regel.id)[0].verstuurd_op is not None
    assert not deel.brieven.verstuurd_knop.isEnabled()
    deel.ongedaan.maak_ongedaan()
    assert diensten.datalekken.brieven.lijst(regel.id)[0].verstuurd_op is None
    deel.weg_knop.click()
    assert deel.lees() == ()
    deel.ongedaan.maak_ongedaan()
    assert deel.lees()[0].wat == WAT
    deel.maak_leeg()
    assert deel.tabel.gekozen() is None


def test_na_een_brief_blijft_de_cursor_waar_hij_was(
    maak: Callable[[str], Datalekken], openen: Callable[..., Diensten]
) -> None:
    beheer = openen(BEHEER)
    beheer.instellingen.bewaar(HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid"))
    beheer.sluit()
    deel = maak(REGIE)
    diensten = deel._diensten
    nu = diensten.werkplek.klok()
    for wat in ("Een eerste datalek.", WAT):
        deel._leg_vast(DatalekInvoer(wat, nu, bericht=WAT))
    met_adres = [partij.id for partij in diensten.partijen.lijst() if any(c.email for c in partij.contactpersonen)]
    onderste = deel.tabel.model.regels[1]
    deel.tabel.kies(1)
    deel._zet_geraakt(onderste, Geraakt(), Geraakt(partijen=tuple(met_adres[:2])))
    assert deel.tabel.gekozen().id == onderste.id
    deel.brieven.tabel.kies(1)
    tweede = deel.brieven.tabel.gekozen()
    deel.brieven.verstuurd_knop.click()
    assert deel.tabel.gekozen().id == onderste.id
    na = deel.brieven.tabel.gekozen()
    assert (na.partij_id, na.verstuurd_op is not None) == (tweede.partij_id, True)


def test_de_beheerder_ziet_de_termijn_en_niet_wat_er_is(maak: Callable[[str], Datalekken]) -> None:
    deel = maak(BEHEER)
    assert deel.mag()
    assert not deel.nieuw_knop.isEnabled()
    assert not deel.brieven.isVisible()


def test_een_casus_vinkt_wie_er_iets_over_kreeg(qtbot: QtBot) -> None:
    def voorstel(casussen: tuple[int, ...]) -> Voorstel:
        personen = (Kandidaat(7, "Proefpersoon"),) if casussen else ()
        return Voorstel(personen, (Kandidaat(3, "Een"), Kandidaat(4, "Twee")), (3,) if casussen else ())

    bewaard: list[Geraakt] = []
    dialoog = GeraaktDialoog((Kandidaat(1, "Casus 1"),), Geraakt(), voorstel, bewaard.append)  # type: ignore[arg-type]
    qtbot.addWidget(dialoog)
    dialoog.casussen.vink(1, True)
    assert dialoog.invoer() == Geraakt((1,), (7,), (3,))  # type: ignore[arg-type]
    dialoog.partijen.vink(3, False)
    dialoog.partijen.vink(4, True)
    dialoog.bewaar_knop.click()
    assert bewaard == [Geraakt((1,), (7,), (4,))]  # type: ignore[arg-type]


def test_een_weigering_staat_bij_het_veld(qtbot: QtBot) -> None:
    def weiger(_invoer: object) -> None:
        raise InvoerOngeldig("reden", "Vul in waarom.")

    nu = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
    melding = MeldingDialoog(MeldingInvoer(ApBesluit.NIET), nu, "nog 72 uur", weiger)
    qtbot.addWidget(melding)
    melding.bewaar_knop.click()
    assert melding.formulier.regel("reden").fout() == "Vul in waarom."
    dialoog = DatalekDialoog(DatalekInvoer(WAT, nu), weiger)
    qtbot.addWidget(dialoog)
    assert dialoog.gevonden.datum() == nu.date()
    assert dialoog.invoer().gevonden_op == nu
    assert dialoog.invoer().wat == WAT
