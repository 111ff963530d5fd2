"""How a casus ends without afschaling, what the aanmelder was told, and how it is opened again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.instroom.einde import CasusEinde
from zvh_desktop.models.keuzen.eindekeuzes import EindeSoort
from zvh_desktop.models.keuzes import CasusId, CasusStatus
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.triage import Triage
from zvh_desktop.services.casus.einde_getekend import EINDE, eis_einde
from zvh_desktop.services.poort.gesloten import eis_lopend
from zvh_desktop.services.werkplek.invoer import naamregels, tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class EindeInvoer:
    """Who has the casus from now on and where, when that was told, and what else there is to say."""

    bij: str
    geinformeerd_op: date | None = None
    advies: str = ""


@dataclass(frozen=True, slots=True)
class TerugkoppelingInvoer:
    """When the aanmelder was told, how, and what was said."""

    op: date
    hoe: str
    wat: str


@dataclass(frozen=True, slots=True)
class EindeRegel:
    """One ending, the present one or one that was undone."""

    soort: EindeSoort
    bij: str
    advies: str
    geinformeerd_op: date | None
    beeindigd_op: date
    beeindigd_door: str
    terugkoppeling: TerugkoppelingInvoer | None
    teruggekoppeld_door: str
    heropend_op: date | None
    heropend_door: str
    heropend_omdat: str


@dataclass(frozen=True, slots=True)
class EindeBeeld:
    """``nu`` is None while the casus runs or is afgeschaald; ``kan_eindigen``: somebody else has procesregie."""

    nu: EindeRegel | None
    eerder: tuple[EindeRegel, ...]
    kan_eindigen: bool
    procesregie: str
    """Who has it outside this house; empty when the house has it itself, or when nobody was named at the besluit."""


def wie_heeft_procesregie(profiel: Huisprofiel, procesregie: str) -> str:
    """Who was named at the besluit; the name of the besluit, which stands there without one, says nobody."""
    besluiten = {soort.naam for soort in profiel.besluiten_tot("procesregie_elders")}
    return "" if procesregie in besluiten else procesregie


class EindeService:
    """Use cases on the ending of a casus."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, casus_id: CasusId) -> EindeBeeld:
        """How this casus ended, if it did, and how it ended before it was opened again."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            rijen = sessie.scalars(select(CasusEinde).filter_by(casus_id=casus.id).order_by(CasusEinde.id)).all()
            open_ = next((rij for rij in rijen if rij.heropend_op is None), None)
            return EindeBeeld(
                nu=_regel(open_) if open_ is not None else None,
                eerder=tuple(_regel(rij) for rij in rijen if rij is not open_),
                kan_eindigen=casus.status is CasusStatus.LOPEND and bool(casus.procesregie),
                procesregie=wie_heeft_procesregie(self._werkplek.profiel, casus.procesregie),
            )

    def beeindig(self, casus_id: CasusId, invoer: EindeInvoer) -> None:
        """End a casus of which somebody else has procesregie, and sign that.

        Raises InvoerOngeldig, GebruikersFout, BevestigingNodig.
        """
        with self._werkplek.schrijf(Recht.TRIAGE_AFRONDEN, "casus beëindigd", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            eis_lopend(casus, self._werkplek.profiel.termen, "Er valt niets meer te beëindigen.")
            termen = self._werkplek.profiel.termen
            if not casus.procesregie:
                wat = termen.met_lidwoord("procesregie")
                raise GebruikersFout(
                    f"{self._werkplek.profiel.korte_naam} heeft zelf {wat} van casus {casus.nummer}.",
                    advies=f"Leg eerst in een overleg vast wie {wat} krijgt, of besluit tot {termen.afschaling}.",
                )
            bij = verplicht("bij", naamregels("bij", invoer.bij), "Vul in wie de casus heeft, en waar.")
            if invoer.geinformeerd_op is None:
                raise InvoerOngeldig("geinformeerd_op", "Vul in op welke dag die partij is geïnformeerd.")
            self._eis_verleden("geinformeerd_op", invoer.geinformeerd_op)
            beeindig_casus(
                self._werkplek,
                werk.sessie,
                casus,
                EindeSoort.PROCESREGIE_ELDERS,
                bij=bij,
                advies=tekst("advies", invoer.advies),
                geinformeerd_op=invoer.geinformeerd_op,
            )

    def koppel_terug(self, casus_id: CasusId, invoer: TerugkoppelingInvoer | None) -> None:
        """Record what the aanmelder was told about the ending; None takes that back. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.AANMELDEN, "terugkoppeling vastgelegd", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            rij = self._open(werk.sessie, casus)
            if invoer is None:
                rij.teruggekoppeld_op = None
                rij.teruggekoppeld_hoe = rij.teruggekoppeld_wat = rij.teruggekoppeld_door = ""
                return
            self._eis_verleden("op", invoer.op)
            rij.teruggekoppeld_op = invoer.op
            rij.teruggekoppeld_hoe = verplicht("hoe", tekst("hoe", invoer.hoe), "Vul in hoe u dat hebt gezegd.")
            rij.teruggekoppeld_wat = verplicht("wat", tekst("wat", invoer.wat), "Schrijf op wat u hebt gezegd.")
            rij.teruggekoppeld_door = self._werkplek.naam

    def heropen(self, casus_id: CasusId, reden: str) -> None:
        """Open a casus again that ended, and sign that; a triage that ended it can be done anew.

        Raises InvoerOngeldig, BevestigingNodig; HandtekeningOnjuist when it did not end as was signed.
        """
        with self._werkplek.schrijf(Recht.TRIAGE_AFRONDEN, "casus heropend", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            rij = self._open(werk.sessie, casus)
            eis_einde(self._werkplek, werk.sessie, casus)
            omdat = verplicht("reden", tekst("reden", reden), "Schrijf op waarom de casus weer opengaat.")
            if rij.soort is not EindeSoort.PROCESREGIE_ELDERS:
                triage = werk.sessie.scalars(select(Triage).filter_by(casus_id=casus.id)).one()
                triage.afgerond_op, triage.afgerond_door = None, ""
            casus.status = CasusStatus.LOPEND
            casus.gesloten_op = None
            casus.gewijzigd_op = self._werkplek.nu()
            # What was signed changes only together with the number of the next statement.
            with werk.sessie.no_autoflush:
                rij.heropend_omdat = omdat
                rij.heropend_op = self._werkplek.vandaag()
                rij.heropend_door = self._werkplek.naam
                EINDE.teken(self._werkplek, werk.sessie, rij)
            EINDE.eis_bewaard(self._werkplek, werk.sessie, rij.id)

    def _open(self, sessie: Session, casus: Casus) -> CasusEinde:
        rij = sessie.scalars(select(CasusEinde).filter_by(casus_id=casus.id, heropend_op=None)).first()
        if rij is None:
            raise InvoerOngeldig("casus", f"Casus {casus.nummer} is niet beëindigd.")
        return rij

    def _eis_verleden(self, veld: str, dag: date) -> None:
        if dag > self._werkplek.vandaag():
            raise InvoerOngeldig(veld, "Deze dag ligt in de toekomst.")


def beeindig_casus(
    werkplek: Werkplek,
    sessie: Session,
    casus: Casus,
    soort: EindeSoort,
    *,
    bij: str = "",
    advies: str = "",
    geinformeerd_op: date | None = None,
) -> None:
    """End a casus within a transaction, and sign that. It keeps its fase: that says how far it was.

    Raises BevestigingNodig, so ask what can be refused before.
    """
    vandaag = werkplek.vandaag()
    rij = CasusEinde(
        casus_id=casus.id,
        soort=soort,
        bij=bij,
        advies=advies,
        geinformeerd_op=geinformeerd_op,
        beeindigd_op=vandaag,
        beeindigd_door=werkplek.naam,
    )
    sessie.add(rij)
    casus.status = CasusStatus.BEEINDIGD
    casus.gesloten_op = vandaag
    casus.gewijzigd_op = werkplek.nu()
    sessie.flush()  # its number is signed with it
    EINDE.teken(werkplek, sessie, rij)
    EINDE.eis_bewaard(werkplek, sessie, rij.id)


def terug_te_koppelen() -> Select[CasusId, str]:
    """Casussen that ended, with their number, whose aanmelder was not told yet, as they ended.

    Not by number: then every casus there is would be looked at for whether it ended.
    """
    return (
        select(Casus.id, Casus.nummer)
        .join(CasusEinde, CasusEinde.casus_id == Casus.id)
        .where(CasusEinde.heropend_op.is_(None), CasusEinde.teruggekoppeld_op.is_(None))
        .order_by(CasusEinde.id)
    )


def _regel(rij: CasusEinde) -> EindeRegel:
    terug = None
    if rij.teruggekoppeld_op is not None:
        terug = TerugkoppelingInvoer(rij.teruggekoppeld_op, rij.teruggekoppeld_hoe, rij.teruggekoppeld_wat)
    return EindeRegel(
        soort=rij.soort,
        bij=rij.bij,
        advies=rij.advies,
        geinformeerd_op=rij.geinformeerd_op,
        beeindigd_op=rij.beeindigd_op,
        beeindigd_door=rij.beeindigd_door,
        terugkoppeling=terug,
        teruggekoppeld_door=rij.teruggekoppeld_door,
        heropend_op=rij.heropend_op,
        heropend_door=rij.heropend_door,
        heropend_omdat=rij.heropend_omdat,
    )
