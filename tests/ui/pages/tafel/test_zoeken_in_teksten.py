"""A word from a verslag, typed in the search box, opens the verslag at that point."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, ProefKlok, Tafelkluis

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag
from zvh_desktop.ui.paginas import bouw_zoeker
from zvh_desktop.ui.protocollen import Zoektreffer
from zvh_desktop.ui.widgets.velden.zoekveld import Zoekveld


def typ_en_kies(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, woord: str) -> Zoektreffer:
    veld = Zoekveld(bouw_zoeker(diensten), gereedschap.taken)
    qtbot.addWidget(veld)
    with qtbot.waitActive(veld):
        veld.show()
        veld.activateWindow()
    veld.setFocus()
    qtbot.keyClicks(veld, woord)
    qtbot.waitUntil(lambda: veld.model.rowCount() == 1)
    with qtbot.waitSignal(veld.treffer_gekozen) as gekozen:
        qtbot.keyClick(veld, Qt.Key.Key_Return)
    assert gekozen.args is not None
    treffer = gekozen.args[0]
    assert isinstance(treffer, Zoektreffer)
    return treffer


def open_tafel(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, treffer: Zoektreffer) -> TafelsPagina:
    assert treffer.plaats == "tafels"
    pagina = TafelsPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.show()
    pagina.vernieuw()
    pagina.toon(treffer.onderdeel)
    return pagina


def test_een_woord_uit_het_verslag_opent_het_verslag_bij_dat_punt(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, klok: ProefKlok
) -> None:
    klok.nu = datetime(2026, 12, 15, 8, 0, tzinfo=UTC)
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    punten = regie.agenda.toon(tafelkluis.overleg).punten
    for punt in punten:
        regie.verslagen.start_punt(punt.id, andere_dag=True)
    regie.verslagen.bewaar_tekst(punten[2].id, VerslagTekst("Er is sprake van zorgmijding.", "", ""))
    treffer = typ_en_kies(qtbot, regie, tafelgereedschap, "zorgmijding")
    assert treffer.titel == "2026-0002"
    assert treffer.toelichting == "verslag van 15 december 2026, beeld: Er is sprake van zorgmijding."
    pagina = open_tafel(qtbot, regie, tafelgereedschap, treffer)
    stap = pagina.werkblad.stap_widget(3)
    assert isinstance(stap, Verslag)
    assert pagina.werkblad.stap() == 3
    assert stap.punt.punt_id() == punten[2].id


def test_een_woord_uit_de_agenda_opent_de_agenda_bij_dat_punt(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    treffer = typ_en_kies(qtbot, regie, tafelgereedschap, "Vaststellen verslag")
    pagina = open_tafel(qtbot, regie, tafelgereedschap, treffer)
    stap = pagina.werkblad.stap_widget(0)
    assert isinstance(stap, Voorbereiden)
    assert stap.matrix.plek()[0] == regie.agenda.toon(tafelkluis.overleg).punten[0].id
