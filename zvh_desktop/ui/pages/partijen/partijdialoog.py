"""Adds a partij or changes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.services.huis.regels import PartijHulp
from zvh_desktop.services.partijen.partijen import KORT_MAX, PartijInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.dossier import groep_tekst, partijsoort_tekst
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
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
    ) -> None:
        super().__init__(titel, knoptekst, bewaar, ouder)
        self.setObjectName("partijdialoog")
        self.naam = QLineEdit(begin.naam, self)
        self.naam.setMinimumWidth(tekstbreedte(self, 60))
        self.kort = QLineEdit(begin.kort, self)
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

    def invoer(self) -> PartijInvoer:
        return PartijInvoer(
            naam=self.naam.text(),
            kort=self.kort.text(),
            soort=PartijSoort(self.soort.currentData()),
            groep=self._gekozen_groep(),
            aangesloten_op=self.aangesloten.datum(),
            uitgetreden_op=self.uitgetreden.datum(),
            opmerking=self.opmerking.toPlainText(),
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
    ) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when nothing was saved."""
        return cls(titel, knoptekst, begin, groepen, bewaar, ouder, hulp=hulp).antwoord()
