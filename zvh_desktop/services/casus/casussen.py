"""The casus: its list, its one page, its fase, its betrokkenen and its casusregisseur."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzes import (
    ActieStatus,
    AfschalingId,
    CasusId,
    CasusStatus,
    OverlegId,
    PlanId,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.werkproces import Fase
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer, BetrokkeneRegel
from zvh_desktop.services.casus.aanmeldingen import aanpak_kader, aanpak_naam, betrokkene_regel, bewaar_betrokkenen
from zvh_desktop.services.casus.afschalingen import eis_besloten
from zvh_desktop.services.casus.casusregie import (
    AanwijzingInvoer,
    AanwijzingKeuzes,
    CasusregieRegel,
    aanwijzing_keuzes,
    aanwijzing_verzuimd,
    wijs_aan,
)
from zvh_desktop.services.casus.fasen import eis_delen_toegestaan, fase_naam, fase_van, verplaats_fase
from zvh_desktop.services.casus.opschaling_getekend import eis_opschaling_ondertekend
from zvh_desktop.services.casus.tijdlijn import Gebeurtenis, bouw_tijdlijn, casusdelen, lees_casusrijen, lees_gebeurd
from zvh_desktop.services.casus.triage import triage_naar_overleg
from zvh_desktop.services.casus.vooroverleg import ontbrekend_vooroverleg
from zvh_desktop.services.poort.gesloten import NIET_MEER, eis_lopend
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.kolommen import lees_kolommen
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import Vraag, lees_samen, naast
from zvh_desktop.services.werkplek.uitleen import koffer_met_casus, uitleenzin
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_GEWIJZIGD = itemgetter(8)
"""In a row of the list."""


class CasusRegel(NamedTuple):
    """A casus in the list. A tuple with names: of a hundred thousand, dataclasses take a fifth of the reading."""

    id: CasusId
    nummer: str
    betrokkene: str
    gemeente: str
    aanpak: str
    fase: str
    status: CasusStatus
    procesregisseur: str
    gewijzigd_utc: datetime
    """As it is stored: of a long list only what is in view is asked for its Dutch time."""

    @property
    def gewijzigd_op(self) -> datetime:
        """When something of it changed last, in Dutch time."""
        return als_lokaal(self.gewijzigd_utc)


@dataclass(frozen=True, slots=True)
class FaseKeuze:
    """A fase that may follow the present one."""

    sleutel: str
    naam: str
    terug: bool


@dataclass(frozen=True, slots=True)
class CasusBeeld:
    """One casus in full: the head and the timeline. Triage, oordelen, plan and acties have their own services."""

    id: CasusId
    nummer: str
    aanpak: str
    aanpak_sleutel: str
    aanpak_kader: str
    """The aanpak with its privacyprotocol and legal frame."""
    fase: str
    fase_sleutel: str
    fase_nummer: str
    delen_toegestaan: bool
    volgende_fasen: tuple[FaseKeuze, ...]
    status: CasusStatus
    aanmeldende_partij: str
    aanmelding_id: int | None
    procesregisseur: str
    procesregie: str
    geopend_op: date
    gesloten_op: date | None
    betrokkenen: tuple[BetrokkeneRegel, ...]
    betrokkenen_invoer: tuple[BetrokkeneInvoer, ...]
    casusregie: tuple[CasusregieRegel, ...]
    aandacht: tuple[Aandachtspunt, ...]
    """What deserves a look but does not stand in the way, with the rule behind it."""
    tijdlijn: tuple[Gebeurtenis, ...]
    plan_id: PlanId | None
    afschaling_id: AfschalingId | None
    overleggen: tuple[OverlegId, ...]
    open_acties: int
    uitgeleend: str = ""
    """Who has it in a koffer and until when; empty while it can be changed here."""


class CasusService:
    """Use cases on a casus as a whole."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, *, ook_gesloten: bool = True) -> tuple[CasusRegel, ...]:
        """All casussen, the last changed first.

        Plain columns in the order in which they lie in the vault, the last first, each page once; by change here.
        """
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            vraag = select(
                Casus.id,
                Casus.nummer,
                Betrokkene.naam,
                Betrokkene.gemeente,
                Casus.aanpak,
                Casus.fase,
                Casus.status,
                Casus.procesregisseur,
                Casus.gewijzigd_op,
            ).outerjoin(Betrokkene, (Betrokkene.casus_id == Casus.id) & (Betrokkene.volgorde == 0))
            if not ook_gesloten:
                vraag = vraag.where(Casus.status == CasusStatus.LOPEND)
            aanpakken = {a.sleutel: a.naam for a in self._werkplek.profiel.aanpakken}
            fasen = {f.sleutel: fase_naam(f) for f in self._werkplek.profiel.fasen}
            rijen = sorted(lees_kolommen(sessie, vraag.order_by(Casus.id.desc())), key=_GEWIJZIGD, reverse=True)
            return tuple(
                CasusRegel(
                    id_,
                    nummer,
                    naam or "",
                    gemeente or "",
                    aanpakken.get(aanpak, aanpak),
                    fasen.get(fase, fase),
                    status,
                    regisseur,
                    gewijzigd,
                )
                for id_, nummer, naam, gemeente, aanpak, fase, status, regisseur, gewijzigd in rijen
            )

    def toon(self, casus_id: CasusId) -> CasusBeeld:
        """One casus. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            erbij = (joinedload(Casus.betrokkenen), joinedload(Casus.casusregie))
            return self._beeld(sessie, haal(sessie, Casus, casus_id, "Deze casus", *erbij))

    def bewaar_betrokkenen(self, casus_id: CasusId, invoer: tuple[BetrokkeneInvoer, ...]) -> None:
        """Change who the casus is about; the first is the hoofdbetrokkene. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.AANMELDEN, "betrokkenen gewijzigd", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            if not invoer:
                raise InvoerOngeldig("betrokkenen", "Een casus heeft ten minste één betrokkene.")
            bewaar_betrokkenen(werk.sessie, invoer, self._werkplek.vandaag(), casus=casus)
            casus.gewijzigd_op = self._werkplek.nu()

    def naar_fase(self, casus_id: CasusId, fase: str) -> None:
        """Move the casus to a fase that the profile allows from here.

        Rules ``geen_verstrekking_voor_overleg`` (not past the triage before it is done, and not back to it while the
        casus stands on an agenda), ``afschaling_besluit`` and ``opschaling_besluit`` (the fase in which another house
        gets the casus follows on a signed decision). Raises GebruikersFout, RegelGeweigerd.
        """
        with self._werkplek.schrijf(Recht.TRIAGE_AFRONDEN, "fase gewijzigd", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            eis_lopend(casus, self._werkplek.profiel.termen, "De fase verandert niet meer.")
            self._eis_stap(werk.sessie, casus, fase_van(self._werkplek, fase))
            eis_opschaling_ondertekend(self._werkplek, werk.sessie, casus, fase)
            verplaats_fase(self._werkplek, casus, fase)

    def _eis_stap(self, sessie: Session, casus: Casus, naar: Fase | None) -> None:
        huidig, profiel = fase_van(self._werkplek, casus.fase), self._werkplek.profiel
        if naar is None or huidig is None or naar.sleutel not in huidig.naar:
            return  # verplaats_fase says what is wrong
        if naar.delen_toegestaan and not triage_naar_overleg(profiel, sessie, casus.id):
            eis_delen_toegestaan(self._werkplek, casus)
        if not naar.delen_toegestaan:
            self._eis_van_de_agenda(sessie, casus, naar)
        if naar.sleutel in {besluit.naar_fase for besluit in profiel.besluiten_tot("afschaling")}:
            eis_besloten(self._werkplek, sessie, casus)

    def _eis_van_de_agenda(self, sessie: Session, casus: Casus, naar: Fase) -> None:
        komend = sessie.scalars(
            select(Overleg)
            .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
            .where(Agendapunt.casus_id == casus.id, Overleg.status.not_in(NIET_MEER))
            .order_by(Overleg.datum)
            .limit(1)
        ).first()
        if komend is not None:
            raise GebruikersFout(
                f"Casus {casus.nummer} staat op de agenda van {datum_kort(komend.datum)}. In de fase "
                f"{fase_naam(naar)} wordt nog niets met andere partijen gedeeld.",
                advies="Haal de casus eerst van de agenda.",
            )

    def aanwijzing_keuzes(self, casus_id: CasusId) -> AanwijzingKeuzes:
        """From which partijen a casusregisseur can come, and which overleggen can have appointed one."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return aanwijzing_keuzes(self._werkplek, sessie, haal(sessie, Casus, casus_id, "Deze casus"))

    def wijs_casusregisseur_aan(self, casus_id: CasusId, invoer: AanwijzingInvoer) -> None:
        """Record who was appointed casusregisseur and in which overleg; the one before ends.

        Rules ``casusregisseur_van_partij`` and ``aanwijzing_casusregisseur``. Raises RegelGeweigerd, InvoerOngeldig.
        """
        with self._werkplek.schrijf(Recht.PLAN_SCHRIJVEN, "casusregisseur aangewezen", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            wijs_aan(self._werkplek, werk.sessie, casus, invoer)
            casus.gewijzigd_op = self._werkplek.nu()

    def _beeld(self, sessie: Session, casus: Casus) -> CasusBeeld:
        fase = self._werkplek.profiel.werkproces(casus.aanpak).fase(casus.fase) or fase_van(self._werkplek, casus.fase)
        vragen: tuple[Vraag, ...] = (
            select(Partij.id, Partij.naam),
            select(
                select(Afschaling.id).where(Afschaling.casus_id == casus.id).limit(1).scalar_subquery(),
                select(func.count())
                .select_from(Actie)
                .where(Actie.casus_id == casus.id, Actie.status.in_((ActieStatus.OPEN, ActieStatus.BEZIG)))
                .scalar_subquery(),
                koffer_met_casus(casus.id),
            ),
        )
        (namen, ((afschaling, open_acties, koffer),)), gelezen, gebeurd, aanwijzing, vooroverleg = naast(
            sessie,
            lambda: lees_samen(sessie, vragen),
            lambda: lees_casusrijen(sessie, casus),
            lambda: lees_gebeurd(sessie, casus),
            lambda: aanwijzing_verzuimd(self._werkplek, sessie, casus),
            lambda: ontbrekend_vooroverleg(self._werkplek, sessie, casus),
        )
        partijen = {partij: str(naam) for partij, naam in namen}
        delen = casusdelen(self._werkplek, sessie, casus, partijen, gelezen)
        return CasusBeeld(
            id=casus.id,
            nummer=casus.nummer,
            aanpak=aanpak_naam(self._werkplek, casus.aanpak),
            aanpak_sleutel=casus.aanpak,
            aanpak_kader=aanpak_kader(self._werkplek, casus.aanpak),
            fase=fase_naam(fase) if fase else casus.fase,
            fase_sleutel=casus.fase,
            fase_nummer=fase.nummer if fase else "",
            delen_toegestaan=fase.delen_toegestaan if fase else False,
            volgende_fasen=tuple(
                FaseKeuze(sleutel, fase_naam(self._werkplek.profiel.fase(sleutel)), sleutel in fase.terug)
                for sleutel in fase.naar
            )
            if fase
            else (),
            status=casus.status,
            aanmeldende_partij=partijen.get(casus.aanmeldende_partij_id, ""),
            aanmelding_id=casus.aanmelding_id,
            procesregisseur=casus.procesregisseur,
            procesregie=casus.procesregie or self._werkplek.profiel.korte_naam,
            geopend_op=casus.geopend_op,
            gesloten_op=casus.gesloten_op,
            betrokkenen=tuple(betrokkene_regel(b) for b in casus.betrokkenen),
            betrokkenen_invoer=tuple(
                BetrokkeneInvoer(b.naam, b.geboortedatum, b.gemeente, b.adres, b.id) for b in casus.betrokkenen
            ),
            casusregie=delen.casusregie,
            aandacht=(*aanwijzing, *vooroverleg),
            tijdlijn=bouw_tijdlijn(self._werkplek, sessie, casus, partijen, delen, gebeurd),
            plan_id=delen.plannen[-1].id if delen.plannen else None,
            afschaling_id=afschaling,
            overleggen=tuple(dict.fromkeys(overleg.id for overleg, _ in delen.overleggen)),
            open_acties=open_acties,
            uitgeleend=uitleenzin(sessie, koffer),
        )
