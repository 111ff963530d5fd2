"""Lets the procesregisseur say who may read an item before which overleg; only who is rechtmatig can be ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import OverlegId, PartijId
from zvh_desktop.services.informatie.beeld import OverlegKeuze, PartijKeuze
from zvh_desktop.services.informatie.vrijgaven import VrijgaveKeuze
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.pages.informatie.keuzelijst import Keuze, Keuzelijst
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


@dataclass(frozen=True)
class VrijgaveInvoer:
    """Before which overleg, to whom, and with whom it was discussed."""

    overleg_id: OverlegId
    partijen: tuple[PartijId, ...]
    overlegd_met: PartijId


class VrijgaveDialoog(Invoerdialoog[VrijgaveInvoer]):
    """``lees`` gives every partij for an overleg, those that can be chosen and the others with their reason."""

    def __init__(
        self,
        uitleg: str,
        overleggen: Sequence[OverlegKeuze],
        partners: Sequence[PartijKeuze],
        lees: Callable[[OverlegId], Sequence[VrijgaveKeuze]],
        bewaar: Callable[[VrijgaveInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__("Wie mag dit stuk vooraf lezen", "Geef &vrij", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("vrijgavedialoog")
        self._lees = lees
        self.overleg = Keuzeveld(self)
        for overleg in overleggen:
            self.overleg.addItem(overleg.naam, int(overleg.id))
        self.partijen = Keuzelijst("Partijen", self, regels=9)
        self.partijen.setMinimumWidth(tekstbreedte(self, 70))
        self.overlegd_met = Keuzeveld(self)
        for partner in partners:
            self.overlegd_met.addItem(partner.naam, int(partner.id))
        self.formulier.voeg_toe("overleg", "&Overleg", self.overleg)
        self.formulier.voeg_toe(
            "partijen",
            "&Partijen",
            self.partijen,
            "Alleen wie op de dag van het overleg rechtmatig aanwezig is, kunt u kiezen.",
        )
        self.formulier.voeg_toe("overlegd_met", "&Besproken met", self.overlegd_met)
        self.overleg.currentIndexChanged.connect(self._on_overleg_gekozen)
        self._on_overleg_gekozen()

    def _on_overleg_gekozen(self) -> None:
        try:
            keuzes = self._lees(self._overleg_id())
        except GebruikersFout as fout:
            self.partijen.zet_keuzes(())
            self._fout.zet_fout(fout)
            return
        self.partijen.zet_keuzes([self._keuze(keuze) for keuze in keuzes])

    def _overleg_id(self) -> OverlegId:
        return OverlegId(int(self.overleg.currentData()))

    def _keuze(self, keuze: VrijgaveKeuze) -> Keuze:
        if keuze.vrijgegeven:
            al = f"verzonden op {datum_kort(keuze.verzonden_op.date())}" if keuze.verzonden_op else "al vrijgegeven"
            return Keuze(int(keuze.partij_id), keuze.partij, al, kan=False)
        reden = keuze.reden
        if keuze.kan and not keuze.aan_tafel:
            reden = f"{reden}; staat nog niet op de agenda, het stuk gaat pas mee met een uitnodiging"
        return Keuze(int(keuze.partij_id), keuze.partij, reden, kan=keuze.kan)

    def invoer(self) -> VrijgaveInvoer:
        met = self.overlegd_met.currentData()
        if met is None:
            raise InvoerOngeldig("overlegd_met", "Kies met welke partij u dit besprak.")
        return VrijgaveInvoer(
            self._overleg_id(), tuple(PartijId(i) for i in self.partijen.gekozen()), PartijId(int(met))
        )

    @classmethod
    def vraag(
        cls,
        uitleg: str,
        overleggen: Sequence[OverlegKeuze],
        partners: Sequence[PartijKeuze],
        lees: Callable[[OverlegId], Sequence[VrijgaveKeuze]],
        bewaar: Callable[[VrijgaveInvoer], object],
        *,
        ouder: QWidget,
    ) -> object:
        """What ``bewaar`` gave back, or None when nothing was released."""
        return cls(uitleg, overleggen, partners, lees, bewaar, ouder).antwoord()
