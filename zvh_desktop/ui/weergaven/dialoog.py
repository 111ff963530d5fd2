"""Asks under which name a view is kept, and for whom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.huis.weergaven import LANGSTE_NAAM, Weergave
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

Bewaarder = Callable[[str, bool], object]
"""Takes the name, and whether it is of this user alone. Raises GebruikersFout."""


class Weergavedialoog(Invoerdialoog[tuple[str, bool]]):
    """A name, and for whom."""

    def __init__(self, titel: str, was: Weergave | None, bewaar: Bewaarder, ouder: QWidget | None = None) -> None:
        super().__init__(titel, "&Bewaar", lambda invoer: bewaar(*invoer), ouder)
        self.setObjectName("weergave_dialoog")
        self.naam = Invoerregel(self)
        self.naam.setMaxLength(LANGSTE_NAAM)
        self.naam.setMinimumWidth(tekstbreedte(self, 40))
        self.wie = Keuzeveld(self)
        self.wie.addItem("alleen voor mij", True)
        self.wie.addItem("voor iedereen in het huis", False)
        self.formulier.voeg_toe("naam", "&Naam", self.naam, "Een naam uit een dossier hoort hier niet.")
        self.formulier.voeg_toe("wie", "Voor &wie", self.wie)
        if was is not None:
            self.naam.setText(was.naam)
            self.wie.setCurrentIndex(self.wie.findData(was.eigen))

    def invoer(self) -> tuple[str, bool]:
        return self.naam.text(), bool(self.wie.currentData())

    @classmethod
    def vraag(cls, titel: str, was: Weergave | None, bewaar: Bewaarder, *, ouder: QWidget) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when it was not saved."""
        return cls(titel, was, bewaar, ouder).antwoord()
