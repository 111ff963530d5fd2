"""Base of every dialog with a form: it closes only when the service has taken what was typed.

A refusal is shown at its field, or below the form, and the typed text stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, LijktOp
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, Kleur
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.weg.keuze import na_keuze
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulier

InvoerT = TypeVar("InvoerT")


class Invoerdialoog(Dialoog, Generic[InvoerT]):
    """Heading, form, refusal, buttons. Subclasses fill the form and say what is in it."""

    def __init__(
        self,
        titel: str,
        knoptekst: str,
        bewaar: Callable[[InvoerT], object],
        ouder: QWidget | None = None,
        *,
        uitleg: str = "",
    ) -> None:
        super().__init__(ouder)
        zet_venstertitel(self, titel)
        self._bewaar = bewaar
        self._uitkomst: object = None
        self.gezien: tuple[str, ...] = ()
        """The names of which was said that what was typed looks like them; what is saved again unchanged was meant."""
        self.formulier = Formulier(self)
        self._fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self._fout.laat_afbreken()
        self._knoppen = Dialoogknoppen(self)
        self.bewaar_knop = self._knoppen.maak(knoptekst, QDialogButtonBox.ButtonRole.AcceptRole)
        self.bewaar_knop.setObjectName("dialoog_bewaar_knop")
        self.bewaar_knop.setAccessibleName(knoptekst.replace("&", ""))
        self.niet_knop = self._knoppen.maak("Nie&t doen", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setObjectName("dialoog_niet_knop")
        self.niet_knop.setAccessibleName("Niet doen")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop(titel, self))
        if uitleg:
            indeling.addWidget(StilleTekst(uitleg, self))
        indeling.addWidget(self.formulier)
        indeling.addWidget(self._fout)
        indeling.addWidget(self._knoppen)
        self._verbind_basis()

    def _verbind_basis(self) -> None:
        self._knoppen.accepted.connect(self._on_bewaren_gevraagd)
        self._knoppen.rejected.connect(self.reject)
        self.formulier.gewijzigd.connect(self._on_formulier_gewijzigd)

    def _on_formulier_gewijzigd(self) -> None:
        """What was refused, was said of what stood in the form before."""
        self._fout.zet(Icoon.FOUT, "")
        self.gezien = ()

    def naast(self, *sleutels: str) -> None:
        """Put fields that were added beside each other, so that the dialog fits a small screen."""
        vlak = QWidget(self)
        indeling = QHBoxLayout(vlak)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RUIM)
        for sleutel in sleutels:
            indeling.addWidget(self.formulier.regel(sleutel), 1, Qt.AlignmentFlag.AlignTop)
        self.formulier.voeg_los_toe(vlak)

    def invoer(self) -> InvoerT:
        """What is in the fields now. May raise InvoerOngeldig."""
        raise NotImplementedError

    def uitkomst(self) -> object:
        """What the service gave back."""
        return self._uitkomst

    def fout(self) -> str:
        """What is said below the form."""
        return self._fout.tekst()

    def _on_bewaren_gevraagd(self) -> None:
        self.formulier.wis_fouten()
        self._fout.zet(Icoon.FOUT, "")
        try:
            self._uitkomst = na_keuze(self, partial(self._bewaar, self.invoer()))
        except GebruikersFout as fout:
            self._toon_weigering(fout)
        else:
            self.accept()

    def _toon_weigering(self, fout: GebruikersFout) -> None:
        """At its field where it has one, or else below the form."""
        if isinstance(fout, LijktOp):
            self.gezien = (*self.gezien, fout.ander)
        if not (isinstance(fout, InvoerOngeldig) and self.formulier.toon_fout(fout)):
            self._fout.zet_fout(fout)

    def antwoord(self) -> object:
        """Show the dialog; what the service gave back (True when that is nothing), or None when not saved."""
        gelukt = self.exec() == self.DialogCode.Accepted
        uitkomst = self._uitkomst
        verwijder(self)
        if not gelukt:
            return None
        return True if uitkomst is None else uitkomst
