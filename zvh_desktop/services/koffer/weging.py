"""Each change of the road beside what the office has now: can it come in, and does anything say otherwise?

What closes the gate in the office always stands: an oordeel of the road never comes after one that was given or
withdrawn in the office meanwhile, and a seat that lapsed there takes nothing in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geleegd import vernietigde_nummers
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.koffer.rijen import lees_rij, lees_rijen
from zvh_desktop.database.koffer.verschil import Waarden, Wegverschil, gelijk
from zvh_desktop.errors import KofferFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.kofferkeuzes import Verandering
from zvh_desktop.models.keuzes import CasusStatus, OordeelUitkomst, VerklaringSoort, VernietigSoort, VerslagStatus
from zvh_desktop.models.koffer.koffer import Koffer
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.koffer.gegevens import TerugPunt
from zvh_desktop.services.koffer.inhoud import Kofferinhoud
from zvh_desktop.services.koffer.lezen import koffers_van_casussen, naam_van
from zvh_desktop.services.koffer.woorden import NIETS, WEGGEHAALD, Koffernamen, waarden_tekst, wat_is_het
from zvh_desktop.services.poort.poort import verklaring_inhoud
from zvh_desktop.services.werkplek.werkplek import Werkplek

OOK_GEWIJZIGD: Final = "Op kantoor is dit ook gewijzigd."
NIET_GEKOZEN: Final = "Niet gekozen bij het inleveren."
_VERVALLEN: Final = "Het oordeel is op kantoor ingetrokken of verlopen; de stoel is vervallen."
_NIEUWER: Final = (
    "Op kantoor is daarna over deze partij bij deze casus geoordeeld, of is het oordeel ingetrokken. Dat geldt."
)
_WEG: Final = "Dit staat op kantoor niet meer."
_VAST: Final = "Het verslag van dit overleg is op kantoor al vastgesteld. Corrigeer daar zo nodig het punt."
_AFGESLOTEN: Final = "De casus is op kantoor afgesloten."
_ANDERE_NAAM: Final = "De partij heet op kantoor nu anders. Geef daar een nieuw oordeel."
_SLEUTEL: Final = "De sleutel waarmee dit is ondertekend, is op kantoor ingetrokken."
_DUBBEL: Final = "Dit staat op kantoor al."
_GEBEURTENIS: Final = "tafelgebeurtenis"
_VAN_VERSLAG: Final = frozenset({"overleg", "agendapunt", "deelname", "tafelgebeurtenis", "besluit", "actievoortgang"})


@dataclass(frozen=True, slots=True)
class Terugweging:
    """One change with what the office says. ``al``: it stands there already, so there is nothing to do."""

    verschil: Wegverschil
    punt: TerugPunt
    koffer_id: int
    """Of the tafel that it is about."""
    al: bool = False


class Weegschaal:
    """Weighs the changes of one koffer, in one transaction of the office."""

    def __init__(self, werkplek: Werkplek, sessie: Session, rijen: Sequence[Koffer], inhoud: Kofferinhoud) -> None:
        """Raises KofferFout when a casus of the koffer is gone without having been destroyed."""
        self._werkplek = werkplek
        self._sessie = sessie
        self._per_overleg: dict[int, int] = {rij.overleg_id: rij.id for rij in rijen}
        self._per_casus = koffers_van_casussen(sessie, rijen)
        self._laatste = rijen[-1].id
        self._inhoud = inhoud
        genoemd = {verschil.casus_id for verschil in inhoud.verschillen if verschil.casus_id is not None}
        self._casussen = _nog_dezelfde(sessie, inhoud, genoemd)
        _eis_vernietigd(sessie, genoemd - self._casussen.keys())
        self._partijen: dict[int, Partij] = {partij.id: partij for partij in sessie.scalars(select(Partij))}
        overleggen = sessie.scalars(select(Overleg).where(Overleg.id.in_(self._per_overleg))).all()
        self._namen = Koffernamen(
            {partij.id: partij.naam for partij in self._partijen.values()},
            {
                besluit.sleutel: besluit.naam
                for overleg in overleggen
                for besluit in werkplek.profiel_van(sessie, overleg).besluiten
            },
        )
        # of one tafel nobody asks which
        self._tafels: dict[int, str] = (
            {een.id: naam_van(werkplek, sessie, een) for een in overleggen} if len(overleggen) > 1 else {}
        )
        self._vast = {een.id for een in overleggen if een.verslag_status is VerslagStatus.VASTGESTELD}
        punten = select(Agendapunt.id, Agendapunt.overleg_id).where(Agendapunt.overleg_id.in_(self._per_overleg))
        self._punten: dict[int, int] = dict(sessie.execute(punten).all())

    def weeg(self) -> tuple[Terugweging, ...]:
        """Every change of a casus and a tafel that are still there."""
        return tuple(
            self._een(verschil)
            for verschil in self._inhoud.verschillen
            if self.bestaat(verschil.casus_id) and not self._ging_mee_weg(verschil)
        )

    def _ging_mee_weg(self, verschil: Wegverschil) -> bool:
        """Whether this is of no casus, and of one of the tafels of this koffer that was destroyed in the office."""
        if verschil.casus_id is not None or len(self._per_overleg) == len(self._inhoud.uitgiften):
            return False
        if verschil.keer.tabel == "overleg":
            return verschil.rij not in self._per_overleg
        if verschil.keer.tabel == _GEBEURTENIS:
            hier = self._hier(_GEBEURTENIS, verschil.rij) if verschil.verandering is not Verandering.NIEUW else None
            return self._overleg_van(verschil, hier) not in self._per_overleg
        punt = verschil.rij if verschil.keer.tabel == "agendapunt" else verschil.nu.get("agendapunt_id")
        return punt not in self._punten

    def koffer_van(self, casus_id: int) -> int:
        """Which tafel of the koffer a statement about this casus is kept beside."""
        return self._per_casus.get(casus_id, self._laatste)

    def bestaat(self, casus_id: int | None) -> bool:
        """Whether the casus was not destroyed in the office."""
        return casus_id is None or casus_id in self._casussen

    def _een(self, verschil: Wegverschil) -> Terugweging:
        tabel = verschil.keer.tabel
        hier = self._hier(tabel, verschil.rij) if verschil.verandering is not Verandering.NIEUW else None
        al, reden, kan = self._oordeel(verschil, hier)
        casus = self._casussen.get(verschil.casus_id or 0)
        kolom = next(iter(verschil.nu), "")
        weg = verschil.verandering is Verandering.WEG
        overleg_id = self._overleg_van(verschil, hier)
        tafel = self._tafels.get(overleg_id or 0, "")
        return Terugweging(
            verschil,
            TerugPunt(
                sleutel=verschil.sleutel,
                casus=casus.nummer if casus is not None else "",
                wat=wat_is_het(tabel, verschil.verandering, kolom) + (f" ({tafel})" if tafel else ""),
                kantoor=self._kantoor(verschil, hier),
                onderweg=WEGGEHAALD if weg else waarden_tekst(tabel, verschil.nu, self._namen),
                kan=kan,
                voorgesteld=kan and not reden,
                reden=reden,
            ),
            koffer_id=self._per_overleg.get(overleg_id or 0, self.koffer_van(verschil.casus_id or 0)),
            al=al,
        )

    def _overleg_van(self, verschil: Wegverschil, hier: Waarden | None) -> int | None:
        """Which overleg this change is about; None for what is of a casus alone."""
        if verschil.keer.tabel == "overleg":
            return verschil.rij
        if verschil.keer.tabel == "agendapunt":
            return self._punten.get(verschil.rij)
        if verschil.keer.tabel == _GEBEURTENIS:  # of the tafel itself, also where it is at no point
            return verschil.nu.get("overleg_id") or (hier.get("overleg_id") if hier is not None else None)
        punt = verschil.nu.get("agendapunt_id") or (hier.get("agendapunt_id") if hier is not None else None)
        return self._punten.get(punt or 0)

    def _is_vast(self, verschil: Wegverschil, hier: Waarden | None) -> bool:
        return self._overleg_van(verschil, hier) in self._vast and self._van_verslag(verschil)

    def _oordeel(self, verschil: Wegverschil, hier: Waarden | None) -> tuple[bool, str, bool]:
        """Already so, why not (or what speaks against it), and whether it can be taken in all the same."""
        if verschil.verandering is Verandering.NIEUW:
            reden, kan = self._nieuw(verschil)
            return False, reden, kan
        if verschil.verandering is Verandering.WEG:
            if hier is None:
                return True, "", True
        elif hier is None:
            return False, _WEG, False
        elif gelijk(_deel(hier, verschil.nu), verschil.nu):
            return True, "", True
        if self._is_vast(verschil, hier):
            return False, _VAST, False
        if verschil.keer.tabel == "deelname" and hier["vervallen"]:
            return False, _VERVALLEN, False
        reden = "" if gelijk(_deel(hier, verschil.begin), verschil.begin) else OOK_GEWIJZIGD
        return False, reden, True

    def _nieuw(self, verschil: Wegverschil) -> tuple[str, bool]:
        tabel, nu = verschil.keer.tabel, verschil.nu
        if tabel == "oordeel":
            reden = self._bezwaar_oordeel(verschil)
            return reden, not reden
        if self._is_vast(verschil, None):
            return _VAST, False
        if tabel == "deelname":
            if self._nieuwer_op_kantoor(nu["casus_id"], nu["partij_id"]):
                return _NIEUWER, False
            if self._is_er("deelname", agendapunt_id=nu["agendapunt_id"], partij_id=nu["partij_id"]):
                return _DUBBEL, False
        if tabel == "actievoortgang" and self._is_er(tabel, agendapunt_id=nu["agendapunt_id"], actie_id=nu["actie_id"]):
            return _DUBBEL, False
        return (OOK_GEWIJZIGD if self._op_kantoor_erbij(verschil) else ""), True

    def _bezwaar_oordeel(self, verschil: Wegverschil) -> str:
        weg = self._inhoud.oordelen[verschil.rij]
        casus, partij = self._casussen[weg.rij.casus_id], self._partijen.get(weg.rij.partij_id)
        if self._nieuwer_op_kantoor(weg.rij.casus_id, weg.rij.partij_id):
            return _NIEUWER
        opent = weg.rij.uitkomst is OordeelUitkomst.RECHTMATIG
        if opent and casus.status is not CasusStatus.LOPEND:
            return _AFGESLOTEN
        zelfde = partij is not None and verklaring_inhoud(
            casus,
            partij,
            uitkomst=weg.rij.uitkomst,
            grondslag=weg.rij.grondslag,
            motivering=weg.rij.motivering,
            geldig_vanaf=weg.rij.geldig_vanaf,
            geldig_tot=weg.rij.geldig_tot,
        ) == dict(weg.getekend)
        if not zelfde:
            return _ANDERE_NAAM
        return "" if self._sleutel_geldt(weg.rij.verklaring_nummer) else _SLEUTEL

    def _sleutel_geldt(self, nummer: int) -> bool:
        """Whether whoever signed it on the road still has the key of then, or the same role under a new one."""
        rij = next(rij for rij in self._inhoud.verklaringen if rij.nummer == nummer)
        slot = self._werkplek.kluis.sleutelbestand.slot(rij.gebruiker)
        return slot is not None and json.loads(rij.certificaat)["tekensleutel"] == slot.certificaat.tekensleutel

    def _nieuwer_op_kantoor(self, casus_id: int, partij_id: int) -> bool:
        """Whether the office signed an oordeel about these after the koffer went out."""
        uit = self._inhoud.tot_en_met
        return any(
            gevonden.nummer > uit and gevonden.inhoud.get("partij") == partij_id
            for gevonden in inzicht(self._sessie).over(VerklaringSoort.OORDEEL, "casus", casus_id)
        )

    def _van_verslag(self, verschil: Wegverschil) -> bool:
        return verschil.keer.tabel in _VAN_VERSLAG or bool(
            verschil.keer.tabel == "actie" and verschil.nu.get("agendapunt_id")
        )

    def _hier(self, tabel: str, id_: int) -> Waarden | None:
        return lees_rij(self._sessie.connection(), tabel, id_)

    def _is_er(self, tabel: str, **waarden: int) -> bool:
        return bool(lees_rijen(self._sessie.connection(), tabel, **waarden))

    def _op_kantoor_erbij(self, verschil: Wegverschil) -> list[Waarden]:
        """What came in the office at the same place and of the same kind, after the koffer went out."""
        punt = verschil.nu.get("agendapunt_id")
        if punt is None:
            return []
        bekend = self._inhoud.begin.get(verschil.keer.tabel, frozenset())
        rijen = lees_rijen(self._sessie.connection(), verschil.keer.tabel, agendapunt_id=punt)
        return [rij for rij in rijen if rij["id"] not in bekend]

    def _kantoor(self, verschil: Wegverschil, hier: Waarden | None) -> str:
        tabel = verschil.keer.tabel
        if verschil.verandering is Verandering.NIEUW:
            erbij = [] if tabel == "oordeel" else self._op_kantoor_erbij(verschil)
            return "; ".join(waarden_tekst(tabel, rij, self._namen) for rij in erbij) or NIETS
        if hier is None:
            return NIETS
        deel = _deel(hier, verschil.nu or verschil.begin)
        return waarden_tekst(tabel, deel or dict(hier), self._namen)


def _nog_dezelfde(sessie: Session, inhoud: Kofferinhoud, genoemd: Iterable[int]) -> dict[int, Casus]:
    """The casussen that are still in the office: under the id and the number with which they went along.

    An id is given out again after a destruction, and whoever has the key of the database can write a row under it. So
    the chain is asked as well: a number of which it says that it was destroyed is not there, whatever the rows say.
    """
    weg = frozenset(vernietigde_nummers(sessie, VernietigSoort.VERNIETIGEN))
    rijen = sessie.scalars(select(Casus).where(Casus.id.in_(genoemd))).all()
    return {rij.id: rij for rij in rijen if rij.nummer == inhoud.nummers.get(rij.id) and rij.nummer not in weg}


def _eis_vernietigd(sessie: Session, weg: Iterable[int]) -> None:
    """A destroyed casus took the content of its oordelen along; a row that was only taken away did not."""
    zicht = inzicht(sessie)
    if any(zicht.over(VerklaringSoort.OORDEEL, "casus", casus_id) for casus_id in weg):
        raise KofferFout(
            "Een casus uit deze koffer staat niet meer in de kluis, en is niet vernietigd.",
            veilig="Er is niets gewijzigd, hier niet en in de koffer niet.",
            advies="Bewaar de koffer en meld dit bij uw beheerder: laat de kluis controleren.",
        )


def _deel(rij: Waarden, zoals: Waarden) -> dict[str, Any]:
    return {kolom: rij[kolom] for kolom in zoals}
