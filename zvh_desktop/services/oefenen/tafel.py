"""A tafel from agenda to vastgesteld verslag, played in a practice vault by the accounts that may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from zvh_desktop.errors import ProgrammaFout, RegelGeweigerd
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    ActieStatus,
    AgendapuntId,
    OverlegId,
    PartijId,
    PuntUitkomst,
    TafelHandeling,
    UitnodigingAntwoord,
    UitnodigingStatus,
)
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.casussen import deelnemers
from zvh_desktop.services.oefenen.gegevens import OefenActie, OefenCasus
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingStukken

_REDEN = "De voorzitter is ziek en er is geen vervanger."
_VOORKEUR = ("procesregie", "overig", "procesregie_elders", "afschaling", "opschaling")


def plan_tafel(ploeg: Oefenploeg, diensten: Diensten, dag: date, soort: str = "") -> OverlegId:
    """Plan a tafel of this kind (the usual one unless named) on this day."""
    tafel = ploeg.gegevens.tafel
    return diensten.tafels.plan(
        OverlegInvoer(
            soort=soort or ploeg.profiel.hoofdoverleg.sleutel,
            datum=dag,
            begin=tafel.begin,
            einde=tafel.einde,
            plaats=tafel.plaats,
            voorzitter=tafel.voorzitter,
            notulist=tafel.notulist,
        )
    )


def zet_op_agenda(ploeg: Oefenploeg, diensten: Diensten, overleg_id: OverlegId, casus: OefenCasus) -> AgendapuntId:
    """A casus with doel, type besluit and minutes, every rechtmatige partij invited and asked for its bijdrage."""
    punt_id = diensten.agenda.voeg_casus_toe(overleg_id, ploeg.casussen[casus.sleutel])
    diensten.agenda.wijzig_punt(
        punt_id,
        PuntInvoer(
            minuten=casus.minuten,
            doel=casus.doel,
            besluit_type=_besluit(ploeg, diensten, overleg_id, casus),
            themas=casus.themas,
        ),
    )
    diensten.agenda.nodig_alle_uit(punt_id)
    for partij_id, deelnemer in deelnemers(ploeg, casus):
        if deelnemer.bijdrage and deelnemer.oordeel == "rechtmatig":
            diensten.agenda.vraag_bijdrage(punt_id, partij_id, deelnemer.bijdrage)
    return punt_id


def probeer_geweigerd(ploeg: Oefenploeg, diensten: Diensten, overleg_id: OverlegId, casus: OefenCasus) -> str:
    """Try to seat a partij that may not be at this casus; returns the refusal. The gate must refuse it."""
    punt_id = next(p.id for p in diensten.agenda.toon(overleg_id).punten if p.casus_id == ploeg.casussen[casus.sleutel])
    for partij_id, deelnemer in deelnemers(ploeg, casus):
        if deelnemer.oordeel == "niet":
            try:
                diensten.agenda.zet_deelname(punt_id, partij_id, aan=True)
            except RegelGeweigerd as weigering:
                return str(weigering)
            raise ProgrammaFout("de poort heeft een partij zonder positief oordeel toegelaten")
    return ""


def verzend(ploeg: Oefenploeg, diensten: Diensten, overleg_id: OverlegId) -> int:
    """Make every uitnodiging, hand out its three pieces and record that it went."""
    diensten.uitnodigingen.bereid_voor(overleg_id)
    regels = diensten.uitnodigingen.lijst(overleg_id)
    for regel in regels:
        _geef(ploeg, diensten.uitnodigingen.markeer_verzonden(regel.id))
    return len(regels)


def antwoord(diensten: Diensten, overleg_id: OverlegId, *, hoogstens: int | None = None) -> int:
    """Record answers: most come, one sends somebody else."""
    regels = diensten.uitnodigingen.lijst(overleg_id)[:hoogstens]
    for nummer, regel in enumerate(regels):
        if nummer == 1:
            diensten.uitnodigingen.registreer_antwoord(
                regel.id, UitnodigingAntwoord.VERVANGER, "Een collega met mandaat komt."
            )
        else:
            diensten.uitnodigingen.registreer_antwoord(regel.id, UitnodigingAntwoord.KOMT)
    return len(regels)


def trek_oordelen_in(ploeg: Oefenploeg, diensten: Diensten, casussen: Sequence[OefenCasus]) -> list[str]:
    """The procesregisseur withdraws oordelen after the invitations went out; says which."""
    zinnen = []
    for casus in casussen:
        casus_id = ploeg.casussen[casus.sleutel]
        for partij_id, deelnemer in deelnemers(ploeg, casus):
            if deelnemer.ingetrokken:
                diensten.oordelen.trek_in(casus_id, partij_id, deelnemer.ingetrokken)
                nummer = diensten.casussen.toon(casus_id).nummer
                zinnen.append(f"{diensten.partijen.toon(partij_id).naam} bij casus {nummer}")
    return zinnen


def trek_uitnodigingen_in(ploeg: Oefenploeg, diensten: Diensten, overleg_id: OverlegId) -> list[UitnodigingRegel]:
    """Send the withdrawals; who keeps a seat gets the invitation again, without the point that lapsed."""
    ingetrokken = [
        regel for regel in diensten.uitnodigingen.lijst(overleg_id) if regel.status is UitnodigingStatus.IN_TE_TREKKEN
    ]
    for regel in ingetrokken:
        if ploeg.uitgifte is not None:
            ploeg.uitgifte.vervang_alles_van(regel.partij)
        _geef(ploeg, diensten.uitnodigingen.markeer_ingetrokken(regel.id))
        if ploeg.uitgifte is not None and regel.punten:
            _geef(ploeg, diensten.uitnodigingen.stukken(regel.id))
    return ingetrokken


def zeg_af(ploeg: Oefenploeg, diensten: Diensten, overleg_id: OverlegId) -> int:
    """Call the tafel off and tell everyone who was invited; returns how many."""
    diensten.afgelasten.gelast_af(overleg_id, _REDEN)
    regels = diensten.uitnodigingen.lijst(overleg_id)
    for regel in regels:
        stukken, _ = diensten.afgelasten.noteer_verteld(regel.id)
        _geef(ploeg, stukken)
    return len(regels)


def houd_tafel(ploeg: Oefenploeg, diensten: Diensten, overleg_id: OverlegId, casussen: Sequence[OefenCasus]) -> None:
    """Aan tafel: point after point is opened, written down and closed; and as in life not all goes as planned.

    Somebody else leads it from the second casus on, a partij comes in late, and one casus is not reached.
    """
    op_casus = {ploeg.casussen[casus.sleutel]: casus for casus in casussen}
    diensten.verslagen.meld_geheimhouding(overleg_id, gemeld=True)
    beeld = diensten.verslagen.aan_tafel(overleg_id)
    begonnen = 0
    for punt in beeld.punten:
        ploeg.klok.zet(beeld.kop.invoer.datum, punt.begin)
        casus = op_casus[punt.casus_id] if punt.casus_id is not None else None
        if casus is not None and not casus.bereikt:
            if begonnen:
                diensten.tafelloop.sla_over(punt.id)
            continue
        diensten.verslagen.start_punt(punt.id)
        begonnen += 1
        if casus is not None:
            if begonnen == 2:
                wie = ploeg.gegevens.tafel.tweede_voorzitter
                diensten.tafelloop.draag_over(overleg_id, TafelHandeling.VOORZITTER, wie)
            _laat_binnen(ploeg, diensten, punt.id, casus)
            diensten.tafelloop.voorzitter.wijs_op_geheimhouding(punt.id, gewezen=True)
            zittend = next(p.aanwezigen for p in diensten.verslagen.toon(overleg_id).punten if p.id == punt.id)
            _bespreek(ploeg, diensten, overleg_id, punt.id, frozenset(een.partij_id for een in zittend), casus)
        diensten.verslagen.rond_punt_af(punt.id)
    for punt in beeld.punten:
        if punt.casus_id is not None and not op_casus[punt.casus_id].bereikt:
            diensten.uitkomsten.zet(punt.id, PuntUitkomst.NIET_BEHANDELD)


def _laat_binnen(ploeg: Oefenploeg, diensten: Diensten, punt_id: AgendapuntId, casus: OefenCasus) -> None:
    """Who was not there yet when the casus was opened, and comes in ten minutes later."""
    for partij_id, deelnemer in deelnemers(ploeg, casus):
        if deelnemer.later:
            diensten.verslagen.zet_aanwezigheid(punt_id, partij_id, Aanwezigheid.AFWEZIG)
            ploeg.klok.verder(minuten=10)
            diensten.tafelloop.laat_binnen(punt_id, partij_id)


def _besluit(ploeg: Oefenploeg, diensten: Diensten, overleg_id: OverlegId, casus: OefenCasus) -> str:
    """What this casus is for, in the words of this kind of meeting and of the aanpak of the casus."""
    soort = diensten.agenda.toon(overleg_id).kop.invoer.soort
    aanpak = diensten.casussen.toon(ploeg.casussen[casus.sleutel]).aanpak_sleutel
    return besluitsoort(ploeg.profiel, casus.besluit, soort, aanpak)


def besluitsoort(profiel: Huisprofiel, gevolg: str, overlegsoort: str, aanpak: str) -> str:
    """The besluit of this house with this consequence, or else the one that comes closest."""
    passend = [besluit for besluit in profiel.besluiten if besluit.past(overlegsoort, aanpak)]
    for een in (gevolg, *_VOORKEUR):
        for besluit in passend:
            if besluit.leidt_tot == een:
                return besluit.sleutel
    return passend[0].sleutel


def actie_invoer(ploeg: Oefenploeg, actie: OefenActie, partij_id: PartijId, dag: date) -> ActieInvoer:
    """An actie with its term counted from this day."""
    leefgebieden = ploeg.profiel.leefgebieden
    return ActieInvoer(
        omschrijving=actie.tekst,
        belegd_bij=partij_id,
        termijn=dag + timedelta(days=actie.dagen),
        leefgebied=leefgebieden[actie.leefgebied % len(leefgebieden)],
    )


def _bespreek(
    ploeg: Oefenploeg,
    diensten: Diensten,
    overleg_id: OverlegId,
    punt_id: AgendapuntId,
    zittend: frozenset[PartijId],
    casus: OefenCasus,
) -> None:
    diensten.verslagen.bewaar_tekst(punt_id, VerslagTekst(casus.beeld, casus.oordeel_tekst, casus.besluitvorming))
    belegd = ploeg.partij(casus.belegd) if casus.belegd else None
    diensten.verslagen.voeg_besluit_toe(
        punt_id,
        BesluitInvoer(
            soort=_besluit(ploeg, diensten, overleg_id, casus),
            omschrijving=casus.besluit_tekst,
            conditie=casus.conditie,
            informering=casus.informering,
            belegd_bij=belegd if belegd in zittend else None,
        ),
    )
    dag = diensten.werkplek.vandaag()
    for actie in casus.acties:
        partij_id = ploeg.partij(actie.rol)
        if partij_id is None or partij_id not in zittend:
            continue
        actie_id = diensten.acties.voeg_toe_bij_punt(punt_id, actie_invoer(ploeg, actie, partij_id, dag))
        if actie.gereed:
            diensten.acties.zet_status(actie_id, ActieStatus.GEREED)


def meld_af(ploeg: Oefenploeg, diensten: Diensten, overleg_id: OverlegId) -> None:
    """Somebody could not come: the last partij at the last casus is excused, and gave its view on paper before."""
    punten = [punt for punt in diensten.verslagen.toon(overleg_id).punten if punt.aanwezigen and punt.gestart]
    if punten:
        laatste = punten[-1]
        diensten.verslagen.zet_aanwezigheid(laatste.id, laatste.aanwezigen[-1].partij_id, Aanwezigheid.SCHRIFTELIJK, "")


def _geef(ploeg: Oefenploeg, stukken: UitnodigingStukken) -> None:
    ploeg.geef(stukken.brief, stukken.agenda_item, stukken.concept)
