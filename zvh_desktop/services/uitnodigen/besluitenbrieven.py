"""The letter in which one meeting without casussen tells another what it decided, from the verslag that was signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.bestuur.besluitenbrief import BesluitenbriefGegevens, BriefOnderwerp, bouw_besluitenbrief_pdf
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import Geadresseerde
from zvh_desktop.errors import GebruikersFout, NietGevonden
from zvh_desktop.models.bestuurskeuzes import BesluitUitkomst
from zvh_desktop.models.keuzes import DocumentSoort, OverlegId, VerslagStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.profiel.samenstelling import Kennisgeving
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.bestuur.lezen import haal_bestuur
from zvh_desktop.services.bestuur.verslag_getekend import BESTUURSVERSLAG
from zvh_desktop.services.bestuur.verslag_woorden import gedrukt_beeld
from zvh_desktop.services.stukken.kop import maak_kop, maak_overlegkop, maak_vaststelling
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.uitnodigen.stukken import afzender
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
                    als_lokaal(gestuurd[naam]) if naam in gestuurd else None,
                )
                for kennis in profiel.overlegsoort(overleg.soort).informeert
            )

    def stuk(self, overleg_id: OverlegId, soort: str) -> Stuk:
        """The letter to this other meeting. Raises GebruikersFout before the verslag is vastgesteld, NietGevonden."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            return self._stuk(sessie, haal_bestuur(sessie, overleg_id), soort)

    def noteer_verstuurd(self, overleg_id: OverlegId, soort: str) -> Stuk:
        """Record that it went, with a frozen copy. Raises GebruikersFout when it went before."""
        with self._werkplek.schrijf(Recht.UITNODIGEN, "besluitenbrief verzonden", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal_bestuur(werk.sessie, overleg_id)
            stuk = self._stuk(werk.sessie, overleg, soort)
            naam = self._werkplek.profiel_van(werk.sessie, overleg).overlegsoort(soort).naam
            if naam in verstuurde_brieven(werk.sessie, overleg.id):
                raise GebruikersFout("Deze brief is al verstuurd.")
            bewaar_uitgegeven(
                self._werkplek,
                werk.sessie,
                stuk,
                versie=overleg.verslag_versie,
                overleg_id=overleg.id,
                aan=(naam, ""),
            )
            return stuk

    def _stuk(self, sessie: Session, overleg: Overleg, soort: str) -> Stuk:
        profiel = self._werkplek.profiel_van(sessie, overleg)
        kennis = next((een for een in profiel.overlegsoort(overleg.soort).informeert if een.overleg == soort), None)
        if kennis is None:
            raise NietGevonden("Het convenant vraagt bij dit overleg geen brief aan dat overleg.")
        if overleg.verslag_status != VerslagStatus.VASTGESTELD:
            raise GebruikersFout(
                "Het verslag is nog niet vastgesteld.", advies="Stel het verslag vast. Daarna staat de brief klaar."
            )
        gegevens = self._gegevens(sessie, overleg, kennis)
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


def verstuurde_brieven(sessie: Session, overleg_id: int) -> dict[str, datetime]:
    """To which other meetings a letter went, and when (naive UTC)."""
    rijen = sessie.execute(
        select(Uitgegeven.aan_naam, Uitgegeven.gemaakt_op).where(
            Uitgegeven.overleg_id == overleg_id, Uitgegeven.soort == DocumentSoort.BESLUITENBRIEF
        )
    )
    return dict(rijen.all())
