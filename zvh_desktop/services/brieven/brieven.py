"""Letters: shown as they would go, kept as a draft or printed, and noted once they were sent, with a frozen copy.

As elsewhere the application sends nothing. What was noted by mistake can be taken back on the day itself, by who did.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.brieven.brief import Brief
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort
from zvh_desktop.models.keuzes import AanmeldingId, CasusId
from zvh_desktop.models.tekst.briefsoorten import BriefId
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.brieven.gegevens import BriefInvoer, BriefStukken, Briefvraag, Brievenregel
from zvh_desktop.services.brieven.lijst import lees_brieven, lees_lijst, vragen_bij_aanmelding, vragen_bij_casus
from zvh_desktop.services.brieven.mag import Briefonderwerp, eis_mag, lees_onderwerp
from zvh_desktop.services.brieven.meegedeeld import deel_mee, neem_mededeling_terug, nog_niet_meegedeeld
from zvh_desktop.services.brieven.standaard import Briefinhoud
from zvh_desktop.services.brieven.stukken import brief_als_word, lees_brief, maak_brief
from zvh_desktop.services.brieven.teksten import BrieftekstService, lees_tekst
from zvh_desktop.services.brieven.waarden import eis_schoon, lees_waarden
from zvh_desktop.services.lek.uitgang import is_al_weg
from zvh_desktop.services.stukken.lijsten import LIJST, WORD_GEMAAKT, kenmerk_van_aanmelding
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven, bewaard_stuk
from zvh_desktop.services.werkplek.invoer import tekst
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal
from zvh_desktop.services.word.sjablonen import Wordbestand

MEESTE_TOELICHTING = 4_000


class BriefService:
    """Use cases on letters; ``teksten`` are those on their texts."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self.teksten = BrieftekstService(werkplek)

    def bij_casus(self, casus_id: CasusId) -> tuple[Brievenregel, ...]:
        """Every letter that can be made at this casus, or why it cannot, and what was sent. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            return lees_lijst(self._werkplek, sessie, vragen_bij_casus(self._werkplek, sessie, casus))

    def bij_aanmelding(self, aanmelding_id: AanmeldingId) -> tuple[Brievenregel, ...]:
        """The letter to the aanmelder; none while nothing was decided. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rij = haal(sessie, Aanmelding, aanmelding_id, self._werkplek.profiel.termen.deze("aanmelding"))
            casus = sessie.scalars(select(Casus).filter_by(aanmelding_id=rij.id)).first()
            return lees_lijst(self._werkplek, sessie, vragen_bij_aanmelding(rij, casus))

    def stukken(self, vraag: Briefvraag, invoer: BriefInvoer) -> BriefStukken:
        """Letter and draft as they would go now. Raises RegelGeweigerd, InvoerOngeldig, GebruikersFout."""
        with self._werkplek.lees(Recht.BRIEVEN_MAKEN) as sessie:
            return self._maak(sessie, vraag, invoer)[1]

    def als_word(self, vraag: Briefvraag, invoer: BriefInvoer) -> Wordbestand:
        """The letter to change in a word processor, from what its PDF is made of. Raises as ``stukken``."""
        with self._werkplek.schrijf(Recht.BRIEVEN_MAKEN, WORD_GEMAAKT, LIJST, wacht_anders=False) as werk:
            over, tekst_nu, waarden = self._lees(werk.sessie, vraag, invoer)
            over_wie = over.casus.nummer if over.casus is not None else ""
            if not over_wie and vraag.aanmelding_id is not None:
                over_wie = kenmerk_van_aanmelding(vraag.aanmelding_id)
            werk.raakt(f"{Wordsoort.BRIEF}: {over_wie}")
            gegevens = lees_brief(self._werkplek, werk.sessie, vraag.soort, over, tekst_nu, waarden, invoer)
            return brief_als_word(self._werkplek, werk.sessie, vraag.soort, gegevens, _over_nummer(vraag))

    def noteer_verstuurd(self, vraag: Briefvraag, invoer: BriefInvoer) -> BriefId:
        """Record that it was sent, with a frozen copy; and that it was told where it is how one is told.

        Raises as ``stukken``; GebruikersFout when the same was noted today.
        """
        with self._werkplek.schrijf(Recht.BRIEVEN_MAKEN, "brief verstuurd", "casus") as werk:
            is_al_weg(werk.sessie)
            over, stukken = self._maak(werk.sessie, vraag, invoer)
            werk.raakt(over.casus.nummer if over.casus is not None else str(vraag.aanmelding_id))
            vandaag, nu, aan = self._werkplek.vandaag(), self._werkplek.nu(), stukken.ontvanger
            eerder = lees_brieven(werk.sessie, vraag)
            if eerder and eerder[0].dag == vandaag:
                raise GebruikersFout(
                    "Deze brief is vandaag al genoteerd als verstuurd. Er is niets genoteerd.",
                    advies="Ging die niet weg, neem hem dan eerst terug.",
                )
            rij = Brief(
                soort=vraag.soort,
                casus_id=vraag.casus_id,
                aanmelding_id=vraag.aanmelding_id,
                partij_id=vraag.partij_id,
                betrokkene_id=vraag.betrokkene_id,
                verstrekking_id=vraag.verstrekking_id,
                tekstversie=stukken.tekstversie,
                dag=vandaag,
                verstuurd_op=nu,
                verstuurd_door=self._werkplek.gebruiker,
                aan_naam=aan.naam,
                aan_functie=aan.functie,
                aan_email=aan.email,
                aan_adres=stukken.adres,
                aan_postbus=aan.gedeelde_postbus,
                legde_vast=nog_niet_meegedeeld(werk.sessie, vraag, over),
            )
            werk.sessie.add(rij)
            werk.sessie.flush()
            if rij.legde_vast:
                deel_mee(self._werkplek, werk.sessie, vraag, over)
            bewaar_uitgegeven(
                self._werkplek,
                werk.sessie,
                stukken.brief,
                versie=len(eerder) + 1,
                casus_id=vraag.casus_id,
                brief_id=rij.id,
                moment=nu,
                aan=(aan.naam, aan.email),
            )
            return rij.id

    def neem_terug(self, brief_id: BriefId) -> None:
        """It did not go out after all: row and copy are removed; the log keeps both. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.BRIEVEN_MAKEN, "brief teruggenomen", "casus") as werk:
            rij = haal(werk.sessie, Brief, brief_id, "Deze brief")
            vraag = _vraag(rij)
            over = lees_onderwerp(self._werkplek, werk.sessie, vraag)
            werk.raakt(over.casus.nummer if over.casus is not None else str(rij.aanmelding_id))
            if rij.dag != self._werkplek.vandaag():
                raise _geweigerd("Dat kan alleen op de dag zelf.")
            if rij.verstuurd_door != self._werkplek.gebruiker:
                raise _geweigerd("Een collega heeft dit genoteerd. Alleen wie dat deed, kan het terugnemen.")
            if rij.legde_vast:
                neem_mededeling_terug(werk.sessie, vraag, over, rij)
            werk.sessie.delete(rij)

    def kopie(self, brief_id: BriefId) -> Stuk:
        """The letter exactly as it was sent. Raises NietGevonden, KluisBeschadigd, GebruikersFout."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            haal(sessie, Brief, brief_id, "Deze brief")
            kopie = sessie.scalars(select(Uitgegeven).filter_by(brief_id=brief_id)).first()
            if kopie is None:
                raise GebruikersFout("De kopie van deze brief is er niet meer.")
            return bewaard_stuk(kopie, kopie.partij_id, kopie.aan_naam)

    def _lees(
        self, sessie: Session, vraag: Briefvraag, invoer: BriefInvoer
    ) -> tuple[Briefonderwerp, Briefinhoud, dict[str, str]]:
        """What the letter is about, its text and what is filled in, after it was looked whether that may go."""
        over = lees_onderwerp(self._werkplek, sessie, vraag)
        eis_mag(self._werkplek, sessie, vraag, over)
        toelichting = tekst("toelichting", invoer.toelichting).strip()
        if len(toelichting) > MEESTE_TOELICHTING:
            raise InvoerOngeldig(
                "toelichting",
                f"Dit is te lang voor een brief: {len(toelichting)} tekens, er passen er {MEESTE_TOELICHTING}.",
            )
        waarden = lees_waarden(self._werkplek, sessie, over, toelichting)
        eis_schoon(self._werkplek, sessie, vraag.soort, over, waarden)
        return over, lees_tekst(sessie, vraag.soort), waarden

    def _maak(self, sessie: Session, vraag: Briefvraag, invoer: BriefInvoer) -> tuple[Briefonderwerp, BriefStukken]:
        over, tekst_nu, waarden = self._lees(sessie, vraag, invoer)
        nummer = _over_nummer(vraag)
        return over, maak_brief(self._werkplek, sessie, vraag.soort, over, tekst_nu, waarden, invoer, volgnummer=nummer)


def _over_nummer(vraag: Briefvraag) -> int:
    """By which files with one name are kept apart."""
    return int(vraag.verstrekking_id or vraag.betrokkene_id or vraag.casus_id or vraag.aanmelding_id or 0)


def _vraag(rij: Brief) -> Briefvraag:
    return Briefvraag(
        rij.soort,
        casus_id=rij.casus_id,
        aanmelding_id=rij.aanmelding_id,
        partij_id=rij.partij_id,
        betrokkene_id=rij.betrokkene_id,
        verstrekking_id=rij.verstrekking_id,
    )


def _geweigerd(reden: str) -> GebruikersFout:
    return GebruikersFout(
        f"Dit kan niet meer worden teruggenomen. {reden}", veilig="De brief blijft genoteerd als verstuurd."
    )
