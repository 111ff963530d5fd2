"""Aan tafel and the verslag: open and close points, write, record besluiten, and vaststellen with a signature."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session, joinedload

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    AgendapuntId,
    BesluitId,
    OverlegId,
    PartijId,
    VerslagStatus,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.models.woorden import UITKOMST_TEKST
from zvh_desktop.services.casus.acties import eis_stoel
from zvh_desktop.services.casus.casusregie import zonder_casusregisseur
from zvh_desktop.services.casus.fasen import breng_naar_fase
from zvh_desktop.services.casus.tafelbesluit import overleg_beslist
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.regelboek.casus import besluiten_per_casus
from zvh_desktop.services.regelboek.uitleg import eis, in_een_zin
from zvh_desktop.services.tafel.agenda_gegevens import BesluitKeuze
from zvh_desktop.services.tafel.gang.tafelstart import eis_te_wijzigen, open_punt, sluit_punt
from zvh_desktop.services.tafel.opvolging.vastgesteld import vastgesteld_aan_tafel_op
from zvh_desktop.services.tafel.tafels import haal_met_kop
from zvh_desktop.services.tafel.verslag_gegevens import (
    AanTafelBeeld,
    BesluitInvoer,
    VerslagBeeld,
    VerslagPunt,
    VerslagTekst,
)
from zvh_desktop.services.tafel.verslag_getekend import VERSLAG
from zvh_desktop.services.tafel.verslag_lezen import (
    besluit_invoer,
    blijvende_casussen,
    nog_nodig_voor_vaststellen,
    verslag_punten,
    wisselingen,
    zonder_geheimhouding,
)
from zvh_desktop.services.tafel.verslag_namen import leg_namen_vast
from zvh_desktop.services.tafel.verslag_woorden import gedrukte_punten, leg_woorden_vast
from zvh_desktop.services.tafel.vreemde_namen import vreemde_namen
from zvh_desktop.services.werkplek.hangt_aan import eis_los
from zvh_desktop.services.werkplek.invoer import naamveld, tekst
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


class VerslagService:
    """Use cases at the table and on the verslag."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def aan_tafel(self, overleg_id: OverlegId) -> AanTafelBeeld:
        """Per point who must leave, who comes in and who stays. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg, kop, uit = haal_met_kop(self._werkplek, sessie, overleg_id)
            punten = wisselingen(self._werkplek, sessie, overleg)
            return AanTafelBeeld(
                kop=kop,
                punten=tuple(replace(punt, uitgeleend=uit.get(punt.casus_id or 0, "")) for punt in punten),
                geheimhouding=geheimhouding(self._werkplek.profiel_van(sessie, overleg)),
                geheimhouding_gemeld=overleg.geheimhouding_gemeld,
            )

    def meld_geheimhouding(self, overleg_id: OverlegId, *, gemeld: bool) -> None:
        """Record that everyone was told about secrecy (rule ``geheimhouding``)."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "geheimhouding gemeld", "overleg") as werk:
            werk.raakt(overleg_id)
            haal(werk.sessie, Overleg, overleg_id, "Dit overleg").geheimhouding_gemeld = gemeld

    def start_punt(self, punt_id: AgendapuntId, *, andere_dag: bool = False) -> None:
        """Open a point at the table, or go on with one; the one before is closed.

        Attendance starts from the point before, else from the answer; the rest is filled in at the table. Raises
        AndereDag when the overleg is not today and ``andere_dag`` does not say that this is meant, GebruikersFout when
        the agenda has no akkoord.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "agendapunt gestart", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            eis_te_wijzigen(punt.overleg)
            open_punt(self._werkplek, werk.sessie, punt, andere_dag=andere_dag)

    def rond_punt_af(self, punt_id: AgendapuntId) -> None:
        """Close a point at the table."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "agendapunt afgerond", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            eis_te_wijzigen(punt.overleg)
            sluit_punt(self._werkplek, werk.sessie, punt)

    def toon(self, overleg_id: OverlegId) -> VerslagBeeld:
        """The verslag. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg, kop, uit = haal_met_kop(self._werkplek, sessie, overleg_id)
            profiel = self._werkplek.profiel_van(sessie, overleg)
            punten, vastgesteld = naast(
                sessie,
                lambda: gedrukte_punten(self._werkplek, sessie, overleg),
                lambda: vastgesteld_aan_tafel_op(self._werkplek, sessie, overleg),
            )
            aandacht = naast(
                sessie,
                lambda: vreemde_namen(sessie, overleg, punten),
                lambda: zonder_geheimhouding(sessie, overleg, punten, profiel),
                lambda: zonder_casusregisseur(self._werkplek, sessie, overleg, blijvende_casussen(punten, profiel)),
            )
            return VerslagBeeld(
                kop=kop,
                punten=tuple(replace(punt, uitgeleend=uit.get(punt.casus_id or 0, "")) for punt in punten),
                besluiten=tuple(BesluitKeuze(b.sleutel, b.naam) for b in profiel.besluiten if b.past(overleg.soort)),
                leefgebieden=profiel.leefgebieden,
                te_wijzigen=overleg.verslag_status != VerslagStatus.VASTGESTELD and not kop.uitgeleend,
                aan_tafel_vastgesteld_op=vastgesteld,
                nog_nodig=nog_nodig_voor_vaststellen(overleg, punten, profiel),
                aandacht=tuple(punt for van_een in aandacht for punt in van_een),
            )

    def bewaar_tekst(self, punt_id: AgendapuntId, invoer: VerslagTekst) -> None:
        """Save the three texts of a point, while typing. Raises GebruikersFout when vastgesteld."""
        with self._werkplek.schrijf(
            Recht.VERSLAG_SCHRIJVEN, "verslag bijgewerkt", "overleg", wacht_anders=False
        ) as werk:
            # One query for both: this happens while somebody types.
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt", joinedload(Agendapunt.overleg))
            werk.raakt(punt.overleg_id)
            eis_te_wijzigen(punt.overleg)
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
            eis_te_wijzigen(punt.overleg)
            stoel = eis_stoel(self._werkplek, werk.sessie, punt, partij_id)
            stoel.aanwezigheid = aanwezigheid
            if afgevaardigde is not None:
                stoel.afgevaardigde = naamveld("afgevaardigde", afgevaardigde)

    def voeg_besluit_toe(self, punt_id: AgendapuntId, invoer: BesluitInvoer) -> BesluitId:
        """Record a besluit from the house's list. Raises InvoerOngeldig, RegelGeweigerd (the gate)."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "besluit vastgelegd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            eis_te_wijzigen(punt.overleg)
            if punt.casus_id is None:
                raise InvoerOngeldig("punt", "Een besluit hoort bij een casus.")
            rij = Besluit(agendapunt_id=punt.id, casus_id=punt.casus_id, soort="")
            self._vul_besluit(werk.sessie, punt, rij, invoer)
            werk.sessie.add(rij)
            werk.sessie.flush()
            return rij.id

    def wijzig_besluit(self, besluit_id: BesluitId, invoer: BesluitInvoer) -> None:
        """Change a besluit. Raises InvoerOngeldig, RegelGeweigerd (the gate)."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "besluit gewijzigd", "overleg") as werk:
            rij = haal(werk.sessie, Besluit, besluit_id, "Dit besluit")
            punt = werk.sessie.get_one(Agendapunt, rij.agendapunt_id)
            werk.raakt(punt.overleg_id)
            eis_te_wijzigen(punt.overleg)
            self._vul_besluit(werk.sessie, punt, rij, invoer)

    def verwijder_besluit(self, besluit_id: BesluitId) -> BesluitInvoer:
        """Take a besluit away; returns what it said, so that it can be put back."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "besluit verwijderd", "overleg") as werk:
            rij = haal(werk.sessie, Besluit, besluit_id, "Dit besluit")
            punt = werk.sessie.get_one(Agendapunt, rij.agendapunt_id)
            werk.raakt(punt.overleg_id)
            eis_te_wijzigen(punt.overleg)
            weg = besluit_invoer(rij)
            eis_los(werk.sessie, rij, "Dit besluit", "Neem een nieuw besluit in een volgend overleg.")
            werk.sessie.delete(rij)
            return weg

    def stel_vast(self, overleg_id: OverlegId) -> None:
        """The procesregisseur signs the verslag; after that it does not change.

        Besluiten take effect: the casus goes to the fase that the profile ties to the besluit, and who has
        procesregie is noted. An opschaling waits for its own signature (services/opschaling/opschalingen.py).
        Raises BevestigingNodig, InvoerOngeldig for what is missing.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_VASTSTELLEN, "verslag vastgesteld", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            eis_te_wijzigen(overleg)
            punten = verslag_punten(self._werkplek, werk.sessie, overleg)
            profiel = self._werkplek.profiel_van(werk.sessie, overleg)
            ontbreekt = nog_nodig_voor_vaststellen(overleg, punten, profiel)
            if ontbreekt:
                raise InvoerOngeldig("verslag", in_een_zin(ontbreekt))
            leg_namen_vast(werk.sessie, overleg, punten)
            leg_woorden_vast(self._werkplek, werk.sessie, overleg)
            VERSLAG.teken(self._werkplek, werk.sessie, overleg)
            overleg.verslag_status = VerslagStatus.VASTGESTELD
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
                    # the house that keeps procesregie confirms what is: that sends no casus back
                    ook_terug = soort.leidt_tot != "procesregie"
                    breng_naar_fase(self._werkplek, casus, soort.naar_fase, ook_terug=ook_terug)
            casus.gewijzigd_op = self._werkplek.nu()

    def _vul_besluit(self, sessie: Session, punt: Agendapunt, rij: Besluit, invoer: BesluitInvoer) -> None:
        profiel = self._werkplek.profiel_van(sessie, punt.overleg)
        aanpak = sessie.get_one(Casus, punt.casus_id).aanpak if punt.casus_id is not None else ""
        eis(besluiten_per_casus(profiel, invoer.soort, punt.overleg.soort, aanpak))
        if punt.uitkomst:
            raise GebruikersFout(
                f"Bij dit punt staat dat er geen besluit is genomen: {UITKOMST_TEKST[punt.uitkomst]}.",
                advies="Wis eerst de uitkomst.",
            )
        if invoer.belegd_bij is not None:
            eis_stoel(self._werkplek, sessie, punt, invoer.belegd_bij)
        rij.soort = invoer.soort
        rij.omschrijving = tekst("omschrijving", invoer.omschrijving)
        rij.conditie = tekst("conditie", invoer.conditie)
        rij.informering = tekst("informering", invoer.informering)
        rij.belegd_bij_id = invoer.belegd_bij
