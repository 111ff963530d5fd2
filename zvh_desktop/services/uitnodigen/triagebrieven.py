"""A question at triage as letter and draft to one partij, noted when it was sent, with a frozen copy.

In this fase nothing is shared with other partijen yet, so the letter holds the number of the casus and the question,
and a question that names a betrokkene is refused; the partij that reported the casus brought those names itself. As
elsewhere the application sends nothing: it makes a draft. Noted by mistake it can be taken back on the day itself;
after that the question is withdrawn by a letter of its own, to whoever got it, also once that partij left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusId, ContactpersoonId, DocumentSoort, PartijId, TriagebriefId
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.triage import Triage, Triagebrief, Triagevraag
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.lek.uitgang import is_al_weg
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel, contact_regel
from zvh_desktop.services.poort.gesloten import eis_lopend
from zvh_desktop.services.regelboek.aanwezigheid import toetreding, uittreding
from zvh_desktop.services.regelboek.informatie import niet_openbaar
from zvh_desktop.services.regelboek.instroom import vraag_zonder_gegevens
from zvh_desktop.services.regelboek.uitleg import eis
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.tafel.vreemde_namen import andere_casussen
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.triage_intrekken import Intrekking, maak_triage_intrekking
from zvh_desktop.services.uitnodigen.triagebrief_stukken import TriagebriefStukken, maak_triagebrief
from zvh_desktop.services.werkplek.invoer import tekst
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.vermelding import Vermeldingen
from zvh_desktop.services.werkplek.wegen import naar_partij
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_LANGE_NAAM = 4
"""A surname shorter than this is a word too often to look for by itself."""


@dataclass(frozen=True, slots=True)
class TriagebriefRegel:
    """One letter that left."""

    id: TriagebriefId
    versie: int
    vraag: str
    dag: date
    verstuurd_door: str
    aan: Ontvanger
    intrekking: bool = False
    """It took the question back."""


@dataclass(frozen=True, slots=True)
class TriagebriefStand:
    """How it stands with the question to one partij."""

    partij_id: PartijId
    te_versturen: bool
    """There is a question, and it is not what this partij got last."""
    eerder: tuple[TriagebriefRegel, ...]
    """The newest first."""
    ontvanger: Ontvanger | None
    contactpersonen: tuple[ContactpersoonRegel, ...]
    terug_te_nemen: bool = False
    """The last letter was noted today, by this account."""

    @property
    def in_te_trekken(self) -> bool:
        """This partij has a question that still holds."""
        return bool(self.eerder) and not self.eerder[0].intrekking


class TriagebriefService:
    """Use cases on the letter of a question."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, casus_id: CasusId) -> tuple[TriagebriefStand, ...]:
        """Per partij that was asked something; empty while there is no triage."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rijen = sessie.scalars(
                select(Triagevraag).join(Triage).where(Triage.casus_id == casus_id).order_by(Triagevraag.id)
            ).all()
            partijen = {
                partij.id: partij
                for partij in sessie.scalars(
                    select(Partij)
                    .where(Partij.id.in_({rij.partij_id for rij in rijen}))
                    .options(selectinload(Partij.contactpersonen))
                )
            }
            return tuple(self._stand(sessie, casus_id, rij, partijen[rij.partij_id]) for rij in rijen)

    def stukken(
        self, casus_id: CasusId, partij_id: PartijId, contact_id: ContactpersoonId | None = None
    ) -> TriagebriefStukken:
        """Letter and draft as they would go out now. Raises RegelGeweigerd, InvoerOngeldig."""
        with self._werkplek.lees(Recht.TRIAGE_BIJHOUDEN) as sessie:
            return self._maak(sessie, casus_id, partij_id, contact_id)[1]

    def concept(self, casus_id: CasusId, partij_id: PartijId, contact_id: ContactpersoonId | None = None) -> Stuk:
        """The draft alone. Raises RegelGeweigerd, InvoerOngeldig."""
        return self.stukken(casus_id, partij_id, contact_id).concept

    def noteer_verstuurd(
        self, casus_id: CasusId, partij_id: PartijId, contact_id: ContactpersoonId | None = None
    ) -> TriagebriefId:
        """Record that it was sent, with a frozen copy. Raises as ``stukken``; GebruikersFout when it was sent so."""
        with self._werkplek.schrijf(Recht.TRIAGE_BIJHOUDEN, "triagevraag verstuurd", "casus") as werk:
            is_al_weg(werk.sessie)
            rij, stukken = self._maak(werk.sessie, casus_id, partij_id, contact_id)
            casus = werk.sessie.get_one(Casus, casus_id)
            werk.raakt(casus.nummer)
            eerder = _brieven(werk.sessie, casus_id, partij_id)
            if eerder and eerder[0].vraag == rij.vraag:
                raise GebruikersFout(
                    "Deze vraag is ingetrokken. Schrijf eerst op wat u nu wilt vragen."
                    if eerder[0].intrekking
                    else "Deze vraag is al verstuurd. Er is niets genoteerd."
                )
            return self._noteer(werk.sessie, self._brief(casus_id, partij_id, rij.vraag, stukken), stukken)

    def trek_in(self, casus_id: CasusId, partij_id: PartijId, reden: str = "") -> TriagebriefId:
        """Take the question back by a letter to whoever got it, with a frozen copy; also after its day.

        Raises GebruikersFout when nothing holds any more, RegelGeweigerd when the reason names a betrokkene.
        """
        with self._werkplek.schrijf(Recht.TRIAGE_BIJHOUDEN, "triagevraag ingetrokken", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
            eerder = _brieven(werk.sessie, casus_id, partij_id)
            if not eerder or eerder[0].intrekking:
                raise GebruikersFout(f"{partij.naam} heeft geen vraag die nog geldt. Er valt niets in te trekken.")
            waarom = tekst("reden", reden)
            self._eis_zonder_gegevens(werk.sessie, casus, partij, waarom)
            stukken = maak_triage_intrekking(
                self._werkplek,
                werk.sessie,
                casus,
                partij,
                Intrekking(eerder[0].dag, waarom, eerder[0].versie + 1),
                _aan(eerder[0]),
            )
            brief = self._brief(casus_id, partij_id, eerder[0].vraag, stukken)
            brief.intrekking, brief.reden = True, waarom
            return self._noteer(werk.sessie, brief, stukken)

    def intrekking(self, casus_id: CasusId, partij_id: PartijId) -> TriagebriefStukken:
        """Letter and draft of the last withdrawal, to send. Raises GebruikersFout when there is none."""
        with self._werkplek.lees(Recht.TRIAGE_BIJHOUDEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            partij = haal(sessie, Partij, partij_id, "Deze partij")
            eerder = _brieven(sessie, casus_id, partij_id)
            if not eerder or not eerder[0].intrekking:
                raise GebruikersFout(f"De vraag aan {partij.naam} is niet ingetrokken.")
            laatste = eerder[0]
            vraagdag = next(brief.dag for brief in eerder if not brief.intrekking)
            intrekking = Intrekking(vraagdag, laatste.reden, laatste.versie)
            return maak_triage_intrekking(self._werkplek, sessie, casus, partij, intrekking, _aan(laatste))

    def _brief(self, casus_id: CasusId, partij_id: PartijId, vraag: str, stukken: TriagebriefStukken) -> Triagebrief:
        aan = stukken.ontvanger
        return Triagebrief(
            casus_id=casus_id,
            partij_id=partij_id,
            versie=stukken.versie,
            vraag=vraag,
            dag=self._werkplek.vandaag(),
            verstuurd_op=self._werkplek.nu(),
            verstuurd_door=self._werkplek.gebruiker,
            aan_naam=aan.naam,
            aan_functie=aan.functie,
            aan_email=aan.email,
            aan_postbus=aan.gedeelde_postbus,
        )

    def _noteer(self, sessie: Session, brief: Triagebrief, stukken: TriagebriefStukken) -> TriagebriefId:
        sessie.add(brief)
        sessie.flush()
        bewaar_uitgegeven(
            self._werkplek,
            sessie,
            stukken.brief,
            versie=brief.versie,
            casus_id=brief.casus_id,
            moment=brief.verstuurd_op,
            aan=(brief.aan_naam, brief.aan_email),
        )
        return brief.id

    def neem_terug(self, brief_id: TriagebriefId) -> None:
        """It did not go out after all: row and copy are removed; the log keeps both.

        Raises GebruikersFout on another day, for another account, after an answer, or after a later letter.
        """
        with self._werkplek.schrijf(Recht.TRIAGE_BIJHOUDEN, "triagevraag teruggenomen", "casus") as werk:
            brief = haal(werk.sessie, Triagebrief, brief_id, "Deze brief")
            werk.raakt(werk.sessie.get_one(Casus, brief.casus_id).nummer)
            self._eis_terug_te_nemen(werk.sessie, brief)
            kopieen = select(Uitgegeven).where(
                Uitgegeven.casus_id == brief.casus_id,
                Uitgegeven.partij_id == brief.partij_id,
                Uitgegeven.soort
                == (DocumentSoort.TRIAGE_INTREKKING if brief.intrekking else DocumentSoort.TRIAGEVRAAG),
                Uitgegeven.versie == brief.versie,
            )
            for kopie in werk.sessie.scalars(kopieen):
                werk.sessie.delete(kopie)
            werk.sessie.delete(brief)

    def _stand(self, sessie: Session, casus_id: CasusId, rij: Triagevraag, partij: Partij) -> TriagebriefStand:
        eerder = _brieven(sessie, casus_id, partij.id)
        return TriagebriefStand(
            partij_id=partij.id,
            te_versturen=bool(rij.vraag.strip()) and (not eerder or eerder[0].vraag != rij.vraag),
            eerder=tuple(_regel(brief) for brief in eerder),
            ontvanger=_van_zelf(eerder, partij),
            contactpersonen=tuple(contact_regel(contact) for contact in partij.contactpersonen if contact.email),
            terug_te_nemen=bool(eerder)
            and eerder[0].dag == self._werkplek.vandaag()
            and eerder[0].verstuurd_door == self._werkplek.gebruiker,
        )

    def _maak(
        self, sessie: Session, casus_id: CasusId, partij_id: PartijId, contact_id: ContactpersoonId | None
    ) -> tuple[Triagevraag, TriagebriefStukken]:
        casus = haal(sessie, Casus, casus_id, "Deze casus")
        partij = haal(sessie, Partij, partij_id, "Deze partij")
        eis_lopend(casus, self._werkplek.profiel.termen, "Er wordt niemand meer bevraagd.")
        rij = sessie.scalars(
            select(Triagevraag).join(Triage).where(Triage.casus_id == casus_id, Triagevraag.partij_id == partij_id)
        ).first()
        if rij is None or not rij.vraag.strip():
            raise InvoerOngeldig(
                "vraag", f"Er is nog geen vraag aan {partij.naam}.", advies="Schrijf eerst de vraag op."
            )
        if sessie.get_one(Triage, rij.triage_id).afgerond_op is not None:
            raise GebruikersFout(f"{hoofdletter(self._werkplek.profiel.termen.met_lidwoord('triage'))} is al afgerond.")
        self._eis_mag(sessie, casus, partij, rij.vraag)
        eerder = _brieven(sessie, casus_id, partij_id)
        aan = _kies(sessie, eerder, partij, contact_id)
        return rij, maak_triagebrief(
            self._werkplek,
            sessie,
            casus,
            partij,
            rij.vraag,
            aan,
            versie=eerder[0].versie + 1 if eerder else 1,
            vervangt_eerdere=bool(eerder) and not eerder[0].intrekking,
        )

    def _eis_mag(self, sessie: Session, casus: Casus, partij: Partij, vraag: str) -> None:
        """Only who takes part is asked, and nobody is told about whom it is."""
        profiel, vandaag = self._werkplek.profiel, self._werkplek.vandaag()
        eis(niet_openbaar(profiel, partij.naam, partij.soort))
        eis(toetreding(profiel, partij.naam, partij.aangesloten_op, vandaag))
        eis(uittreding(profiel, partij.naam, partij.uitgetreden_op, vandaag))
        self._eis_zonder_gegevens(sessie, casus, partij, vraag)

    def _eis_zonder_gegevens(self, sessie: Session, casus: Casus, partij: Partij, geschreven: str) -> None:
        profiel = self._werkplek.profiel
        if andere_casussen(sessie, casus.id, geschreven):
            eis(vraag_zonder_gegevens(profiel, partij.naam, "het nummer van een andere casus"))
        if partij.id != casus.aanmeldende_partij_id and _noemt_betrokkene(casus, geschreven):
            eis(vraag_zonder_gegevens(profiel, partij.naam, "een naam of geboortedatum van een betrokkene"))

    def _eis_terug_te_nemen(self, sessie: Session, brief: Triagebrief) -> None:
        vraag = sessie.scalars(
            select(Triagevraag)
            .join(Triage)
            .where(Triage.casus_id == brief.casus_id, Triagevraag.partij_id == brief.partij_id)
        ).first()
        if not brief.intrekking and vraag is not None and vraag.geantwoord_op is not None:
            raise _geweigerd("Er is al een antwoord, dus de vraag is aangekomen.")
        if _brieven(sessie, brief.casus_id, brief.partij_id)[0].id != brief.id:
            raise _geweigerd("Er ging daarna al een nieuwe vraag uit.")
        if brief.dag != self._werkplek.vandaag():
            raise _geweigerd("Dat kan alleen op de dag zelf.")
        if brief.verstuurd_door != self._werkplek.gebruiker:
            raise _geweigerd("Een collega heeft dit genoteerd. Alleen wie dat deed, kan het terugnemen.")


def _brieven(sessie: Session, casus_id: int, partij_id: int) -> list[Triagebrief]:
    """The newest first."""
    vraag = select(Triagebrief).filter_by(casus_id=casus_id, partij_id=partij_id).order_by(Triagebrief.versie.desc())
    return list(sessie.scalars(vraag))


def _regel(brief: Triagebrief) -> TriagebriefRegel:
    return TriagebriefRegel(
        brief.id, brief.versie, brief.vraag, brief.dag, brief.verstuurd_door, _aan(brief), brief.intrekking
    )


def _aan(brief: Triagebrief) -> Ontvanger:
    return Ontvanger(brief.aan_naam, brief.aan_functie, brief.aan_email, brief.aan_postbus)


def _van_zelf(eerder: list[Triagebrief], partij: Partij) -> Ontvanger | None:
    """Whoever got the one before; the first time a contactpersoon with an address, the one with mandaat first."""
    if eerder:
        return _aan(eerder[0])
    geschikt = [contact for contact in partij.contactpersonen if contact.email]
    gekozen = next((contact for contact in geschikt if contact.mandaat), geschikt[0] if geschikt else None)
    return _ontvanger(gekozen) if gekozen is not None else None


def _kies(sessie: Session, eerder: list[Triagebrief], partij: Partij, contact_id: ContactpersoonId | None) -> Ontvanger:
    if contact_id is not None:
        contact = sessie.get(Contactpersoon, contact_id)
        if contact is None or contact.partij_id != partij.id or not contact.email:
            raise InvoerOngeldig("contactpersoon", f"Kies een contactpersoon van {partij.naam} met een e-mailadres.")
        if eerder and not eerder[0].intrekking and contact.email != eerder[0].aan_email:
            raise InvoerOngeldig(
                "contactpersoon",
                f"{eerder[0].aan_naam} kreeg de vorige vraag en zou niet horen dat die niet meer geldt.",
                advies=f"Stuur de nieuwe vraag ook aan {eerder[0].aan_naam}, of trek de vorige eerst in.",
            )
        return _ontvanger(contact)
    gevonden = _van_zelf(eerder, partij)
    if gevonden is None:
        raise InvoerOngeldig(
            "contactpersoon",
            f"Er is niet bekend naar wie dit bij {partij.naam} gaat.",
            advies="Vul bij Partijen een contactpersoon met e-mailadres in.",
            weg=naar_partij(partij.id),
        )
    return gevonden


def _ontvanger(contact: Contactpersoon) -> Ontvanger:
    return Ontvanger(contact.naam, contact.functie, contact.email, contact.gedeelde_postbus)


def _noemt_betrokkene(casus: Casus, vraag: str) -> bool:
    genoemd = Vermeldingen((vraag,))
    cijfers = "".join(teken for teken in vraag if teken.isdigit())
    for betrokkene in casus.betrokkenen:
        woorden = betrokkene.naam.split()
        achternaam = woorden[-1] if woorden and len(woorden[-1]) >= _LANGE_NAAM else ""
        if genoemd.noemt(betrokkene.naam) or (achternaam and genoemd.noemt(achternaam)):
            return True
        geboren = betrokkene.geboortedatum.als_dag() if betrokkene.geboortedatum is not None else None
        if geboren is not None and (f"{geboren:%d%m%Y}" in cijfers or f"{geboren:%Y%m%d}" in cijfers):
            return True
    return False


def _geweigerd(reden: str) -> GebruikersFout:
    return GebruikersFout(
        f"Dit kan niet meer worden teruggenomen. {reden}",
        veilig="De vraag blijft genoteerd als verstuurd.",
        advies="Is de vraag veranderd, pas die dan aan en verstuur de nieuwe. Geldt de vraag niet meer, trek die in.",
    )
