"""The partijen of the selected casus, below the matrix: stand, ground, what is asked of them, until when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zvh_desktop.models.keuzes import PartijId, PoortStand
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld, Cel, Partijkolom, PuntRegel
from zvh_desktop.ui.teksten.algemeen import GEVRAAGD_TEKST, POORT_ICOON, zit_tekst
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon

Index = QModelIndex | QPersistentModelIndex

KOL_PARTIJ, KOL_STAND, KOL_BIJDRAGE, KOL_REDEN, KOL_TOT = range(5)
_KOPPEN = ("Partij", "Stand", "Gevraagde bijdrage", "Grondslag of reden", "Geldig tot en met")
_ORDE = {
    PoortStand.UITGENODIGD: 0,
    PoortStand.RECHTMATIG: 1,
    PoortStand.VERLOPEN: 2,
    PoortStand.INGETROKKEN: 2,
    PoortStand.NIET_RECHTMATIG: 3,
    PoortStand.NIET_BEOORDEELD: 4,
    PoortStand.NIET_VAN_TOEPASSING: 5,
}


class DeelnameModel(QAbstractTableModel):
    """Only the requested contribution can be changed here, and only of who is invited."""

    bijdrage_getypt = Signal(int, str)
    """PartijId and text."""
    bijdragen_gevraagd = Signal(object, str)
    """PartijIds and the text that is asked of all of them."""

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._regels: tuple[tuple[Partijkolom, Cel], ...] = ()
        self._te_wijzigen = False

    def zet(self, beeld: AgendaBeeld | None, punt: PuntRegel | None, *, alle: bool = False) -> None:
        """Show the partijen of this point."""
        regels: list[tuple[Partijkolom, Cel]] = []
        if beeld is not None and punt is not None and punt.casus_id is not None:
            regels = [
                (kolom, cel) for kolom, cel in zip(beeld.kolommen, punt.cellen, strict=True) if alle or kolom.betrokken
            ]
            regels.sort(key=_orde)
        self._te_wijzigen = beeld is not None and beeld.te_wijzigen
        zelfde = [k.partij_id for k, _ in regels] == [k.partij_id for k, _ in self._regels]
        if not zelfde:
            self.beginResetModel()
        self._regels = tuple(regels)
        if not zelfde:
            self.endResetModel()
        elif regels:
            self.dataChanged.emit(self.index(0, 0), self.index(len(regels) - 1, len(_KOPPEN) - 1))

    def partij(self, rij: int) -> PartijId | None:
        """The partij on this row."""
        return self._regels[rij][0].partij_id if 0 <= rij < len(self._regels) else None

    def te_beoordelen(self) -> tuple[PartijId, ...]:
        """The partijen shown here that were never judged."""
        return tuple(kolom.partij_id for kolom, cel in self._regels if cel.stand is PoortStand.NIET_BEOORDEELD)

    def vul_in(self, rijen: Sequence[int], van: int) -> int:
        """Ask of these rows what is asked on row ``van``; of all that nothing is asked of yet when only that is chosen.

        Gives back of how many.
        """
        if not 0 <= van < len(self._regels):
            return 0
        tekst = self._regels[van][1].gevraagde_bijdrage
        gekozen = set(rijen) if len(set(rijen)) > 1 else None
        partijen = tuple(
            kolom.partij_id
            for rij, (kolom, cel) in enumerate(self._regels)
            if cel.stand is PoortStand.UITGENODIGD
            and (not cel.gevraagde_bijdrage if gekozen is None else rij in gekozen)
            and cel.gevraagde_bijdrage != tekst
        )
        if tekst and partijen and self._te_wijzigen:
            self.bijdragen_gevraagd.emit(partijen, tekst)
            return len(partijen)
        return 0

    def rij_van(self, partij_id: PartijId) -> int:
        """The row of this partij, or -1."""
        return next((nr for nr, (kolom, _) in enumerate(self._regels) if kolom.partij_id == partij_id), -1)

    def rowCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(self._regels)

    def columnCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(_KOPPEN)

    def data(self, index: Index, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        kolom, cel = self._regels[index.row()]
        tekst = self._tekst(kolom, cel, index.column())
        match rol:
            case Qt.ItemDataRole.DisplayRole:
                return tekst
            case Qt.ItemDataRole.EditRole if index.column() == KOL_BIJDRAGE:
                return cel.gevraagde_bijdrage
            case Qt.ItemDataRole.DecorationRole if index.column() == KOL_STAND:
                return laad_icoon(_icoon(cel))
            case Qt.ItemDataRole.ToolTipRole:
                return platte_uitleg(kolom.naam if index.column() == KOL_PARTIJ else tekst) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_KOPPEN[index.column()]}: {tekst or 'leeg'}"
        return None

    def _tekst(self, kolom: Partijkolom, cel: Cel, nummer: int) -> str:
        match nummer:
            case _ if nummer == KOL_PARTIJ:
                return kolom.naam
            case _ if nummer == KOL_STAND:
                stand = "plaats vervallen" if cel.vervallen else zit_tekst(cel.stand, verstuurd=cel.verstuurd)
                return f"{stand}, {GEVRAAGD_TEKST}" if cel.gevraagd else stand
            case _ if nummer == KOL_BIJDRAGE:
                return cel.gevraagde_bijdrage
            case _ if nummer == KOL_REDEN:
                return cel.grondslag or cel.uitleg
            case _:
                return datum_kort(cel.geldig_tot) if cel.geldig_tot else ""

    def setData(self, index: Index, waarde: Any, rol: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if not index.isValid() or rol != Qt.ItemDataRole.EditRole:
            return False
        kolom, cel = self._regels[index.row()]
        if str(waarde) != cel.gevraagde_bijdrage:
            self.bijdrage_getypt.emit(kolom.partij_id, str(waarde))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        vlaggen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        uitgenodigd = self._regels[index.row()][1].stand is PoortStand.UITGENODIGD
        if index.column() == KOL_BIJDRAGE and uitgenodigd and self._te_wijzigen:
            vlaggen |= Qt.ItemFlag.ItemIsEditable
        return vlaggen

    def headerData(self, nummer: int, richting: Qt.Orientation, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if richting is not Qt.Orientation.Horizontal or not 0 <= nummer < len(_KOPPEN):
            return None
        if rol in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _KOPPEN[nummer]
        if rol == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _icoon(cel: Cel) -> Icoon:
    if cel.gevraagd is not None:
        return Icoon.KLOK
    return Icoon.UITROEP if cel.vervallen else POORT_ICOON[cel.stand]


def _orde(regel: tuple[Partijkolom, Cel]) -> tuple[int, str]:
    kolom, cel = regel
    return _ORDE[cel.stand], kolom.kort.casefold()
