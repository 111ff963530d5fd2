"""The rest of the day: when each next point begins as things stand, and which partijen have to be told."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from zvh_desktop.models.taal import tijd
from zvh_desktop.services.tafel.voorzitter.dagverloop import Dagverloop, Verschuiving, Volgendpunt
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst


def _gepland(punt: Volgendpunt) -> object:
    return tijd(punt.gepland.time()) if punt.gepland is not None else "niet op de agenda"


def _verwacht(punt: Volgendpunt) -> object:
    return tijd(punt.verwacht.time())


def _titel(punt: Volgendpunt) -> object:
    return punt.titel


def _later(punt: Volgendpunt) -> object:
    return f"{punt.later} min later" if punt.later > 0 else "op tijd"


def _partij(een: Verschuiving) -> object:
    return een.partij


def _tijden(een: Verschuiving) -> object:
    return een.zin


def _wat(een: Verschuiving) -> object:
    if een.waarschuw:
        return "waarschuwen"
    return "hoort het aan tafel" if een.aan_tafel else "komt op tijd"


def _wat_icoon(een: Verschuiving) -> Icoon:
    return Icoon.WAARSCHUWING if een.waarschuw else Icoon.INFO


class DagDialoog(Dialoog):
    """Two tables to read; nothing is changed here."""

    heropenen = False

    def __init__(self, dag: Dagverloop, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("dagdialoog")
        zet_venstertitel(self, "De rest van de dag")
        self.punten: Toetstabel[Volgendpunt] = Toetstabel(
            "dag_punten",
            "Punten die nog komen",
            (
                Kolom[Volgendpunt]("verwacht", "Begint", _verwacht, 8),
                Kolom[Volgendpunt]("titel", "Punt", _titel, 40, uitleg=_punt_uitleg),
                Kolom[Volgendpunt]("gepland", "Gepland", _gepland, 18),
                Kolom[Volgendpunt]("later", "", _later, 14),
            ),
            ouder=self,
            rek=1,
            minste_rijen=4,
        )
        self.partijen: Toetstabel[Verschuiving] = Toetstabel(
            "dag_partijen",
            "Partijen van wie de tijd verschuift",
            (
                Kolom[Verschuiving]("partij", "Partij", _partij, 20),
                Kolom[Verschuiving]("tijd", "Wordt", _tijden, 46, uitleg=_tijden_uitleg),
                Kolom[Verschuiving]("wat", "Doen", _wat, 18, icoon=_wat_icoon),
            ),
            ouder=self,
            rek=1,
            minste_rijen=3,
        )
        self.punten.zet_regels(dag.punten)
        self.partijen.zet_regels(dag.verschuivingen)
        self.partijen.setVisible(bool(dag.verschuivingen))
        self.punten.setMinimumWidth(tekstbreedte(self, 84))
        knoppen = Dialoogknoppen(self)
        self.sluit_knop = knoppen.maak("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        self.sluit_knop.setObjectName("dag_sluiten")
        self.sluit_knop.setAccessibleName("Sluiten")
        self.sluit_knop.setAutoDefault(False)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Wat nog komt", self))
        indeling.addWidget(StilleTekst(_samenvatting(dag), self))
        indeling.addWidget(self.punten, 2)
        indeling.addWidget(Kop("Van wie de tijd verschuift", self))
        geen = StilleTekst("Niemand hoeft te worden gewaarschuwd.", self)
        geen.setVisible(not dag.verschuivingen)
        indeling.addWidget(geen)
        indeling.addWidget(self.partijen, 1)
        indeling.addWidget(knoppen)
        knoppen.rejected.connect(self.reject)

    @classmethod
    def laat_zien(cls, dag: Dagverloop, *, ouder: QWidget) -> None:
        """Show it until it is closed."""
        dialoog = cls(dag, ouder)
        dialoog.exec()
        dialoog.punten.maak_leeg()
        dialoog.partijen.maak_leeg()
        verwijder(dialoog)


def _punt_uitleg(punt: Volgendpunt) -> str:
    return punt.titel


def _tijden_uitleg(een: Verschuiving) -> str:
    return f"{een.partij}: {een.zin}"


def _samenvatting(dag: Dagverloop) -> str:
    klaar = f"Zoals het nu gaat, is het overleg klaar om {tijd(dag.klaar.time())}"
    if dag.uitloop > 0:
        return f"{klaar}, {dag.uitloop} minuten later dan gepland."
    return f"{klaar}. Gepland was uiterlijk {tijd(dag.gepland_klaar.time())}."
