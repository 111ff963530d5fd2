"""One line about the rest of the day: how far behind, when it is done, and how many have to be told. More behind it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.models.taal import tijd
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.voorzitter.dagverloop import Dagverloop
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.aan_tafel.dagdialoog import DagDialoog
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop

_TIK_MS = 30_000
"""The clock above counts every second; what it does to the day changes by the minute."""


def dag_in_woorden(dag: Dagverloop) -> str:
    """'12 min uitloop, klaar om 11:12. 2 waarschuwen'."""
    klaar = f"klaar om {tijd(dag.klaar.time())}"
    later = max((punt.later for punt in dag.punten), default=0)
    if dag.uitloop > 0:
        zin = f"{dag.uitloop} min uitloop, {klaar}"
    elif later > 0:
        zin = f"{later} min later, {klaar}"
    else:
        zin = f"Op tijd, {klaar}"
    aantal = len(dag.te_waarschuwen)
    return f"{zin}. {aantal} waarschuwen" if aantal else zin


class Dagregel(QWidget):
    """Hidden unless the overleg is being held today. F3 or a click shows the day."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("dagregel")
        self._diensten, self._gereedschap = diensten, gereedschap
        self._overleg_id: OverlegId | None = None
        self._dag: Dagverloop | None = None
        self.knop = gereedschapsknop("aan_tafel_dag", Icoon.KLOK, "Dag", "De rest van de dag (F3)", self)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.knop)
        self._tik = QTimer(self)
        self._tik.setInterval(_TIK_MS)
        self.knop.clicked.connect(self.toon_dag)
        self._tik.timeout.connect(self._on_tik)
        self.setVisible(False)

    def dag(self) -> Dagverloop | None:
        """What is shown."""
        return self._dag

    def zet(self, overleg_id: OverlegId) -> None:
        """The rest of the day of this overleg, as it stands now. Raises GebruikersFout."""
        self._overleg_id = overleg_id
        self._dag = self._diensten.tafelloop.voorzitter.dag(overleg_id)
        self.setVisible(self._dag is not None)
        if self._dag is None:
            self._tik.stop()
            return
        self._tik.start()
        tekst = dag_in_woorden(self._dag)
        self.knop.setText(tekst)
        self.knop.setAccessibleName(f"De rest van de dag: {tekst}")
        zet_icoon(self.knop, Icoon.WAARSCHUWING if self._dag.te_waarschuwen else Icoon.KLOK)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._tik.stop()
        self._overleg_id = self._dag = None
        self.knop.setText("Dag")
        self.setVisible(False)

    def toon_dag(self) -> None:
        """Each next point with its expected begin, and whose time moves."""
        if self._dag is not None:
            DagDialoog.laat_zien(self._dag, ouder=self)

    def _on_tik(self) -> None:
        if self._overleg_id is None or not self.isVisible():
            return
        try:
            self.zet(self._overleg_id)
        except GebruikersFout:  # what keeps it from being read is told by whoever reads next and asked for it
            self._tik.stop()
