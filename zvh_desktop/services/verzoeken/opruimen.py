"""Let a verzoek go under the term that the house has for verzoeken: weighed, signed, with a verklaring."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from zvh_desktop.database.vernietigen.loten import Deel
from zvh_desktop.database.vernietigen.wegdoen import Dossier
from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekId, VerzoekUitkomst
from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.models.taal import datum_kort, opsomming
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek
from zvh_desktop.services.poort.getekend import MELD
from zvh_desktop.services.vernietigen.daad import Opruimopdracht, voer_uit, wat_er_gaat
from zvh_desktop.services.vernietigen.gegevens import Inhoudsopgave, Vernietigd
from zvh_desktop.services.vernietigen.lezen import eis_termijnen
from zvh_desktop.services.vernietigen.opnieuw import VERZOEK_KENMERK, verzoek_oorsprong
from zvh_desktop.services.vernietigen.tellen import Verzoektelling
from zvh_desktop.services.vernietigen.termijnen import VERZOEKEN, lees_termijnen, na_termijn
from zvh_desktop.services.vernietigen.verzoeken import vastgehouden_door
from zvh_desktop.services.vernietigen.wissen import wis_na
from zvh_desktop.services.verzoeken.getekend import VERZOEKBESLUIT
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_bewaartermijnen
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

Voortgang = Callable[[int, int, str], None]
_DAT = "Dit verzoek"


class VerzoekopruimService:
    """Use cases on the end of a verzoek."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def inhoud(self, verzoek_id: VerzoekId) -> Inhoudsopgave:
        """What would go: shown before it is confirmed. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rij = haal(sessie, Betrokkeneverzoek, verzoek_id, _DAT)
            return wat_er_gaat(self._werkplek, sessie, self._opdracht(sessie, rij))

    def keur(self, verzoek_id: VerzoekId) -> None:
        """Everything that ``doe`` would refuse, and the password; nothing goes yet. Raises as ``doe`` does."""
        with self._werkplek.lees(Recht.VERNIETIGEN) as sessie:
            self._eis(sessie, haal(sessie, Betrokkeneverzoek, verzoek_id, _DAT))
            self._werkplek.eis_bevestiging()

    def doe(self, verzoek_id: VerzoekId, voortgang: Voortgang | None = None) -> Vernietigd:
        """Vernietig it. It is gone when this returns; of it stay a verklaring and a count.

        Raises GebruikersFout (what stands in the way), HandtekeningOnjuist (the decision is not what was signed),
        BevestigingNodig.
        """
        with self._werkplek.schrijf(Recht.VERNIETIGEN, "verzoek vernietigd", "verzoek") as werk:
            rij = haal(werk.sessie, Betrokkeneverzoek, verzoek_id, _DAT)
            werk.raakt(verzoek_id)
            self._eis(werk.sessie, rij)
            gedaan_rij = voer_uit(self._werkplek, werk.sessie, self._opdracht(werk.sessie, rij), voortgang)
            gedaan = (gedaan_rij.id, gedaan_rij.nummer)
        return Vernietigd(*gedaan, gewist=wis_na(self._werkplek, VernietigSoort.VERZOEK, gedaan[1], voortgang))

    def _opdracht(self, sessie: Session, rij: Betrokkeneverzoek) -> Opruimopdracht:
        return Opruimopdracht(
            VernietigSoort.VERZOEK,
            VERZOEK_KENMERK.format(rij.id, rij.ontvangen_op.isoformat(), rij.besloten_op),
            Dossier(None, None, verzoek=rij.id),
            frozenset({Deel.VERZOEK}),
            lees_termijnen(self._werkplek, sessie).van(VERZOEKEN),
            geopend=verzoek_oorsprong(sessie, rij.id),
            telling=Verzoektelling(rij.ontvangen_op.year, rij.soort.value),
        )

    def _eis(self, sessie: Session, rij: Betrokkeneverzoek) -> None:
        if rij.uitkomst is VerzoekUitkomst.OPEN or rij.besloten_op is None:
            raise GebruikersFout("Op dit verzoek is nog niet besloten. Het blijft staan.")
        if bij := vastgehouden_door(sessie, rij.id):
            raise GebruikersFout(
                f"Een aantekening van dit verzoek geldt nog in casus {opsomming(bij)}.",
                veilig="Er is niets vernietigd.",
                advies="Het verzoek gaat weg met dat dossier. Een beperking kunt u eerst opheffen.",
            )
        vanaf = na_termijn(rij.besloten_op, lees_termijnen(self._werkplek, sessie).van(VERZOEKEN).termijn)
        if vanaf is None:
            raise GebruikersFout(
                "Het huis heeft hiervoor nog geen bewaartermijn ingevuld. Zonder termijn wordt er niets vernietigd.",
                advies="De beheerder vult hem in bij Beheer, Bewaartermijnen.",
                weg=naar_bewaartermijnen(self._werkplek),
            )
        if vanaf > self._werkplek.vandaag():
            raise GebruikersFout(f"Dit verzoek wordt bewaard tot {datum_kort(vanaf)}.")
        self._eis_besluit(sessie, rij)
        eis_termijnen(self._werkplek, sessie)

    def _eis_besluit(self, sessie: Session, rij: Betrokkeneverzoek) -> None:
        """The term runs from the day that was signed, wherever the decision was signed for a casus."""
        VERZOEKBESLUIT.eis_compleet(self._werkplek, sessie, "verzoek", rij.id)
        for besluit in rij.besluiten:
            VERZOEKBESLUIT.verifieer(self._werkplek, sessie, besluit)
            if besluit.besloten_op != rij.besloten_op:
                raise HandtekeningOnjuist(f"Het besluit op verzoek {rij.id} is niet zo ondertekend.", advies=MELD)
