"""The sheet of oordelen as a table: how each partij stands, and what the procesregisseur is about to sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zvh_desktop.models.keuzes import OordeelUitkomst, PartijId, PoortStand
from zvh_desktop.services.poort.oordelen import OordeelInvoer, PartijOordeel
from zvh_desktop.ui.pages.casus.oordelenkeuzes import PER_PARTIJ
from zvh_desktop.ui.teksten.algemeen import GEVRAAGD_TEKST, POORT_ICOON, POORT_TEKST
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.dossier import OORDEEL_ICOON, OORDEEL_TEKST
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon

Index = QModelIndex | QPersistentModelIndex


class OordeelKolom(IntEnum):
    """The columns."""

    PARTIJ = 0
    STAND = 1
    VOORNEMEN = 2
    GRONDSLAG = 3
    MOTIVERING = 4
    GELDIG_TOT = 5


KOPPEN = {
    OordeelKolom.PARTIJ: "Partij",
    OordeelKolom.STAND: "Nu",
    OordeelKolom.VOORNEMEN: "Nieuw oordeel",
    OordeelKolom.GRONDSLAG: "Grondslag",
    OordeelKolom.MOTIVERING: "Motivering",
    OordeelKolom.GELDIG_TOT: "Geldig tot en met",
}
_BEWERKBAAR = frozenset({OordeelKolom.GRONDSLAG, OordeelKolom.MOTIVERING, OordeelKolom.GELDIG_TOT})
_ONTBREEKT = frozenset({PoortStand.NIET_BEOORDEELD, PoortStand.VERLOPEN})
_STAND_TEKST = {**POORT_TEKST, PoortStand.RECHTMATIG: "rechtmatig"}


@dataclass(frozen=True, slots=True)
class Voornemen:
    """What is about to be signed about one partij."""

    uitkomst: OordeelUitkomst
    grondslag: str = ""
    motivering: str = ""
    geldig_tot: date | None = None

    def bezwaar(self) -> str:
        """What is still missing, in a few words; empty when it can be signed."""
        if self.uitkomst is OordeelUitkomst.RECHTMATIG and not self.grondslag.strip():
            return "grondslag ontbreekt"
        if self.uitkomst is not OordeelUitkomst.RECHTMATIG and not self.motivering.strip():
            return "motivering ontbreekt"
        return ""


class OordelenModel(QAbstractTableModel):
    """Rows are partijen. Nothing is stored here: signing is a use case."""

    voornemens_gewijzigd = Signal()

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._regels: tuple[PartijOordeel, ...] = ()
        self._vals: frozenset[PartijId] = frozenset()
        self._voornemens: dict[PartijId, Voornemen] = {}
        self._vast = True
        self.samen: tuple[int, ...] = ()
        """The rows that get what is typed next."""

    def laad(self, regels: Sequence[PartijOordeel], vals: Iterable[PartijId], *, vast: bool) -> None:
        """Show this sheet; ``vals`` are the partijen with an oordeel whose signature does not hold."""
        self.beginResetModel()
        self._regels = tuple(regels)
        self._vals = frozenset(vals)
        self._vast = vast
        self.samen = ()
        bekend = {regel.partij_id for regel in regels}
        self._voornemens = {id_: v for id_, v in self._voornemens.items() if id_ in bekend and not vast}
        self.endResetModel()
        self.voornemens_gewijzigd.emit()

    def maak_leeg(self) -> None:
        """Forget everything, at the lock."""
        self._voornemens = {}
        self.laad((), (), vast=True)

    def regel(self, rij: int) -> PartijOordeel | None:
        """The partij on this row."""
        return self._regels[rij] if 0 <= rij < len(self._regels) else None

    def te_beoordelen(self) -> tuple[PartijId, ...]:
        """The partijen that were never judged."""
        return tuple(regel.partij_id for regel in self._regels if regel.stand is PoortStand.NIET_BEOORDEELD)

    def volgende_ontbrekende(self, na: int) -> int | None:
        """The next row without an oordeel that counts, or with one that cannot be signed yet; around the end."""
        aantal = len(self._regels)
        volgorde = [*range(na + 1, aantal), *range(0, min(na + 1, aantal))]
        return next((rij for rij in volgorde if self._ontbreekt(self._regels[rij])), None)

    def _ontbreekt(self, regel: PartijOordeel) -> bool:
        voornemen = self._voornemens.get(regel.partij_id)
        if voornemen is not None:
            return bool(voornemen.bezwaar())
        return not self._vast and (regel.stand in _ONTBREEKT or regel.gevraagd is not None)

    def gemarkeerd(self, rijen: Iterable[int], uitkomst: OordeelUitkomst) -> tuple[int, ...]:
        """Those of these rows that are marked with this outcome."""
        return tuple(
            rij
            for rij in rijen
            if (voornemen := self._voornemens.get(self._regels[rij].partij_id)) and voornemen.uitkomst is uitkomst
        )

    def voornemens(self) -> Mapping[PartijId, Voornemen]:
        """Everything that waits for a signature."""
        return dict(self._voornemens)

    def zet_voornemens(self, voornemens: Mapping[PartijId, Voornemen]) -> None:
        """Put back what waited, after unlocking."""
        self.beginResetModel()
        self._voornemens = dict(voornemens)
        self.endResetModel()
        self.voornemens_gewijzigd.emit()

    def kies(self, rijen: Iterable[int], uitkomst: OordeelUitkomst, geldig_tot: date | None) -> str:
        """Mark rows. Gives back why some were left out, in a sentence; empty when all were marked."""
        geweigerd = []
        for rij in rijen:
            regel = self._regels[rij]
            if self._vast or regel.stand is PoortStand.NIET_VAN_TOEPASSING:
                geweigerd.append(f"{regel.partij}: {regel.reden}")
                continue
            if uitkomst is OordeelUitkomst.INGETROKKEN and regel.stand is not PoortStand.RECHTMATIG:
                geweigerd.append(f"{regel.partij}: er is geen positief oordeel om in te trekken")
                continue
            oud = self._voornemens.get(regel.partij_id)
            self._voornemens[regel.partij_id] = Voornemen(
                uitkomst,
                grondslag=(oud.grondslag if oud else "") or regel.grondslag,
                motivering=oud.motivering if oud else "",
                geldig_tot=geldig_tot if uitkomst is OordeelUitkomst.RECHTMATIG else None,
            )
            self._meld(rij)
        self.voornemens_gewijzigd.emit()
        return "; ".join(geweigerd)

    def wis(self, rijen: Iterable[int]) -> None:
        """Take back what was marked on these rows."""
        for rij in rijen:
            self._voornemens.pop(self._regels[rij].partij_id, None)
            self._meld(rij)
        self.voornemens_gewijzigd.emit()

    def wis_alles(self) -> None:
        """Take back everything that was marked."""
        self.wis(range(len(self._regels)))

    def bezwaren(self, uitgeleend: str = "") -> tuple[str, ...]:
        """What keeps the marked rows from being signed. What opens the gate waits for a koffer."""
        eigen = tuple(
            f"{regel.partij}: {self._voornemens[regel.partij_id].bezwaar()}"
            for regel in self._regels
            if regel.partij_id in self._voornemens and self._voornemens[regel.partij_id].bezwaar()
        )
        opent = any(een.uitkomst is OordeelUitkomst.RECHTMATIG for een in self._voornemens.values())
        return (*eigen, uitgeleend.rstrip(".")) if uitgeleend and opent else eigen

    def invoer(self) -> tuple[OordeelInvoer, ...]:
        """What is handed to the service for signing, in the order of the sheet."""
        return tuple(
            OordeelInvoer(regel.partij_id, v.uitkomst, v.grondslag, v.motivering, None, v.geldig_tot)
            for regel in self._regels
            if (v := self._voornemens.get(regel.partij_id)) is not None
        )

    def _meld(self, rij: int) -> None:
        self.dataChanged.emit(self.index(rij, 0), self.index(rij, len(OordeelKolom) - 1))

    # --- what the view asks -----------------------------------------------------------------------

    def rowCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(self._regels)

    def columnCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(OordeelKolom)

    def headerData(self, nummer: int, richting: Qt.Orientation, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if richting is Qt.Orientation.Horizontal and rol == Qt.ItemDataRole.DisplayRole:
            return KOPPEN[OordeelKolom(nummer)]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        basis = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.bewerkbaar(index):
            return basis | Qt.ItemFlag.ItemIsEditable
        return basis

    def bewerkbaar(self, index: Index) -> bool:
        """Whether this cell can be typed in: only of a marked row."""
        kolom = OordeelKolom(index.column())
        voornemen = self._voornemens.get(self._regels[index.row()].partij_id)
        if self._vast or voornemen is None or kolom not in _BEWERKBAAR:
            return False
        return kolom is not OordeelKolom.GELDIG_TOT or voornemen.uitkomst is OordeelUitkomst.RECHTMATIG

    def data(self, index: Index, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        kolom, regel = OordeelKolom(index.column()), self._regels[index.row()]
        match rol:
            case Qt.ItemDataRole.DisplayRole:
                return self._tekst(kolom, regel)
            case Qt.ItemDataRole.EditRole:
                return self._waarde(kolom, regel)
            case Qt.ItemDataRole.ToolTipRole:
                return platte_uitleg(self._uitleg(kolom, regel))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{KOPPEN[kolom]}: {self._tekst(kolom, regel) or 'leeg'}"
            case Qt.ItemDataRole.DecorationRole:
                icoon = self._icoon(kolom, regel)
                return laad_icoon(icoon) if icoon else None
        return None

    def _waarde(self, kolom: OordeelKolom, regel: PartijOordeel) -> object:
        voornemen = self._voornemens.get(regel.partij_id)
        if voornemen is None:
            return None
        return {
            OordeelKolom.GRONDSLAG: voornemen.grondslag,
            OordeelKolom.MOTIVERING: voornemen.motivering,
            OordeelKolom.GELDIG_TOT: voornemen.geldig_tot,
        }.get(kolom)

    def _tekst(self, kolom: OordeelKolom, regel: PartijOordeel) -> str:
        voornemen = self._voornemens.get(regel.partij_id)
        match kolom:
            case OordeelKolom.PARTIJ:
                return f"{regel.partij} (vast)" if regel.vast else regel.partij
            case OordeelKolom.STAND:
                if regel.partij_id in self._vals and regel.stand is PoortStand.NIET_BEOORDEELD:
                    return "handtekening klopt niet"
                stand = _STAND_TEKST[regel.stand]
                return f"{stand}, {GEVRAAGD_TEKST}" if regel.gevraagd else stand
            case OordeelKolom.VOORNEMEN:
                if voornemen is None:
                    return ""
                bezwaar = voornemen.bezwaar()
                return OORDEEL_TEKST[voornemen.uitkomst] + (f" ({bezwaar})" if bezwaar else "")
            case OordeelKolom.GRONDSLAG:
                return voornemen.grondslag if voornemen else regel.grondslag
            case OordeelKolom.MOTIVERING:
                return voornemen.motivering if voornemen else ""
            case OordeelKolom.GELDIG_TOT:
                dag = voornemen.geldig_tot if voornemen else regel.geldig_tot
                return datum_kort(dag) if dag else ""

    def _uitleg(self, kolom: OordeelKolom, regel: PartijOordeel) -> str:
        if kolom is OordeelKolom.PARTIJ and (regel.vast or regel.gevraagd_in_triage):
            waarom = ["zit hier gewoonlijk aan tafel"] * regel.vast
            waarom += ["vooraf iets gevraagd"] * regel.gevraagd_in_triage
            return f"{regel.partij}: {'; '.join(waarom)}"
        if kolom is OordeelKolom.STAND:
            return "; ".join(deel for deel in (regel.reden, regel.gevraagd.zin if regel.gevraagd else "") if deel)
        return self._tekst(kolom, regel)

    def _icoon(self, kolom: OordeelKolom, regel: PartijOordeel) -> Icoon | None:
        voornemen = self._voornemens.get(regel.partij_id)
        if kolom is OordeelKolom.STAND:
            if regel.partij_id in self._vals:
                return Icoon.FOUT
            if regel.gevraagd is not None:
                return Icoon.KLOK
            return Icoon.VINK if regel.stand is PoortStand.RECHTMATIG else POORT_ICOON[regel.stand]
        if kolom is OordeelKolom.PARTIJ and regel.gevraagd_in_triage:
            return Icoon.POST
        if kolom is OordeelKolom.VOORNEMEN and voornemen is not None:
            return Icoon.WAARSCHUWING if voornemen.bezwaar() else OORDEEL_ICOON[voornemen.uitkomst]
        return None

    def setData(self, index: Index, waarde: Any, rol: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if rol != Qt.ItemDataRole.EditRole or not index.isValid() or not self.bewerkbaar(index):
            return False
        samen, self.samen = self.samen, ()
        for rij in dict.fromkeys((index.row(), *samen)):
            if self.bewerkbaar(self.index(rij, index.column())):
                self._zet(rij, OordeelKolom(index.column()), waarde)
        self.voornemens_gewijzigd.emit()
        return True

    def _zet(self, rij: int, kolom: OordeelKolom, waarde: Any) -> None:
        regel = self._regels[rij]
        oud = self._voornemens[regel.partij_id]
        match kolom:
            case OordeelKolom.GRONDSLAG if waarde == PER_PARTIJ:
                eerste = regel.grondslagen[0].tekst if regel.grondslagen else ""
                nieuw = replace(oud, grondslag=oud.grondslag or eerste)
            case OordeelKolom.GRONDSLAG:
                nieuw = replace(oud, grondslag=str(waarde or ""))
            case OordeelKolom.MOTIVERING:
                nieuw = replace(oud, motivering=str(waarde or ""))
            case _:
                nieuw = replace(oud, geldig_tot=waarde if isinstance(waarde, date) else None)
        self._voornemens[regel.partij_id] = nieuw
        self._meld(rij)
