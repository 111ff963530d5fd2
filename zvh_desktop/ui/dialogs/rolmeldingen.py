"""What was done about roles without a second pair of eyes: a procesregisseur sees it before anything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.dialogs.bevestiging import onderteken
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.protocollen import Vensterdiensten
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class RolmeldingenDialoog(Dialoog):
    """The lines, and two ways on: signed as seen, or back to the lock."""

    heropenen = False

    def __init__(
        self, zinnen: Sequence[str], diensten: Vensterdiensten, taken: Taken, ouder: QWidget | None = None
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("rolmeldingen_dialoog")
        zet_venstertitel(self, "Rollen gewijzigd")
        self._diensten = diensten
        self._taken = taken
        self._zinnen = tuple(zinnen)
        self.lijst = QListWidget(self)
        self.lijst.setObjectName("rolmeldingen_lijst")
        self.lijst.setAccessibleName("Wijzigingen van rollen zonder tweede")
        self.lijst.setWordWrap(True)
        self.lijst.addItems(list(zinnen))
        self.lijst.setCurrentRow(0)
        self.lijst.setMinimumSize(tekstbreedte(self, 64), self.fontMetrics().lineSpacing() * 6)
        uitleg = StilleTekst(
            "Er was niemand anders die dit kon bevestigen. Iedereen met uw rol moet het daarom hebben gezien "
            "voordat het werk verdergaat. Klopt er iets niet? Vergrendel dan en bel eerst wie erbij staat.",
            self,
        )
        uitleg.setMinimumWidth(tekstbreedte(self, 64))
        self._fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self._fout.laat_afbreken()
        knoppen = Dialoogknoppen(self)
        self.gezien_knop = knoppen.maak("Ik heb dit &gezien", QDialogButtonBox.ButtonRole.AcceptRole)
        self.gezien_knop.setObjectName("rolmeldingen_gezien_knop")
        self.gezien_knop.setAccessibleName("Ik heb dit gezien")
        self.slot_knop = knoppen.maak("&Vergrendel", QDialogButtonBox.ButtonRole.RejectRole)
        self.slot_knop.setAccessibleName("Vergrendel")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Rollen gewijzigd zonder tweede", self))
        indeling.addWidget(uitleg)
        indeling.addWidget(self.lijst)
        indeling.addWidget(self._fout)
        indeling.addWidget(knoppen)
        knoppen.accepted.connect(self._on_gezien)
        knoppen.rejected.connect(self.reject)

    def fout(self) -> str:
        """What is now said to be wrong."""
        return self._fout.tekst()

    def _on_gezien(self) -> None:
        try:
            if onderteken(self._diensten.bevestig_rolmeldingen, self._diensten, self._taken, self, self._zinnen):
                self.accept()
        except GebruikersFout as fout:
            self._fout.zet(Icoon.FOUT, str(fout), kleur=Kleur.FOUT)

    @classmethod
    def gezien(cls, diensten: Vensterdiensten, taken: Taken, ouder: QWidget | None) -> bool:
        """Whether there was nothing to see, or it was signed as seen."""
        zinnen = diensten.rolmeldingen
        if not zinnen:
            return True
        dialoog = cls(zinnen, diensten, taken, ouder)
        klaar = dialoog.exec() == QDialog.DialogCode.Accepted
        verwijder(dialoog)
        return klaar
