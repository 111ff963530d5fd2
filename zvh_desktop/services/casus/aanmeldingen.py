"""Aanmelding: a partij hands in a casus; the procesregisseur accepts it, or refuses with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geleegd import vernietigde_nummers
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.aanmelding import Aanmelding, CriteriumToets
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzes import (
    AanmeldingId,
    AanmeldingUitkomst,
    CasusId,
    CasusStatus,
)
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.aanmelding_gegevens import (
    AanmeldingBeeld,
    AanmeldingInvoer,
    AanpakKeuze,
    BetrokkeneInvoer,
    BetrokkeneRegel,
    CriteriumInvoer,
    CriteriumKeuze,
)
from zvh_desktop.services.casus.aanmeldinglijst import AanmeldingRegel, Welke, lees_aanmeldingen, tel_te_beoordelen
from zvh_desktop.services.regelboek.aanwezigheid import toetreding, uittreding
from zvh_desktop.services.regelboek.instroom import (
    beoordeling_aanmelding,
    complete_aanmelding,
    criteria_complexe_casuistiek,
    toetst_criteria,
)
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, eis, uit_bezwaren
from zvh_desktop.services.werkplek.datumtekst import keur_geboortedatum
from zvh_desktop.services.werkplek.hangt_aan import eis_los
from zvh_desktop.services.werkplek.invoer import emailadres, naamveld, regel, tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


class AanmeldingService:
    """Use cases on aanmeldingen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    @property
    def _termen(self) -> Termen:
        return self._werkplek.profiel.termen

    @property
    def _deze(self) -> str:
        """'Deze aanmelding', in the word of the house."""
        return self._termen.deze("aanmelding")

    def criteria(self) -> tuple[CriteriumKeuze, ...]:
        """The criteria complexe casuïstiek of this house, in their order."""
        return tuple(
            CriteriumKeuze(c.sleutel, c.tekst, c.toelichting, c.artikel, c.aanpakken)
            for c in self._werkplek.profiel.criteria
        )

    def aanpakken(self) -> tuple[AanpakKeuze, ...]:
        """The aanpakken in force today."""
        vandaag = self._werkplek.vandaag()
        return tuple(AanpakKeuze(a.sleutel, a.naam) for a in self._werkplek.profiel.aanpakken if a.geldt_op(vandaag))

    def lijst(self, welke: Welke = Welke.ALLE) -> tuple[AanmeldingRegel, ...]:
        """Newest first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return lees_aanmeldingen(self._werkplek, sessie, welke)

    def te_beoordelen(self) -> int:
        """How many were not judged yet."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return tel_te_beoordelen(sessie)

    def toon(self, aanmelding_id: AanmeldingId) -> AanmeldingBeeld:
        """One aanmelding. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return self._beeld(sessie, haal(sessie, Aanmelding, aanmelding_id, self._deze))

    def nieuw(self, invoer: AanmeldingInvoer | None = None) -> AanmeldingId:
        """Start an aanmelding; everything can be filled in later. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.AANMELDEN, "aanmelding vastgelegd", "aanmelding") as werk:
            rij = Aanmelding(
                datum=self._werkplek.vandaag(),
                uitkomst=AanmeldingUitkomst.OPEN,
                gewijzigd_op=self._werkplek.nu(),
            )
            werk.sessie.add(rij)
            werk.sessie.flush()
            werk.raakt(rij.id)
            self._vul(werk.sessie, rij, invoer or AanmeldingInvoer(datum=self._werkplek.vandaag()))
            return rij.id

    def bewaar(self, aanmelding_id: AanmeldingId, invoer: AanmeldingInvoer) -> AanmeldingBeeld:
        """Save the whole form as it stands, also half filled in. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.AANMELDEN, "aanmelding bijgewerkt", "aanmelding") as werk:
            werk.raakt(aanmelding_id)
            rij = haal(werk.sessie, Aanmelding, aanmelding_id, self._deze)
            self._eis_open(rij)
            self._vul(werk.sessie, rij, invoer)
            return self._beeld(werk.sessie, rij)

    def begin(self) -> AanmeldingBeeld:
        """An aanmelding in which nothing was typed yet, and that is nowhere stored. Its id is 0."""
        with self._werkplek.lees(Recht.AANMELDEN) as sessie:
            rij = Aanmelding(datum=self._werkplek.vandaag(), uitkomst=AanmeldingUitkomst.OPEN, aanpak="")
            rij.id = AanmeldingId(0)
            rij.contact_naam = rij.contact_email = rij.contact_telefoon = ""
            rij.zorgelijke_situatie = rij.naar_aanleiding_van = rij.verzoek = rij.overige_informatie = ""
            rij.terugkoppeling_gewenst = True
            rij.reden = rij.beoordeeld_door = ""
            return self._beeld(sessie, rij)

    def verwijder(self, aanmelding_id: AanmeldingId) -> AanmeldingInvoer:
        """Take away an aanmelding that was made by mistake, with what stood in it; returns that.

        Only before anything was decided on it. Raises InvoerOngeldig.
        """
        with self._werkplek.schrijf(Recht.AANMELDEN, "aanmelding verwijderd", "aanmelding") as werk:
            werk.raakt(aanmelding_id)
            rij = haal(werk.sessie, Aanmelding, aanmelding_id, self._deze)
            if rij.uitkomst != AanmeldingUitkomst.OPEN:
                raise InvoerOngeldig("uitkomst", f"{self._deze} blijft staan: daarover is al besloten.")
            invoer = self._beeld(werk.sessie, rij).invoer
            eis_los(werk.sessie, rij, self._deze, f"Wijs {self._termen.met_lidwoord('aanmelding')} af.")
            for betrokkene in rij.betrokkenen:
                werk.sessie.delete(betrokkene)
            werk.sessie.delete(rij)
            return replace(invoer, betrokkenen=tuple(replace(een, id=None) for een in invoer.betrokkenen))

    def accepteer(self, aanmelding_id: AanmeldingId, reden: str = "") -> CasusId:
        """The procesregisseur takes the casus on; a casusnummer is given out.

        Rules ``beoordeling_aanmelding`` and ``criteria_complexe_casuistiek``. Raises RegelEist for what is missing,
        RegelGeweigerd when the criteria are not met.
        """
        with self._werkplek.schrijf(Recht.AANMELDING_BEOORDELEN, "aanmelding geaccepteerd", "aanmelding") as werk:
            werk.raakt(aanmelding_id)
            rij = haal(werk.sessie, Aanmelding, aanmelding_id, self._deze)
            self._eis_open(rij)
            ontbreekt = self._nog_nodig(werk.sessie, rij)
            profiel = self._werkplek.profiel
            eis(beoordeling_aanmelding(profiel, ontbreekt))
            eis(criteria_complexe_casuistiek(profiel, _oordelen(rij), rij.aanpak))
            vandaag = self._werkplek.vandaag()
            casus = Casus(
                nummer=nieuw_casusnummer(werk.sessie, vandaag.year),
                aanmelding_id=rij.id,
                aanmeldende_partij_id=haal(werk.sessie, Partij, rij.partij_id, "Deze partij").id,
                aanpak=rij.aanpak,
                fase=self._werkplek.profiel.werkproces(rij.aanpak).begin.sleutel,
                status=CasusStatus.LOPEND,
                procesregisseur=self._werkplek.naam,
                geopend_op=vandaag,
                gewijzigd_op=self._werkplek.nu(),
            )
            werk.sessie.add(casus)
            werk.sessie.flush()
            for betrokkene in rij.betrokkenen:
                betrokkene.casus_id = casus.id
            self._rond_af(rij, AanmeldingUitkomst.GEACCEPTEERD, reden)
            return casus.id

    def wijs_af(self, aanmelding_id: AanmeldingId, reden: str) -> None:
        """The procesregisseur does not take it on, and says why (and where it belongs). Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.AANMELDING_BEOORDELEN, "aanmelding afgewezen", "aanmelding") as werk:
            werk.raakt(aanmelding_id)
            rij = haal(werk.sessie, Aanmelding, aanmelding_id, self._deze)
            self._eis_open(rij)
            verplicht(
                "reden",
                reden,
                "Schrijf op waarom u afwijst, en wat uw advies is.",
            )
            self._rond_af(rij, AanmeldingUitkomst.AFGEWEZEN, reden)

    def teruggekoppeld(self, aanmelding_id: AanmeldingId, op: date | None) -> None:
        """Record when the aanmeldende partij was told the outcome; None undoes it."""
        with self._werkplek.schrijf(Recht.AANMELDEN, "terugkoppeling vastgelegd", "aanmelding") as werk:
            werk.raakt(aanmelding_id)
            haal(werk.sessie, Aanmelding, aanmelding_id, self._deze).teruggekoppeld_op = op

    def _rond_af(self, rij: Aanmelding, uitkomst: AanmeldingUitkomst, reden: str) -> None:
        rij.uitkomst = uitkomst
        rij.reden = tekst("reden", reden)
        rij.beoordeeld_door = self._werkplek.naam
        rij.beoordeeld_op = self._werkplek.vandaag()
        rij.gewijzigd_op = self._werkplek.nu()

    def _eis_open(self, rij: Aanmelding) -> None:
        if rij.uitkomst != AanmeldingUitkomst.OPEN:
            raise InvoerOngeldig("uitkomst", f"{self._deze} is al beoordeeld en kan niet meer worden gewijzigd.")

    def _vul(self, sessie: Session, rij: Aanmelding, invoer: AanmeldingInvoer) -> None:
        if invoer.datum > self._werkplek.vandaag():
            raise InvoerOngeldig("datum", "Deze datum ligt in de toekomst.")
        if invoer.partij_id is not None:
            haal(sessie, Partij, invoer.partij_id, "Deze partij")
        bekende_aanpakken = {"", rij.aanpak, *(aanpak.sleutel for aanpak in self._werkplek.profiel.aanpakken)}
        if invoer.aanpak not in bekende_aanpakken:
            raise InvoerOngeldig("aanpak", "Deze aanpak kent het huisprofiel niet.")
        rij.datum = invoer.datum
        rij.partij_id = invoer.partij_id
        rij.aanpak = invoer.aanpak
        rij.contact_naam = naamveld("contact_naam", invoer.contact_naam)
        rij.contact_email = emailadres("contact_email", invoer.contact_email)
        rij.contact_telefoon = regel("contact_telefoon", invoer.contact_telefoon)
        rij.zorgelijke_situatie = tekst("zorgelijke_situatie", invoer.zorgelijke_situatie)
        rij.naar_aanleiding_van = tekst("naar_aanleiding_van", invoer.naar_aanleiding_van)
        rij.verzoek = tekst("verzoek", invoer.verzoek)
        rij.overige_informatie = tekst("overige_informatie", invoer.overige_informatie)
        rij.terugkoppeling_gewenst = invoer.terugkoppeling_gewenst
        rij.gewijzigd_op = self._werkplek.nu()
        bewaar_betrokkenen(sessie, invoer.betrokkenen, self._werkplek.vandaag(), aanmelding=rij)
        bekend = {criterium.sleutel for criterium in self._werkplek.profiel.criteria}
        bestaand = {toets.criterium: toets for toets in rij.criteria}
        for invoer_toets in invoer.criteria:
            if invoer_toets.criterium not in bekend:
                raise InvoerOngeldig("criteria", "Dit criterium kent het huisprofiel niet.")
            toets = bestaand.get(invoer_toets.criterium)
            if toets is None:
                toets = CriteriumToets(criterium=invoer_toets.criterium)
                rij.criteria.append(toets)
            toets.voldoet = invoer_toets.voldoet
            toets.motivering = tekst("motivering", invoer_toets.motivering)
        sessie.flush()
        sessie.expire(rij, ["betrokkenen"])

    def _nog_nodig(self, sessie: Session, rij: Aanmelding) -> tuple[Aandachtspunt, ...]:
        wie: tuple[Aandachtspunt, ...] = ()
        zinnen = []
        if rij.partij_id is None:
            zinnen.append("Kies welke partij aanmeldt.")
        else:
            wie = self._mag_aanmelden(haal(sessie, Partij, rij.partij_id, "Deze partij"), rij.datum)
        if not rij.betrokkenen:
            zinnen.append("Vul ten minste één betrokkene in.")
        if not rij.aanpak:
            zinnen.append("Kies een aanpak.")
        if not rij.zorgelijke_situatie.strip():
            zinnen.append("Beschrijf de zorgelijke situatie.")
        if not rij.verzoek.strip():
            zinnen.append(f"Schrijf op wat {self._werkplek.profiel.termen.met_lidwoord('aanmelder')} vraagt.")
        if toetst_criteria(self._werkplek.profiel, rij.aanpak) and self._criteria_voldaan(rij) is None:
            zinnen.append("Beoordeel de criteria.")
        gevraagd = {criterium.sleutel for criterium in self._werkplek.profiel.criteria_voor(rij.aanpak)}
        toetsen = [toets for toets in rij.criteria if toets.criterium in gevraagd]
        if any(toets.voldoet is not None and not toets.motivering.strip() for toets in toetsen):
            zinnen.append("Geef bij elk beoordeeld criterium een motivering.")
        return (*wie, *(Aandachtspunt(zin) for zin in zinnen))

    def _mag_aanmelden(self, partij: Partij, dag: date) -> tuple[Aandachtspunt, ...]:
        """Whom the house lets hand in a casus: one of the partijen, on a day on which it is one, or more."""
        profiel = self._werkplek.profiel
        if partij.soort not in profiel.aanmelders:
            return (Aandachtspunt(f"{partij.naam} is geen partij van het convenant. Kies de partij die aanmeldt."),)
        return uit_bezwaren(
            (
                toetreding(profiel, partij.naam, partij.aangesloten_op, dag),
                uittreding(profiel, partij.naam, partij.uitgetreden_op, dag),
            )
        )

    def _criteria_voldaan(self, rij: Aanmelding) -> bool | None:
        return self._werkplek.profiel.logica_voor(rij.aanpak).voldoet(_oordelen(rij))

    def _beeld(self, sessie: Session, rij: Aanmelding) -> AanmeldingBeeld:
        profiel = self._werkplek.profiel
        bezwaar = criteria_complexe_casuistiek(profiel, _oordelen(rij), rij.aanpak)
        partij = sessie.get(Partij, rij.partij_id) if rij.partij_id else None
        casus = sessie.scalars(select(Casus).where(Casus.aanmelding_id == rij.id)).first()
        toetsen = {toets.criterium: toets for toets in rij.criteria}
        return AanmeldingBeeld(
            id=rij.id,
            invoer=AanmeldingInvoer(
                datum=rij.datum,
                partij_id=rij.partij_id,
                aanpak=rij.aanpak,
                contact_naam=rij.contact_naam,
                contact_email=rij.contact_email,
                contact_telefoon=rij.contact_telefoon,
                zorgelijke_situatie=rij.zorgelijke_situatie,
                naar_aanleiding_van=rij.naar_aanleiding_van,
                verzoek=rij.verzoek,
                overige_informatie=rij.overige_informatie,
                terugkoppeling_gewenst=rij.terugkoppeling_gewenst,
                betrokkenen=tuple(
                    BetrokkeneInvoer(b.naam, b.geboortedatum, b.gemeente, b.adres, b.id) for b in rij.betrokkenen
                ),
                criteria=tuple(
                    CriteriumInvoer(c.sleutel, toetsen[c.sleutel].voldoet, toetsen[c.sleutel].motivering)
                    if c.sleutel in toetsen
                    else CriteriumInvoer(c.sleutel, None)
                    for c in self._werkplek.profiel.criteria
                ),
            ),
            betrokkenen=tuple(betrokkene_regel(b) for b in rij.betrokkenen),
            partij=partij.naam if partij else "",
            uitkomst=rij.uitkomst,
            reden=rij.reden,
            beoordeeld_door=rij.beoordeeld_door,
            beoordeeld_op=rij.beoordeeld_op,
            teruggekoppeld_op=rij.teruggekoppeld_op,
            casus_id=casus.id if casus else None,
            casusnummer=casus.nummer if casus else "",
            criteria_voldaan=self._criteria_voldaan(rij),
            compleet=complete_aanmelding(profiel),
            nog_nodig=self._nog_nodig(sessie, rij),
            criteria_bezwaar=next(iter(uit_bezwaren((bezwaar,))), None),
        )


def _oordelen(rij: Aanmelding) -> Mapping[str, bool | None]:
    return {toets.criterium: toets.voldoet for toets in rij.criteria}


def bewaar_betrokkenen(
    sessie: Session,
    invoer: tuple[BetrokkeneInvoer, ...],
    vandaag: date,
    *,
    aanmelding: Aanmelding | None = None,
    casus: Casus | None = None,
) -> None:
    """Make the betrokkenen of an aanmelding or casus what this list says. Raises InvoerOngeldig."""
    bestaand = {b.id: b for b in (aanmelding.betrokkenen if aanmelding else casus.betrokkenen if casus else [])}
    for volgorde, een in enumerate(invoer):
        if een.geboortedatum is not None:
            keur_geboortedatum(een.geboortedatum, vandaag)
        rij = bestaand.pop(een.id, None) if een.id is not None else None
        if rij is None:
            rij = Betrokkene(aanmelding_id=aanmelding.id if aanmelding else None, casus_id=casus.id if casus else None)
            sessie.add(rij)
        rij.volgorde = volgorde
        rij.naam = verplicht("betrokkenen", naamveld("betrokkenen", een.naam), "Vul de naam van de betrokkene in.")
        rij.geboortedatum = een.geboortedatum
        rij.gemeente = naamveld("gemeente", een.gemeente)
        rij.adres = regel("adres", een.adres)
    for weg in bestaand.values():
        sessie.delete(weg)


def betrokkene_regel(rij: Betrokkene) -> BetrokkeneRegel:
    """The frozen value of a row."""
    return BetrokkeneRegel(
        id=rij.id,
        naam=rij.naam,
        geboortedatum=rij.geboortedatum,
        gemeente=rij.gemeente,
        adres=rij.adres,
        hoofd=rij.volgorde == 0,
    )


def nieuw_casusnummer(sessie: Session, jaar: int) -> str:
    """The next number of this year, such as 2026-0042. A number that was destroyed is never given out again."""
    hoogste = sessie.scalar(
        select(func.max(cast(func.substr(Casus.nummer, 6), Integer))).where(Casus.nummer.like(f"{jaar}-%"))
    )
    weg = [int(nummer[5:]) for nummer in vernietigde_nummers(sessie) if nummer.startswith(f"{jaar}-")]
    verbinding = sessie.connection()
    return f"{jaar}-{motor_van(verbinding).volgend_nummer(verbinding, jaar, max(hoogste or 0, *weg, 0)):04}"


def aanpak_kader(werkplek: Werkplek, sleutel: str) -> str:
    """An aanpak with its privacyprotocol and its legal frame, each on a line; as ``aanpak_naam`` when it is gone."""
    naam = aanpak_naam(werkplek, sleutel)
    aanpak = next((a for a in werkplek.profiel.aanpakken if a.sleutel == sleutel), None)
    if aanpak is None:
        return naam
    term = hoofdletter(werkplek.profiel.termen.privacyprotocol)
    return f"{naam}\n{term}: {aanpak.privacyprotocol}\nWettelijk kader: {aanpak.wettelijk_kader}"


def aanpak_naam(werkplek: Werkplek, sleutel: str) -> str:
    """The name of an aanpak in the profile now in force; its key when a later profile no longer has it."""
    return next((a.naam for a in werkplek.profiel.aanpakken if a.sleutel == sleutel), sleutel)
