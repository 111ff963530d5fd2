"""The end of a file in the window: what goes is shown, the casus is gone after it, and the verklaring can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from falende_taken import FalendeTaken
from proefkluis import BEHEER, REGIE, WACHTWOORD, maak_aanmelding, maak_casus
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.keuzes import BuitenRoutering, CasusId, VernietigingId, VernietigSoort
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.vernietigen.gegevens import VernietigdRegel
from zvh_desktop.services.vernietigen.vernietigen import VernietigService
from zvh_desktop.services.verzoeken.gegevens import VerzoekbesluitInvoer, VerzoekInvoer
from zvh_desktop.services.verzoeken.opruimen import VerzoekopruimService
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.beheer import BeheerPagina
from zvh_desktop.ui.pages.beheer.opruimen import OpruimenDeel
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.pages.casus.opruimen.paneel import OpruimPaneel
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toegankelijkheid import bevindingen

Opener = Callable[..., Diensten]


def beeindigde_casus(diensten: Diensten) -> CasusId:
    """A casus that the triage sent nowhere, long ago."""
    casus = maak_casus(diensten, na_triage=False)
    diensten.triage.bewaar(casus, TriageInvoer("Geen", "Wonen", BuitenRoutering.NIET.value, "Hoort hier niet."))
    nu = diensten.werkplek.klok
    diensten.werkplek.klok = lambda: datetime(2020, 1, 1, 12, tzinfo=UTC)
    diensten.bevestig(WACHTWOORD)
    diensten.triage.rond_af(casus)
    diensten.werkplek.klok = nu
    return casus


def test_van_termijn_tot_verklaring(
    openen: Opener, gereedschap: Gereedschap, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    diensten = openen(REGIE)
    casus = beeindigde_casus(diensten)
    nummer = diensten.casussen.toon(casus).nummer

    beheer = BeheerPagina(openen(BEHEER), gereedschap)
    _toon(qtbot, beheer)
    beheer.toon("bewaartermijnen")
    termijn, bron = beheer.bewaartermijnen.velden["beeindigd"]
    qtbot.keyClicks(termijn, "een poos")
    beheer.bewaartermijnen.bewaar()
    assert "niet te lezen" in beheer.bewaartermijnen.formulier.regel("beeindigd").fout()
    termijn.clear()
    qtbot.keyClicks(termijn, "1 jaar")
    qtbot.keyClicks(bron, "Privacyprotocol Voorbeeld")
    qtbot.keyClick(beheer.bewaartermijnen.bewaar_knop, Qt.Key.Key_Space)
    assert bevindingen(beheer) == []

    diensten = openen(REGIE)
    termijnen = _toon_deel(qtbot, diensten, gereedschap, "bewaartermijnen").bewaartermijnen
    assert "nog niet ondertekend" in termijnen.handtekening.tekst()
    assert termijnen.teken_knop.isEnabled()
    diensten.bevestig(WACHTWOORD)
    diensten.termijnbesluit.onderteken()
    termijnen.vernieuw()
    assert termijnen.handtekening.tekst() == "Deze termijnen zijn ondertekend."
    assert not termijnen.teken_knop.isEnabled()
    pagina = CasussenPagina(diensten, gereedschap)
    _toon(qtbot, pagina)
    pagina.ga_naar.connect(toon_wat_gevraagd_wordt(pagina))
    pagina.toon(BijCasus(casus, "opruimen"))
    paneel = pagina.blad.opruimen
    assert bevindingen(paneel) == []
    assert "Kan vanaf 1 januari 2021" in paneel.vernietigen.wanneer.text()
    getoond: list[str] = []

    def onderteken(bevestiger: Diensten, _taken: object, _ouder: object, wat: Sequence[str] = ()) -> bool:
        getoond.extend(wat)
        bevestiger.bevestig(WACHTWOORD)
        return True

    stukken: list[Stuk] = []
    monkeypatch.setattr(Bevestigingsdialoog, "vraag", onderteken)
    monkeypatch.setattr(OpruimPaneel, "_on_stuk_gemaakt", vang(stukken))
    qtbot.keyClick(paneel.vernietigen.knop, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(stukken))
    assert getoond[0] == f"Dossier {nummer} vernietigen"
    assert "Weg: 2 betrokkenen" in getoond
    assert pagina.onderdeel() is None
    assert diensten.casussen.lijst() == ()
    assert stukken[0].inhoud.startswith(b"%PDF")

    beheer = BeheerPagina(diensten, gereedschap)
    _toon(qtbot, beheer)
    beheer.toon("opruimen")
    assert bevindingen(beheer) == []
    assert beheer.opruimen.verklaring_knop.isEnabled()


def _toon_deel(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, deel: str) -> BeheerPagina:
    beheer = BeheerPagina(diensten, gereedschap)
    _toon(qtbot, beheer)
    beheer.toon(deel)
    return beheer


def _toon(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(1200, 1000)
    widget.show()


def toon_wat_gevraagd_wordt(pagina: CasussenPagina) -> Callable[[Plaats], None]:
    """The window does this: show the place that was asked for."""

    def ga(plaats: Plaats) -> None:
        pagina.toon(plaats.onderdeel)

    return ga


def vang(stukken: list[Stuk]) -> Callable[[OpruimPaneel, Stuk], None]:
    def gemaakt(_paneel: OpruimPaneel, stuk: Stuk) -> None:
        stukken.append(stuk)

    return gemaakt


@pytest.mark.parametrize("plek", ["doe", "vernietig_aanmelding", "toon_verklaring"])
def test_wat_mislukt_wordt_gezegd(
    openen: Opener,
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    plek: str,
) -> None:
    diensten = openen(REGIE)
    diensten.bevestig(WACHTWOORD)
    taken = FalendeTaken(meldingen)
    gereedschap = replace(gereedschap, taken=taken)
    monkeypatch.setattr(VernietigService, "keur", _niets)
    monkeypatch.setattr(VernietigService, "keur_aanmelding", _niets)
    monkeypatch.setattr(Bevestigingsdialoog, "vraag", _ja)
    if plek == "doe":
        paneel = OpruimPaneel(diensten, gereedschap)
        _toon(qtbot, paneel)
        paneel.toon_casus(diensten.casussen.toon(beeindigde_casus(diensten)))
        taken.fout = GebruikersFout("Dat kan niet.")
        paneel.doe(VernietigSoort.VERNIETIGEN)
    else:
        aanmelding = maak_aanmelding(diensten)
        diensten.aanmeldingen.wijs_af(aanmelding, "Hoort hier niet.")
        deel = OpruimenDeel(diensten, gereedschap)
        _toon(qtbot, deel)
        deel.vernieuw()
        deel.weg.zet_regels(
            (VernietigdRegel(VernietigingId(1), VernietigSoort.VERNIETIGEN, "2026-0001", date(2026, 1, 1), "P. Proef"),)
        )
        deel.weg.kies(0)
        taken.fout = GebruikersFout("Dat kan niet.")
        getattr(deel, plek)()
    qtbot.waitUntil(lambda: [fout.gebeurd for fout in meldingen.fouten] == ["Dat kan niet."])
    taken.stop_alles()


def _niets(*_waarden: object) -> None:
    """As if nothing stood in the way."""


def _ja(*_waarden: object) -> bool:
    return True


def test_een_verzoek_gaat_met_zijn_eigen_knop(
    openen: Opener,
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    diensten = openen(REGIE)
    diensten.bevestig(WACHTWOORD)
    vandaag = gereedschap.klok().date()
    verzoek = diensten.verzoeken.leg_vast(
        VerzoekInvoer(VerzoekSoort.INZAGE, vandaag, "J. Oefenman", "", "", "aan de balie", vandaag)
    )
    diensten.verzoeken.besluit(verzoek, VerzoekbesluitInvoer(VerzoekUitkomst.AFGEWEZEN, "Wij hebben niets."))
    monkeypatch.setattr(Bevestigingsdialoog, "vraag", _ja)
    monkeypatch.setattr(VerzoekopruimService, "keur", _niets)
    taken = FalendeTaken(meldingen)
    deel = OpruimenDeel(diensten, replace(gereedschap, taken=taken))
    _toon(qtbot, deel)
    deel.vernieuw()
    deel.te_doen.kies(next(rij for rij, regel in enumerate(diensten.vernietigen.lijst()) if regel.verzoek_id))
    assert not deel.verzoek_knop.isEnabled()  # there is no term
    assert not deel.aanmelding_knop.isEnabled()
    assert not deel.open_knop.isEnabled()
    taken.fout = GebruikersFout("Dat kan niet.")
    deel.vernietig_aanmelding()  # of a verzoek nothing
    deel.vernietig_verzoek()
    qtbot.waitUntil(lambda: [fout.gebeurd for fout in meldingen.fouten] == ["Dat kan niet."])
    taken.stop_alles()
