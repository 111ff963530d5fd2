"""Keep a file longer, propose to let it go, and let it go: use cases on the end of a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.vernietigen.wegdoen import ALLES, Dossier, dossier_van_casus
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import (
    AanmeldingId,
    AanmeldingUitkomst,
    CasusId,
    CasusStatus,
    VernietigingId,
    VernietigSoort,
)
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.vernietigen.bewaren import Verlenging, Vernietigvoorstel
from zvh_desktop.models.vernietigen.vernietiging import Vernietiging
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.vernietigen.daad import Opruimopdracht, delen_van, voer_uit, wat_er_gaat
from zvh_desktop.services.vernietigen.gegevens import (
    Inhoudsopgave,
    OpruimBeeld,
    Opruimstap,
    TeDoen,
    VerlengingInvoer,
    Vernietigd,
    VernietigdRegel,
)
from zvh_desktop.services.vernietigen.getekend import INTREKKING, VERLENGING, VOORSTEL
from zvh_desktop.services.vernietigen.lezen import (
    eis_besluit,
    eis_termijnen,
    lees_eigen,
    lees_lijst,
    lees_stap,
    lees_tijd_aanmelding,
    lees_verlengingen,
    lees_voorstel,
    twee_nodig,
)
from zvh_desktop.services.vernietigen.opnieuw import aanmelding_kenmerk, aanmelding_oorsprong
from zvh_desktop.services.vernietigen.stukken import verklaring
from zvh_desktop.services.vernietigen.tellen import telling_van
from zvh_desktop.services.vernietigen.termijnen import EIGEN, Bewaartijd, lees_termijnen, na_termijn
from zvh_desktop.services.vernietigen.wissen import moet_wissen, wis_na
from zvh_desktop.services.werkplek.invoer import tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_bewaartermijnen
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

Voortgang = Callable[[int, int, str], None]
_HANDELING = {
    VernietigSoort.SCHONEN: "dossier geschoond",
    VernietigSoort.VERNIETIGEN: "dossier vernietigd",
    VernietigSoort.AANMELDING: "aanmelding vernietigd",
    **dict.fromkeys(EIGEN, "deel van dossier vernietigd"),
}


class VernietigService:
    """Use cases on the end of a file."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    # What is shown

    def toon(self, casus_id: CasusId) -> OpruimBeeld:
        """The end of one casus. Raises NietGevonden, HandtekeningOnjuist."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            besloten = sessie.scalar(select(Afschaling.besloten_op).where(Afschaling.casus_id == casus.id))
            return OpruimBeeld(
                casus_id=casus.id,
                casusnummer=casus.nummer,
                gesloten_op=besloten or casus.gesloten_op,
                schonen=lees_stap(self._werkplek, sessie, casus, VernietigSoort.SCHONEN),
                vernietigen=lees_stap(self._werkplek, sessie, casus, VernietigSoort.VERNIETIGEN),
                eigen=lees_eigen(self._werkplek, sessie, casus),
                verlengingen=lees_verlengingen(self._werkplek, sessie, casus),
            )

    def inhoud(self, casus_id: CasusId, soort: VernietigSoort) -> Inhoudsopgave:
        """What would go: shown before it is confirmed."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            opdracht = self._opdracht(sessie, casus, soort)
            return wat_er_gaat(self._werkplek, sessie, opdracht)

    def inhoud_aanmelding(self, aanmelding_id: AanmeldingId) -> Inhoudsopgave:
        """The same of a rejected aanmelding."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rij = haal(sessie, Aanmelding, aanmelding_id, self._werkplek.profiel.termen.deze("aanmelding"))
            return wat_er_gaat(self._werkplek, sessie, self._opdracht_aanmelding(sessie, rij))

    def lijst(self) -> tuple[TeDoen, ...]:
        """Every closed file with what comes next, the first day first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return lees_lijst(self._werkplek, sessie)

    def vernietigd(self) -> tuple[VernietigdRegel, ...]:
        """What is gone, the newest first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rijen = sessie.scalars(select(Vernietiging).order_by(Vernietiging.id.desc()))
            return tuple(
                VernietigdRegel(rij.id, rij.soort, rij.nummer, rij.gedaan_op, rij.gedaan_door) for rij in rijen
            )

    def verklaring(self, vernietiging_id: VernietigingId) -> Stuk:
        """The vernietigingsverklaring as PDF. Raises NietGevonden, HandtekeningOnjuist."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rij = haal(sessie, Vernietiging, vernietiging_id, "Deze vernietiging")
            return verklaring(self._werkplek, sessie, rij)

    def moet_nog_wissen(self) -> bool:
        """Whether something that is gone has not been erased from the disk yet; the next opening does it."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return moet_wissen(sessie)

    # Acts

    def verleng(self, casus_id: CasusId, invoer: VerlengingInvoer) -> None:
        """Keep a file longer, signed. Raises InvoerOngeldig, GebruikersFout, BevestigingNodig."""
        with self._werkplek.schrijf(Recht.VERNIETIGEN, "dossier langer bewaard", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            if casus.status is CasusStatus.LOPEND:
                raise GebruikersFout(f"Casus {casus.nummer} loopt nog: er is nog niets te verlengen.")
            reden = verplicht("reden", tekst("reden", invoer.reden).strip(), "Schrijf op waarom het langer nodig is.")
            self._eis_later(werk.sessie, casus, invoer.tot)
            self._werkplek.eis_bevestiging()
            rij = Verlenging(
                casus_id=casus.id,
                tot=invoer.tot,
                reden=reden,
                besloten_op=self._werkplek.vandaag(),
                besloten_door=self._werkplek.naam,
            )
            werk.sessie.add(rij)
            werk.sessie.flush()
            VERLENGING.teken(self._werkplek, werk.sessie, rij)
            VERLENGING.eis_bewaard(self._werkplek, werk.sessie, rij.id)

    def stel_voor(self, casus_id: CasusId, soort: VernietigSoort) -> None:
        """Propose it, signed; another procesregisseur does it. Raises GebruikersFout, BevestigingNodig."""
        with self._werkplek.schrijf(Recht.VERNIETIGEN, "vernietigen voorgesteld", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            stap = lees_stap(self._werkplek, werk.sessie, casus, soort)
            _eis_kan(stap)
            eis_besluit(self._werkplek, werk.sessie, casus)
            eis_termijnen(self._werkplek, werk.sessie)
            if stap.voorstel is not None:
                wie, op = stap.voorstel.door, datum_kort(stap.voorstel.op)
                raise GebruikersFout(f"{wie} heeft dit al voorgesteld op {op}.")
            self._werkplek.eis_bevestiging()
            rij = Vernietigvoorstel(
                casus_id=casus.id,
                soort=soort,
                gebruiker=self._werkplek.gebruiker,
                voorgesteld_door=self._werkplek.naam,
                voorgesteld_op=self._werkplek.nu(),
            )
            werk.sessie.add(rij)
            werk.sessie.flush()
            VOORSTEL.teken(self._werkplek, werk.sessie, rij)
            VOORSTEL.eis_bewaard(self._werkplek, werk.sessie, rij.id)

    def trek_in(self, casus_id: CasusId, soort: VernietigSoort) -> None:
        """Withdraw a proposal, signed: by who made it or by another. Raises GebruikersFout, BevestigingNodig."""
        with self._werkplek.schrijf(Recht.VERNIETIGEN, "voorstel tot vernietigen ingetrokken", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            if lees_voorstel(self._werkplek, werk.sessie, casus, soort) is None:
                raise GebruikersFout("Er is geen voorstel om in te trekken.", veilig="Er is niets gewijzigd.")
            self._werkplek.eis_bevestiging()
            vraag = select(Vernietigvoorstel).filter_by(casus_id=casus.id, soort=soort, ingetrokken_op=None)
            rij = werk.sessie.scalars(vraag).one()
            rij.ingetrokken_op, rij.ingetrokken_door = self._werkplek.nu(), self._werkplek.naam
            INTREKKING.teken(self._werkplek, werk.sessie, rij)
            INTREKKING.eis_bewaard(self._werkplek, werk.sessie, rij.id)

    def keur(self, casus_id: CasusId, soort: VernietigSoort) -> None:
        """Everything that ``doe`` would refuse, and the password; nothing goes yet. Raises as ``doe`` does."""
        with self._werkplek.lees(Recht.VERNIETIGEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            _eis_kan(lees_stap(self._werkplek, sessie, casus, soort))
            eis_besluit(self._werkplek, sessie, casus)
            eis_termijnen(self._werkplek, sessie)
            self._eis_twee(sessie, casus, soort)
            self._werkplek.eis_bevestiging()

    def keur_aanmelding(self, aanmelding_id: AanmeldingId) -> None:
        """The same for an aanmelding that was rejected."""
        with self._werkplek.lees(Recht.VERNIETIGEN) as sessie:
            rij = haal(sessie, Aanmelding, aanmelding_id, self._werkplek.profiel.termen.deze("aanmelding"))
            self._eis_aanmelding(sessie, rij)
            eis_termijnen(self._werkplek, sessie)
            self._werkplek.eis_bevestiging()

    def doe(self, casus_id: CasusId, soort: VernietigSoort, voortgang: Voortgang | None = None) -> Vernietigd:
        """Schoon or vernietig a file. It is gone when this returns, and stays gone whatever happens after.

        Raises GebruikersFout (what stands in the way), NietBevoegd (another has to do it), HandtekeningOnjuist (an
        overleg about others too is not what was signed), BevestigingNodig.
        """
        with self._werkplek.schrijf(Recht.VERNIETIGEN, _HANDELING[soort], "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            _eis_kan(lees_stap(self._werkplek, werk.sessie, casus, soort))
            eis_besluit(self._werkplek, werk.sessie, casus)
            eis_termijnen(self._werkplek, werk.sessie)
            samen = self._eis_twee(werk.sessie, casus, soort)
            opdracht = self._opdracht(werk.sessie, casus, soort, samen)
            rij = voer_uit(self._werkplek, werk.sessie, opdracht, voortgang)
            gedaan = (rij.id, rij.nummer)
        return Vernietigd(*gedaan, gewist=wis_na(self._werkplek, soort, gedaan[1], voortgang))

    def doe_aanmelding(self, aanmelding_id: AanmeldingId, voortgang: Voortgang | None = None) -> Vernietigd:
        """Vernietig an aanmelding that was rejected. Raises as ``doe`` does."""
        soort = VernietigSoort.AANMELDING
        with self._werkplek.schrijf(Recht.VERNIETIGEN, _HANDELING[soort], "aanmelding") as werk:
            rij = haal(werk.sessie, Aanmelding, aanmelding_id, self._werkplek.profiel.termen.deze("aanmelding"))
            werk.raakt(rij.id)
            opdracht = self._opdracht_aanmelding(werk.sessie, rij)
            self._eis_aanmelding(werk.sessie, rij)
            eis_termijnen(self._werkplek, werk.sessie)
            gedaan_rij = voer_uit(self._werkplek, werk.sessie, opdracht, voortgang)
            gedaan = (gedaan_rij.id, gedaan_rij.nummer)
        return Vernietigd(*gedaan, gewist=wis_na(self._werkplek, soort, gedaan[1], voortgang))

    # Inside

    def _opdracht(self, sessie: Session, casus: Casus, soort: VernietigSoort, samen_met: str = "") -> Opruimopdracht:
        stap = lees_stap(self._werkplek, sessie, casus, soort)
        kernset = lees_termijnen(self._werkplek, sessie).kernset
        return Opruimopdracht(
            soort=soort,
            nummer=casus.nummer,
            dossier=dossier_van_casus(sessie.connection(), casus.id),
            delen=delen_van(soort, kernset),
            tijd=Bewaartijd(soort.value, "", "", stap.termijn, stap.bron, eigen=True),
            samen_met=samen_met,
            geopend=casus.geopend_op.isoformat(),
            telling=telling_van(self._werkplek.profiel, casus) if soort is VernietigSoort.VERNIETIGEN else None,
        )

    def _opdracht_aanmelding(self, sessie: Session, rij: Aanmelding) -> Opruimopdracht:
        tijd, _ = lees_tijd_aanmelding(self._werkplek, sessie, rij)
        return Opruimopdracht(
            VernietigSoort.AANMELDING,
            aanmelding_kenmerk(rij),
            Dossier(None, rij.id),
            ALLES,
            tijd,
            geopend=aanmelding_oorsprong(sessie, rij.id),
        )

    def _eis_aanmelding(self, sessie: Session, rij: Aanmelding) -> None:
        afgewezen = rij.uitkomst is AanmeldingUitkomst.AFGEWEZEN and rij.beoordeeld_op is not None
        if not afgewezen and rij.uitkomst is not AanmeldingUitkomst.OPEN:
            term = self._werkplek.profiel.termen.aanmelding
            raise GebruikersFout(f"Alleen een {term} die is afgewezen of niet is beoordeeld, wordt zo vernietigd.")
        tijd, begin = lees_tijd_aanmelding(self._werkplek, sessie, rij)
        vanaf = na_termijn(begin, tijd.termijn)
        if vanaf is None:
            raise GebruikersFout(
                "Het huis heeft hiervoor nog geen bewaartermijn ingevuld. Zonder termijn wordt er niets vernietigd.",
                advies="De beheerder vult hem in bij Beheer, Bewaartermijnen.",
                weg=naar_bewaartermijnen(self._werkplek),
            )
        if vanaf > self._werkplek.vandaag():
            raise GebruikersFout(f"Dit wordt bewaard tot {datum_kort(vanaf)}.")

    def _eis_twee(self, sessie: Session, casus: Casus, soort: VernietigSoort) -> str:
        """Who proposed it; empty where the house has nobody else. Raises NietBevoegd."""
        if not twee_nodig(self._werkplek):
            return ""
        voorstel = lees_voorstel(self._werkplek, sessie, casus, soort)
        term = self._werkplek.profiel.termen.procesregisseur
        if voorstel is None:
            raise NietBevoegd(
                f"Het huis heeft meer dan één {term}: de één stelt dit voor en de ander doet het.",
                veilig="Er is niets vernietigd.",
                advies="Stel het eerst voor.",
            )
        if voorstel.van_mij:
            raise NietBevoegd(
                "U hebt dit zelf voorgesteld.",
                veilig="Er is niets vernietigd.",
                advies=f"Vraag een andere {term} om het te doen.",
            )
        return voorstel.door

    def _eis_later(self, sessie: Session, casus: Casus, tot: date) -> None:
        if tot <= self._werkplek.vandaag():
            raise InvoerOngeldig("tot", "Kies een dag die nog komt.")
        eerder = max((regel.tot for regel in lees_verlengingen(self._werkplek, sessie, casus)), default=None)
        if eerder is not None and tot <= eerder:
            raise InvoerOngeldig("tot", f"Dit dossier wordt al bewaard tot {datum_kort(eerder)}. Kies een latere dag.")


def _eis_kan(stap: Opruimstap) -> None:
    if stap.gedaan_op is not None:
        raise GebruikersFout(f"Dit is al gedaan op {datum_kort(stap.gedaan_op)}.")
    if stap.bezwaren:
        raise GebruikersFout(" ".join(stap.bezwaren))
