"""Whose seat it is in a meeting without casussen, and whether it has a vote."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.bestuurskeuzes import LidRol
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.models.woorden import LIDROL_TEKST
from zvh_desktop.services.bestuur.gegevens import ZetelInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_UITLEG = "Een lid is een functie, een partij, of een functie bij een partij. Eén partij kan meer leden hebben."


class ZetelDialoog(Invoerdialoog[ZetelInvoer]):
    """Function, partij, role and vote."""

    def __init__(
        self,
        titel: str,
        begin: ZetelInvoer,
        partijen: Sequence[tuple[PartijId, str]],
        bewaar: Callable[[ZetelInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(titel, "&Bewaar", bewaar, ouder, uitleg=_UITLEG)
        self.setObjectName("zeteldialoog")
        self.functie = Invoerregel(begin.functie, self)
        self.functie.setMinimumWidth(tekstbreedte(self, 50))
        self.partij = Keuzeveld(self)
        self.partij.addItem("geen partij", None)
        for partij_id, naam in partijen:
            self.partij.addItem(naam, int(partij_id))
        self.partij.setCurrentIndex(max(0, self.partij.findData(begin.partij_id)))
        self.rol = Keuzeveld(self)
        for rol in LidRol:
            self.rol.addItem(LIDROL_TEKST[rol], rol)
        self.rol.setCurrentIndex(self.rol.findData(begin.rol))
        self.stem = Keuzeveld(self)
        self.stem.addItem("met stem", True)
        self.stem.addItem("zonder stem", False)
        self.stem.setCurrentIndex(0 if begin.stemrecht else 1)
        self.formulier.voeg_toe("functie", "&Functie", self.functie, "Bijvoorbeeld wethouder Jeugd, of directeur.")
        self.formulier.voeg_toe("partij", "&Partij", self.partij)
        self.formulier.voeg_toe("rol", "&Rol", self.rol)
        self.formulier.voeg_toe("stem", "&Stem", self.stem)
        self.naast("rol", "stem")

    def invoer(self) -> ZetelInvoer:
        partij = self.partij.currentData()
        return ZetelInvoer(
            functie=self.functie.text(),
            partij_id=PartijId(partij) if isinstance(partij, int) else None,
            rol=LidRol(self.rol.currentData()),
            stemrecht=self.stem.currentData() is True,
        )

    @classmethod
    def vraag(
        cls,
        titel: str,
        begin: ZetelInvoer,
        partijen: Sequence[tuple[PartijId, str]],
        bewaar: Callable[[ZetelInvoer], object],
        *,
        ouder: QWidget,
    ) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when nothing was saved."""
        return cls(titel, begin, partijen, bewaar, ouder).antwoord()
