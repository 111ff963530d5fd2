"""The texts of the letters of this house, in versions; what was sent from an older one stays as it was sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.brieven.brief import Brieftekst
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.tekst.briefsoorten import AAN_BETROKKENE, Briefsoort
from zvh_desktop.services.brieven.brieftaal import MEESTE_ONDERWERP, Tekstbevinding, keur
from zvh_desktop.services.brieven.standaard import Briefinhoud, briefnaam, standaardtekst
from zvh_desktop.services.brieven.stukken import voorbeeldbrief
from zvh_desktop.services.brieven.vaste_zinnen import zin_voorwaarden
from zvh_desktop.services.brieven.velden import VELDEN, Veld, verplichte_velden
from zvh_desktop.services.brieven.waarden import vaste_waarden
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.tafel.vreemde_namen import andere_partijen
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.invoer import regel, tekst
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class BrieftekstRegel:
    """The text of one kind of letter as it holds now."""

    soort: Briefsoort
    titel: str
    onderwerp: str
    tekst: str
    versie: int
    eigen: bool
    """Whether it is the house's own, and not the standard text."""
    gewijzigd_op: date | None
    gewijzigd_door: str
    velden: tuple[Veld, ...]
    verplicht: tuple[str, ...]
    """The names of the fields that may not be missing."""


class BrieftekstService:
    """Use cases on the texts of letters."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self) -> tuple[BrieftekstRegel, ...]:
        """Each kind of letter with its text."""
        with self._werkplek.lees(Recht.BRIEFTEKSTEN_BEHEREN) as sessie:
            return tuple(self._regel(sessie, soort) for soort in Briefsoort)

    def keur(self, soort: Briefsoort, onderwerp: str, inhoud: str) -> tuple[Tekstbevinding, ...]:
        """What has to change in this text; empty when it can be used. It is asked while somebody types."""
        return keur(soort, onderwerp, inhoud)

    def bewaar(self, soort: Briefsoort, onderwerp: str, inhoud: str) -> int:
        """Keep it as the next version. Raises InvoerOngeldig with the first that is wrong, GebruikersFout."""
        with self._werkplek.schrijf(Recht.BRIEFTEKSTEN_BEHEREN, "brieftekst gewijzigd", "brieftekst") as werk:
            werk.raakt(soort.value)
            onderwerp = regel("onderwerp", onderwerp, MEESTE_ONDERWERP)
            inhoud = tekst("tekst", inhoud).strip() + "\n"
            bevindingen = keur(soort, onderwerp, inhoud)
            if bevindingen:
                veld = "onderwerp" if bevindingen[0].in_onderwerp else "tekst"
                raise InvoerOngeldig(veld, bevindingen[0].zin)
            eis_geen_casus(werk.sessie, onderwerp=onderwerp, tekst=inhoud)
            self._eis_geen_partij(werk.sessie, soort, f"{onderwerp}\n{inhoud}")
            nu = lees_tekst(werk.sessie, soort)
            if (nu.onderwerp, nu.tekst) == (onderwerp, inhoud):
                raise GebruikersFout("Er is niets veranderd aan deze tekst.")
            return self._nieuw(werk.sessie, soort, onderwerp, inhoud)

    def terug_naar_standaard(self, soort: Briefsoort) -> None:
        """From now on the standard text holds again; the own versions stay. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.BRIEFTEKSTEN_BEHEREN, "brieftekst teruggezet", "brieftekst") as werk:
            werk.raakt(soort.value)
            if lees_tekst(werk.sessie, soort).versie == 0:
                raise GebruikersFout("Deze brief heeft de standaardtekst al.")
            self._nieuw(werk.sessie, soort, "", "")

    def zet_versie_terug(self, soort: Briefsoort, versie: int) -> None:
        """The text of an earlier version again, as a new one; 0 is the standard text."""
        if versie == 0:
            self.terug_naar_standaard(soort)
            return
        with self._werkplek.schrijf(Recht.BRIEFTEKSTEN_BEHEREN, "brieftekst teruggezet", "brieftekst") as werk:
            werk.raakt(soort.value)
            rij = werk.sessie.scalars(select(Brieftekst).filter_by(soort=soort, versie=versie)).one()
            self._nieuw(werk.sessie, soort, rij.onderwerp, rij.tekst)

    def voorbeeld(self, soort: Briefsoort, onderwerp: str, inhoud: str) -> Stuk:
        """The letter as it would look, with invented values. Raises InvoerOngeldig."""
        with self._werkplek.lees(Recht.BRIEFTEKSTEN_BEHEREN) as sessie:
            bevindingen = keur(soort, onderwerp, inhoud)
            if bevindingen:
                raise InvoerOngeldig("onderwerp" if bevindingen[0].in_onderwerp else "tekst", bevindingen[0].zin)
            vast = vaste_waarden(self._werkplek, sessie)
            vast["voorwaarden"] = zin_voorwaarden(self._werkplek.profiel, "Voorbeeldpartij")
            return voorbeeldbrief(self._werkplek, sessie, soort, Briefinhoud(onderwerp, inhoud), vast)

    def _regel(self, sessie: Session, soort: Briefsoort) -> BrieftekstRegel:
        rij, nu, termen = _nieuwste(sessie, soort), lees_tekst(sessie, soort), self._werkplek.profiel.termen
        return BrieftekstRegel(
            soort=soort,
            titel=briefnaam(termen, soort),
            onderwerp=nu.onderwerp,
            tekst=nu.tekst,
            versie=nu.versie,
            eigen=nu.versie > 0,
            gewijzigd_op=als_lokaal(rij.gewijzigd_op).date() if rij is not None else None,
            gewijzigd_door=rij.gewijzigd_door if rij is not None else "",
            velden=tuple(replace(veld, uitleg=veld.uitleg.format(t=termen)) for veld in VELDEN[soort]),
            verplicht=tuple(veld.naam for veld in verplichte_velden(soort)),
        )

    def _nieuw(self, sessie: Session, soort: Briefsoort, onderwerp: str, inhoud: str) -> int:
        rij = _nieuwste(sessie, soort)
        versie = (rij.versie if rij is not None else 0) + 1
        sessie.add(
            Brieftekst(
                soort=soort,
                versie=versie,
                onderwerp=onderwerp,
                tekst=inhoud,
                gewijzigd_op=self._werkplek.nu(),
                gewijzigd_door=self._werkplek.naam,
            )
        )
        return versie

    def _eis_geen_partij(self, sessie: Session, soort: Briefsoort, inhoud: str) -> None:
        """A text for every betrokkene does not say which partij is at a casus."""
        if soort not in AAN_BETROKKENE:
            return
        partijen = [(int(id_), naam) for id_, naam in sessie.execute(select(Partij.id, Partij.naam))]
        genoemd = andere_partijen(partijen, (), inhoud)
        if genoemd:
            raise InvoerOngeldig(
                "tekst",
                f"In deze tekst staat {genoemd[0]}. Een brief aan een betrokkene noemt geen partij.",
                advies="Schrijf bijvoorbeeld: organisaties voor zorg en veiligheid.",
            )


def lees_tekst(sessie: Session, soort: Briefsoort) -> Briefinhoud:
    """The text that holds now: the newest of the house, or the standard text."""
    rij = _nieuwste(sessie, soort)
    if rij is None or not rij.tekst:
        return standaardtekst(soort)
    return Briefinhoud(rij.onderwerp, rij.tekst, rij.versie)


def _nieuwste(sessie: Session, soort: Briefsoort) -> Brieftekst | None:
    return sessie.scalars(select(Brieftekst).filter_by(soort=soort).order_by(Brieftekst.versie.desc())).first()
