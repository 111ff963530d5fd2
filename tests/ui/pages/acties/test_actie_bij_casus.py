"""An actie can be added on Acties itself: the casus is chosen in the dialog, and what is new is chosen in the list."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from proefkluis import WACHTWOORD, maak_casus
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.errors import Weg
from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.acties.actie_bij_casus import ActieBijCasusDialoog
from zvh_desktop.ui.pages.acties.acties import ActiesPagina
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.weg.gang import WegGevraagd


@pytest.fixture
def casussen(diensten: Diensten) -> tuple[CasusId, CasusId]:
    """One at which three partijen may be, and one at which nobody may."""
    eerste, tweede = maak_casus(diensten), maak_casus(diensten, "Testpersoon Zonder Oordeel")
    diensten.bevestig(WACHTWOORD)
    partijen = [regel.partij_id for regel in diensten.oordelen.blad(eerste)[:3]]
    diensten.oordelen.geef(eerste, [OordeelInvoer(p, OordeelUitkomst.RECHTMATIG, "Eigen taak") for p in partijen])
    return eerste, tweede


@pytest.fixture
def pagina(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> ActiesPagina:
    gemaakt = ActiesPagina(diensten, gereedschap)
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    return gemaakt


def lees(qtbot: QtBot, pagina: ActiesPagina, gereedschap: Gereedschap) -> None:
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    QApplication.processEvents()


def met_toetsen(monkeypatch: pytest.MonkeyPatch, doe: Callable[[ActieBijCasusDialoog], None]) -> None:
    def exec_(dialoog: ActieBijCasusDialoog) -> int:
        dialoog.show()
        QApplication.processEvents()
        doe(dialoog)
        return dialoog.result()

    monkeypatch.setattr(ActieBijCasusDialoog, "exec", exec_)


def test_insert_op_acties_legt_een_actie_vast_en_kiest_haar(
    qtbot: QtBot,
    pagina: ActiesPagina,
    diensten: Diensten,
    gereedschap: Gereedschap,
    casussen: tuple[CasusId, CasusId],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    partij = diensten.oordelen.blad(casussen[0])[0].partij_id
    for nummer in range(3):
        diensten.acties.voeg_toe_bij_casus(casussen[0], ActieInvoer(f"Eerder {nummer}", partij))
    pagina.vernieuw()
    lees(qtbot, pagina, gereedschap)

    def vul_in(dialoog: ActieBijCasusDialoog) -> None:
        dialoog.casus.setFocus()
        qtbot.keyClicks(dialoog.casus, "persoon een")
        qtbot.keyClicks(dialoog.omschrijving, "Belt de woningbouw")
        dialoog.bewaar_knop.click()

    met_toetsen(monkeypatch, vul_in)
    pagina.lijst.tabel.naar_tabel()
    qtbot.keyClick(pagina.lijst.tabel.tabel, Qt.Key.Key_Insert)
    lees(qtbot, pagina, gereedschap)
    gekozen = pagina.lijst.tabel.gekozen()
    assert gekozen is not None
    assert (gekozen.invoer.omschrijving, gekozen.casus_id) == ("Belt de woningbouw", casussen[0])


def test_een_casus_zonder_oordeel_zegt_dat(
    qtbot: QtBot,
    pagina: ActiesPagina,
    diensten: Diensten,
    casussen: tuple[CasusId, CasusId],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gezegd: list[str] = []

    def vul_in(dialoog: ActieBijCasusDialoog) -> None:
        qtbot.keyClicks(dialoog.casus, "zonder")
        assert dialoog.belegd_bij.count() == 0
        qtbot.keyClicks(dialoog.omschrijving, "Belt")
        dialoog.bewaar_knop.click()
        gezegd.append(dialoog.formulier.regel("belegd_bij").fout())

    met_toetsen(monkeypatch, vul_in)
    pagina.lijst.nieuw_knop.click()
    assert gezegd == ["Bij deze casus mag nog geen partij rechtmatig aanwezig zijn. Geef eerst een oordeel."]
    assert diensten.acties.lijst() == ()


class Venster(QWidget):
    """Stands for the frame: where is it asked to go?"""

    def __init__(self) -> None:
        super().__init__()
        self.wegen: list[Weg] = []

    def event(self, gebeurtenis: QEvent) -> bool:
        if isinstance(gebeurtenis, WegGevraagd):
            self.wegen.append(gebeurtenis.weg)
            gebeurtenis.accept()
            return True
        return super().event(gebeurtenis)


def test_zonder_oordeel_sluit_de_knop_de_dialoog_en_gaat_naar_de_oordelen(
    qtbot: QtBot, pagina: ActiesPagina, casussen: tuple[CasusId, CasusId], monkeypatch: pytest.MonkeyPatch
) -> None:
    venster, gezien = Venster(), []
    qtbot.addWidget(venster)
    pagina.setParent(venster)
    pagina.show()
    venster.show()

    def ga(dialoog: ActieBijCasusDialoog) -> None:
        voor = bevindingen(dialoog)
        dialoog.casus.setCurrentIndex(dialoog.casus.findData(int(casussen[0])))
        gezien.append(dialoog.oordeel_knop.isVisible())
        dialoog.casus.setCurrentIndex(dialoog.casus.findData(int(casussen[1])))
        gezien.append(dialoog.oordeel_knop.isVisible())
        assert bevindingen(dialoog) == voor
        dialoog.oordeel_knop.click()
        gezien.append(dialoog.isVisible())

    met_toetsen(monkeypatch, ga)
    pagina.lijst.nieuw_knop.click()
    qtbot.waitUntil(lambda: bool(venster.wegen))
    assert gezien == [False, True, False]
    assert [(weg.plaats, weg.onderdeel) for weg in venster.wegen] == [("casussen", BijCasus(casussen[1], "oordelen"))]


def test_zonder_casus_is_er_niets_om_een_actie_bij_te_leggen(pagina: ActiesPagina, meldingen: NepMeldingen) -> None:
    pagina.lijst.nieuw_knop.click()
    (fout,) = meldingen.fouten
    assert "geen lopende casus" in fout.gebeurd
