"""The letter in which one meeting without casussen tells another what it decided, from the verslag that was signed.

It goes to the other meeting, so to one of its members, who is chosen or typed; as everywhere the application makes a
draft and sends nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.bestuur.besluitenbrief import BesluitenbriefGegevens, BriefOnderwerp, bouw_besluitenbrief_pdf
from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietGevonden
from zvh_desktop.models.bestuur import OverlegLid
from zvh_desktop.models.bestuurskeuzes import BesluitUitkomst, LidRol
from zvh_desktop.models.keuzes import DocumentSoort, OverlegId, VerslagStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.profiel.samenstelling import Kennisgeving
from zvh_desktop.models.taal import datum_kort, datum_lang, verwijzing
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.bestuur.lezen import haal_bestuur
from zvh_desktop.services.bestuur.verslag_getekend import BESTUURSVERSLAG
from zvh_desktop.services.bestuur.verslag_woorden import gedrukt_beeld
from zvh_desktop.services.huis.instellingen import huispost
from zvh_desktop.services.lek.lezers import naar_elders
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.stukken.kop import maak_kop, maak_overlegkop, maak_vaststelling
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.stukken import afzender
from zvh_desktop.services.werkplek.invoer import emailadres, naamveld
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

NIET_BESLOTEN = (BesluitUitkomst.OPEN, BesluitUitkomst.AANGEHOUDEN)


@dataclass(frozen=True, slots=True)
class Briefregel:
    """A letter that the convenant asks for, and when it went."""

    soort: str
    aan: str
    artikel: str
    verstuurd_op: datetime | None
    verstuurd_aan: str = ""
    """The address that it went to; empty when none was recorded."""


class BesluitenbriefService:
    """Use cases on the letters of one meeting."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, overleg_id: OverlegId) -> tuple[Briefregel, ...]:
        """The letters that this meeting owes by the convenant; empty where it owes none."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            overleg = haal_bestuur(sessie, overleg_id)
            profiel = self._werkplek.profiel_van(sessie, overleg)
            gestuurd = verstuurde_brieven(sessie, overleg.id)
            return tuple(
                Briefregel(
                    kennis.overleg,
                    naam := profiel.overlegsoort(kennis.overleg).naam,
                    kennis.artikel,
                    als_lokaal(gestuurd[naam].op) if naam in gestuurd else None,
                    gestuurd[naam].aan if naam in gestuurd else "",
                )
                for kennis in profiel.overlegsoort(overleg.soort).informeert
            )

    def stuk(self, overleg_id: OverlegId, soort: str) -> Stuk:
        """The letter to this other meeting. Raises GebruikersFout before the verslag is vastgesteld, NietGevonden."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            return self._stuk(sessie, haal_bestuur(sessie, overleg_id), soort)

    def ontvangers(self, soort: str) -> tuple[Ontvanger, ...]:
        """Whom this other meeting can be reached by: those of its newest meeting, its secretaris and chair first."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            nieuwste = (
                select(Overleg.id).where(Overleg.soort == soort).order_by(Overleg.datum.desc(), Overleg.id.desc())
            )
            leden = sessie.scalars(
                select(OverlegLid)
                .where(OverlegLid.overleg_id == nieuwste.limit(1).scalar_subquery())
                .where(OverlegLid.email != "", OverlegLid.vertegenwoordiger != "")
                .order_by(OverlegLid.volgorde, OverlegLid.id)
            )
            return tuple(
                Ontvanger(lid.vertegenwoordiger, lid.functie or str(lid.rol), lid.email)
                for lid in sorted(leden, key=_eerst)
            )

    def concept(self, overleg_id: OverlegId, soort: str, naam: str, email: str) -> Stuk:
        """The draft to this person, with the letter. Raises as ``stuk``, and InvoerOngeldig without a good address."""
        with self._werkplek.lees(Recht.UITNODIGEN) as sessie:
            overleg = haal_bestuur(sessie, overleg_id)
            brief = self._stuk(sessie, overleg, soort)
            aan = _aan(naam, email)
            if not aan.naam or not aan.email:
                veld, wat = ("email", "het e-mailadres") if aan.naam else ("naam", "de naam")
                raise InvoerOngeldig(veld, f"Vul {wat} in van wie het bericht krijgt.")
            return self._concept(sessie, overleg, soort, brief, aan)

    def noteer_verstuurd(self, overleg_id: OverlegId, soort: str, naam: str = "", email: str = "") -> Stuk:
        """Record that it went, with a frozen copy, and to whom. Raises GebruikersFout when it went before."""
        with self._werkplek.schrijf(Recht.UITNODIGEN, "besluitenbrief verzonden", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal_bestuur(werk.sessie, overleg_id)
            stuk = self._stuk(werk.sessie, overleg, soort)
            overlegnaam = self._werkplek.profiel_van(werk.sessie, overleg).overlegsoort(soort).naam
            aan = _aan(naam, email)
            if overlegnaam in verstuurde_brieven(werk.sessie, overleg.id):
                raise GebruikersFout("Deze brief is al verstuurd.")
            bewaar_uitgegeven(
                self._werkplek,
                werk.sessie,
                stuk,
                versie=overleg.verslag_versie,
                overleg_id=overleg.id,
                aan=(overlegnaam, f"{aan.naam} <{aan.email}>" if aan.naam and aan.email else aan.email or aan.naam),
            )
            return stuk

    def _concept(self, sessie: Session, overleg: Overleg, soort: str, brief: Stuk, aan: Ontvanger) -> Stuk:
        profiel = self._werkplek.profiel_van(sessie, overleg)
        van, naar = profiel.overlegsoort(overleg.soort), profiel.overlegsoort(soort)
        kennis = next(een for een in van.informeert if een.overleg == soort)
        dag = datum_lang(overleg.datum)
        tekst = (
            f"Geachte {aan.naam},\n\nIn de bijlage vindt u de brief met de besluiten van {van.met_lidwoord} van {dag}, "
            f"voor {naar.met_lidwoord}{verwijzing(kennis.artikel)}.\n\n"
            f"Met vriendelijke groet,\n{self._werkplek.naam}\n{profiel.korte_naam}\n"
        )
        inhoud = bouw_concept_eml(
            ConceptEmlGegevens(
                ontvanger_naam=aan.naam,
                ontvanger_email=aan.email,
                onderwerp=f"Besluiten {van.naam} {datum_kort(overleg.datum)}",
                tekst=tekst,
                datum=self._werkplek.klok(),
                weging=lees_weging(sessie, profiel),
                van=huispost(sessie, profiel),
                bijlagen=(EmlBijlage(brief.bestandsnaam, BijlageSoort.PDF, brief.inhoud),),
            )
        )
        naam = bestandsnaam(DocumentSoort.BESLUITENBRIEF_EML, overleg.datum, naar.naam)
        return Stuk(DocumentSoort.BESLUITENBRIEF_EML, naam, inhoud, None, "", ())

    def _stuk(self, sessie: Session, overleg: Overleg, soort: str) -> Stuk:
        profiel = self._werkplek.profiel_van(sessie, overleg)
        kennis = next((een for een in profiel.overlegsoort(overleg.soort).informeert if een.overleg == soort), None)
        if kennis is None:
            raise NietGevonden("Het convenant vraagt bij dit overleg geen brief aan dat overleg.")
        if overleg.verslag_status != VerslagStatus.VASTGESTELD:
            raise GebruikersFout(
                "Het verslag is nog niet vastgesteld.", advies="Stel het verslag vast. Daarna staat de brief klaar."
            )
        gegevens = langs_de_uitgang(
            self._werkplek,
            sessie,
            naar_elders(profiel.overlegsoort(soort).naam, f"overlegsoort {soort}"),
            self._gegevens(sessie, overleg, kennis),
        )
        naam = bestandsnaam(DocumentSoort.BESLUITENBRIEF, overleg.datum, gegevens.aan.partij)
        return Stuk(DocumentSoort.BESLUITENBRIEF, naam, bouw_besluitenbrief_pdf(gegevens), None, "", ())

    def _gegevens(self, sessie: Session, overleg: Overleg, kennis: Kennisgeving) -> BesluitenbriefGegevens:
        profiel = self._werkplek.profiel_van(sessie, overleg)
        naar = profiel.overlegsoort(kennis.overleg)
        vaststelling = maak_vaststelling(
            self._werkplek, sessie, BESTUURSVERSLAG.verifieer(self._werkplek, sessie, overleg)
        )
        beeld = gedrukt_beeld(self._werkplek, sessie, overleg)
        onderwerpen = [
            BriefOnderwerp(
                punt.invoer.onderwerp,
                punt.tekst if kennis.wat == "onderwerpen" else "",
                tuple((v.invoer.voorstel, v.zin) for v in punt.voorstellen if v.uitkomst not in NIET_BESLOTEN),
            )
            for punt in beeld.punten
        ]
        return BesluitenbriefGegevens(
            kop=maak_kop(
                self._werkplek,
                sessie,
                profiel,
                titel="Besluiten",
                ontvanger=naar.naam,
                versie=str(overleg.verslag_versie),
                artikel=kennis.artikel,
            ),
            aan=Geadresseerde(naar.naam, f"leden van {naar.met_lidwoord}"),
            overleg=maak_overlegkop(self._werkplek, sessie, overleg),
            onderwerpen=tuple(een for een in onderwerpen if een.besluiten or kennis.wat == "onderwerpen"),
            schrijver=kennis.afzender,
            artikel=kennis.artikel,
            vaststelling=vaststelling,
            geen_casus=beeld.geen_casus,
            afzender=afzender(self._werkplek, sessie, profiel),
        )


@dataclass(frozen=True, slots=True)
class Verstuurd:
    """When it went (naive UTC), and to which address."""

    op: datetime
    aan: str


def verstuurde_brieven(sessie: Session, overleg_id: int) -> dict[str, Verstuurd]:
    """To which other meetings a letter went."""
    rijen = sessie.execute(
        select(Uitgegeven.aan_naam, Uitgegeven.gemaakt_op, Uitgegeven.aan_email).where(
            Uitgegeven.overleg_id == overleg_id, Uitgegeven.soort == DocumentSoort.BESLUITENBRIEF
        )
    )
    return {naam: Verstuurd(op, aan) for naam, op, aan in rijen}


def _aan(naam: str, email: str) -> Ontvanger:
    return Ontvanger(naamveld("naam", naam), "", emailadres("email", email))


def _eerst(lid: OverlegLid) -> int:
    volgorde = (LidRol.SECRETARIS, LidRol.VOORZITTER)
    return volgorde.index(lid.rol) if lid.rol in volgorde else len(volgorde)
