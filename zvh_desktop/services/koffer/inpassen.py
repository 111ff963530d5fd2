"""Taking in what was done on the road, in the transaction of the caller: nothing overwritten, nothing twice.

What the rules or the database refuse at this moment is not taken in and not lost: the caller keeps it beside.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from zvh_desktop.database.koffer.rijen import verwijder, voeg_toe, wijzig
from zvh_desktop.database.koffer.terugkeer import TERUGKEREN
from zvh_desktop.database.koffer.verschil import Wegverschil
from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzen.kofferkeuzes import Verandering
from zvh_desktop.models.keuzes import OordeelUitkomst
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.services.koffer.inhoud import Kofferinhoud
from zvh_desktop.services.koffer.weging import Terugweging
from zvh_desktop.services.poort.gevolgen import werk_uitnodigingen_bij
from zvh_desktop.services.poort.poort import OORDEEL
from zvh_desktop.services.werkplek.werkplek import Werkplek

HOORT_BIJ: Final = "Dit hoort bij iets dat niet is overgenomen."
POORT: Final = "De poort laat dit niet toe: er is nu geen geldend oordeel voor deze partij."
NIET_TOEGELATEN: Final = "Zoals het op kantoor nu staat, kan dit er niet meer bij."
_KEREN: Final = {keer.tabel for keer in TERUGKEREN}


class Inpassing:
    """One return: what was taken in, under which number it stands here, and what was refused."""

    def __init__(self, werkplek: Werkplek, sessie: Session, inhoud: Kofferinhoud) -> None:
        self._werkplek = werkplek
        self._sessie = sessie
        self._inhoud = inhoud
        self._hier: dict[tuple[str, int], int] = {}
        self._oordelen: list[int] = []
        self.getekend: dict[int, int] = {}
        """Statement of the road -> the one under which it was signed again here."""
        self.geweigerd: dict[str, str] = {}
        """By the key of a change why it was refused when it came to it."""

    def neem_in(self, wegingen: Iterable[Terugweging]) -> int:
        """Take these in, in the one order in which each finds what it needs; how many came in.

        Raises BevestigingNodig.
        """
        alle = [weging.verschil for weging in wegingen]
        eerst, laatst = self._oordelen_om(alle)
        volgorde = (
            *(een for een in reversed(alle) if een.verandering is Verandering.WEG),
            *(een for een in alle if een.verandering is Verandering.ANDERS),
            *eerst,
            *(een for een in alle if een.verandering is Verandering.NIEUW and een.keer.tabel != "oordeel"),
            *laatst,
        )
        gelukt = sum(self._een(verschil) for verschil in volgorde)
        self._sessie.flush()
        for id_ in self._oordelen:
            OORDEEL.eis_bewaard(self._werkplek, self._sessie, id_)
        return gelukt

    def _oordelen_om(self, alle: list[Wegverschil]) -> tuple[list[Wegverschil], list[Wegverschil]]:
        """What opens the gate comes before the seats that need it, what closes it in the end comes after them."""
        eerst, laatst = list[Wegverschil](), list[Wegverschil]()
        oordelen = [een for een in alle if een.keer.tabel == "oordeel"]
        for nummer, een in enumerate(oordelen):
            over = (een.nu["casus_id"], een.nu["partij_id"])
            opent = any(
                later.nu["uitkomst"] == OordeelUitkomst.RECHTMATIG.value
                for later in oordelen[nummer:]
                if (later.nu["casus_id"], later.nu["partij_id"]) == over
            )
            (eerst if opent else laatst).append(een)
        return eerst, laatst

    def _een(self, verschil: Wegverschil) -> bool:
        try:
            if verschil.verandering is Verandering.WEG:
                verwijder(self._verbinding, verschil.keer.tabel, verschil.rij)
            elif verschil.verandering is Verandering.ANDERS:
                wijzig(self._verbinding, verschil.keer.tabel, verschil.rij, self._vertaald(verschil))
            elif verschil.keer.tabel == "oordeel":
                self._teken(verschil)
            else:
                self._voeg_toe(verschil)
        except _HoortBij:
            self.geweigerd[verschil.sleutel] = HOORT_BIJ
        except IntegrityError as fout:
            # A rule of the database refuses this one row; the rest of the transaction goes on.
            self.geweigerd[verschil.sleutel] = POORT if str(fout.orig).startswith("poort:") else NIET_TOEGELATEN
        else:
            return True
        return False

    @property
    def _verbinding(self) -> Connection:
        return self._sessie.connection()

    def _voeg_toe(self, verschil: Wegverschil) -> None:
        tabel = verschil.keer.tabel
        waarden = {kolom: waarde for kolom, waarde in self._vertaald(verschil).items() if kolom != "id"}
        self._hier[(tabel, verschil.rij)] = voeg_toe(self._verbinding, tabel, waarden)

    def _teken(self, verschil: Wegverschil) -> None:
        """The same oordeel, with the words and the moment of the road, signed here by who hands it in."""
        onderweg = self._inhoud.oordelen[verschil.rij].rij
        velden = {kolom.key for kolom in Oordeel.__mapper__.column_attrs} - {"id", "verklaring_nummer"}
        rij = Oordeel(**{veld: getattr(onderweg, veld) for veld in velden})
        nummer = OORDEEL.teken(self._werkplek, self._sessie, rij)
        self._sessie.add(rij)
        self._sessie.flush()
        self._sessie.expire_all()  # the database itself lets deelnames lapse (migration 0002)
        werk_uitnodigingen_bij(self._sessie, partij_id=rij.partij_id)
        self._hier[("oordeel", verschil.rij)] = rij.id
        self._oordelen.append(rij.id)
        self.getekend[onderweg.verklaring_nummer] = nummer

    def _vertaald(self, verschil: Wegverschil) -> dict[str, Any]:
        """The values with the ids of here. Raises _HoortBij when one refers to what was not taken in."""
        kolommen = Base.metadata.tables[verschil.keer.tabel].columns
        waarden = dict(verschil.nu)
        for naam, waarde in waarden.items():
            for sleutel in kolommen[naam].foreign_keys:
                tabel = sleutel.column.table.name
                if waarde is None or sleutel.column.name != "id" or tabel not in _KEREN:
                    continue
                if waarde in self._inhoud.begin.get(tabel, frozenset()):
                    continue
                if (tabel, waarde) not in self._hier:
                    raise _HoortBij
                waarden[naam] = self._hier[(tabel, waarde)]
        return waarden


class _HoortBij(Exception):
    """A row refers to another one of the road that is not here."""
