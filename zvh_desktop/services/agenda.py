"""The agenda builder: points in order, the matrix partij x casus, and the way from concept to akkoord."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.ondertekening import verifieer_verklaring, voeg_verklaring_toe
from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import (
    AgendapuntId,
    CasusId,
    CasusStatus,
    OverlegId,
    OverlegStatus,
    PartijId,
    PartijSoort,
    PoortStand,
    Regel,
    UitnodigingStatus,
    VerklaringSoort,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.triage import Triage, Triagevraag
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.models.verklaring import Verklaring
from zvh_desktop.services.aanmeldingen import aanpak_naam
from zvh_desktop.services.agenda_stand import AgendaStand, agenda_stand, agenda_stempel, herstel_agenda
from zvh_desktop.services.deelnames import geldige_deelnames, zet_deelname
from zvh_desktop.services.fasen import eis_delen_toegestaan
from zvh_desktop.services.invoer import regel, tekst, verplicht
from zvh_desktop.services.poort import standen
from zvh_desktop.services.rechten import Recht
from zvh_desktop.services.regelboek.bestuur import geen_casus_buiten_operationeel
from zvh_desktop.services.regelboek.casus import doel_besluit_themas_vooraf, gevraagde_bijdrage
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, in_een_zin, uit_bezwaren, weigering
from zvh_desktop.services.tafels import OverlegKop, overleg_kop
from zvh_desktop.services.volgorde import stel_volgorde_voor
from zvh_desktop.services.werkplek import Werkplek, haal

MINUTEN_PER_CASUS = 20
MINUTEN_PER_ONDERWERP = 5
MINUTEN_MAX = 480


@dataclass(frozen=True, slots=True)
class PuntInvoer:
    """What is typed for an agendapunt. ``onderwerp`` only counts for a point without casus."""

    minuten: int
    onderwerp: str = ""
    doel: str = ""
    besluit_type: str = ""
    themas: str = ""


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell of the matrix: how a partij stands at a point, with the reason in words."""

    partij_id: PartijId
    stand: PoortStand
    reden: str
    gevraagde_bijdrage: str
    grondslag: str
    geldig_tot: date | None
    vervallen: bool
    """The partij had a seat and lost it, because the oordeel no longer holds."""


@dataclass(frozen=True, slots=True)
class PuntRegel:
    """One agendapunt with its computed times and its row of the matrix. ``cellen`` follows the columns."""

    id: AgendapuntId
    nummer: int
    casus_id: CasusId | None
    casusnummer: str
    onderwerp: str
    """The subject, or for a casus its number and aanpak."""
    betrokkenen: tuple[str, ...]
    aanpak: str
    minuten: int
    begin: time
    einde: time
    na_afloop: bool
    """Ends after the end of the overleg."""
    doel: str
    besluit_type: str
    besluit_naam: str
    themas: str
    cellen: tuple[Cel, ...]
    gemarkeerd: str
    """Why this point asks for attention (a lapsed seat), or nothing."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the matrix. ``betrokken``: has an oordeel or was asked in triage for a casus on this agenda."""

    partij_id: PartijId
    kort: str
    naam: str
    betrokken: bool


@dataclass(frozen=True, slots=True)
class BesluitKeuze:
    """A type besluit of the house."""

    sleutel: str
    naam: str


@dataclass(frozen=True, slots=True)
class AgendaBeeld:
    """The whole agenda."""

    kop: OverlegKop
    kolommen: tuple[Kolom, ...]
    punten: tuple[PuntRegel, ...]
    besluiten: tuple[BesluitKeuze, ...]
    totaal_minuten: int
    beschikbaar_minuten: int
    te_wijzigen: bool
    nog_nodig: tuple[Aandachtspunt, ...]
    """What is missing before akkoord, in sentences with the article."""
    aandacht: tuple[Aandachtspunt, ...]
    """What deserves a look but does not stand in the way."""

    @property
    def overschrijding(self) -> int:
        """Minutes too many; 0 when it fits."""
        return max(0, self.totaal_minuten - self.beschikbaar_minuten)


@dataclass(frozen=True, slots=True)
class CasusKeuze:
    """A casus that can be put on the agenda, or the reason why not."""

    casus_id: CasusId
    nummer: str
    aanpak: str
    betrokkene: str
    mag: bool
    reden: str


class AgendaService:
    """Use cases on the agenda of one overleg."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, overleg_id: OverlegId) -> AgendaBeeld:
        """The agenda with its matrix; every oordeel is verified now. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return self._beeld(sessie, haal(sessie, Overleg, overleg_id, "Dit overleg"))

    def kiesbare_casussen(self, overleg_id: OverlegId) -> tuple[CasusKeuze, ...]:
        """Every running casus that is not yet on this agenda, with the reason when it may not be."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            al_op = {punt.casus_id for punt in overleg.agendapunten}
            keuzes = []
            for casus in sessie.scalars(
                select(Casus).where(Casus.status == CasusStatus.LOPEND).order_by(Casus.nummer.desc())
            ):
                if casus.id in al_op:
                    continue
                try:
                    eis_delen_toegestaan(self._werkplek, casus)
                except RegelGeweigerd as fout:
                    mag, reden = False, fout.gebeurd
                else:
                    mag, reden = True, ""
                keuzes.append(
                    CasusKeuze(
                        CasusId(casus.id),
                        casus.nummer,
                        aanpak_naam(self._werkplek, casus.aanpak),
                        casus.betrokkenen[0].naam if casus.betrokkenen else "",
                        mag,
                        reden,
                    )
                )
            return tuple(keuzes)

    def voeg_casus_toe(self, overleg_id: OverlegId, casus_id: CasusId) -> AgendapuntId:
        """Put a casus at the end of the agenda, with doel and thema's from its triage.

        Raises RegelGeweigerd: ``geen_casus_buiten_operationeel`` and ``geen_verstrekking_voor_overleg``.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "casus op de agenda gezet", "overleg") as werk:
            werk.raakt(overleg_id)
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            profiel = self._werkplek.profiel_van(werk.sessie, overleg)
            soort = profiel.overlegsoort(overleg.soort)
            geen_casus_buiten_operationeel(profiel, soort, casusnummer=casus.nummer)
            self._te_wijzigen(werk.sessie, overleg_id)
            if casus.status != CasusStatus.LOPEND:
                raise InvoerOngeldig("casus", f"Casus {casus.nummer} is afgeschaald en kan niet op de agenda.")
            if any(punt.casus_id == casus.id for punt in overleg.agendapunten):
                raise InvoerOngeldig("casus", f"Casus {casus.nummer} staat al op deze agenda.")
            eis_delen_toegestaan(self._werkplek, casus)
            triage = werk.sessie.scalars(select(Triage).filter_by(casus_id=casus.id)).first()
            punt = Agendapunt(
                overleg=overleg,
                casus_id=casus.id,
                volgorde=len(overleg.agendapunten),
                minuten=MINUTEN_PER_CASUS,
                onderwerp="",
                doel=triage.doel if triage else "",
                themas=triage.themas if triage else "",
                besluit_type="",
            )
            werk.sessie.add(punt)
            werk.sessie.flush()
            return AgendapuntId(punt.id)

    def voeg_onderwerp_toe(
        self, overleg_id: OverlegId, onderwerp: str, minuten: int = MINUTEN_PER_ONDERWERP
    ) -> AgendapuntId:
        """Add a point without case data, such as 'Vaststellen verslag'. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "onderwerp op de agenda gezet", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = self._te_wijzigen(werk.sessie, overleg_id)
            punt = Agendapunt(
                overleg=overleg,
                volgorde=len(overleg.agendapunten),
                minuten=_minuten(minuten),
                onderwerp=verplicht("onderwerp", regel("onderwerp", onderwerp), "Vul een onderwerp in."),
            )
            werk.sessie.add(punt)
            werk.sessie.flush()
            return AgendapuntId(punt.id)

    def verwijder_punt(self, punt_id: AgendapuntId) -> None:
        """Take a point off the agenda (``herstel`` with an earlier ``momentopname`` brings it back)."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "punt van de agenda gehaald", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            overleg = self._te_wijzigen(werk.sessie, punt.overleg_id)
            overleg.agendapunten.remove(punt)
            werk.sessie.flush()
            _hernummer(overleg)

    def verplaats(self, punt_id: AgendapuntId, naar: int) -> None:
        """Move a point to this place (0 is first; past the end is last)."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "volgorde gewijzigd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            overleg = self._te_wijzigen(werk.sessie, punt.overleg_id)
            punten = [p for p in overleg.agendapunten if p.id != punt.id]
            punten.insert(max(0, min(naar, len(punten))), punt)
            for volgorde, een in enumerate(punten):
                een.volgorde = volgorde

    def stel_volgorde_voor(self, overleg_id: OverlegId) -> None:
        """Order the casussen so that as few partijen as possible have to come and go; subjects stay first."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "volgorde voorgesteld", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = self._te_wijzigen(werk.sessie, overleg_id)
            stoelen = {
                punt.id: frozenset(p.id for _, p in geldige_deelnames(self._werkplek, werk.sessie, punt))
                for punt in overleg.agendapunten
                if punt.casus_id is not None
            }
            vooraan = [punt.id for punt in overleg.agendapunten if punt.casus_id is None]
            for volgorde, punt_id in enumerate(vooraan + stel_volgorde_voor(stoelen)):
                werk.sessie.get_one(Agendapunt, punt_id).volgorde = volgorde

    def wijzig_punt(self, punt_id: AgendapuntId, invoer: PuntInvoer) -> None:
        """Change minutes, doel, type besluit and thema's. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "agendapunt gewijzigd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            overleg = self._te_wijzigen(werk.sessie, punt.overleg_id)
            profiel = self._werkplek.profiel_van(werk.sessie, overleg)
            if invoer.besluit_type and invoer.besluit_type not in {b.sleutel for b in profiel.besluiten}:
                raise InvoerOngeldig("besluit_type", "Dit type besluit kent het huisprofiel niet.")
            punt.minuten = _minuten(invoer.minuten)
            if punt.casus_id is None:
                onderwerp = regel("onderwerp", invoer.onderwerp)
                punt.onderwerp = verplicht("onderwerp", onderwerp, "Vul een onderwerp in.")
            punt.doel = tekst("doel", invoer.doel)
            punt.besluit_type = invoer.besluit_type
            punt.themas = tekst("themas", invoer.themas)

    def zet_deelname(self, punt_id: AgendapuntId, partij_id: PartijId, *, aan: bool) -> None:
        """Give a partij a seat at a casus, or take it away. Raises RegelGeweigerd: the gate."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "deelname gewijzigd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            self._te_wijzigen(werk.sessie, punt.overleg_id)
            if punt.casus_id is None:
                raise InvoerOngeldig("punt", "Dit onderwerp is van het huis zelf: er zitten geen partijen bij.")
            partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
            if aan:
                casus = werk.sessie.get_one(Casus, punt.casus_id)
                zet_deelname(self._werkplek, werk.sessie, punt, casus, partij)
                return
            stoel = werk.sessie.scalars(select(Deelname).filter_by(agendapunt_id=punt.id, partij_id=partij.id)).first()
            if stoel is not None:
                werk.sessie.delete(stoel)

    def nodig_alle_uit(self, punt_id: AgendapuntId) -> int:
        """Give every rechtmatige partij a seat at this casus; returns how many were added."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "alle rechtmatige partijen uitgenodigd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            overleg = self._te_wijzigen(werk.sessie, punt.overleg_id)
            if punt.casus_id is None:
                return 0
            casus = werk.sessie.get_one(Casus, punt.casus_id)
            partijen = _partijen(werk.sessie)
            stand = standen(self._werkplek, werk.sessie, casus, partijen, overleg.datum)
            zittend = {p.id for _, p in geldige_deelnames(self._werkplek, werk.sessie, punt)}
            erbij = [p for p in partijen if stand[p.id].mag and p.id not in zittend]
            for partij in erbij:
                zet_deelname(self._werkplek, werk.sessie, punt, casus, partij)
            return len(erbij)

    def vraag_bijdrage(self, punt_id: AgendapuntId, partij_id: PartijId, bijdrage: str) -> None:
        """Say what is asked of a partij at this point (rule ``gevraagde_bijdrage``)."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "gevraagde bijdrage gewijzigd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            self._te_wijzigen(werk.sessie, punt.overleg_id)
            stoel = werk.sessie.scalars(
                select(Deelname).filter_by(agendapunt_id=punt_id, partij_id=partij_id, vervallen=False)
            ).first()
            if stoel is None:
                raise InvoerOngeldig("partij", "Deze partij is bij dit punt niet uitgenodigd.")
            stoel.gevraagde_bijdrage = tekst("gevraagde_bijdrage", bijdrage)

    def momentopname(self, overleg_id: OverlegId) -> AgendaStand:
        """The agenda as one value, for undo."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return agenda_stand(sessie, haal(sessie, Overleg, overleg_id, "Dit overleg"))

    def herstel(self, stand: AgendaStand) -> tuple[str, ...]:
        """Undo: make the agenda what it was. Returns, in sentences, which seats could not come back."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "agenda hersteld", "overleg") as werk:
            werk.raakt(stand.overleg_id)
            overleg = self._te_wijzigen(werk.sessie, stand.overleg_id)
            return herstel_agenda(self._werkplek, werk.sessie, overleg, stand)

    def vraag_akkoord(self, overleg_id: OverlegId) -> None:
        """Put the agenda before the procesregisseur. Raises RegelGeweigerd when doel, type besluit or thema's miss."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "akkoord gevraagd", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = self._te_wijzigen(werk.sessie, overleg_id)
            self._eis_compleet(werk.sessie, overleg)
            overleg.status = OverlegStatus.AKKOORD_GEVRAAGD.value

    def geef_akkoord(self, overleg_id: OverlegId) -> None:
        """The procesregisseur signs the agenda; from then on uitnodigingen can go out.

        Rules ``doel_besluit_themas_vooraf`` and ``alleen_rechtmatige_partijen``.
        Raises BevestigingNodig, RegelGeweigerd.
        """
        with self._werkplek.schrijf(Recht.AGENDA_AKKOORD, "agenda akkoord", "overleg") as werk:
            werk.raakt(overleg_id)
            self._werkplek.eis_bevestiging()
            overleg = self._te_wijzigen(werk.sessie, overleg_id)
            self._eis_compleet(werk.sessie, overleg)
            verklaring = voeg_verklaring_toe(
                werk.sessie,
                self._werkplek.kluis.ondertekenaar,
                VerklaringSoort.AGENDA_AKKOORD,
                {
                    "overleg": overleg.id,
                    "versie": overleg.agenda_versie,
                    "stempel": agenda_stempel(werk.sessie, overleg),
                },
                self._werkplek.klok().astimezone(UTC),
            )
            overleg.akkoord_verklaring = verklaring.nummer
            overleg.status = OverlegStatus.AKKOORD.value

    def terug_naar_concept(self, overleg_id: OverlegId) -> None:
        """Open the agenda for changes again, as a next version. What was sent stays on record."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "agenda terug naar concept", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            if overleg.status == OverlegStatus.GEHOUDEN:
                raise GebruikersFout("Dit overleg is al gehouden: de agenda ligt vast.")
            if overleg.akkoord_verklaring is not None:
                overleg.agenda_versie += 1
            overleg.status = OverlegStatus.CONCEPT.value
            overleg.akkoord_verklaring = None

    def _te_wijzigen(self, sessie: Session, overleg_id: int) -> Overleg:
        overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
        if not overleg.casuistiek:
            raise GebruikersFout("Op dit overleg staan geen casussen. U vindt het bij Overleggen.")
        if overleg.status not in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD):
            raise GebruikersFout(
                "De agenda heeft al akkoord en ligt daarom vast.",
                advies="Kies Terug naar concept om te wijzigen; daarna vraagt u opnieuw akkoord.",
            )
        return overleg

    def _eis_compleet(self, sessie: Session, overleg: Overleg) -> None:
        ontbreekt = nog_nodig_voor_akkoord(self._werkplek, sessie, overleg)
        if ontbreekt:
            profiel = self._werkplek.profiel_van(sessie, overleg)
            raise weigering(profiel, Regel.DOEL_BESLUIT_THEMAS_VOORAF, in_een_zin(ontbreekt))

    def _beeld(self, sessie: Session, overleg: Overleg) -> AgendaBeeld:
        partijen = _partijen(sessie)
        casussen = {
            punt.casus_id: sessie.get_one(Casus, punt.casus_id)
            for punt in overleg.agendapunten
            if punt.casus_id is not None
        }
        profiel = self._werkplek.profiel_van(sessie, overleg)
        besluiten = {besluit.sleutel: besluit.naam for besluit in profiel.besluiten}
        regels: list[PuntRegel] = []
        betrokken = set(
            sessie.scalars(select(Triagevraag.partij_id).join(Triage).where(Triage.casus_id.in_(list(casussen))))
        )
        moment = datetime.combine(overleg.datum, overleg.begin)
        eind = datetime.combine(overleg.datum, overleg.einde)
        for nummer, punt in enumerate(overleg.agendapunten, start=1):
            tot = moment + timedelta(minutes=punt.minuten)
            casus = casussen.get(punt.casus_id) if punt.casus_id is not None else None
            cellen = self._cellen(sessie, punt, casus, partijen)
            betrokken |= {
                cel.partij_id
                for cel in cellen
                if cel.stand not in (PoortStand.NIET_BEOORDEELD, PoortStand.NIET_VAN_TOEPASSING)
            }
            kwijt = [p.kort for p, cel in zip(partijen, cellen, strict=True) if cel.vervallen]
            aanpak = aanpak_naam(self._werkplek, casus.aanpak) if casus else ""
            regels.append(
                PuntRegel(
                    id=AgendapuntId(punt.id),
                    nummer=nummer,
                    casus_id=CasusId(casus.id) if casus else None,
                    casusnummer=casus.nummer if casus else "",
                    onderwerp=f"{casus.nummer}  {aanpak}" if casus else punt.onderwerp,
                    betrokkenen=tuple(b.naam for b in casus.betrokkenen) if casus else (),
                    aanpak=aanpak,
                    minuten=punt.minuten,
                    begin=moment.time(),
                    einde=tot.time(),
                    na_afloop=tot > eind,
                    doel=punt.doel,
                    besluit_type=punt.besluit_type,
                    besluit_naam=besluiten.get(punt.besluit_type, ""),
                    themas=punt.themas,
                    cellen=cellen,
                    gemarkeerd=f"Niet meer rechtmatig aanwezig: {', '.join(kwijt)}" if kwijt else "",
                )
            )
            moment = tot
        beschikbaar = int((eind - datetime.combine(overleg.datum, overleg.begin)).total_seconds() // 60)
        return AgendaBeeld(
            kop=overleg_kop(self._werkplek, sessie, overleg),
            kolommen=tuple(Kolom(PartijId(p.id), p.kort, p.naam, p.id in betrokken) for p in partijen),
            punten=tuple(regels),
            besluiten=tuple(BesluitKeuze(b.sleutel, b.naam) for b in profiel.besluiten),
            totaal_minuten=sum(punt.minuten for punt in overleg.agendapunten),
            beschikbaar_minuten=beschikbaar,
            te_wijzigen=overleg.status in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD),
            nog_nodig=nog_nodig_voor_akkoord(self._werkplek, sessie, overleg),
            aandacht=self._aandacht(sessie, overleg, regels),
        )

    def _cellen(
        self, sessie: Session, punt: Agendapunt, casus: Casus | None, partijen: list[Partij]
    ) -> tuple[Cel, ...]:
        if casus is None:
            leeg = (PoortStand.NIET_VAN_TOEPASSING, "geen casus: dit onderwerp is van het huis zelf")
            return tuple(Cel(PartijId(p.id), *leeg, "", "", None, vervallen=False) for p in partijen)
        stand = standen(self._werkplek, sessie, casus, partijen, punt.overleg.datum)
        zittend = {p.id: d for d, p in geldige_deelnames(self._werkplek, sessie, punt)}
        vervallen = set(sessie.scalars(select(Deelname.partij_id).filter_by(agendapunt_id=punt.id, vervallen=True)))
        return tuple(
            Cel(
                partij_id=PartijId(p.id),
                stand=PoortStand.UITGENODIGD if p.id in zittend else stand[p.id].stand,
                reden=stand[p.id].reden,
                gevraagde_bijdrage=zittend[p.id].gevraagde_bijdrage if p.id in zittend else "",
                grondslag=stand[p.id].grondslag,
                geldig_tot=stand[p.id].geldig_tot,
                vervallen=p.id in vervallen,
            )
            for p in partijen
        )

    def _aandacht(self, sessie: Session, overleg: Overleg, regels: list[PuntRegel]) -> tuple[Aandachtspunt, ...]:
        punten = []
        minuten = sum(punt.minuten for punt in overleg.agendapunten)
        beschikbaar = int(
            (
                datetime.combine(overleg.datum, overleg.einde) - datetime.combine(overleg.datum, overleg.begin)
            ).total_seconds()
            // 60
        )
        if minuten > beschikbaar:
            punten.append(Aandachtspunt(f"De agenda duurt {minuten - beschikbaar} minuten te lang."))
        zonder = sum(
            1
            for punt in regels
            for cel in punt.cellen
            if cel.stand is PoortStand.UITGENODIGD and not cel.gevraagde_bijdrage.strip()
        )
        herinnering = gevraagde_bijdrage(self._werkplek.profiel_van(sessie, overleg), zonder)
        if herinnering is not None:
            punten.append(herinnering)
        wachtend = sessie.scalars(
            select(Uitnodiging.id).filter_by(overleg_id=overleg.id, status=UitnodigingStatus.IN_TE_TREKKEN)
        ).all()
        if wachtend:
            zin = f"{len(wachtend)} verzonden uitnodigingen kloppen niet meer en moeten worden ingetrokken."
            punten.append(Aandachtspunt(zin))
        return tuple(punten)


def nog_nodig_voor_akkoord(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> tuple[Aandachtspunt, ...]:
    """Rule ``doel_besluit_themas_vooraf``: what each casus must have before the agenda gets akkoord."""
    profiel = werkplek.profiel_van(sessie, overleg)
    nodig: list[Aandachtspunt] = []
    punten = [punt for punt in overleg.agendapunten if punt.casus_id is not None]
    if not punten:
        nodig.append(Aandachtspunt("Er staat nog geen casus op de agenda."))
    for punt in punten:
        nummer = sessie.get_one(Casus, punt.casus_id).nummer
        bezwaar = doel_besluit_themas_vooraf(
            profiel, nummer, doel=punt.doel, besluit_type=punt.besluit_type, themas=punt.themas
        )
        nodig += uit_bezwaren((bezwaar,))
        if not geldige_deelnames(werkplek, sessie, punt):
            nodig.append(Aandachtspunt(f"Nodig bij casus {nummer} ten minste één partij uit."))
    return tuple(nodig)


def verifieer_akkoord(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> None:
    """Check that the procesregisseur signed exactly this agenda. Raises HandtekeningOnjuist, GebruikersFout."""
    if overleg.status not in (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN):
        raise GebruikersFout(
            "De agenda is nog concept. Uit een concept gaat niets de deur uit.",
            advies="Vraag de procesregisseur om akkoord.",
        )
    verklaring = sessie.get(Verklaring, overleg.akkoord_verklaring) if overleg.akkoord_verklaring else None
    if verklaring is None:
        raise HandtekeningOnjuist("Onder deze agenda staat geen akkoord.", advies="Laat de kluis controleren.")
    getekend = verifieer_verklaring(verklaring, werkplek.kluis.wortel, werkplek.kluis.kluis_id)
    klopt = (
        verklaring.soort == VerklaringSoort.AGENDA_AKKOORD
        and getekend.get("overleg") == overleg.id
        and getekend.get("versie") == overleg.agenda_versie
        and getekend.get("stempel") == agenda_stempel(sessie, overleg)
    )
    if not klopt:
        raise HandtekeningOnjuist(
            "De agenda is na het akkoord gewijzigd. Er is niets gemaakt of verzonden.",
            advies="Zet de agenda terug naar concept en vraag opnieuw akkoord.",
        )


def _partijen(sessie: Session) -> list[Partij]:
    return list(sessie.scalars(select(Partij).where(Partij.soort != PartijSoort.DERDE).order_by(Partij.id)))


def _minuten(minuten: int) -> int:
    if not 1 <= minuten <= MINUTEN_MAX:
        raise InvoerOngeldig("minuten", f"Kies een duur tussen 1 en {MINUTEN_MAX} minuten.")
    return minuten


def _hernummer(overleg: Overleg) -> None:
    for volgorde, punt in enumerate(overleg.agendapunten):
        punt.volgorde = volgorde
