"""Aan tafel and the verslag: who comes and goes, what is said, besluiten, and vaststellen with a signature."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from zvh_desktop.database.ondertekening import verifieer_verklaring, voeg_verklaring_toe
from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist, InvoerOngeldig, RegelEist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.huisprofiel import Huisprofiel
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    AgendapuntId,
    BesluitId,
    CasusId,
    OverlegId,
    OverlegStatus,
    PartijId,
    Regel,
    VerklaringSoort,
    VerslagStatus,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Contactpersoon
from zvh_desktop.models.uitkomst import Actie, Besluit
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.models.verklaring import Verklaring
from zvh_desktop.services.aanmeldingen import aanpak_naam
from zvh_desktop.services.acties import ActieRegel, actie_regels, eis_stoel
from zvh_desktop.services.afschalingen import overleg_beslist
from zvh_desktop.services.agenda_akkoord import verifieer_akkoord
from zvh_desktop.services.agenda_gegevens import BesluitKeuze
from zvh_desktop.services.casusregie import zonder_casusregisseur
from zvh_desktop.services.deelnames import geldige_deelnames
from zvh_desktop.services.fasen import breng_naar_fase
from zvh_desktop.services.invoer import regel, tekst
from zvh_desktop.services.klok import als_lokaal
from zvh_desktop.services.lekcontrole import vreemde_namen
from zvh_desktop.services.rechten import Recht
from zvh_desktop.services.regelboek.afspraken import Afspraak, geheimhouding, geheimhouding_niet_gemeld
from zvh_desktop.services.regelboek.casus import besluiten_per_casus
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, in_een_zin, uit_bezwaren, weigering
from zvh_desktop.services.tafels import OverlegKop, overleg_kop
from zvh_desktop.services.werkplek import Werkplek, haal

_NAAR_ELDERS = ("afschaling", "opschaling", "procesregie_elders")
"""After a besluit with one of these consequences the house itself does not go on with the casus."""


@dataclass(frozen=True, slots=True)
class Persoon:
    """A partij with its afgevaardigde, as called at the door."""

    partij_id: PartijId
    partij: str
    afgevaardigde: str


@dataclass(frozen=True, slots=True)
class AanTafelPunt:
    """One point as the chair needs it: who must leave, who comes in, who stays."""

    id: AgendapuntId
    nummer: int
    casus_id: CasusId | None
    titel: str
    begin: time
    minuten: int
    van_tafel: tuple[Persoon, ...]
    aan_tafel: tuple[Persoon, ...]
    blijft: tuple[Persoon, ...]
    gestart_op: datetime | None
    afgerond_op: datetime | None


@dataclass(frozen=True, slots=True)
class AanTafelBeeld:
    """The whole meeting for the chair."""

    kop: OverlegKop
    punten: tuple[AanTafelPunt, ...]
    geheimhouding: Afspraak
    geheimhouding_gemeld: bool


@dataclass(frozen=True, slots=True)
class AanwezigeRegel:
    """How one partij was present at one point."""

    partij_id: PartijId
    partij: str
    kort: str
    afgevaardigde: str
    aanwezigheid: Aanwezigheid


@dataclass(frozen=True, slots=True)
class BesluitInvoer:
    """What is recorded of a besluit. ``informering``: who informs the betrokkene, or why not."""

    soort: str
    omschrijving: str = ""
    conditie: str = ""
    informering: str = ""
    belegd_bij: PartijId | None = None


@dataclass(frozen=True, slots=True)
class BesluitRegel:
    """A besluit as shown."""

    id: BesluitId
    invoer: BesluitInvoer
    naam: str
    belegd_bij: str


@dataclass(frozen=True, slots=True)
class VerslagTekst:
    """The three texts of a point: beeld, oordeel, besluit."""

    beeld: str
    oordeelsvorming: str
    besluitvorming: str


@dataclass(frozen=True, slots=True)
class VerslagPunt:
    """One point of the verslag."""

    id: AgendapuntId
    nummer: int
    casus_id: CasusId | None
    casusnummer: str
    titel: str
    betrokkenen: tuple[str, ...]
    doel: str
    besluit_naam: str
    begin: time
    einde: time
    minuten: int
    tekst: VerslagTekst
    aanwezigen: tuple[AanwezigeRegel, ...]
    besluiten: tuple[BesluitRegel, ...]
    acties: tuple[ActieRegel, ...]


@dataclass(frozen=True, slots=True)
class VerslagBeeld:
    """The verslag of one overleg."""

    kop: OverlegKop
    punten: tuple[VerslagPunt, ...]
    besluiten: tuple[BesluitKeuze, ...]
    leefgebieden: tuple[str, ...]
    te_wijzigen: bool
    nog_nodig: tuple[Aandachtspunt, ...]
    aandacht: tuple[Aandachtspunt, ...]
    """What to look at before vaststellen: names of others in a text, geheimhouding, a casus without casusregisseur."""


class VerslagService:
    """Use cases at the table and on the verslag."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def aan_tafel(self, overleg_id: OverlegId) -> AanTafelBeeld:
        """Per point who must leave, who comes in and who stays. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            return AanTafelBeeld(
                kop=overleg_kop(self._werkplek, sessie, overleg),
                punten=wisselingen(self._werkplek, sessie, overleg),
                geheimhouding=geheimhouding(self._werkplek.profiel_van(sessie, overleg)),
                geheimhouding_gemeld=overleg.geheimhouding_gemeld,
            )

    def meld_geheimhouding(self, overleg_id: OverlegId, *, gemeld: bool) -> None:
        """Record that everyone was told about secrecy (rule ``geheimhouding``)."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "geheimhouding gemeld", "overleg") as werk:
            werk.raakt(overleg_id)
            haal(werk.sessie, Overleg, overleg_id, "Dit overleg").geheimhouding_gemeld = gemeld

    def start_punt(self, punt_id: AgendapuntId) -> None:
        """Open a point at the table. Raises GebruikersFout when the agenda has no akkoord.

        The partijen with a seat that answered "komt" count as present until changed.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "agendapunt gestart", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            overleg = punt.overleg
            self._te_wijzigen(overleg)
            if overleg.status != OverlegStatus.GEHOUDEN:
                verifieer_akkoord(self._werkplek, werk.sessie, overleg)
                overleg.status = OverlegStatus.GEHOUDEN.value
            for vorig in overleg.agendapunten:
                if vorig.id != punt.id and vorig.gestart_op is not None and vorig.afgerond_op is None:
                    vorig.afgerond_op = self._werkplek.nu()
            punt.gestart_op = punt.gestart_op or self._werkplek.nu()
            punt.afgerond_op = None
            for deelname, _ in geldige_deelnames(self._werkplek, werk.sessie, punt):
                if deelname.aanwezigheid == Aanwezigheid.ONBEKEND:
                    deelname.aanwezigheid = Aanwezigheid.AANWEZIG.value

    def rond_punt_af(self, punt_id: AgendapuntId) -> None:
        """Close a point at the table."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "agendapunt afgerond", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            self._te_wijzigen(punt.overleg)
            punt.afgerond_op = self._werkplek.nu()

    def toon(self, overleg_id: OverlegId) -> VerslagBeeld:
        """The verslag. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            profiel = self._werkplek.profiel_van(sessie, overleg)
            punten = verslag_punten(self._werkplek, sessie, overleg)
            return VerslagBeeld(
                kop=overleg_kop(self._werkplek, sessie, overleg),
                punten=punten,
                besluiten=tuple(BesluitKeuze(b.sleutel, b.naam) for b in profiel.besluiten),
                leefgebieden=profiel.leefgebieden,
                te_wijzigen=overleg.verslag_status != VerslagStatus.VASTGESTELD,
                nog_nodig=_nog_nodig(overleg, punten, profiel),
                aandacht=(
                    *vreemde_namen(sessie, overleg, punten),
                    *_zonder_geheimhouding(overleg, profiel),
                    *zonder_casusregisseur(self._werkplek, sessie, overleg, _blijvende_casussen(punten, profiel)),
                ),
            )

    def bewaar_tekst(self, punt_id: AgendapuntId, invoer: VerslagTekst) -> None:
        """Save the three texts of a point, while typing. Raises GebruikersFout when vastgesteld."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "verslag bijgewerkt", "overleg") as werk:
            # One query for both: this happens while somebody types.
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt", joinedload(Agendapunt.overleg))
            werk.raakt(punt.overleg_id)
            self._te_wijzigen(punt.overleg)
            punt.beeld = tekst("beeld", invoer.beeld)
            punt.oordeelsvorming = tekst("oordeelsvorming", invoer.oordeelsvorming)
            punt.besluitvorming = tekst("besluitvorming", invoer.besluitvorming)

    def zet_aanwezigheid(
        self, punt_id: AgendapuntId, partij_id: PartijId, aanwezigheid: Aanwezigheid, afgevaardigde: str | None = None
    ) -> None:
        """Record how a partij was present at a point; only for a partij with a seat there.

        Raises RegelGeweigerd (the gate), GebruikersFout when vastgesteld.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "aanwezigheid vastgelegd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            self._te_wijzigen(punt.overleg)
            stoel = eis_stoel(self._werkplek, werk.sessie, punt, partij_id)
            stoel.aanwezigheid = aanwezigheid.value
            if afgevaardigde is not None:
                stoel.afgevaardigde = regel("afgevaardigde", afgevaardigde)

    def voeg_besluit_toe(self, punt_id: AgendapuntId, invoer: BesluitInvoer) -> BesluitId:
        """Record a besluit from the house's list. Raises InvoerOngeldig, RegelGeweigerd (the gate)."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "besluit vastgelegd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            self._te_wijzigen(punt.overleg)
            if punt.casus_id is None:
                raise InvoerOngeldig("punt", "Een besluit hoort bij een casus.")
            rij = Besluit(agendapunt_id=punt.id, casus_id=punt.casus_id, soort="")
            self._vul_besluit(werk.sessie, punt, rij, invoer)
            werk.sessie.add(rij)
            werk.sessie.flush()
            return BesluitId(rij.id)

    def wijzig_besluit(self, besluit_id: BesluitId, invoer: BesluitInvoer) -> None:
        """Change a besluit. Raises InvoerOngeldig, RegelGeweigerd (the gate)."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "besluit gewijzigd", "overleg") as werk:
            rij = haal(werk.sessie, Besluit, besluit_id, "Dit besluit")
            punt = werk.sessie.get_one(Agendapunt, rij.agendapunt_id)
            werk.raakt(punt.overleg_id)
            self._te_wijzigen(punt.overleg)
            self._vul_besluit(werk.sessie, punt, rij, invoer)

    def verwijder_besluit(self, besluit_id: BesluitId) -> BesluitInvoer:
        """Take a besluit away; returns what it said, so that it can be put back."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "besluit verwijderd", "overleg") as werk:
            rij = haal(werk.sessie, Besluit, besluit_id, "Dit besluit")
            punt = werk.sessie.get_one(Agendapunt, rij.agendapunt_id)
            werk.raakt(punt.overleg_id)
            self._te_wijzigen(punt.overleg)
            weg = _besluit_invoer(rij)
            werk.sessie.delete(rij)
            return weg

    def stel_vast(self, overleg_id: OverlegId) -> None:
        """The procesregisseur signs the verslag; after that it does not change.

        Besluiten take effect: the casus goes to the fase that the profile ties to the besluit, and who has
        procesregie is noted. An opschaling waits for its own signature (services/opschalingen.py).
        Raises BevestigingNodig, InvoerOngeldig for what is missing.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_VASTSTELLEN, "verslag vastgesteld", "overleg") as werk:
            werk.raakt(overleg_id)
            self._werkplek.eis_bevestiging()
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            self._te_wijzigen(overleg)
            punten = verslag_punten(self._werkplek, werk.sessie, overleg)
            profiel = self._werkplek.profiel_van(werk.sessie, overleg)
            ontbreekt = _nog_nodig(overleg, punten, profiel)
            if ontbreekt:
                for punt in punten:
                    if punt.casus_id is not None and besluiten_per_casus(
                        profiel, overleg.soort, punt.casusnummer, len(punt.besluiten)
                    ):
                        raise RegelEist("verslag", weigering(profiel, Regel.BESLUITEN_PER_CASUS, in_een_zin(ontbreekt)))
                raise InvoerOngeldig("verslag", in_een_zin(ontbreekt))
            verklaring = voeg_verklaring_toe(
                werk.sessie,
                self._werkplek.kluis.ondertekenaar,
                VerklaringSoort.VERSLAG_VASTGESTELD,
                {"overleg": overleg.id, "versie": overleg.verslag_versie, "stempel": verslag_stempel(punten)},
                self._werkplek.klok().astimezone(UTC),
            )
            overleg.vaststelling_verklaring = verklaring.nummer
            overleg.verslag_status = VerslagStatus.VASTGESTELD.value
            self._voer_besluiten_uit(werk.sessie, overleg, punten, profiel)

    def _voer_besluiten_uit(
        self, sessie: Session, overleg: Overleg, punten: tuple[VerslagPunt, ...], profiel: Huisprofiel
    ) -> None:
        for punt in punten:
            if punt.casus_id is None:
                continue
            casus = sessie.get_one(Casus, punt.casus_id)
            for besluit in punt.besluiten:
                soort = profiel.besluit(besluit.invoer.soort)
                if soort.leidt_tot == "procesregie_elders":
                    casus.procesregie = besluit.belegd_bij or soort.naam
                elif soort.leidt_tot == "procesregie":
                    casus.procesregie = ""
                advies = soort.leidt_tot == "afschaling" and not overleg_beslist(sessie, profiel, overleg.soort)
                if soort.naar_fase and soort.leidt_tot != "opschaling" and not advies:
                    breng_naar_fase(self._werkplek, casus, soort.naar_fase)
            casus.gewijzigd_op = self._werkplek.nu()

    def _te_wijzigen(self, overleg: Overleg) -> None:
        if not overleg.casuistiek:
            raise GebruikersFout("Op dit overleg staan geen casussen. U vindt het bij Overleggen.")
        if overleg.verslag_status == VerslagStatus.VASTGESTELD:
            raise GebruikersFout("Het verslag is vastgesteld en ligt daarom vast.")

    def _vul_besluit(self, sessie: Session, punt: Agendapunt, rij: Besluit, invoer: BesluitInvoer) -> None:
        profiel = self._werkplek.profiel_van(sessie, punt.overleg)
        if invoer.soort not in {b.sleutel for b in profiel.besluiten}:
            raise InvoerOngeldig("soort", "Kies een besluit uit de lijst van het huis.")
        if invoer.belegd_bij is not None:
            eis_stoel(self._werkplek, sessie, punt, invoer.belegd_bij)
        rij.soort = invoer.soort
        rij.omschrijving = tekst("omschrijving", invoer.omschrijving)
        rij.conditie = tekst("conditie", invoer.conditie)
        rij.informering = tekst("informering", invoer.informering)
        rij.belegd_bij_id = invoer.belegd_bij


def wisselingen(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> tuple[AanTafelPunt, ...]:
    """Per point who leaves, who comes in and who stays; at a point without casus the house is alone."""
    contacten = _contactnamen(sessie, overleg.id)
    per_punt = {punt.id: _personen(werkplek, sessie, punt, contacten) for punt in overleg.agendapunten}
    zittend: dict[int, Persoon] = {}
    moment = datetime.combine(overleg.datum, overleg.begin)
    punten = []
    for nummer, punt in enumerate(overleg.agendapunten, start=1):
        mogen = per_punt[punt.id]
        casus = sessie.get_one(Casus, punt.casus_id) if punt.casus_id is not None else None
        punten.append(
            AanTafelPunt(
                id=AgendapuntId(punt.id),
                nummer=nummer,
                casus_id=CasusId(casus.id) if casus else None,
                titel=punt_titel(werkplek, casus, punt),
                begin=moment.time(),
                minuten=punt.minuten,
                van_tafel=tuple(p for partij, p in zittend.items() if partij not in mogen),
                aan_tafel=tuple(p for partij, p in mogen.items() if partij not in zittend),
                blijft=tuple(p for partij, p in mogen.items() if partij in zittend),
                gestart_op=als_lokaal(punt.gestart_op) if punt.gestart_op else None,
                afgerond_op=als_lokaal(punt.afgerond_op) if punt.afgerond_op else None,
            )
        )
        zittend = dict(mogen)
        moment += timedelta(minutes=punt.minuten)
    return tuple(punten)


def punt_titel(werkplek: Werkplek, casus: Casus | None, punt: Agendapunt) -> str:
    """The subject, or for a casus its number and aanpak; never a person."""
    return f"{casus.nummer}  {aanpak_naam(werkplek, casus.aanpak)}" if casus else punt.onderwerp


def _personen(
    werkplek: Werkplek, sessie: Session, punt: Agendapunt, contacten: Mapping[int, str]
) -> dict[int, Persoon]:
    return {
        partij.id: Persoon(PartijId(partij.id), partij.naam, deelname.afgevaardigde or contacten.get(partij.id, ""))
        for deelname, partij in geldige_deelnames(werkplek, sessie, punt)
    }


def _contactnamen(sessie: Session, overleg_id: int) -> Mapping[int, str]:
    """Whom the invitation of each partij went to: the likely afgevaardigde."""
    rijen = sessie.execute(
        select(Uitnodiging.partij_id, Contactpersoon.naam)
        .join(Contactpersoon, Contactpersoon.id == Uitnodiging.contactpersoon_id)
        .where(Uitnodiging.overleg_id == overleg_id, Contactpersoon.gedeelde_postbus.is_(False))
    )
    return dict(rijen.all())


def verslag_punten(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> tuple[VerslagPunt, ...]:
    """Every point in full, with only partijen whose seat holds (geldige_deelnames)."""
    profiel = werkplek.profiel_van(sessie, overleg)
    besluiten = {b.sleutel: b.naam for b in profiel.besluiten}
    contacten = _contactnamen(sessie, overleg.id)
    moment = datetime.combine(overleg.datum, overleg.begin)
    punten = []
    for nummer, punt in enumerate(overleg.agendapunten, start=1):
        casus = sessie.get_one(Casus, punt.casus_id) if punt.casus_id is not None else None
        stoelen = geldige_deelnames(werkplek, sessie, punt)
        namen = {partij.id: partij.naam for _, partij in stoelen}
        tot = moment + timedelta(minutes=punt.minuten)
        punten.append(
            VerslagPunt(
                id=AgendapuntId(punt.id),
                nummer=nummer,
                casus_id=CasusId(casus.id) if casus else None,
                casusnummer=casus.nummer if casus else "",
                titel=punt_titel(werkplek, casus, punt),
                betrokkenen=tuple(b.naam for b in casus.betrokkenen) if casus else (),
                doel=punt.doel,
                besluit_naam=besluiten.get(punt.besluit_type, ""),
                begin=moment.time(),
                einde=tot.time(),
                minuten=punt.minuten,
                tekst=VerslagTekst(punt.beeld, punt.oordeelsvorming, punt.besluitvorming),
                aanwezigen=tuple(
                    AanwezigeRegel(
                        PartijId(p.id),
                        p.naam,
                        p.kort,
                        d.afgevaardigde or contacten.get(p.id, ""),
                        Aanwezigheid(d.aanwezigheid),
                    )
                    for d, p in stoelen
                ),
                besluiten=tuple(
                    BesluitRegel(
                        BesluitId(b.id),
                        _besluit_invoer(b),
                        besluiten.get(b.soort, b.soort),
                        namen.get(b.belegd_bij_id, "") if b.belegd_bij_id else "",
                    )
                    for b in sessie.scalars(select(Besluit).filter_by(agendapunt_id=punt.id).order_by(Besluit.id))
                ),
                acties=actie_regels(sessie, select(Actie).filter_by(agendapunt_id=punt.id).order_by(Actie.id), namen),
            )
        )
        moment = tot
    return tuple(punten)


def verslag_stempel(punten: tuple[VerslagPunt, ...]) -> str:
    """Hash of what was vastgesteld: texts, besluiten and acties as agreed at the table.

    State and term of an actie, and attendance (which goes when an oordeel lapses), are left out: those may change.
    """
    inhoud = [
        [
            punt.id,
            punt.casusnummer,
            punt.tekst.beeld,
            punt.tekst.oordeelsvorming,
            punt.tekst.besluitvorming,
            [
                [b.invoer.soort, b.invoer.omschrijving, b.invoer.conditie, b.invoer.informering, b.invoer.belegd_bij]
                for b in punt.besluiten
            ],
            [
                [a.invoer.belegd_bij, a.invoer.omschrijving, a.invoer.conditie, a.invoer.informering]
                for a in punt.acties
            ],
        ]
        for punt in punten
    ]
    return hashlib.sha256(json.dumps(inhoud, ensure_ascii=False).encode()).hexdigest()


def verifieer_vaststelling(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, punten: tuple[VerslagPunt, ...]
) -> None:
    """Check that the procesregisseur signed exactly this verslag. Raises HandtekeningOnjuist when not."""
    if overleg.vaststelling_verklaring is None:
        return
    verklaring = sessie.get(Verklaring, overleg.vaststelling_verklaring)
    getekend = (
        verifieer_verklaring(verklaring, werkplek.kluis.wortel, werkplek.kluis.kluis_id)
        if verklaring is not None and verklaring.soort == VerklaringSoort.VERSLAG_VASTGESTELD
        else {}
    )
    klopt = (
        getekend.get("overleg") == overleg.id
        and getekend.get("versie") == overleg.verslag_versie
        and getekend.get("stempel") == verslag_stempel(punten)
    )
    if not klopt:
        raise HandtekeningOnjuist(
            "Het verslag is na het vaststellen gewijzigd. Er is niets gemaakt.",
            advies="Meld dit bij uw beheerder: laat de kluis controleren.",
        )


def _nog_nodig(overleg: Overleg, punten: tuple[VerslagPunt, ...], profiel: Huisprofiel) -> tuple[Aandachtspunt, ...]:
    """Rule ``besluiten_per_casus`` and attendance: what must be recorded before vaststellen."""
    if overleg.verslag_status == VerslagStatus.VASTGESTELD:
        return ()
    nodig: list[Aandachtspunt] = []
    if overleg.status != OverlegStatus.GEHOUDEN:
        nodig.append(Aandachtspunt("Het overleg is nog niet gehouden."))
    for punt in punten:
        if punt.casus_id is None:
            continue
        nodig += uit_bezwaren((besluiten_per_casus(profiel, overleg.soort, punt.casusnummer, len(punt.besluiten)),))
        if any(a.aanwezigheid is Aanwezigheid.ONBEKEND for a in punt.aanwezigen):
            zin = f"Bij casus {punt.casusnummer} is niet van elke partij bekend of die aanwezig was."
            nodig.append(Aandachtspunt(zin))
    return tuple(nodig)


def _zonder_geheimhouding(overleg: Overleg, profiel: Huisprofiel) -> tuple[Aandachtspunt, ...]:
    """Rule ``geheimhouding``, once the overleg has been held."""
    if overleg.status != OverlegStatus.GEHOUDEN:
        return ()
    punt = geheimhouding_niet_gemeld(profiel, gemeld=overleg.geheimhouding_gemeld)
    return (punt,) if punt is not None else ()


def _blijvende_casussen(punten: tuple[VerslagPunt, ...], profiel: Huisprofiel) -> tuple[CasusId, ...]:
    """The casussen that this house goes on with."""
    weg = {besluit.sleutel for besluit in profiel.besluiten if besluit.leidt_tot in _NAAR_ELDERS}
    return tuple(
        punt.casus_id
        for punt in punten
        if punt.casus_id is not None and not any(besluit.invoer.soort in weg for besluit in punt.besluiten)
    )


def _besluit_invoer(rij: Besluit) -> BesluitInvoer:
    return BesluitInvoer(
        rij.soort,
        rij.omschrijving,
        rij.conditie,
        rij.informering,
        PartijId(rij.belegd_bij_id) if rij.belegd_bij_id else None,
    )
