"""Adds a partij or changes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from zvh_desktop.errors import Weg
from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.services.huis.regels import PartijHulp
from zvh_desktop.services.partijen.aansluiten import Aansluiting
from zvh_desktop.services.partijen.partijen import KORT_MAX, PartijInvoer
from zvh_desktop.services.werkplek.plekken import BijToetreding
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.dossier import groep_tekst, partijsoort_tekst
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.weg.gang import ga_erheen
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class PartijDialoog(Invoerdialoog[PartijInvoer]):
    """Name, short name, kind, group, dates and a remark."""

    def __init__(
        self,
        titel: str,
        knoptekst: str,
        begin: PartijInvoer,
        groepen: Sequence[str],
        bewaar: Callable[[PartijInvoer], object],
        ouder: QWidget | None = None,
        *,
        hulp: PartijHulp | None = None,
        aansluiting: Aansluiting | None = None,
    ) -> None:
        super().__init__(titel, knoptekst, bewaar, ouder)
        self.setObjectName("partijdialoog")
        self._ga: Weg | None = None
        self.naam = Invoerregel(begin.naam, self)
        self.naam.setMinimumWidth(tekstbreedte(self, 60))
        self.kort = Invoerregel(begin.kort, self)
        self.soort = Keuzeveld(self)
        for soort in PartijSoort:
            self.soort.addItem(partijsoort_tekst(soort, hulp.convenantpartij if hulp else "convenantpartij"), soort)
        self.soort.setCurrentIndex(self.soort.findData(begin.soort))
        self.groep = Keuzeveld(self)
        self.groep.setEditable(True)
        for groep in groepen:
            self.groep.addItem(groep_tekst(groep), groep)
        self.groep.setCurrentText(groep_tekst(begin.groep) if begin.groep else "")
        self.opmerking = Tekstveld("Opmerking", self, regels=3)
        self.opmerking.laad(begin.opmerking)
        self.formulier.voeg_toe("naam", "&Naam", self.naam)
        self.formulier.voeg_toe(
            "kort", "&Korte naam", self.kort, f"Staat boven de kolom in de agenda; hoogstens {KORT_MAX} tekens."
        )
        self.formulier.voeg_toe("soort", "&Soort", self.soort)
        self.naast("kort", "soort")
        self._bouw_aansluiting(aansluiting)
        self.formulier.voeg_toe("groep", "&Groep", self.groep, "Bepaalt welke grondslagen worden voorgesteld.")
        self.aangesloten = Datumveld("Aangesloten op", self, mag_leeg=True)
        self.aangesloten.zet_datum(begin.aangesloten_op)
        self.uitgetreden = Datumveld("Uitgetreden op", self, mag_leeg=True)
        self.uitgetreden.zet_datum(begin.uitgetreden_op)
        self.formulier.voeg_toe("aangesloten_op", "&Aangesloten op", self.aangesloten)
        self.formulier.voeg_toe("uitgetreden_op", "&Uitgetreden op", self.uitgetreden)
        if begin.naam and begin.soort is PartijSoort.CONVENANTPARTIJ:
            self.uitgetreden.setEnabled(False)
            uitleg = "Volgt uit de procedure bij Beheer, Toetreden en uittreden."
            self.uitgetreden.setToolTip(uitleg)
            self.formulier.voeg_los_toe(StilleTekst(f"Uitgetreden op: {uitleg[0].lower()}{uitleg[1:]}", self))
        self.naast("aangesloten_op", "uitgetreden_op")
        if hulp is not None:
            self.aangesloten.setAccessibleDescription(hulp.toetreding)
            self.uitgetreden.setAccessibleDescription(hulp.uittreding)
            self.formulier.voeg_los_toe(StilleTekst(f"{hulp.toetreding}\n{hulp.uittreding}", self))
        self.formulier.voeg_toe("opmerking", "&Opmerking", self.opmerking)

    def _bouw_aansluiting(self, aansluiting: Aansluiting | None) -> None:
        """Said before it is typed, beside the choice it is about; the button takes along what stands in the fields."""
        self.toetreding_knop = self._knoppen.maak("Begin een toet&reding", QDialogButtonBox.ButtonRole.ActionRole)
        self.toetreding_knop.setObjectName("partij_toetreding_knop")
        self.toetreding_knop.setAccessibleName("Begin een toetreding met deze naam")
        self.toetreding_knop.setAutoDefault(False)
        self.toetreding_knop.clicked.connect(self._on_toetreding)
        self.toetreding_knop.setVisible(aansluiting is not None and aansluiting.weg is not None)
        self._weg = aansluiting.weg if aansluiting is not None else None
        if aansluiting is not None:
            self.soort.setAccessibleDescription(aansluiting.zin)
            self.formulier.voeg_los_toe(StilleTekst(aansluiting.zin, self))

    def _on_toetreding(self) -> None:
        """Who joins is not typed here: close, and go to where it is begun."""
        if self._weg is not None:
            nieuw = BijToetreding(self.naam.text(), self.kort.text(), self._gekozen_groep())
            self._ga = replace(self._weg, onderdeel=nieuw)
            self.reject()

    def antwoord(self) -> object:
        """As every dialog; goes to the procedures when that was asked."""
        ouder = self.parentWidget()
        uitkomst = super().antwoord()
        if self._ga is not None and ouder is not None:
            ga_erheen(ouder, self._ga)
        return uitkomst

    def invoer(self) -> PartijInvoer:
        return PartijInvoer(
            naam=self.naam.text(),
            kort=self.kort.text(),
            soort=PartijSoort(self.soort.currentData()),
            groep=self._gekozen_groep(),
            aangesloten_op=self.aangesloten.datum(),
            uitgetreden_op=self.uitgetreden.datum(),
            opmerking=self.opmerking.toPlainText(),
            gezien=self.gezien,
        )

    def _gekozen_groep(self) -> str:
        nummer = self.groep.findText(self.groep.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return str(self.groep.itemData(nummer)) if nummer >= 0 else self.groep.currentText()

    @classmethod
    def vraag(
        cls,
        titel: str,
        knoptekst: str,
        begin: PartijInvoer,
        groepen: Sequence[str],
        bewaar: Callable[[PartijInvoer], object],
        *,
        ouder: QWidget,
        hulp: PartijHulp | None = None,
        aansluiting: Aansluiting | None = None,
    ) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when nothing was saved."""
        return cls(titel, knoptekst, begin, groepen, bewaar, ouder, hulp=hulp, aansluiting=aansluiting).antwoord()
