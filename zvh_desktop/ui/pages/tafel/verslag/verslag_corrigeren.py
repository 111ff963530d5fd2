"""Corrects one point of a vastgesteld verslag, with the reason; signing makes a new version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from zvh_desktop.models.keuzes import BesluitId
from zvh_desktop.services.tafel.correcties import CorrectieInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagPunt, VerslagTekst
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

_UITLEG = (
    "Dit maakt een nieuwe, ondertekende versie. De vorige versie blijft te lezen. De reden staat in de notulen van "
    "elke partij bij dit punt: noem daarin geen andere casus."
)


class CorrectieDialoog(Invoerdialoog[CorrectieInvoer]):
    """The texts of the point and of its besluiten; what kind of besluit it was does not change."""

    def __init__(
        self, punt: VerslagPunt, bewaar: Callable[[CorrectieInvoer], object], ouder: QWidget | None = None
    ) -> None:
        super().__init__(f"Corrigeer {punt.titel}", "Onderteke&n deze correctie", bewaar, ouder, uitleg=_UITLEG)
        self.setObjectName("correctiedialoog")
        self.reden = Tekstveld("Reden van de correctie", self, regels=2)
        self.beeld = Tekstveld("Beeld", self, regels=2)
        self.oordeel = Tekstveld("Oordeel", self, regels=2)
        self.besluit = Tekstveld("Besluit", self, regels=2)
        self.beeld.laad(punt.tekst.beeld)
        self.oordeel.laad(punt.tekst.oordeelsvorming)
        self.besluit.laad(punt.tekst.besluitvorming)
        self.beeld.setMinimumWidth(tekstbreedte(self, 80))
        self.formulier.voeg_toe("beeld", "&Beeld", self.beeld)
        self.formulier.voeg_toe("oordeelsvorming", "&Oordeel", self.oordeel)
        self.formulier.voeg_toe("besluitvorming", "Bes&luit", self.besluit)
        self._besluiten: list[tuple[BesluitId, BesluitInvoer, tuple[QLineEdit, QLineEdit, QLineEdit]]] = []
        for nummer, regel in enumerate(punt.besluiten, start=1):
            velden = (
                self._regel(f"{regel.naam} ({nummer})", regel.invoer.omschrijving),
                self._regel("Voorwaarde", regel.invoer.conditie),
                self._regel("Informeren van de betrokkene", regel.invoer.informering),
            )
            sleutels = (f"omschrijving {nummer}", f"conditie {nummer}", f"informering {nummer}")
            for sleutel, veld in zip(sleutels, velden, strict=True):
                self.formulier.voeg_toe(sleutel, veld.accessibleName(), veld)
            self.naast(*sleutels)
            self._besluiten.append((regel.id, regel.invoer, velden))
        self.formulier.voeg_toe("reden", "&Reden", self.reden, "Waarom klopt het verslag niet?")

    def _regel(self, naam: str, waarde: str) -> QLineEdit:
        veld = Zinregel(waarde, self)
        veld.setAccessibleName(naam)
        return veld

    def invoer(self) -> CorrectieInvoer:
        return CorrectieInvoer(
            tekst=VerslagTekst(self.beeld.toPlainText(), self.oordeel.toPlainText(), self.besluit.toPlainText()),
            reden=self.reden.toPlainText(),
            besluiten=tuple(
                (besluit_id, _met(was, *velden)) for besluit_id, was, velden in self._besluiten if _anders(was, *velden)
            ),
        )

    @classmethod
    def vraag(cls, punt: VerslagPunt, bewaar: Callable[[CorrectieInvoer], object], *, ouder: QWidget) -> object:
        """What the service gave back, None when it was not corrected."""
        return cls(punt, bewaar, ouder).antwoord()


def _met(was: BesluitInvoer, omschrijving: QLineEdit, conditie: QLineEdit, informering: QLineEdit) -> BesluitInvoer:
    """A field that was not touched keeps its lines, which a field of one line cannot show."""
    nieuw = was
    if omschrijving.isModified():
        nieuw = replace(nieuw, omschrijving=omschrijving.text())
    if conditie.isModified():
        nieuw = replace(nieuw, conditie=conditie.text())
    if informering.isModified():
        nieuw = replace(nieuw, informering=informering.text())
    return nieuw


def _anders(was: BesluitInvoer, omschrijving: QLineEdit, conditie: QLineEdit, informering: QLineEdit) -> bool:
    return _met(was, omschrijving, conditie, informering) != was
