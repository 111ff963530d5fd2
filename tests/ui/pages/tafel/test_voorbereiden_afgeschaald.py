"""The agenda builder with a casus that was afgeschaald in between: it says so, and waits until the point is off."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, Tafelkluis, iedereen_is_er

from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.matrix.model import KOL_ONDERWERP
from zvh_desktop.ui.toegankelijkheid import bevindingen


def schaal_af(diensten: Diensten, casus: CasusId) -> None:
    """On a tafel a week before the one that is being prepared."""
    diensten.bevestig(WACHTWOORD)
    soort = diensten.tafels.soorten()[0].sleutel
    overleg = diensten.tafels.plan(OverlegInvoer(soort, date(2026, 12, 2), time(9), time(12), "Zaal", "R. Voorbeeld"))
    punt = diensten.agenda.voeg_casus_toe(overleg, casus)
    (besluit, *_) = diensten.profiel.besluiten_tot("afschaling")
    diensten.agenda.wijzig_punt(punt, PuntInvoer(20, "", "Afronden", besluit.sleutel, "Wonen"))
    diensten.agenda.nodig_alle_uit(punt)
    diensten.agenda.geef_akkoord(overleg)
    diensten.verslagen.start_punt(punt, andere_dag=True)
    diensten.verslagen.voeg_besluit_toe(punt, BesluitInvoer(besluit.sleutel))
    iedereen_is_er(diensten, overleg)
    diensten.verslagen.stel_vast(overleg)
    diensten.afschalingen.bewaar(casus, AfschalingInvoer("Het gaat rustig.", "Alle criteria zijn gehaald."))
    diensten.afschalingen.besluit(casus, "overleg")


def test_het_punt_is_gemarkeerd_en_akkoord_wacht_tot_het_eraf_is(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    schaal_af(regie, tafelkluis.casussen[0])
    stap = Voorbereiden(regie, tafelgereedschap)
    qtbot.addWidget(stap)
    stap.resize(1024, 640)
    with qtbot.waitActive(stap):
        stap.show()
        stap.activateWindow()
    stap.toon_tafel(tafelkluis.overleg)
    zin = "is afgeschaald en hoort niet meer op deze agenda. Haal dit punt weg."
    onderwerp = stap.model.index(1, KOL_ONDERWERP)
    assert zin in str(onderwerp.data(Qt.ItemDataRole.ToolTipRole))
    assert zin in str(onderwerp.data(Qt.ItemDataRole.AccessibleTextRole))
    assert onderwerp.data(Qt.ItemDataRole.DecorationRole) is not None
    assert any(zin in een for een in stap.totaal.aandacht.zinnen())
    assert not stap.akkoord.akkoord_knop.isEnabled()
    assert zin in stap.akkoord.akkoord_knop.toolTip()
    assert bevindingen(stap) == []
    punt = stap.model.punt(1)
    assert punt is not None
    stap.matrix.ga_naar_plek(punt.id, tafelkluis.partijen["RN"])
    stap.matrix.setFocus()
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Space)
    assert "is afgeschaald. Er kan geen partij meer bij komen" in stap.strook.tekst()
    qtbot.keyClick(stap.matrix, Qt.Key.Key_Delete)
    assert not any("afgeschaald" in een for een in stap.totaal.aandacht.zinnen())
    assert stap.akkoord.akkoord_knop.isEnabled()
