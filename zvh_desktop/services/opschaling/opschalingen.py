"""Opschaling: the signed decision, the accord of the other house, the dossier it gets and what it answers.

The fase opschaling follows the besluit of the overleg (Delft art. 1.13). So the besluit in the verslag alone does not
move the casus: the procesregisseur signs that it goes to the other house, and then it does (ADR 0012).
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import (
    GebruikersFout,
    HandtekeningOnjuist,
    InvoerOngeldig,
    NietGevonden,
    ProgrammaFout,
    RegelGeweigerd,
)
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze, OpschalingUitkomst
from zvh_desktop.models.keuzes import CasusId, CasusStatus, DocumentSoort, Regel
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.casus.fasen import breng_naar_fase, fase_van, verplaats_fase
from zvh_desktop.services.casus.opschaling_getekend import OPSCHALING
from zvh_desktop.services.casus.tafelbesluit import besluit_uit_verslag
from zvh_desktop.services.opschaling.beeld import (
    AkkoordInvoer,
    AkkoordRegel,
    OpschalingBeeld,
    OpschalingInvoer,
    OpschalingRegel,
    Overgedragen,
    Overlegbesluit,
)
from zvh_desktop.services.opschaling.bestanden import eis_akkoord, lees_dossier_vooraf, opschalingsstukken
from zvh_desktop.services.opschaling.dossier import verzamel
from zvh_desktop.services.opschaling.ontvanger import haal_huis, zoek_huis
from zvh_desktop.services.opschaling.woorden import leg_opschalingwoorden_vast
from zvh_desktop.services.poort.gesloten import eis_lopend
from zvh_desktop.services.regelboek.opschaling import opschaling_besluit
from zvh_desktop.services.regelboek.uitleg import aandachtspunt, eis_geen, uit_bezwaren
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.tafel.verslagstukken import toets_verslag
from zvh_desktop.services.werkplek.handeling import Handeling
from zvh_desktop.services.werkplek.invoer import naamveld, regel, tekst, verplicht
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import NIEUW_LEZEN, Werkplek, haal


class OpschalingService:
    """Use cases on opschaling."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, casus_id: CasusId) -> OpschalingBeeld:
        """The opschalingen of a casus, also before there is one. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return self._beeld(sessie, haal(sessie, Casus, casus_id, "Deze casus"))

    def bewaar(self, casus_id: CasusId, invoer: OpschalingInvoer) -> None:
        """Save the form as it stands; begins an opschaling when none is open.

        Rule ``opschaling_besluit`` where the house has none. Raises RegelGeweigerd, GebruikersFout.
        """
        with self._werkplek.schrijf(Recht.OPSCHALING_BIJHOUDEN, "opschaling bijgewerkt", "casus") as werk:
            rij = self._begonnen(werk.sessie, self._casus(werk, casus_id))
            if rij.besloten_op is not None:
                raise GebruikersFout(f"Over {self._de_opschaling} is besloten: de tekst ligt vast.")
            rij.motivering = tekst("motivering", invoer.motivering)
            rij.criteria_gehaald = tekst("criteria_gehaald", invoer.criteria_gehaald)
            rij.gevraagd = tekst("gevraagd", invoer.gevraagd)

    def besluit(self, casus_id: CasusId) -> None:
        """The procesregisseur signs that the casus goes to the other house; it then comes in that fase.

        Rule ``opschaling_besluit``. Raises RegelGeweigerd, BevestigingNodig, HandtekeningOnjuist.
        """
        with self._werkplek.schrijf(Recht.OPSCHALEN, "tot opschaling besloten", "casus") as werk:
            casus = self._casus(werk, casus_id)
            rij = _nieuwste(werk.sessie, casus.id)
            if rij is not None and rij.uitkomst == OpschalingUitkomst.OPEN and rij.besloten_op is not None:
                raise GebruikersFout("Dit besluit is al vastgelegd.")
            gevonden = self._overlegbesluit(werk.sessie, casus)
            eis_geen(self._bezwaren(casus, rij, in_verslag=gevonden is not None))
            if gevonden is None or rij is None:
                raise NietGevonden(f"{self._termen.deze('opschaling')} is er niet meer.", advies=NIEUW_LEZEN)
            besluit, overleg = gevonden
            toets_verslag(self._werkplek, werk.sessie, overleg)
            OPSCHALING.eis_compleet(self._werkplek, werk.sessie, "casus", casus.id)
            leg_opschalingwoorden_vast(self._werkplek, werk.sessie, rij)
            rij.besluit_id = besluit.id
            rij.besloten_op = self._werkplek.vandaag()
            rij.besloten_door = self._werkplek.naam
            rij.fase_voor = casus.fase
            OPSCHALING.teken(self._werkplek, werk.sessie, rij)
            breng_naar_fase(self._werkplek, casus, self._werkplek.profiel.besluit(besluit.soort).naar_fase)
            casus.gewijzigd_op = self._werkplek.nu()

    def leg_akkoord_vast(self, casus_id: CasusId, invoer: AkkoordInvoer) -> None:
        """Record that the other house agrees to get the casus. Raises InvoerOngeldig, GebruikersFout."""
        with self._werkplek.schrijf(Recht.OPSCHALING_BIJHOUDEN, "akkoord van ander huis vastgelegd", "casus") as werk:
            casus, rij = self._besloten(werk, casus_id)
            naar = self._ontvanger(werk.sessie, rij).naam
            if rij.akkoord_op is not None:
                raise GebruikersFout(f"Er is al een akkoord van {naar} vastgelegd.")
            rij.akkoord_door = verplicht("door", naamveld("door", invoer.door), f"Vul in wie bij {naar} akkoord gaf.")
            functie = naamveld("functie", invoer.functie)
            rij.akkoord_functie = verplicht("functie", functie, "Vul de functie in van wie akkoord gaf.")
            rij.akkoord_kenmerk = regel("kenmerk", invoer.kenmerk)
            if invoer.wijze is not AkkoordWijze.MONDELING:
                verplicht("kenmerk", rij.akkoord_kenmerk, "Vul het kenmerk van de brief of het bericht in.")
            rij.akkoord_op = self._dag("op", invoer.op)
            rij.akkoord_wijze = invoer.wijze
            rij.akkoord_vastgelegd_door, rij.akkoord_vastgelegd_op = self._werkplek.naam, self._werkplek.nu()
            casus.gewijzigd_op = self._werkplek.nu()

    def trek_akkoord_in(self, casus_id: CasusId) -> AkkoordInvoer:
        """Take back an accord while no dossier went; returns it, so that it can be put back. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.OPSCHALING_BIJHOUDEN, "akkoord van ander huis ingetrokken", "casus") as werk:
            casus, rij = self._besloten(werk, casus_id)
            if rij.akkoord_op is None or rij.akkoord_wijze is None:
                raise GebruikersFout("Er is geen akkoord om in te trekken.")
            if rij.dossier_op is not None:
                raise GebruikersFout(
                    "Het dossier is al overgedragen. Het akkoord blijft daarom staan.",
                    advies="Neemt het andere huis de casus toch niet aan, leg dat dan vast als uitkomst.",
                )
            door, functie, kenmerk = rij.akkoord_door, rij.akkoord_functie, rij.akkoord_kenmerk
            weg = AkkoordInvoer(door, functie, rij.akkoord_wijze, rij.akkoord_op, kenmerk)
            rij.akkoord_door = rij.akkoord_functie = rij.akkoord_kenmerk = ""
            rij.akkoord_wijze = None
            rij.akkoord_vastgelegd_door = ""
            rij.akkoord_op = rij.akkoord_vastgelegd_op = None
            casus.gewijzigd_op = self._werkplek.nu()
            return weg

    def geef_dossier_uit(self, casus_id: CasusId) -> tuple[Stuk, ...]:
        """Record that the dossier goes to the other house; what goes is kept as it is, and returned.

        Not before the accord. Raises GebruikersFout, RegelGeweigerd, HandtekeningOnjuist.
        """
        lees_dossier_vooraf(self._werkplek, casus_id)
        with self._werkplek.schrijf(Recht.OPSCHALING_BIJHOUDEN, "opschalingsdossier overgedragen", "casus") as werk:
            casus, rij = self._besloten(werk, casus_id)
            if rij.dossier_op is not None:
                raise GebruikersFout("Het dossier is al overgedragen.")
            stukken = opschalingsstukken(self._werkplek, werk.sessie, rij)
            nu = self._werkplek.nu()
            for stuk in stukken:
                bewaar_uitgegeven(self._werkplek, werk.sessie, stuk, versie=1, casus_id=casus.id, moment=nu)
            rij.dossier_op, rij.dossier_door = nu, self._werkplek.naam
            casus.gewijzigd_op = self._werkplek.nu()
            return stukken

    def neem_aan(self, casus_id: CasusId, op: date | None = None) -> None:
        """The other house takes the casus: it has procesregie from now on. Not without its accord."""
        with self._werkplek.schrijf(Recht.OPSCHALEN, "casus opgeschaald", "casus") as werk:
            casus, rij = self._besloten(werk, casus_id)
            eis_akkoord(rij, self._ontvanger(werk.sessie, rij).naam)
            dag = self._dag("op", op)
            if rij.akkoord_op is not None and dag < rij.akkoord_op:
                raise InvoerOngeldig("op", "Deze dag ligt vóór het akkoord.")
            self._sluit_af(rij, OpschalingUitkomst.AANGENOMEN, dag)
            rij.procesregie_voor = casus.procesregie
            casus.procesregie = self._procesregie(werk.sessie, rij)
            self._naar_opschaling(casus)

    def leg_weigering_vast(self, casus_id: CasusId, reden: str, op: date | None = None) -> None:
        """The other house does not take the casus: it goes back to where it was, along ``terug`` of the profile."""
        with self._werkplek.schrijf(Recht.OPSCHALEN, "opschaling niet aangenomen", "casus") as werk:
            casus, rij = self._besloten(werk, casus_id)
            naar = self._ontvanger(werk.sessie, rij).naam
            rij.uitkomst_reden = verplicht(
                "reden", tekst("reden", reden).strip(), f"Schrijf op waarom {naar} de casus niet aanneemt."
            )
            self._sluit_af(rij, OpschalingUitkomst.NIET_AANGENOMEN, self._dag("op", op))
            fase = fase_van(self._werkplek, casus.fase)
            if fase is not None and fase.terug and fase.sleutel in self._opschalingsfasen():
                verplaats_fase(self._werkplek, casus, rij.fase_voor if rij.fase_voor in fase.terug else fase.terug[0])
            casus.gewijzigd_op = self._werkplek.nu()

    def heropen(self, casus_id: CasusId) -> None:
        """Undo of ``neem_aan`` and ``leg_weigering_vast``, while nothing new has begun. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.OPSCHALEN, "uitkomst van opschaling teruggenomen", "casus") as werk:
            casus = self._casus(werk, casus_id)
            rij = _nieuwste(werk.sessie, casus.id)
            if rij is None or rij.uitkomst == OpschalingUitkomst.OPEN:
                raise GebruikersFout("Er is geen uitkomst om terug te nemen.")
            hun_regie = self._procesregie(werk.sessie, rij)
            if rij.uitkomst == OpschalingUitkomst.AANGENOMEN and casus.procesregie == hun_regie:
                casus.procesregie = rij.procesregie_voor
            rij.uitkomst = OpschalingUitkomst.OPEN
            rij.uitkomst_op = None
            rij.uitkomst_reden = rij.uitkomst_door = rij.procesregie_voor = ""
            self._naar_opschaling(casus)

    # --- parts ------------------------------------------------------------------------------------

    @property
    def _termen(self) -> Termen:
        return self._werkplek.profiel.termen

    @property
    def _de_opschaling(self) -> str:
        return self._termen.met_lidwoord("opschaling")

    def _casus(self, werk: Handeling, casus_id: CasusId) -> Casus:
        casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
        werk.raakt(casus.nummer)
        eis_lopend(casus, self._termen, f"Aan {self._de_opschaling} verandert niets meer.")
        return casus

    def _besloten(self, werk: Handeling, casus_id: CasusId) -> tuple[Casus, Opschaling]:
        """The open opschaling, decided and with a statement that holds. Raises GebruikersFout, HandtekeningOnjuist."""
        casus, termen = self._casus(werk, casus_id), self._termen
        rij = _nieuwste(werk.sessie, casus.id)
        if rij is None or rij.besloten_op is None:
            eis_geen(self._bezwaren(casus, rij, in_verslag=self._overlegbesluit(werk.sessie, casus) is not None))
            raise GebruikersFout(
                f"Over {self._de_opschaling} van casus {casus.nummer} is nog niet besloten.",
                advies=f"Laat eerst {termen.met_lidwoord('procesregisseur')} het besluit ondertekenen.",
            )
        if rij.uitkomst != OpschalingUitkomst.OPEN:
            raise GebruikersFout(f"{termen.deze('opschaling')} is afgerond.", advies="Neem eerst de uitkomst terug.")
        OPSCHALING.verifieer(self._werkplek, werk.sessie, rij)
        return casus, rij

    def _begonnen(self, sessie: Session, casus: Casus) -> Opschaling:
        naar = self._werkplek.profiel.opschaling
        eis_geen(opschaling_besluit(self._werkplek.profiel, casus.nummer, in_verslag=True))
        if naar is None:
            raise ProgrammaFout("het profiel noemt geen ander huis")
        rij = _nieuwste(sessie, casus.id)
        if rij is not None and rij.uitkomst == OpschalingUitkomst.OPEN:
            return rij
        if rij is not None and rij.uitkomst == OpschalingUitkomst.AANGENOMEN:
            huis = self._ontvanger(sessie, rij).naam
            raise GebruikersFout(
                f"Casus {casus.nummer} is {self._termen.opgeschaald}: {huis} heeft de casus aangenomen."
            )
        nieuw = Opschaling(casus_id=casus.id, ontvanger_id=haal_huis(sessie, naar).id)
        sessie.add(nieuw)
        sessie.flush()
        return nieuw

    def _bezwaren(self, casus: Casus, rij: Opschaling | None, *, in_verslag: bool) -> tuple[RegelGeweigerd, ...]:
        concept = rij if rij is not None and rij.uitkomst == OpschalingUitkomst.OPEN else None
        return opschaling_besluit(
            self._werkplek.profiel,
            casus.nummer,
            in_verslag=in_verslag,
            motivering=concept.motivering if concept else "",
            criteria=concept.criteria_gehaald if concept else "",
        )

    def _overlegbesluit(self, sessie: Session, casus: Casus) -> tuple[Besluit, Overleg] | None:
        gebruikt = select(Opschaling.besluit_id).where(
            Opschaling.casus_id == casus.id, Opschaling.besluit_id.is_not(None)
        )
        eerder = [besluit_id for besluit_id in sessie.scalars(gebruikt) if besluit_id is not None]
        return besluit_uit_verslag(self._werkplek, sessie, casus.id, "opschaling", behalve=eerder)

    def _sluit_af(self, rij: Opschaling, uitkomst: OpschalingUitkomst, op: date) -> None:
        rij.uitkomst = uitkomst
        rij.uitkomst_op = op
        rij.uitkomst_door = self._werkplek.naam

    def _naar_opschaling(self, casus: Casus) -> None:
        for sleutel in self._opschalingsfasen()[:1]:
            breng_naar_fase(self._werkplek, casus, sleutel)
        casus.gewijzigd_op = self._werkplek.nu()

    def _opschalingsfasen(self) -> tuple[str, ...]:
        return tuple(b.naar_fase for b in self._werkplek.profiel.besluiten_tot("opschaling"))

    def _ontvanger(self, sessie: Session, rij: Opschaling) -> Partij:
        return sessie.get_one(Partij, rij.ontvanger_id)

    def _procesregie(self, sessie: Session, rij: Opschaling) -> str:
        """What stands at procesregie: the short name in the profile, as long as it is still that house."""
        naar, partij = self._werkplek.profiel.opschaling, self._ontvanger(sessie, rij)
        return naar.naar_kort if naar is not None and gevouwen(naar.naar) == gevouwen(partij.naam) else partij.naam

    def _dag(self, veld: str, op: date | None) -> date:
        vandaag = self._werkplek.vandaag()
        if op is not None and op > vandaag:
            raise InvoerOngeldig(veld, "Deze dag ligt in de toekomst.")
        return op or vandaag

    def _beeld(self, sessie: Session, casus: Casus) -> OpschalingBeeld:
        profiel = self._werkplek.profiel
        naar = profiel.opschaling
        rijen = list(sessie.scalars(select(Opschaling).filter_by(casus_id=casus.id).order_by(Opschaling.id.desc())))
        nieuwste = rijen[0] if rijen else None
        partij = self._ontvanger(sessie, nieuwste) if nieuwste else None
        huis = partij.naam if partij else naar.naar if naar else ""
        if partij is None and naar is not None:
            partij = zoek_huis(sessie, naar)
        gevonden = self._overlegbesluit(sessie, casus)
        concept = nieuwste if nieuwste is not None and nieuwste.uitkomst == OpschalingUitkomst.OPEN else None
        bezwaren = (
            self._bezwaren(casus, nieuwste, in_verslag=gevonden is not None)
            if concept is None or concept.besloten_op is None
            else ()
        )
        teksten = (concept.motivering, concept.criteria_gehaald, concept.gevraagd) if concept else ()
        inhoud = (
            verzamel(self._werkplek, sessie, casus, huis, partij.id if partij else None, *teksten) if huis else None
        )
        return OpschalingBeeld(
            casus_id=casus.id,
            casusnummer=casus.nummer,
            huis=huis,
            huis_kort=self._procesregie(sessie, nieuwste) if nieuwste else naar.naar_kort if naar else "",
            toelichting=naar.toelichting if naar else "",
            artikel=profiel.artikel(Regel.OPSCHALING_BESLUIT),
            lopend=casus.status == CasusStatus.LOPEND,
            nu=self._regel(sessie, nieuwste) if nieuwste else None,
            eerdere=tuple(self._regel(sessie, rij) for rij in rijen[1:]),
            besluit=self._overleg(sessie, *gevonden) if gevonden else None,
            nog_nodig=uit_bezwaren(bezwaren),
            weggelaten=inhoud.weggelaten if inhoud else (),
            let_op=inhoud.let_op if inhoud else (),
            besluitregel=aandachtspunt(profiel, Regel.OPSCHALING_BESLUIT, ""),
        )

    def _regel(self, sessie: Session, rij: Opschaling) -> OpschalingRegel:
        besluit = sessie.get(Besluit, rij.besluit_id) if rij.besluit_id is not None else None
        stukken = sessie.execute(
            select(Uitgegeven.id, Uitgegeven.bestandsnaam)
            .where(
                Uitgegeven.casus_id == rij.casus_id,
                Uitgegeven.soort.in_((DocumentSoort.OPSCHALING, DocumentSoort.OPSCHALING_BIJLAGE)),
                Uitgegeven.gemaakt_op == rij.dossier_op,
            )
            .order_by(Uitgegeven.id)
        )
        return OpschalingRegel(
            id=rij.id,
            invoer=OpschalingInvoer(rij.motivering, rij.criteria_gehaald, rij.gevraagd),
            besluit=self._overleg(sessie, besluit, sessie.get_one(Agendapunt, besluit.agendapunt_id).overleg)
            if besluit
            else None,
            besloten_op=rij.besloten_op,
            besloten_door=rij.besloten_door,
            gebrek=self._gebrek(sessie, rij),
            akkoord=_akkoord(rij),
            dossier_op=als_lokaal(rij.dossier_op) if rij.dossier_op else None,
            dossier_door=rij.dossier_door,
            overgedragen=tuple(Overgedragen(id_, naam) for id_, naam in stukken),
            uitkomst=rij.uitkomst,
            uitkomst_op=rij.uitkomst_op,
            uitkomst_reden=rij.uitkomst_reden,
            uitkomst_door=rij.uitkomst_door,
        )

    def _overleg(self, sessie: Session, besluit: Besluit, overleg: Overleg) -> Overlegbesluit:
        profiel = self._werkplek.profiel_van(sessie, overleg)
        return Overlegbesluit(
            profiel.overlegsoort(overleg.soort).naam, overleg.datum, profiel.besluit(besluit.soort).naam
        )

    def _gebrek(self, sessie: Session, rij: Opschaling) -> str:
        try:
            OPSCHALING.verifieer(self._werkplek, sessie, rij)
        except HandtekeningOnjuist as fout:
            return str(fout)
        return ""


def _nieuwste(sessie: Session, casus_id: int) -> Opschaling | None:
    return sessie.scalars(
        select(Opschaling).filter_by(casus_id=casus_id).order_by(Opschaling.id.desc()).limit(1)
    ).first()


def _akkoord(rij: Opschaling) -> AkkoordRegel | None:
    if rij.akkoord_op is None or rij.akkoord_wijze is None or rij.akkoord_vastgelegd_op is None:
        return None
    return AkkoordRegel(
        rij.akkoord_door,
        rij.akkoord_functie,
        rij.akkoord_op,
        rij.akkoord_wijze,
        rij.akkoord_kenmerk,
        rij.akkoord_vastgelegd_door,
        als_lokaal(rij.akkoord_vastgelegd_op),
    )
