"""The letter in which a meeting tells another what it decided: show it, keep a draft, and record that it was sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.services.bestuur.gegevens import BestuurBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.besluitenbrieven import Briefregel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.bestuur.briefdialoog import BriefDialoog, Briefontvanger
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop

Maak = Callable[[Callable[[], object]], None]
"""Makes a document beside the window and shows it."""


class BesluitenbriefKnoppen(Paneel):
    """There only where the convenant asks for such a letter, once the verslag is vastgesteld."""

    gewijzigd = Signal()
    zegt = Signal(str)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, maak: Maak, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("overleg_brieven")
        self._maak = maak
        self._beeld: BestuurBeeld | None = None
        self._brieven: tuple[Briefregel, ...] = ()
        self._aan: dict[str, Briefontvanger] = {}
        """Who was chosen for the draft, per other meeting."""
        self.brief_knop = gereedschapsknop(
            "overleg_brief_knop", Icoon.DOCUMENT, "Besluitenbrie&f", "De brief met de besluiten tonen", self
        )
        self.concept_knop = gereedschapsknop(
            "overleg_brief_concept", Icoon.POST, "Concept…", "Een bericht met de brief bewaren", self
        )
        self.brief_klaar_knop = gereedschapsknop(
            "overleg_brief_verstuurd", Icoon.VINK, "Brief verstuurd…", "Vastleggen dat de brief is verstuurd", self
        )
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.brief_knop)
        indeling.addWidget(self.concept_knop)
        indeling.addWidget(self.brief_klaar_knop)
        self.brief_knop.clicked.connect(self.toon_brief)
        self.concept_knop.clicked.connect(self.bewaar_concept)
        self.brief_klaar_knop.clicked.connect(self.noteer_brief)

    def toon_brieven(self, beeld: BestuurBeeld | None) -> None:
        """What this meeting owes another by the convenant."""
        if beeld is None or self._beeld is None or beeld.kop.id != self._beeld.kop.id:
            self._aan.clear()
        self._beeld = beeld
        vast = beeld is not None and beeld.vastgesteld
        self._brieven = self._diensten.besluitenbrieven.lijst(beeld.kop.id) if beeld is not None and vast else ()
        te_sturen = self._te_sturen()
        self.setVisible(bool(self._brieven))
        self.brief_klaar_knop.setVisible(te_sturen is not None)
        if self._brieven:
            self.brief_knop.setToolTip(_uitleg(te_sturen or self._brieven[-1]))
        for deel in (self.concept_knop, self.brief_klaar_knop):
            self.zet_recht(deel, Recht.UITNODIGEN)

    def toon_brief(self) -> None:
        """Show the letter that still has to go, or the last one."""
        brief = self._te_sturen() or (self._brieven[-1] if self._brieven else None)
        if self._beeld is not None and brief is not None:
            self._maak(partial(self._diensten.besluitenbrieven.stuk, self._beeld.kop.id, brief.soort))

    def bewaar_concept(self) -> None:
        """A message with the letter, to the one who is chosen."""
        brief = self._te_sturen() or (self._brieven[-1] if self._brieven else None)
        if brief is None:
            return
        stuk = self._vraag("Concept bewaren", "&Bewaar concept", brief, partial(self._maak_concept, brief))
        if isinstance(stuk, Stuk):
            melder = self._gereedschap.melder
            doel = melder.kies_bestand_opslaan(self, "Concept bewaren", stuk.bestandsnaam, "Berichten (*.eml)")
            if doel is not None and self.lukt(partial(schrijf_bestand, doel, stuk.inhoud)):
                self.zegt.emit("Het concept is bewaard. Kies na het versturen Brief verstuurd.")

    def _maak_concept(self, brief: Briefregel, aan: Briefontvanger) -> Stuk | None:
        if self._beeld is None:
            return None
        stuk = self._diensten.besluitenbrieven.concept(self._beeld.kop.id, brief.soort, aan.naam, aan.email)
        self._aan[brief.soort] = aan
        return stuk

    def noteer_brief(self) -> None:
        """The letter was sent: keep it as it is, and to whom."""
        brief = self._te_sturen()
        if brief is not None and self._vraag("Brief verstuurd", "Leg &vast", brief, partial(self._noteer, brief)):
            self.gewijzigd.emit()
            self.zegt.emit(f"De brief aan {brief.aan} is vastgelegd als verstuurd.")

    def _noteer(self, brief: Briefregel, aan: Briefontvanger) -> None:
        if self._beeld is not None:
            self._diensten.besluitenbrieven.noteer_verstuurd(self._beeld.kop.id, brief.soort, aan.naam, aan.email)

    def _vraag(self, titel: str, knoptekst: str, brief: Briefregel, doe: Callable[[Briefontvanger], object]) -> object:
        leden = self._diensten.besluitenbrieven.ontvangers(brief.soort)
        eerste = Briefontvanger(leden[0].naam, leden[0].email) if leden else Briefontvanger("", "")
        begin = self._aan.get(brief.soort, eerste)
        return BriefDialoog.vraag(f"{titel}: {brief.aan}", knoptekst, leden, begin, doe, ouder=self)

    def _te_sturen(self) -> Briefregel | None:
        return next((brief for brief in self._brieven if brief.verstuurd_op is None), None)


def _uitleg(brief: Briefregel) -> str:
    aan = f"Aan {brief.aan} ({brief.artikel})"
    if brief.verstuurd_op is None:
        return aan
    bij = f" aan {brief.verstuurd_aan}" if brief.verstuurd_aan else ""
    return f"{aan}, verstuurd op {datum_kort(brief.verstuurd_op.date())}{bij}"
