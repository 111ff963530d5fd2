"""To whom the letter with besluiten goes: one member of the other meeting, or somebody who is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.contactveld import Contactveld


@dataclass(frozen=True, slots=True)
class Briefontvanger:
    """Who gets it."""

    naam: str
    email: str


class BriefDialoog(Invoerdialoog[Briefontvanger]):
    """The members of the other meeting come with one key."""

    def __init__(
        self,
        titel: str,
        knoptekst: str,
        leden: Sequence[Ontvanger],
        begin: Briefontvanger,
        bewaar: Callable[[Briefontvanger], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(titel, knoptekst, bewaar, ouder)
        self.setObjectName("briefdialoog")
        self._leden = tuple(leden)
        self.naam = Contactveld(self._alle, self, wie="lid van dat overleg")
        self.naam.setText(begin.naam)
        self.email = Invoerregel(begin.email, self)
        for veld in (self.naam, self.email):
            veld.setMinimumWidth(tekstbreedte(self, 46))
        self.formulier.voeg_toe("naam", "&Aan wie", self.naam)
        self.formulier.voeg_toe("email", "&E-mailadres", self.email)
        self.naam.gekozen.connect(self._on_gekozen)

    def _alle(self) -> Sequence[Ontvanger]:
        return self._leden

    def _on_gekozen(self, lid: Ontvanger) -> None:
        self.email.setText(lid.email)

    def invoer(self) -> Briefontvanger:
        return Briefontvanger(self.naam.text(), self.email.text())

    @classmethod
    def vraag(
        cls,
        titel: str,
        knoptekst: str,
        leden: Sequence[Ontvanger],
        begin: Briefontvanger,
        bewaar: Callable[[Briefontvanger], object],
        *,
        ouder: QWidget,
    ) -> object:
        """What ``bewaar`` gave back, or None when nothing was done."""
        return cls(titel, knoptekst, leden, begin, bewaar, ouder).antwoord()
