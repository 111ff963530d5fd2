"""Records an actie at a casus or changes one; the names follow the national model, with a term added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from zvh_desktop.errors import InvoerOngeldig, Weg
from zvh_desktop.models.keuzes import BetrokkeneId, PartijId
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.weg.gang import ga_erheen
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

GEEN_PARTIJ = "Bij deze casus mag nog geen partij rechtmatig aanwezig zijn. Geef eerst een oordeel."


@dataclass(frozen=True)
class ActieKeuzes:
    """What can be chosen from: partijen that may be at the casus, betrokkenen, leefgebieden."""

    partijen: Sequence[tuple[PartijId, str]]
    betrokkenen: Sequence[tuple[BetrokkeneId, str]]
    leefgebieden: Sequence[str]
    eigenaren: Sequence[str] = ()
    """Who in the house can see to it."""
    weg: Weg | None = None
    """Where partijen are judged, for when there is nobody to choose yet."""


class ActieDialoog(Invoerdialoog[ActieInvoer]):
    """What is to be done, by whom, before when."""

    def __init__(
        self,
        titel: str,
        knoptekst: str,
        begin: ActieInvoer | None,
        keuzes: ActieKeuzes,
        bewaar: Callable[[ActieInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(titel, knoptekst, bewaar, ouder)
        self.setObjectName("actiedialoog")
        self.omschrijving = Tekstveld("Omschrijving", self, regels=3)
        self.omschrijving.setMinimumWidth(tekstbreedte(self, 60))
        self.belegd_bij = Keuzeveld(self)
        self.termijn = Datumveld("Termijn", self, mag_leeg=True)
        self.leefgebied = Keuzeveld(self)
        self.leefgebied.setEditable(True)
        self.leefgebied.addItems(["", *keuzes.leefgebieden])
        self.betrokkene = Keuzeveld(self)
        self._weg: Weg | None = None
        self._ga: Weg | None = None
        self.oordeel_knop = self._knoppen.maak("Naar de oordelen", QDialogButtonBox.ButtonRole.ActionRole)
        self.oordeel_knop.setObjectName("actie_naar_oordelen")
        self.oordeel_knop.setAccessibleName("Naar de oordelen van deze casus")
        self.oordeel_knop.setAutoDefault(False)
        self.zet_keuzes(keuzes)
        self.eigenaar = Keuzeveld(self)
        self.eigenaar.addItem("nog niemand", "")
        for naam in keuzes.eigenaren:
            self.eigenaar.addItem(naam, naam)
        self.conditie = Tekstveld("Voorwaarde", self, regels=2)
        self.informering = Tekstveld("Informeren", self, regels=2)
        self.formulier.voeg_toe("omschrijving", "&Omschrijving", self.omschrijving)
        self.formulier.voeg_toe("belegd_bij", "B&elegd bij", self.belegd_bij)
        self.formulier.voeg_toe("termijn", "Ter&mijn", self.termijn)
        self.naast("belegd_bij", "termijn")
        self.formulier.voeg_toe("leefgebied", "&Leefgebied", self.leefgebied)
        self.formulier.voeg_toe("betrokkene_id", "Bet&rokkene", self.betrokkene)
        self.naast("leefgebied", "betrokkene_id")
        self.formulier.voeg_toe("eigenaar", "Ei&genaar in dit huis", self.eigenaar)
        self.formulier.voeg_toe("conditie", "Voorw&aarde", self.conditie)
        self.formulier.voeg_toe("informering", "&Wie informeert de betrokkene, of waarom niet", self.informering)
        self.oordeel_knop.clicked.connect(self._on_naar_oordelen)
        if begin is not None:
            self._laad(begin)

    def zet_keuzes(self, keuzes: ActieKeuzes) -> None:
        """Who can do it, and about whom it can be, at this casus."""
        self.belegd_bij.clear()
        for id_, naam in keuzes.partijen:
            self.belegd_bij.addItem(naam, int(id_))
        self.belegd_bij.setPlaceholderText("" if keuzes.partijen else GEEN_PARTIJ)
        self._weg = keuzes.weg if not keuzes.partijen else None
        self.oordeel_knop.setVisible(self._weg is not None)
        self.betrokkene.clear()
        self.betrokkene.addItem("iedereen", None)
        for betrokkene_id, naam in keuzes.betrokkenen:
            self.betrokkene.addItem(naam, int(betrokkene_id))

    def _laad(self, begin: ActieInvoer) -> None:
        self.omschrijving.laad(begin.omschrijving)
        self.conditie.laad(begin.conditie)
        self.informering.laad(begin.informering)
        if self.belegd_bij.findData(int(begin.belegd_bij)) < 0:
            self.belegd_bij.addItem("blijft zoals het is", int(begin.belegd_bij))
        self.belegd_bij.setCurrentIndex(self.belegd_bij.findData(int(begin.belegd_bij)))
        self.termijn.zet_datum(begin.termijn)
        self.leefgebied.setCurrentText(begin.leefgebied)
        if self.eigenaar.findData(begin.eigenaar) < 0:
            self.eigenaar.addItem(begin.eigenaar, begin.eigenaar)
        self.eigenaar.setCurrentIndex(self.eigenaar.findData(begin.eigenaar))
        self.betrokkene.setCurrentIndex(max(0, self.betrokkene.findData(begin.betrokkene_id)))

    def invoer(self) -> ActieInvoer:
        partij = self.belegd_bij.currentData()
        if not isinstance(partij, int):
            raise InvoerOngeldig("belegd_bij", "Kies wie de actie doet." if self.belegd_bij.count() else GEEN_PARTIJ)
        betrokkene = self.betrokkene.currentData()
        return ActieInvoer(
            omschrijving=self.omschrijving.toPlainText(),
            belegd_bij=PartijId(partij),
            termijn=self.termijn.datum(),
            conditie=self.conditie.toPlainText(),
            informering=self.informering.toPlainText(),
            leefgebied=self.leefgebied.currentText(),
            betrokkene_id=BetrokkeneId(betrokkene) if isinstance(betrokkene, int) else None,
            eigenaar=str(self.eigenaar.currentData() or ""),
        )

    def _on_naar_oordelen(self) -> None:
        """Nothing can be saved here yet: close, and go to where partijen are judged."""
        self._ga = self._weg
        self.reject()

    def antwoord(self) -> object:
        """As every dialog; goes to the oordelen when that was asked."""
        ouder = self.parentWidget()
        uitkomst = super().antwoord()
        if self._ga is not None and ouder is not None:
            ga_erheen(ouder, self._ga)
        return uitkomst

    @classmethod
    def vraag(
        cls,
        titel: str,
        knoptekst: str,
        begin: ActieInvoer | None,
        keuzes: ActieKeuzes,
        bewaar: Callable[[ActieInvoer], object],
        *,
        ouder: QWidget,
    ) -> object:
        """What ``bewaar`` gave back, the number of a new actie; None when nothing was saved."""
        return cls(titel, knoptekst, begin, keuzes, bewaar, ouder).antwoord()
