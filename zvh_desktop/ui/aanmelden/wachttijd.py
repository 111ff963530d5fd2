"""The wait after a wrong password, counted down in seconds."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer, Signal

from zvh_desktop.errors import WachtwoordOnjuist


class Wachttijd(QObject):
    """Says each second what there is to say, until the password can be tried again."""

    gewijzigd = Signal(str)

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)
        self._seconden = 0
        self._fouttekst = ""
        self._teller = QTimer(self)
        self._teller.setInterval(1000)
        self._teller.timeout.connect(self._on_seconde_verstreken)

    def loopt(self) -> bool:
        """Whether the password cannot be tried yet."""
        return bool(self._seconden)

    def begin(self, fout: WachtwoordOnjuist) -> None:
        """Wait as long as this refusal says."""
        self._seconden = math.ceil(fout.wacht_seconden)
        self._fouttekst = str(fout)
        if self._seconden:
            self._teller.start()
        self.gewijzigd.emit(self._tekst())

    def _tekst(self) -> str:
        if not self._seconden:
            return self._fouttekst
        eenheid = "seconde" if self._seconden == 1 else "seconden"
        return f"{self._fouttekst} U kunt het over {self._seconden} {eenheid} opnieuw proberen."

    def _on_seconde_verstreken(self) -> None:
        self._seconden = max(0, self._seconden - 1)
        if not self._seconden:
            self._teller.stop()
        self.gewijzigd.emit(self._tekst())
