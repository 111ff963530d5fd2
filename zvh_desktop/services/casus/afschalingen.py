"""Afschaling: the decision as the profile demands it, and the checklist that leads to a file that is gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.afschaling import Afschaling, AfschalingBesluit, AfschalingRegel
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import (
    AfschalingId,
    CasusId,
    CasusStatus,
    PlanStatus,
    Regel,
)
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import datum_kort, opsomming
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.casus.afschaling_getekend import AFSCHALING
from zvh_desktop.services.casus.afschaling_woorden import afschaling_van_nu, leg_afschalingwoorden_vast
from zvh_desktop.services.casus.fasen import breng_naar_fase
from zvh_desktop.services.casus.tafelbesluit import besluit_uit_verslag, overleg_van
from zvh_desktop.services.huis.instellingen import lees_instellingen
from zvh_desktop.services.regelboek.casus import OVERLEG, afschaling_besluit, afschaling_criteria
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt, eis, in_een_zin, uit_bezwaren
from zvh_desktop.services.werkplek.invoer import tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_casusregisseur
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_PROCESREGISSEUR = "procesregisseur"
"""The decider in a profile that means: whoever records it, from the own account."""

_CASUSREGISSEUR = "casusregisseur"


@dataclass(frozen=True, slots=True)
class AfschalingInvoer:
    """What is typed. ``criteria_gehaald``: how the criteria from the plan were met."""

    motivering: str = ""
    criteria_gehaald: str = ""
    overgedragen_aan: str = ""


@dataclass(frozen=True, slots=True)
class Beslisser:
    """One of the deciders that the profile asks for, and whether it has decided.

    ``met_naam``: a person without an account, whose name is typed when the decision is recorded.
    """

    sleutel: str
    naam: str
    met_naam: bool
    besloten_op: date | None
    door: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class ChecklistStand:
    """One line of the checklist. ``later``: ticked by schonen, and gone with vernietigen, which come after."""

    sleutel: str
    tekst: str
    gedaan: bool
    door: str
    op: date | None
    opmerking: str
    later: bool


@dataclass(frozen=True, slots=True)
class AfschalingBeeld:
    """The afschaling of one casus. ``id`` is None while it has not begun."""

    id: AfschalingId | None
    casus_id: CasusId
    casusnummer: str
    status: CasusStatus
    invoer: AfschalingInvoer
    criteria_uit_plan: tuple[str, ...]
    beslissers: tuple[Beslisser, ...]
    besloten_op: date | None
    besloten_door: str
    artikel: str
    checklist: tuple[ChecklistStand, ...]
    kan_besluiten: bool
    nog_nodig: tuple[Aandachtspunt, ...]
    besluitregel: Aandachtspunt
    """The rule on who decides, under the reading of this house; without a sentence of its own."""

    def besluit_door(self) -> tuple[str, ...]:
        """Who decided, in what capacity and on which day."""
        return tuple(
            f"{b.naam} ({b.door}, {datum_kort(b.besloten_op)})" for b in self.beslissers if b.besloten_op is not None
        )


class AfschalingService:
    """Use cases on afschaling."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, casus_id: CasusId) -> AfschalingBeeld:
        """The afschaling of a casus, also before it has begun. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            return self.lees(sessie, casus)

    def lees(self, sessie: Session, casus: Casus) -> AfschalingBeeld:
        """The same within a transaction, so that what is printed is what was verified."""
        return self._beeld(sessie, casus, _afschaling(sessie, casus.id))

    def bewaar(self, casus_id: CasusId, invoer: AfschalingInvoer) -> None:
        """Save the form as it stands; begins the afschaling with the checklist of the profile."""
        with self._werkplek.schrijf(Recht.AFSCHALING_BIJHOUDEN, "afschaling bijgewerkt", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            rij = self._begonnen(werk.sessie, casus)
            if rij.besloten_op is not None:
                raise GebruikersFout(
                    f"Over {self._werkplek.profiel.termen.met_lidwoord('afschaling')} is besloten: de tekst ligt vast."
                )
            rij.motivering = tekst("motivering", invoer.motivering)
            rij.criteria_gehaald = tekst("criteria_gehaald", invoer.criteria_gehaald)
            rij.overgedragen_aan = tekst("overgedragen_aan", invoer.overgedragen_aan)

    def besluit(self, casus_id: CasusId, beslisser: str, namens: str = "") -> None:
        """Record the decision of one decider; with the last one the casus is afgeschaald, signed.

        Rules ``afschaling_besluit`` (the overleg decides, or the persons that the house names) and
        ``afschaling_criteria``.
        ``namens`` names the person for a decider who has no account: the casusregisseur that was appointed at this
        casus and nobody else, or the manager; who decides together with somebody is somebody else.
        Raises RegelGeweigerd when the overleg has not decided it, BevestigingNodig, InvoerOngeldig.
        """
        with self._werkplek.schrijf(Recht.AFSCHALEN, "tot afschaling besloten", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            rij = self._begonnen(werk.sessie, casus)
            soort = overleg_van(self._werkplek.profiel, beslisser)
            gevonden = (
                besluit_uit_verslag(self._werkplek, werk.sessie, casus.id, "afschaling", soort=soort) if soort else None
            )
            besluit = gevonden[0] if gevonden else None
            bezwaar = afschaling_besluit(
                self._werkplek.profiel,
                casus.nummer,
                beslisser,
                {sleutel: beslisser_naam(self._werkplek, sleutel) for sleutel in self._beslissers(werk.sessie)},
                in_overleg=bool(soort),
                in_verslag=besluit is not None,
                artikel=self._artikel(werk.sessie),
                regeltekst=self._regeltekst(werk.sessie),
            )
            ontbreekt = self._nog_nodig(rij)
            if ontbreekt:
                raise InvoerOngeldig("afschaling", in_een_zin(ontbreekt))
            if any(b.beslisser == beslisser for b in rij.besluiten):
                raise InvoerOngeldig("beslisser", "Dit besluit is al vastgelegd.")
            eis(bezwaar)
            naam = self._naam_van(casus, beslisser, namens)
            self._eis_ander(werk.sessie, rij, beslisser, naam)
            self._werkplek.eis_bevestiging()
            rij.besluiten.append(
                AfschalingBesluit(
                    beslisser=beslisser,
                    naam=naam,
                    op=self._werkplek.vandaag(),
                    besluit_id=besluit.id if besluit else None,
                )
            )
            werk.sessie.flush()
            if {b.beslisser for b in rij.besluiten} >= set(self._beslissers(werk.sessie)):
                self._schaal_af(werk.sessie, casus, rij)

    def vink(self, casus_id: CasusId, sleutel: str, *, gedaan: bool, opmerking: str = "") -> None:
        """Tick or untick a line of the checklist. Raises GebruikersFout for a line that is done by vernietigen."""
        with self._werkplek.schrijf(Recht.AFSCHALING_BIJHOUDEN, "checklist bijgewerkt", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            rij = self._begonnen(werk.sessie, casus)
            regel = next((r for r in rij.regels if r.sleutel == sleutel), None)
            if regel is None:
                raise InvoerOngeldig("sleutel", "Deze regel staat niet op de checklist.")
            if regel.later and gedaan:
                raise GebruikersFout(
                    "Deze regel hoort bij het opruimen van het dossier en wordt daar vanzelf afgevinkt.",
                    advies="Ga bij deze casus naar Bewaren en vernietigen.",
                )
            regel.gedaan = gedaan
            regel.door = self._werkplek.naam if gedaan else ""
            regel.op = self._werkplek.vandaag() if gedaan else None
            regel.opmerking = tekst("opmerking", opmerking)

    def _begonnen(self, sessie: Session, casus: Casus) -> Afschaling:
        rij = _afschaling(sessie, casus.id)
        if rij is None:
            rij = Afschaling(
                casus_id=casus.id, motivering="", criteria_gehaald="", overgedragen_aan="", besloten_door=""
            )
            rij.regels = [
                AfschalingRegel(
                    sleutel=r.sleutel,
                    volgorde=volgorde,
                    tekst=r.tekst,
                    later=r.later,
                    gedaan=False,
                    door="",
                    opmerking="",
                )
                for volgorde, r in enumerate(self._werkplek.profiel.afschaling.checklist)
            ]
            sessie.add(rij)
            sessie.flush()
        return rij

    def _beslissers(self, sessie: Session) -> tuple[str, ...]:
        lezing = lees_instellingen(sessie).lezing_afschaling
        return self._werkplek.profiel.afschaling.beslissers_volgens(lezing)

    def _artikel(self, sessie: Session) -> str:
        return self._werkplek.profiel.afschaling.artikel_volgens(lees_instellingen(sessie).lezing_afschaling)

    def _regeltekst(self, sessie: Session) -> str:
        return self._werkplek.profiel.afschaling.tekst_volgens(lees_instellingen(sessie).lezing_afschaling)

    def _eis_ander(self, sessie: Session, rij: Afschaling, beslisser: str, naam: str) -> None:
        """As many persons as deciders: nor may the user record another decider under the own name before deciding."""
        bezet = {gevouwen(eerder.naam) for eerder in rij.besluiten}
        if beslisser != _PROCESREGISSEUR and _PROCESREGISSEUR in self._beslissers(sessie):
            bezet.add(gevouwen(self._werkplek.naam))
        if gevouwen(naam) in bezet:
            samen = opsomming([beslisser_naam(self._werkplek, een) for een in self._beslissers(sessie)])
            raise InvoerOngeldig(
                "namens",
                f"{naam} kan niet twee keer besluiten. Hier besluiten {samen} samen.",
                advies="Vul de naam in van de ander die mee besluit.",
            )

    def _naam_van(self, casus: Casus, beslisser: str, namens: str) -> str:
        if not _met_naam(self._werkplek.profiel, beslisser):
            return self._werkplek.naam
        if beslisser != _CASUSREGISSEUR:
            wie = beslisser_naam(self._werkplek, beslisser)
            return verplicht("namens", " ".join(namens.split()), f"Vul bij dit besluit de naam van {wie} in.")
        huidig = next((c for c in casus.casusregie if c.tot is None), None)
        term = self._werkplek.profiel.termen.met_lidwoord("casusregisseur")
        if huidig is None:
            gebeurd = f"Bij casus {casus.nummer} is nog niet aangewezen wie {term} is. Die besluit mee."
            weg = naar_casusregisseur(casus.id)
            raise InvoerOngeldig("namens", gebeurd, advies=f"Wijs eerst {term} aan.", weg=weg)
        if namens.strip() and gevouwen(namens) != gevouwen(huidig.naam):
            raise InvoerOngeldig(
                "namens",
                f"Niet {' '.join(namens.split())} is {term} van casus {casus.nummer}, maar {huidig.naam}.",
                advies=f"Laat het veld leeg, of wijs een andere persoon aan als {term.split()[-1]}.",
            )
        return huidig.naam

    def _schaal_af(self, sessie: Session, casus: Casus, rij: Afschaling) -> None:
        profiel = self._werkplek.profiel
        rij.besloten_op = self._werkplek.vandaag()
        rij.besloten_door = self._werkplek.naam
        self._leg_woorden_vast(sessie, casus, rij)
        AFSCHALING.teken(self._werkplek, sessie, rij)
        casus.status = CasusStatus.AFGESCHAALD
        casus.gesloten_op = self._werkplek.vandaag()
        casus.gewijzigd_op = self._werkplek.nu()
        # A house may have more than one last fase; the besluit says in which one a casus is afgeschaald.
        breng_naar_fase(self._werkplek, casus, profiel.besluiten_tot("afschaling")[0].naar_fase)

    def _leg_woorden_vast(self, sessie: Session, casus: Casus, rij: Afschaling) -> None:
        beeld = self._beeld(sessie, casus, rij)
        woorden = afschaling_van_nu(
            self._werkplek,
            sessie,
            casus,
            besluit_door=beeld.besluit_door(),
            criteria_uit_plan=beeld.criteria_uit_plan,
            artikel=beeld.artikel,
        )
        leg_afschalingwoorden_vast(rij, woorden)

    def _nog_nodig(self, rij: Afschaling | None) -> tuple[Aandachtspunt, ...]:
        nodig = []
        if rij is None or not rij.motivering.strip():
            nodig.append(Aandachtspunt("Schrijf op waarom het huis bij deze casus niet langer nodig is."))
        bezwaar = afschaling_criteria(self._werkplek.profiel, gehaald=rij.criteria_gehaald if rij else "")
        return (*nodig, *uit_bezwaren((bezwaar,)))

    def _beeld(self, sessie: Session, casus: Casus, rij: Afschaling | None) -> AfschalingBeeld:
        profiel = self._werkplek.profiel
        besloten = {b.beslisser: b for b in rij.besluiten} if rij else {}
        checklist = (
            tuple(ChecklistStand(r.sleutel, r.tekst, r.gedaan, r.door, r.op, r.opmerking, r.later) for r in rij.regels)
            if rij
            else tuple(
                ChecklistStand(r.sleutel, r.tekst, False, "", None, "", r.later) for r in profiel.afschaling.checklist
            )
        )
        nog_nodig = self._nog_nodig(rij)
        artikel = self._artikel(sessie)
        return AfschalingBeeld(
            id=rij.id if rij else None,
            casus_id=casus.id,
            casusnummer=casus.nummer,
            status=casus.status,
            invoer=AfschalingInvoer(rij.motivering, rij.criteria_gehaald, rij.overgedragen_aan)
            if rij
            else AfschalingInvoer(),
            criteria_uit_plan=_criteria_uit_plan(sessie, casus.id),
            beslissers=tuple(
                Beslisser(
                    sleutel,
                    beslisser_naam(self._werkplek, sleutel),
                    _met_naam(profiel, sleutel),
                    besloten[sleutel].op if sleutel in besloten else None,
                    besloten[sleutel].naam if sleutel in besloten else "",
                    artikel,
                )
                for sleutel in self._beslissers(sessie)
            ),
            besloten_op=rij.besloten_op if rij else None,
            besloten_door=rij.besloten_door if rij else "",
            artikel=artikel,
            checklist=checklist,
            kan_besluiten=not nog_nodig and (rij is None or rij.besloten_op is None),
            nog_nodig=nog_nodig if rij is None or rij.besloten_op is None else (),
            besluitregel=aandachtspunt(
                profiel, Regel.AFSCHALING_BESLUIT, "", artikel=artikel, regeltekst=self._regeltekst(sessie)
            ),
        )


def eis_besloten(werkplek: Werkplek, sessie: Session, casus: Casus) -> None:
    """Rule ``afschaling_besluit``: nobody brings a casus to afschaling by hand before it was decided.

    Raises RegelGeweigerd, which says who decides in this house.
    """
    rij = _afschaling(sessie, casus.id)
    if rij is not None and rij.besloten_op is not None:
        return
    regels, lezing = werkplek.profiel.afschaling, lees_instellingen(sessie).lezing_afschaling
    beslissers = regels.beslissers_volgens(lezing)
    soorten = {een: overleg_van(werkplek.profiel, een) for een in beslissers}
    if any(
        soort and besluit_uit_verslag(werkplek, sessie, casus.id, "afschaling", soort=soort) is not None
        for soort in soorten.values()
    ):
        return
    overleg = next((een for een, soort in soorten.items() if soort), "")
    eis(
        afschaling_besluit(
            werkplek.profiel,
            casus.nummer,
            overleg,
            {sleutel: beslisser_naam(werkplek, sleutel) for sleutel in beslissers},
            in_overleg=bool(overleg),
            in_verslag=False,
            artikel=regels.artikel_volgens(lezing),
        )
    )


def _met_naam(profiel: Huisprofiel, beslisser: str) -> bool:
    return beslisser != _PROCESREGISSEUR and not overleg_van(profiel, beslisser)


def beslisser_naam(werkplek: Werkplek, sleutel: str) -> str:
    """A decider in the words of the house: 'de Regionale Casustafel', 'de casusregisseur'."""
    profiel = werkplek.profiel
    if sleutel == OVERLEG:
        return profiel.hoofdoverleg.met_lidwoord
    if sleutel in ("procesregisseur", "casusregisseur", "manager"):
        return profiel.termen.met_lidwoord(sleutel)
    return next((s.met_lidwoord for s in profiel.overlegsoorten if s.sleutel == sleutel), sleutel)


def _afschaling(sessie: Session, casus_id: int) -> Afschaling | None:
    return sessie.scalars(select(Afschaling).filter_by(casus_id=casus_id)).first()


def _criteria_uit_plan(sessie: Session, casus_id: int) -> tuple[str, ...]:
    plan = sessie.scalars(select(PlanVanAanpak).filter_by(casus_id=casus_id, status=PlanStatus.VASTGESTELD)).first()
    if plan is None:
        return ()
    return tuple(zin.strip() for zin in plan.afschalingscriteria.splitlines() if zin.strip())
