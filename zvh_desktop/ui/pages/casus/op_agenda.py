"""Putting a casus on an agenda from its own page, with the partijen of last time proposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import CasusId, OverlegId, PartijId
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.tafel.agenda import AgendaService
from zvh_desktop.services.tafel.vanuit_casus import AgendaVoorCasus, OpAgenda, VorigeKeer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.datums import datum_kort, datum_voluit, tijd_kort
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_UITLEG = (
    "Elke partij wordt opnieuw getoetst, voor de dag van dat overleg. Wie dan niet rechtmatig aanwezig mag zijn, kunt "
    "u niet kiezen; daar staat waarom."
)
_WIE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class OpAgendaInvoer:
    """On which agenda, and with whom."""

    overleg_id: OverlegId
    partijen: tuple[PartijId, ...]


class OpAgendaDialoog(Invoerdialoog[OpAgendaInvoer]):
    """Who may come again is ticked at first."""

    def __init__(
        self,
        casusnummer: str,
        agendas: Sequence[AgendaVoorCasus],
        vorige_keer: Callable[[OverlegId], VorigeKeer],
        bewaar: Callable[[OpAgendaInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(f"Casus {casusnummer} op een agenda", "Zet op de &agenda", bewaar, ouder, uitleg=_UITLEG)
        self.setObjectName("op_agenda_dialoog")
        self._vorige_keer = vorige_keer
        self._getoond: OverlegId | None = None
        self.overleg = Keuzeveld(self)
        self.overleg.setObjectName("op_agenda_overleg")
        self.overleg.setAccessibleName("Welk overleg")
        self.overleg.setMinimumWidth(tekstbreedte(self, 50))
        for een in agendas:
            waar = f"{een.naam}, {wanneer(een)}"
            self.overleg.addItem(waar if een.mag else f"{waar} (kan niet: {een.reden})", int(een.overleg_id))
        self.lijst = QListWidget(self)
        self.lijst.setObjectName("op_agenda_partijen")
        self.lijst.setAccessibleName("Partijen van de vorige keer")
        self.lijst.setWordWrap(True)
        self.formulier.voeg_toe("overleg", "Welk &overleg", self.overleg)
        self.formulier.voeg_toe(
            "partijen", "&Partijen van de vorige keer", self.lijst, "Spatie zet een partij aan of uit."
        )
        self.overleg.currentIndexChanged.connect(self._toon_partijen)
        self._toon_partijen()

    def _toon_partijen(self) -> None:
        gekozen = self.overleg.currentData()
        if not isinstance(gekozen, int) or gekozen == self._getoond:
            return
        self._getoond = OverlegId(gekozen)
        vorige = self._vorige_keer(self._getoond)
        self.lijst.clear()
        for een in vorige.partijen:
            regel = QListWidgetItem(een.naam if een.mag else f"{een.naam}: {een.reden}", self.lijst)
            regel.setData(_WIE, int(een.partij_id))
            vlaggen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            regel.setFlags(vlaggen | Qt.ItemFlag.ItemIsEnabled if een.mag else Qt.ItemFlag.ItemIsSelectable)
            regel.setCheckState(Qt.CheckState.Checked if een.mag else Qt.CheckState.Unchecked)
        if not vorige.partijen:
            leeg = QListWidgetItem("Deze casus stond nog niet met partijen op een agenda.", self.lijst)
            leeg.setFlags(Qt.ItemFlag.NoItemFlags)
        self.lijst.setToolTip(f"Van {datum_kort(vorige.op)}" if vorige.op is not None else "")

    def invoer(self) -> OpAgendaInvoer:
        gekozen = self.overleg.currentData()
        if not isinstance(gekozen, int):
            raise InvoerOngeldig("overleg", "Kies een overleg.")
        regels = (self.lijst.item(rij) for rij in range(self.lijst.count()))
        aan = (regel.data(_WIE) for regel in regels if regel.checkState() is Qt.CheckState.Checked)
        return OpAgendaInvoer(OverlegId(gekozen), tuple(PartijId(int(wie)) for wie in aan))


def wanneer(een: AgendaVoorCasus) -> str:
    """'dinsdag 15 december 2026, 09:30'."""
    return f"{datum_voluit(een.datum)}, {tijd_kort(een.begin)}"


class OpAgendaZetten:
    """The casus on that agenda, with its way back while the agenda can be changed."""

    def __init__(self, agenda: AgendaService, casus_id: CasusId, waar: str, invoer: OpAgendaInvoer) -> None:
        self._agenda = agenda
        self._casus_id = casus_id
        self._waar = waar
        self._invoer = invoer
        self._uitkomst: OpAgenda | None = None

    @property
    def tekst(self) -> str:
        """Where it stands and with whom, and who could not come along and why."""
        erbij = self._uitkomst.erbij if self._uitkomst is not None else ()
        niet = self._uitkomst.niet if self._uitkomst is not None else ()
        wie = f"met {opsomming(list(erbij))}" if erbij else "nog zonder partijen"
        return " ".join((f"Deze casus staat op de agenda van {self._waar}, {wie}.", *(een.zin for een in niet)))

    def doe(self) -> None:
        """Put it there, or put it there again."""
        zet = self._agenda.vanuit_casus.zet_op
        self._uitkomst = zet(self._casus_id, self._invoer.overleg_id, self._invoer.partijen)

    def terug(self) -> None:
        """Take the point off again."""
        if self._uitkomst is not None:
            self._agenda.verwijder_punt(self._uitkomst.punt_id)
