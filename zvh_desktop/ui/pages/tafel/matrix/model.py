"""The matrix partij x agendapunt as a table: four fixed columns, then one narrow column per partij."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zvh_desktop.models.keuzes import AgendapuntId, CasusId, PartijId, PoortStand
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld, Cel, Partijkolom, PuntRegel
from zvh_desktop.ui.teksten.algemeen import zit_tekst
from zvh_desktop.ui.teksten.datums import tijd_kort
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon

Index = QModelIndex | QPersistentModelIndex

KOL_NUMMER, KOL_ONDERWERP, KOL_MINUTEN, KOL_TIJD = range(4)
VASTE_KOPPEN = ("#", "onderwerp", "min", "tijd")
VAST = len(VASTE_KOPPEN)

CELROL = int(Qt.ItemDataRole.UserRole) + 1
_RIJ_MIME = "application/x-zvh-agendapunt"


class MatrixModel(QAbstractTableModel):
    """Shows an AgendaBeeld. Dragging a row only asks for the move; the service does it."""

    verplaatsen_gevraagd = Signal(int, int)
    """From row, to row."""

    # also on the class: Qt may still ask for the size while Python has already taken the object apart
    _punten: tuple[PuntRegel, ...] = ()
    _kolommen: tuple[Partijkolom, ...] = ()

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._plaats: tuple[int, ...] = ()
        self._te_wijzigen = False
        self._noten: dict[CasusId, str] = {}

    def zet(self, beeld: AgendaBeeld | None, *, alle: bool = False, noten: Mapping[CasusId, str] | None = None) -> None:
        """Show this agenda; by default only the partijen that have to do with a casus on it.

        ``noten`` is what betrokkenen asked about a casus, in words.
        """
        self._noten = dict(noten or {})
        if beeld is None:
            punten: tuple[PuntRegel, ...] = ()
            keuze: list[int] = []
        else:
            punten = beeld.punten
            keuze = [nr for nr, kolom in enumerate(beeld.kolommen) if alle or kolom.betrokken]
        kolommen = tuple(beeld.kolommen[nr] for nr in keuze) if beeld else ()
        zelfde_vorm = len(punten) == len(self._punten) and [k.partij_id for k in kolommen] == [
            k.partij_id for k in self._kolommen
        ]
        if not zelfde_vorm:
            self.beginResetModel()
        self._punten, self._kolommen, self._plaats = punten, kolommen, tuple(keuze)
        self._te_wijzigen = beeld is not None and beeld.te_wijzigen
        if not zelfde_vorm:
            self.endResetModel()
        elif punten:
            self.dataChanged.emit(self.index(0, 0), self.index(len(punten) - 1, self.columnCount() - 1))

    @property
    def kolommen(self) -> tuple[Partijkolom, ...]:
        """The partijen that have a column now."""
        return self._kolommen

    def punt(self, rij: int) -> PuntRegel | None:
        """The agendapunt on this row."""
        return self._punten[rij] if 0 <= rij < len(self._punten) else None

    def partij(self, kolom: int) -> Partijkolom | None:
        """The partij of this column, or None for a fixed one."""
        nummer = kolom - VAST
        return self._kolommen[nummer] if 0 <= nummer < len(self._kolommen) else None

    def cel(self, index: Index) -> Cel | None:
        """The cell behind an index, or None in a fixed column."""
        punt = self.punt(index.row())
        nummer = index.column() - VAST
        if punt is None or not 0 <= nummer < len(self._plaats):
            return None
        return punt.cellen[self._plaats[nummer]]

    def rij_van(self, punt_id: AgendapuntId) -> int:
        """The row of this point, or -1."""
        return next((nr for nr, punt in enumerate(self._punten) if punt.id == punt_id), -1)

    def kolom_van(self, partij_id: PartijId) -> int:
        """The column of this partij, or -1."""
        return next((nr + VAST for nr, kolom in enumerate(self._kolommen) if kolom.partij_id == partij_id), -1)

    # --- Qt's own ---------------------------------------------------------------------------------

    def rowCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(self._punten)

    def columnCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else VAST + len(self._kolommen)

    def data(self, index: Index, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        punt = self.punt(index.row()) if index.isValid() else None
        if punt is None:
            return None
        cel = self.cel(index)
        return self._vaste_data(punt, index.column(), rol) if cel is None else self._cel_data(punt, index, cel, rol)

    def _vaste_data(self, punt: PuntRegel, kolom: int, rol: int) -> Any:
        tekst = (
            str(punt.nummer),
            punt.onderwerp,
            str(punt.minuten),
            f"{tijd_kort(punt.begin)}-{tijd_kort(punt.einde)}",
        )[kolom]
        match rol:
            case Qt.ItemDataRole.DisplayRole:
                return tekst
            case Qt.ItemDataRole.AccessibleTextRole:
                extra = self._bijzonder(punt, kolom)
                return f"{VASTE_KOPPEN[kolom]}: {tekst}" + (f"; {extra}" if extra else "")
            case Qt.ItemDataRole.ToolTipRole:
                return platte_uitleg(self._bijzonder(punt, kolom) or (tekst if kolom == KOL_ONDERWERP else "")) or None
            case Qt.ItemDataRole.DecorationRole:
                return laad_icoon(Icoon.WAARSCHUWING) if self._bijzonder(punt, kolom) else None
            case Qt.ItemDataRole.TextAlignmentRole if kolom in (KOL_NUMMER, KOL_MINUTEN):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _bijzonder(self, punt: PuntRegel, kolom: int) -> str:
        if kolom == KOL_ONDERWERP:
            noot = self._noten.get(punt.casus_id, "") if punt.casus_id is not None else ""
            return "\n".join(deel for deel in (punt.gemarkeerd, noot) if deel)
        if kolom == KOL_TIJD and punt.na_afloop:
            return "Dit punt eindigt na het einde van het overleg."
        return ""

    def _cel_data(self, punt: PuntRegel, index: Index, cel: Cel, rol: int) -> Any:
        kolom = self.partij(index.column())
        naam = kolom.naam if kolom else ""
        match rol:
            case _ if rol == CELROL:
                return cel
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{naam}, punt {punt.nummer}: {_stand(cel)}. {cel.uitleg}"
            case Qt.ItemDataRole.ToolTipRole:
                weg = "\nHad een plaats, maar die is vervallen." if cel.vervallen else ""
                return platte_uitleg(f"{naam}\n{hoofdletter(cel.uitleg or _stand(cel))}{weg}")
        return None

    def headerData(self, nummer: int, richting: Qt.Orientation, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if richting is not Qt.Orientation.Horizontal or not 0 <= nummer < self.columnCount():
            return None
        kolom = self.partij(nummer)
        match rol:
            case Qt.ItemDataRole.DisplayRole:
                return kolom.kort if kolom else VASTE_KOPPEN[nummer]
            case Qt.ItemDataRole.AccessibleTextRole:
                return kolom.naam if kolom else VASTE_KOPPEN[nummer]
            case Qt.ItemDataRole.ToolTipRole if kolom:
                return platte_uitleg(self._kop_uitleg(kolom, nummer))
            case Qt.ItemDataRole.TextAlignmentRole:
                kant = (
                    Qt.AlignmentFlag.AlignRight if nummer in (KOL_NUMMER, KOL_MINUTEN) else Qt.AlignmentFlag.AlignLeft
                )
                return kant | Qt.AlignmentFlag.AlignBottom
        return None

    def _kop_uitleg(self, kolom: Partijkolom, nummer: int) -> str:
        plaats = self._plaats[nummer - VAST]
        zit = [punt for punt in self._punten if punt.cellen[plaats].stand is PoortStand.UITGENODIGD]
        if not zit:
            return f"{kolom.naam}\nNog bij geen punt op de agenda."
        minuten = sum(punt.minuten for punt in zit)
        punten = "1 punt" if len(zit) == 1 else f"{len(zit)} punten"
        return (
            f"{kolom.naam}\nOp de agenda bij {punten}, samen {minuten} minuten, "
            f"tussen {tijd_kort(zit[0].begin)} en {tijd_kort(zit[-1].einde)}."
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self._te_wijzigen else Qt.ItemFlag.NoItemFlags
        vlaggen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return vlaggen | Qt.ItemFlag.ItemIsDragEnabled if self._te_wijzigen else vlaggen

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_RIJ_MIME]

    def mimeData(self, indexen: Sequence[QModelIndex]) -> QMimeData:
        inhoud = QMimeData()
        if indexen:
            inhoud.setData(_RIJ_MIME, str(indexen[0].row()).encode("ascii"))
        return inhoud

    def dropMimeData(self, inhoud: QMimeData, _actie: Qt.DropAction, rij: int, _kolom: int, ouder: Index) -> bool:
        if not inhoud.hasFormat(_RIJ_MIME):
            return False
        van = int(bytes(inhoud.data(_RIJ_MIME).data()))
        naar = rij if rij >= 0 else (ouder.row() if ouder.isValid() else len(self._punten))
        if naar > van:
            naar -= 1
        if naar != van:
            self.verplaatsen_gevraagd.emit(van, naar)
        return False  # the rows come back from the service; the view must not take any away itself


def _stand(cel: Cel) -> str:
    return zit_tekst(cel.stand, verstuurd=cel.verstuurd)
