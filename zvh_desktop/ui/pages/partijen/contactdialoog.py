"""Adds a contactpersoon to a partij or changes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from zvh_desktop.services.huis.regels import PartijHulp
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel, Vinkvak
from zvh_desktop.ui.uiterlijk.letters import letterlijk, zonder_letter
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst


class ContactDialoog(Invoerdialoog[ContactpersoonInvoer]):
    """Who is written to, whether this person may decide, and for which overleggen."""

    def __init__(
        self,
        titel: str,
        knoptekst: str,
        begin: ContactpersoonInvoer,
        overlegsoorten: Sequence[tuple[str, str]],
        bewaar: Callable[[ContactpersoonInvoer], object],
        ouder: QWidget | None = None,
        *,
        hulp: PartijHulp | None = None,
    ) -> None:
        super().__init__(titel, knoptekst, bewaar, ouder)
        self.setObjectName("contactdialoog")
        self.naam = Invoerregel(begin.naam, self)
        self.naam.setMinimumWidth(tekstbreedte(self, 34))
        self.functie = Invoerregel(begin.functie, self)
        self.email = Invoerregel(begin.email, self)
        self.telefoon = Invoerregel(begin.telefoon, self)
        self.mandaat = self._vinkje("contact_mandaat", "Heeft &mandaat om over een casus te besluiten", begin.mandaat)
        self.postbus = self._vinkje(
            "contact_postbus", "Dit is een &gedeelde postbus, geen persoon", begin.gedeelde_postbus
        )
        self.formulier.voeg_toe("naam", "&Naam van de persoon of de postbus", self.naam)
        self.formulier.voeg_toe("functie", "&Functie", self.functie)
        self.formulier.voeg_toe("email", "&E-mailadres", self.email)
        self.formulier.voeg_toe("telefoon", "Te&lefoon", self.telefoon)
        self.naast("naam", "functie")
        self.naast("email", "telefoon")
        self.formulier.voeg_los_toe(self.mandaat)
        if hulp is not None:
            self.mandaat.setAccessibleDescription(hulp.mandaat)
            self.formulier.voeg_los_toe(StilleTekst(hulp.mandaat, self))
        self.formulier.voeg_los_toe(self.postbus)
        self.formulier.voeg_los_toe(StilleTekst("Voor welke overleggen? Geen vinkje betekent: voor alle.", self))
        self.soorten: list[tuple[str, QCheckBox]] = []
        for sleutel, naam in overlegsoorten:
            vinkje = self._vinkje(f"contact_overleg_{sleutel}", letterlijk(naam), sleutel in begin.overlegsoorten)
            self.formulier.voeg_los_toe(vinkje)
            self.soorten.append((sleutel, vinkje))

    def _vinkje(self, naam: str, tekst: str, aan: bool) -> QCheckBox:
        vinkje = Vinkvak(tekst, self)
        vinkje.setObjectName(naam)
        vinkje.setAccessibleName(zonder_letter(tekst))
        vinkje.setChecked(aan)
        return vinkje

    def invoer(self) -> ContactpersoonInvoer:
        return ContactpersoonInvoer(
            naam=self.naam.text(),
            functie=self.functie.text(),
            email=self.email.text(),
            telefoon=self.telefoon.text(),
            mandaat=self.mandaat.isChecked(),
            gedeelde_postbus=self.postbus.isChecked(),
            overlegsoorten=tuple(sleutel for sleutel, vinkje in self.soorten if vinkje.isChecked()),
        )

    @classmethod
    def vraag(
        cls,
        titel: str,
        knoptekst: str,
        begin: ContactpersoonInvoer,
        overlegsoorten: Sequence[tuple[str, str]],
        bewaar: Callable[[ContactpersoonInvoer], object],
        *,
        ouder: QWidget,
        hulp: PartijHulp | None = None,
    ) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when nothing was saved."""
        return cls(titel, knoptekst, begin, overlegsoorten, bewaar, ouder, hulp=hulp).antwoord()
