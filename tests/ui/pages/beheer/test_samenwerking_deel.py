"""Toetreden, geschillen en het convenant in Beheer: begun, told, answered, signed, taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from proefkluis import BEHEER, REGIE, WACHTWOORD
from pytestqt.qtbot import QtBot

from zvh_desktop.errors import BevestigingNodig
from zvh_desktop.models.bestuurskeuzes import Instemming, Momentsoort, Opzegreden, TrajectSoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.services.samenwerking.gegevens import (
    Besluitvraag,
    Instemminginvoer,
    MomentInvoer,
    OpvolgRegel,
    TrajectInvoer,
)
from zvh_desktop.services.samenwerking.geschillen import GeschilInvoer, StapInvoer
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.pages.beheer.samenwerking.convenant import ConvenantDeel
from zvh_desktop.ui.pages.beheer.samenwerking.correctiedialoog import Uittredingcorrectie, UittredingcorrectieDialoog
from zvh_desktop.ui.pages.beheer.samenwerking.dialogen import OpvolgDialoog, ToelaatDialoog, TrajectBesluitDialoog
from zvh_desktop.ui.pages.beheer.samenwerking.geschildialogen import GeschilUitkomst, StapDialoog
from zvh_desktop.ui.pages.beheer.samenwerking.geschillen import Geschillen
from zvh_desktop.ui.pages.beheer.samenwerking.register import Samenwerking
from zvh_desktop.ui.pages.beheer.samenwerking.trajectdialoog import TrajectDialoog
from zvh_desktop.ui.toegankelijkheid import bevindingen

DeelT = TypeVar("DeelT", bound=BeheerDeel)


@pytest.fixture
def maak(qtbot: QtBot, openen: Callable[..., Diensten], gereedschap: Gereedschap) -> Callable[[type[DeelT]], DeelT]:
    def doe(soort: type[DeelT]) -> DeelT:
        deel = soort(openen(REGIE), gereedschap)  # type: ignore[call-arg,arg-type]
        qtbot.addWidget(deel)
        deel.resize(900, 760)
        deel.show()
        deel.vernieuw()
        return deel

    return doe


def test_een_toetreding_begint_krijgt_antwoord_en_gaat_terug(
    maak: Callable[[type[Samenwerking]], Samenwerking], openen: Callable[..., Diensten]
) -> None:
    beheer = openen(BEHEER)
    beheer.instellingen.bewaar(HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid"))
    beheer.sluit()
    deel = maak(Samenwerking)
    vandaag = deel._vandaag()
    invoer = TrajectInvoer(TrajectSoort.TOETREDING, vandaag, naam="Stichting Verzonnen", kort="Verzonnen")
    deel._begin(invoer)
    assert bevindingen(deel) == []
    assert "art. 20.3" in deel.nog.tekst() and "art. 20.4" in deel.nog.tekst()
    assert not deel.toelaat_knop.isEnabled() and deel.besluit_knop.isEnabled()
    brieven = deel._diensten.samenwerking.trajecten.brieven
    (regel,) = deel.lees()
    met_adres = next(een for een in brieven.lijst(regel.id) if een.aan)
    deel.partijen._antwoord(met_adres, Instemminginvoer(Instemming.AKKOORD, vandaag))
    assert deel.lees()[0].aantal_akkoord == 1
    deel.ongedaan.maak_ongedaan()
    assert deel.lees()[0].aantal_akkoord == 0
    deel.partijen.tabel.kies(brieven.lijst(regel.id).index(met_adres))
    deel.partijen.verstuurd_knop.click()
    assert deel.lees()[0].aantal_bericht == 1
    deel.ongedaan.maak_ongedaan()
    deel.haal_weg()
    assert deel.lees() == ()
    deel.ongedaan.maak_ongedaan()
    assert len(deel.lees()) == 1
    deel.maak_leeg()
    assert deel.partijen.tabel.gekozen() is None


def test_de_dialogen_geven_terug_wat_er_staat(qtbot: QtBot, maak: Callable[[type[Samenwerking]], Samenwerking]) -> None:
    deel = maak(Samenwerking)
    partijen, vandaag = deel._diensten.partijen.lijst(), deel._vandaag()
    for soort in set(TrajectSoort) - {TrajectSoort.CORRECTIE}:
        begin = TrajectInvoer(
            soort,
            vandaag,
            partij_id=None if soort is TrajectSoort.CONVENANT else partijen[0].id,
            reden=Opzegreden.NA_WIJZIGING if soort is TrajectSoort.OPZEGGING else Opzegreden.GEWOON,
            gevraagd_per=vandaag if soort in (TrajectSoort.OPZEGGING, TrajectSoort.OPVOLGING) else None,
            toelichting="Een verzonnen toelichting.",
        )
        dialoog = TrajectDialoog(begin, partijen, "een lid", "het Partneroverleg", list, deel, nieuw=False)
        qtbot.addWidget(dialoog)
        dialoog.show()
        assert dialoog.invoer() == begin
        assert bevindingen(dialoog) == []
        dialoog.close()
    for dialoog_ in (
        TrajectBesluitDialoog(Besluitvraag((), elders=True, wie="De partijen"), vandaag, list, deel),
        ToelaatDialoog(vandaag, list, deel),
        OpvolgDialoog("A wordt B", [OpvolgRegel(1, "2026-0001", "Politietaak", vandaag)], list, deel),  # type: ignore[arg-type]
        StapDialoog("", vandaag, list, deel),
        UittredingcorrectieDialoog(partijen, list, deel),
    ):
        qtbot.addWidget(dialoog_)
        dialoog_.show()
        assert bevindingen(dialoog_) == []
        dialoog_.close()


def test_een_geschil_langs_de_weg(maak: Callable[[type[Geschillen]], Geschillen]) -> None:
    deel = maak(Geschillen)
    vandaag = deel._gereedschap.klok().date()
    deel._leg_vast(GeschilInvoer("casusregisseur", "Er is verschil van inzicht over de taken.", vandaag))
    assert bevindingen(deel) == []
    assert "Procesregisseur, daarna Manager (art. 12.4)" in deel.nog.tekst()
    (regel,) = deel.lees()
    deel._leg_voor(regel, StapInvoer(vandaag, vandaag))
    assert not deel.stap_knop.isEnabled() and deel.uitkomst_knop.isEnabled()
    uitkomst = GeschilUitkomst("Er is een afspraak gemaakt.", vandaag, opgelost=True)
    with pytest.raises(BevestigingNodig):
        deel._leg_uitkomst_vast(deel.lees()[0], uitkomst)
    deel._diensten.bevestig(WACHTWOORD)
    deel._leg_uitkomst_vast(deel.lees()[0], uitkomst)
    deel.vernieuw()
    assert deel.lees()[0].afgesloten_op == vandaag
    assert not deel.weg_knop.isEnabled() and not deel.uitkomst_knop.isEnabled()


def test_een_correctie_wordt_meteen_ondertekend(
    qtbot: QtBot, maak: Callable[[type[Samenwerking]], Samenwerking], monkeypatch: pytest.MonkeyPatch
) -> None:
    deel = maak(Samenwerking)
    politie = next(een for een in deel._diensten.partijen.lijst() if een.kort == "Politie")
    deel._diensten.bevestig(WACHTWOORD)
    deel._corrigeer_met(Uittredingcorrectie(politie.id, deel._vandaag(), "De dag was niet overgenomen."))
    deel.vernieuw()
    (regel,) = deel.lees()
    assert (regel.soort, regel.wie) == (TrajectSoort.CORRECTIE, politie.naam)
    assert not deel.wijzig_knop.isEnabled() and not deel.besluit_knop.isEnabled()
    dialoog = UittredingcorrectieDialoog(deel._diensten.partijen.lijst(), list, deel)
    qtbot.addWidget(dialoog)
    dialoog.partij.setCurrentIndex(dialoog.partij.findData(politie.id))
    assert dialoog.op.datum() == deel._vandaag()
    dialoog.close()


def test_dagen_van_het_convenant(maak: Callable[[type[ConvenantDeel]], ConvenantDeel]) -> None:
    deel = maak(ConvenantDeel)
    vandaag = deel._gereedschap.klok().date()
    deel._leg_vast(MomentInvoer(Momentsoort.GETEKEND, vandaag))
    assert [regel.id is None for regel in deel.lees()] == [False, True]
    assert "stilzwijgend verlengd" in deel.lees()[1].zin and "art. 22.1" in deel.lees()[1].zin
    assert bevindingen(deel) == []
    deel.tabel.kies(0)
    deel.gedaan_knop.click()
    assert deel.lees()[0].invoer.gedaan_op is not None
    deel.ongedaan.maak_ongedaan()
    deel.haal_weg()
    assert deel.lees() == ()
