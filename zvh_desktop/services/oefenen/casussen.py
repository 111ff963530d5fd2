"""From aanmelding to oordelen, played in a practice vault by the accounts that may."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import (
    AanmeldingId,
    BuitenRoutering,
    CasusId,
    OordeelUitkomst,
    PartijId,
    Rol,
    VastleggingSoort,
)
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingInvoer, BetrokkeneInvoer, CriteriumInvoer
from zvh_desktop.services.casus.einden import TerugkoppelingInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.casus.vooroverleg import VastleggingInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.gegevens import OefenCasus, OefenDeelnemer, OefenMelding
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.oefenen.weging import weeg
from zvh_desktop.services.poort.oordelen import OordeelInvoer

_HALF_JAAR = timedelta(days=182)


def meld_aan(ploeg: Oefenploeg, meldingen: Iterable[OefenMelding]) -> tuple[AanmeldingId, ...]:
    """The secretariat writes down what came in, each on its own day."""
    gemaakt = []
    for melding in meldingen:
        diensten = ploeg.op(melding.dagen, Rol.MEDEWERKER)
        gemaakt.append(diensten.aanmeldingen.nieuw(_invoer(ploeg, diensten, melding)))
    return tuple(gemaakt)


def beoordeel(
    ploeg: Oefenploeg, diensten: Diensten, paren: Iterable[tuple[AanmeldingId, OefenMelding]]
) -> list[CasusId]:
    """The procesregisseur accepts, or refuses with the reason."""
    casussen = []
    for aanmelding_id, melding in paren:
        if melding.uitkomst == "geaccepteerd":
            casussen.append(diensten.aanmeldingen.accepteer(aanmelding_id))
        elif melding.uitkomst == "afgewezen":
            diensten.aanmeldingen.wijs_af(aanmelding_id, melding.reden)
    return casussen


def verwijs(ploeg: Oefenploeg, meldingen: Sequence[OefenMelding]) -> None:
    """A casus that turns out in triage to belong elsewhere: it ends there, and the aanmelder is told."""
    for melding, aanmelding_id in zip(meldingen, meld_aan(ploeg, meldingen), strict=True):
        regie = ploeg.op(melding.dagen - 2, Rol.PROCESREGISSEUR)
        met = VastleggingInvoer(regie.werkplek.vandaag(), regie.aanmeldingen.toon(aanmelding_id).invoer.contact_naam)
        regie.vooroverleg.leg_vast(VastleggingSoort.AANMELDER, met, aanmelding_id=aanmelding_id)
        casus_id = regie.aanmeldingen.accepteer(aanmelding_id)
        elders = TriageInvoer(routering=BuitenRoutering.ELDERS, toelichting=melding.reden)
        regie.triage.bewaar(casus_id, elders)
        ploeg.teken_op(melding.dagen - 2).triage.rond_af(casus_id)
        gezegd = TerugkoppelingInvoer(regie.werkplek.vandaag(), "telefonisch", melding.reden)
        regie.einden.koppel_terug(casus_id, gezegd)


def bevraag(ploeg: Oefenploeg, diensten: Diensten, casussen: Sequence[OefenCasus]) -> None:
    """Triage: doel and thema's on paper, and questions to partijen."""
    for casus in casussen:
        if casus.triage == "nieuw":
            continue
        routering = ploeg.profiel.hoofdoverleg.sleutel
        diensten.triage.bewaar(ploeg.casussen[casus.sleutel], TriageInvoer(casus.doel, casus.themas, routering))
        for partij_id, deelnemer in deelnemers(ploeg, casus):
            if deelnemer.vraag:
                diensten.triage.vraag(ploeg.casussen[casus.sleutel], partij_id, deelnemer.vraag)
                diensten.triagebrieven.noteer_verstuurd(ploeg.casussen[casus.sleutel], partij_id)


def beantwoord(ploeg: Oefenploeg, diensten: Diensten, casussen: Sequence[OefenCasus]) -> None:
    """Triage: what the partijen answered, and whether they are of importance."""
    for casus in casussen:
        for partij_id, deelnemer in deelnemers(ploeg, casus):
            # who did not answer is weighed all the same, or the triage cannot be closed
            if deelnemer.vraag and (deelnemer.antwoord or casus.triage == "klaar"):
                diensten.triage.antwoord(
                    ploeg.casussen[casus.sleutel], partij_id, deelnemer.antwoord, relevant=deelnemer.relevant
                )


def rond_triage_af(ploeg: Oefenploeg, diensten: Diensten, casussen: Sequence[OefenCasus]) -> None:
    """The procesregisseur closes the triage and gives an oordeel on every partij; all of a casus at once."""
    klaar = [casus for casus in casussen if casus.triage == "klaar"]
    for casus in klaar:
        diensten.oordelen.geef(ploeg.casussen[casus.sleutel], _oordelen(ploeg, diensten, casus))
    weeg(ploeg, diensten, klaar)
    for casus in klaar:
        diensten.triage.rond_af(ploeg.casussen[casus.sleutel])


def deelnemers(ploeg: Oefenploeg, casus: OefenCasus) -> tuple[tuple[PartijId, OefenDeelnemer], ...]:
    """The partijen of this house in the roles of this casus."""
    return tuple(
        (partij_id, deelnemer)
        for deelnemer in casus.deelnemers
        if (partij_id := ploeg.partij(deelnemer.rol)) is not None
    )


def _oordelen(ploeg: Oefenploeg, diensten: Diensten, casus: OefenCasus) -> tuple[OordeelInvoer, ...]:
    dag = diensten.werkplek.vandaag()
    groepen = {regel.id: regel.groep for regel in diensten.partijen.lijst()}
    gegeven = []
    for partij_id, deelnemer in deelnemers(ploeg, casus):
        grondslagen = ploeg.profiel.grondslagen_voor(groepen[partij_id])
        grondslag = grondslagen[0].tekst if grondslagen else "Noodzakelijk voor de eigen wettelijke taak in deze casus"
        if deelnemer.oordeel == "niet":
            gegeven.append(OordeelInvoer(partij_id, OordeelUitkomst.NIET_RECHTMATIG, motivering=deelnemer.motivering))
        elif deelnemer.oordeel != "open":
            gegeven.append(
                OordeelInvoer(
                    partij_id,
                    OordeelUitkomst.RECHTMATIG,
                    grondslag,
                    deelnemer.motivering,
                    geldig_tot=dag + (timedelta(days=3) if deelnemer.oordeel == "verlopend" else _HALF_JAAR),
                )
            )
    return tuple(gegeven)


def _melder(ploeg: Oefenploeg, diensten: Diensten, rol: str) -> PartijId:
    """The partij in this role; the first of the convenant where nobody has it, or one that may not hand in a casus."""
    partijen = {regel.id: regel.soort for regel in diensten.partijen.lijst()}
    kan = [partij for partij in ploeg.partijen.values() if partijen[partij] in ploeg.profiel.aanmelders]
    if not kan:
        raise GebruikersFout("In dit huisprofiel staat geen partij van het convenant: er is niemand die aanmeldt.")
    gekozen = ploeg.partij(rol)
    return gekozen if gekozen in kan else kan[0]


def _invoer(ploeg: Oefenploeg, diensten: Diensten, melding: OefenMelding) -> AanmeldingInvoer:
    vandaag = diensten.werkplek.vandaag()
    melder = _melder(ploeg, diensten, melding.melder)
    contact = diensten.partijen.toon(melder).contactpersonen[0]
    return AanmeldingInvoer(
        datum=vandaag,
        partij_id=melder,
        aanpak=_aanpak(ploeg, melding.aanpak, vandaag),
        contact_naam=contact.naam,
        contact_email=contact.email,
        contact_telefoon=contact.telefoon,
        zorgelijke_situatie=melding.situatie,
        naar_aanleiding_van=melding.aanleiding,
        verzoek=melding.verzoek,
        overige_informatie=melding.overig,
        betrokkenen=tuple(
            BetrokkeneInvoer(een.naam, Geboortedatum.van(een.geboren), een.gemeente, een.adres)
            for een in melding.betrokkenen
        ),
        criteria=tuple(
            CriteriumInvoer(criterium.sleutel, voldoet=melding.uitkomst != "afgewezen", motivering=melding.criterium)
            for criterium in ploeg.profiel.criteria
            if melding.criterium
        ),
    )


def _aanpak(ploeg: Oefenploeg, nummer: int, dag: date) -> str:
    geldend = [aanpak for aanpak in ploeg.profiel.aanpakken if aanpak.geldt_op(dag)] or list(ploeg.profiel.aanpakken)
    return geldend[nummer % len(geldend)].sleutel
