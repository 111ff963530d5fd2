"""Rondsturen: what goes to each partij after a tafel or a plan, noted when it was sent, and what came back on it.

As with an uitnodiging the application makes drafts and sends nothing itself. Noted as sent is a row with frozen copies;
it can be taken back on the same day by who noted it, while no reaction was recorded. A reaction can
always be taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import DocumentSoort, Reactie, VerzendingId, VerzendingSoort
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.rondsturen.verzending import Rondzending
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.casus.plannen import PlanService
from zvh_desktop.services.lek.lekken import LekService
from zvh_desktop.services.lek.samen import Leksamen
from zvh_desktop.services.lek.uitgang import is_al_weg
from zvh_desktop.services.rondsturen.bezorging import eerder_verzonden, kies_ontvanger
from zvh_desktop.services.rondsturen.brieven import IN_PAKKET, bewaar_kopieen, maak_stukken, reageren_voor
from zvh_desktop.services.rondsturen.gegevens import Pakket, RondstuurRegel, RondstuurStukken, RondstuurVraag
from zvh_desktop.services.rondsturen.lijst import lees_lijst
from zvh_desktop.services.rondsturen.planpakket import planpakket, regiepakket, regiepartij
from zvh_desktop.services.rondsturen.verslagpakket import verslagpakket
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.werkplek.invoer import tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


class RondstuurService:
    """Use cases on what goes round; ``lekken`` are those on what was found in a text before it leaves."""

    def __init__(self, werkplek: Werkplek, plannen: PlanService) -> None:
        self._werkplek = werkplek
        self._plannen = plannen
        self.lekken = LekService(werkplek)

    def lijst(self, soort: VerzendingSoort, over: int) -> tuple[RondstuurRegel, ...]:
        """One line per partij about this overleg or plan.

        Raises NietGevonden, GebruikersFout while nothing is vastgesteld, HandtekeningOnjuist.
        """
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return lees_lijst(self._werkplek, sessie, soort, over)

    def stukken(self, vraag: RondstuurVraag) -> RondstuurStukken:
        """Letter, pieces and draft as they would go out now; every oordeel is verified now.

        Raises RegelGeweigerd (the gate), GebruikersFout, InvoerOngeldig when there is nobody to send it to.
        """
        with self._werkplek.lees(Recht.RONDSTUREN) as sessie:
            return self._maak(sessie, vraag)[1]

    def concepten(
        self, vragen: Sequence[RondstuurVraag], begint_aan: Callable[[int], None] | None = None
    ) -> tuple[Stuk, ...]:
        """The draft for each of these, all of them or none; ``begint_aan`` is told the place of each, and may stop.

        Raises as ``stukken`` does; LekOpen for all of them together.
        """
        concepten, samen = [], Leksamen()
        with self._werkplek.lees(Recht.RONDSTUREN) as sessie:
            for plaats, vraag in enumerate(vragen):
                if begint_aan is not None:
                    begint_aan(plaats)
                with samen.deel():
                    concepten.append(self._maak(sessie, vraag)[1].concept)
        samen.eis_gekozen()
        return tuple(concepten)

    def noteer_verstuurd(self, vragen: Sequence[RondstuurVraag]) -> tuple[VerzendingId, ...]:
        """Record that these were sent, all or none; a frozen copy of each piece is kept.

        Raises as ``stukken`` does, and GebruikersFout when a partij already has this version.
        """
        with self._werkplek.schrijf(Recht.RONDSTUREN, "stukken rondgestuurd", "verzending") as werk:
            is_al_weg(werk.sessie)
            werk.raakt(vragen[0].over if vragen else "")
            nu, samen, genoteerd = self._werkplek.nu(), Leksamen(), []
            for vraag in vragen:
                with samen.deel():
                    genoteerd.append(self._noteer(werk.sessie, vraag, nu))
            samen.eis_gekozen()
            return tuple(genoteerd)

    def neem_terug(self, verzendingen: Sequence[VerzendingId]) -> None:
        """They did not go out after all: rows and copies are removed, all or none; the log keeps both.

        Raises GebruikersFout on another day, for another account, after a reaction, or after a later version.
        """
        with self._werkplek.schrijf(Recht.RONDSTUREN, "rondsturen teruggenomen", "verzending") as werk:
            for sleutel in verzendingen:
                werk.raakt(sleutel)
                rij = haal(werk.sessie, Rondzending, sleutel, "Deze verzending")
                self._eis_terug_te_nemen(werk.sessie, rij)
                for kopie in _kopieen(werk.sessie, rij):
                    werk.sessie.delete(kopie)
                werk.sessie.delete(rij)

    def leg_reactie_vast(
        self, verzending_id: VerzendingId, reactie: Reactie, opmerking: str = "", op: date | None = None
    ) -> None:
        """Record what the partij said, on which day; ``GEEN`` takes it back.

        Raises InvoerOngeldig for a remark without text, or a day before it was sent or after today.
        """
        with self._werkplek.schrijf(Recht.RONDSTUREN, "reactie vastgelegd", "verzending") as werk:
            werk.raakt(verzending_id)
            rij = haal(werk.sessie, Rondzending, verzending_id, "Deze verzending")
            dag = op or self._werkplek.vandaag()
            netjes = tekst("reactie_tekst", opmerking).strip() if reactie is not Reactie.GEEN else ""
            if reactie is Reactie.OPMERKING:
                verplicht("reactie_tekst", netjes, "Schrijf op wat de partij opmerkte.")
            if reactie is not Reactie.GEEN and not rij.dag <= dag <= self._werkplek.vandaag():
                raise InvoerOngeldig("reactie_op", "Een reactie komt na het versturen, en uiterlijk vandaag.")
            rij.reactie = reactie
            rij.reactie_op = dag if reactie is not Reactie.GEEN else None
            rij.reactie_tekst = netjes

    def _maak(self, sessie: Session, vraag: RondstuurVraag) -> tuple[Pakket, RondstuurStukken]:
        partij = haal(sessie, Partij, vraag.partij_id, "Deze partij")
        pakket, aan = (
            self._verslag(sessie, vraag, partij)
            if vraag.soort is VerzendingSoort.VERSLAG
            else self._plan(sessie, vraag, partij)
        )
        vervangt = bool(eerder_verzonden(sessie, vraag.soort, vraag.over, partij.id))
        return pakket, maak_stukken(self._werkplek, sessie, pakket, aan, vervangt=vervangt)

    def _verslag(self, sessie: Session, vraag: RondstuurVraag, partij: Partij) -> tuple[Pakket, Ontvanger]:
        overleg = haal(sessie, Overleg, vraag.over, "Dit overleg")
        aan = kies_ontvanger(sessie, vraag.soort, vraag.over, partij, vraag.contact)
        return verslagpakket(self._werkplek, sessie, overleg, partij, aan.naam), aan

    def _plan(self, sessie: Session, vraag: RondstuurVraag, partij: Partij) -> tuple[Pakket, Ontvanger]:
        plan = haal(sessie, PlanVanAanpak, vraag.over, "Dit plan")
        maak = regiepakket if vraag.soort is VerzendingSoort.REGIE else planpakket
        pakket = maak(self._werkplek, sessie, self._plannen, plan, partij)
        nu = regiepartij(self._werkplek, sessie, plan)
        aan = kies_ontvanger(sessie, vraag.soort, vraag.over, partij, vraag.contact, nu[1] if nu is not None else None)
        return pakket, aan

    def _noteer(self, sessie: Session, vraag: RondstuurVraag, nu: datetime) -> VerzendingId:
        eerder = eerder_verzonden(sessie, vraag.soort, vraag.over, vraag.partij_id)
        pakket, stukken = self._maak(sessie, vraag)
        if eerder and eerder[0].verklaring_nummer == pakket.verklaring:
            raise GebruikersFout(f"{pakket.partij} heeft versie {pakket.versie} al. Er is niets genoteerd.")
        aan = stukken.ontvanger
        rij = Rondzending(
            soort=pakket.soort,
            overleg_id=pakket.over if pakket.casus_id is None else None,
            plan_id=pakket.over if pakket.casus_id is not None else None,
            casus_id=pakket.casus_id,
            partij_id=pakket.partij_id,
            versie=pakket.versie,
            verklaring_nummer=pakket.verklaring,
            dag=self._werkplek.vandaag(),
            verstuurd_op=nu,
            verstuurd_door=self._werkplek.gebruiker,
            aan_naam=aan.naam,
            aan_functie=aan.functie,
            aan_email=aan.email,
            aan_postbus=aan.gedeelde_postbus,
            reageren_voor=reageren_voor(self._werkplek, sessie),
            reactie=Reactie.GEEN,
            reactie_tekst="",
        )
        sessie.add(rij)
        sessie.flush()
        bewaar_kopieen(self._werkplek, sessie, pakket, stukken, nu)
        return rij.id

    def _eis_terug_te_nemen(self, sessie: Session, rij: Rondzending) -> None:
        over = rij.overleg_id if rij.overleg_id is not None else rij.plan_id
        laatste = eerder_verzonden(sessie, rij.soort, over or 0, rij.partij_id)
        if rij.reactie is not Reactie.GEEN:
            raise _geweigerd("Er is al een reactie genoteerd, dus het is aangekomen.")
        if not laatste or laatste[0].id != rij.id:
            raise _geweigerd("Er ging daarna al een nieuwe versie uit.")
        if rij.dag != self._werkplek.vandaag():
            raise _geweigerd("Dat kan alleen op de dag zelf.")
        if rij.verstuurd_door != self._werkplek.gebruiker:
            raise _geweigerd("Een collega heeft dit genoteerd. Alleen wie dat deed, kan het terugnemen.")


def _kopieen(sessie: Session, rij: Rondzending) -> list[Uitgegeven]:
    """The copies of this packet alone: in one act the casusregisseur may get both the whole plan and its own part."""
    vraag = select(Uitgegeven).where(
        Uitgegeven.overleg_id == rij.overleg_id,
        Uitgegeven.casus_id == rij.casus_id,
        Uitgegeven.partij_id == rij.partij_id,
        Uitgegeven.soort.in_((DocumentSoort.RONDZENDBRIEF, *IN_PAKKET[rij.soort])),
        Uitgegeven.gemaakt_op == rij.verstuurd_op,
        Uitgegeven.versie == rij.versie,
    )
    kopieen = list(sessie.scalars(vraag.order_by(Uitgegeven.id)))
    eerste = next((een.id for een in kopieen if een.soort is not DocumentSoort.RONDZENDBRIEF), None)
    brieven = [
        een for een in kopieen if een.soort is DocumentSoort.RONDZENDBRIEF and (eerste is None or een.id < eerste)
    ]
    return [*brieven[-1:], *(een for een in kopieen if een.soort is not DocumentSoort.RONDZENDBRIEF)]


def _geweigerd(reden: str) -> GebruikersFout:
    return GebruikersFout(
        f"Dit kan niet meer worden teruggenomen. {reden}",
        veilig="Het blijft genoteerd als verstuurd.",
        advies="Is het niet verstuurd, verstuur het dan alsnog.",
    )
