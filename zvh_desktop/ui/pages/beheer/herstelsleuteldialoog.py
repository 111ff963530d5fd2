"""Shows a new recovery key, once. It counts when the user says that it was put away."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from zvh_desktop.services.beheer.beheer import NieuweHerstelsleutel
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.eerste_start.herstelblad import HerstelbladStap
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel


class HerstelsleutelDialoog(Dialoog):
    """The same sheet as at the first start, in a window of its own."""

    heropenen = False
    bij_verlies = (
        "De nieuwe herstelsleutel stond nog in beeld en geldt niet: uw oude herstelblad werkt nog. Vernietig wat u van "
        "het nieuwe al hebt afgedrukt. Is een nieuw blad nodig, maak dan nog een nieuwe."
    )

    def __init__(self, nieuw: NieuweHerstelsleutel, melder: Melder, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("herstelsleuteldialoog")
        zet_venstertitel(self, "Nieuwe herstelsleutel")
        self.setModal(True)
        self.stap = HerstelbladStap(melder, self)
        self.stap.zet(nieuw.sleutel, nieuw.blad_pdf)
        self.stap.setMinimumWidth(tekstbreedte(self, 60))
        self._knoppen = Dialoogknoppen(self)
        self.klaar_knop = self._knoppen.maak("&Klaar", QDialogButtonBox.ButtonRole.AcceptRole)
        self.klaar_knop.setObjectName("herstelsleutel_klaar_knop")
        self.klaar_knop.setAccessibleName("Klaar")
        self.klaar_knop.setEnabled(False)
        self.annuleer_knop = self._knoppen.maak("&Annuleren", QDialogButtonBox.ButtonRole.ActionRole)
        self.annuleer_knop.setObjectName("herstelsleutel_annuleer_knop")
        self.annuleer_knop.setAccessibleName("Annuleren")
        self.annuleer_knop.setAutoDefault(False)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(self.stap, 1)
        indeling.addWidget(self._knoppen)
        self._verbind()

    def _verbind(self) -> None:
        self.stap.gewijzigd.connect(self._on_gewijzigd)
        self._knoppen.accepted.connect(self.accept)
        self.annuleer_knop.clicked.connect(self._on_geannuleerd)

    def maak_leeg(self) -> None:
        """Forget the key, at the lock."""
        self.stap.maak_leeg()

    def reject(self) -> None:
        # the key is nowhere else: Escape or the cross must not lose it; Annuleren does, on purpose
        if self.stap.klaar():
            self.accept()

    def _on_geannuleerd(self) -> None:
        super().reject()

    def _on_gewijzigd(self) -> None:
        self.klaar_knop.setEnabled(self.stap.klaar())

    @classmethod
    def vraag(cls, nieuw: NieuweHerstelsleutel, melder: Melder, *, ouder: QWidget) -> bool:
        """Show the key until the user says that it is put away; False when it is not."""
        dialoog = cls(nieuw, melder, ouder)
        bewaard = dialoog.exec() == int(QDialog.DialogCode.Accepted)
        dialoog.maak_leeg()
        verwijder(dialoog)
        return bewaard
