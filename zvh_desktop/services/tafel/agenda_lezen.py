"""Read an agenda as the builder shows it: computed times, the matrix partij x casus, and what asks for attention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import (
    OverlegStatus,
    PartijId,
    PartijSoort,
    PoortStand,
    UitnodigingStatus,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.triage import Triage, Triagevraag
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.casus.aanmeldingen import aanpak_naam
from zvh_desktop.services.poort.deelnames import Tafelschikking, lees_schikking, lees_stoelen
from zvh_desktop.services.poort.gesloten import hoort_van_de_agenda
from zvh_desktop.services.poort.oordeelverzoeken import Verzoek, verzoeken_uit, verzoeken_van
from zvh_desktop.services.regelboek.casus import gevraagde_bijdrage
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld, BesluitKeuze, Cel, Partijkolom, PuntRegel
from zvh_desktop.services.tafel.agenda_stand import AgendaStand, stand_van
from zvh_desktop.services.tafel.akkoord import nog_nodig_voor_akkoord
from zvh_desktop.services.tafel.tafelorde import op_agenda
from zvh_desktop.services.tafel.tafels import overleg_kop
from zvh_desktop.services.werkplek.samen import Vraag, lees_samen, naast
from zvh_desktop.services.werkplek.uitleen import casussen_uit, zinnen_van
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class AgendaBron:
    """Everything an agenda is shown from, read in a fixed number of statements."""

    overleg: Overleg
    partijen: Sequence[Partij]
    schikking: Tafelschikking
    gevraagd: Mapping[tuple[int, int], Verzoek]
    in_triage: frozenset[int]
    """The partijen that the triage of a casus on this agenda asks about."""
    in_te_trekken: int
    """How many uitnodigingen that were sent have to be withdrawn."""
    verstuurd: frozenset[int]
    """The partijen whose uitnodiging was sent and still holds."""
    uitgeleend: Mapping[int, str]
    """By casus who has it in a koffer, and until when."""

    def stand(self) -> AgendaStand:
        """The agenda as one value, for undo."""
        return stand_van(self.overleg, (deelname for deelname, _ in self.schikking.rijen))

    def met(self, stoel: Deelname, partij: Partij) -> AgendaBron:
        """The same with this seat, that was just written."""
        rijen = (*((rij, wie) for rij, wie in self.schikking.rijen if rij is not stoel), (stoel, partij))
        return replace(self, schikking=self.schikking.opnieuw(self.overleg, rijen))

    def zonder(self, stoel: Deelname) -> AgendaBron:
        """The same without this seat."""
        rijen = ((rij, wie) for rij, wie in self.schikking.rijen if rij is not stoel)
        return replace(self, schikking=self.schikking.opnieuw(self.overleg, rijen))


def lees_bron(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> AgendaBron:
    """Read it; every oordeel is verified now."""
    partijen, punten, stoelen, _ = naast(
        sessie,
        lambda: mogelijke_partijen(sessie),
        lambda: op_agenda(overleg),
        lambda: lees_stoelen(sessie, overleg),
        lambda: inzicht(sessie),  # what is read after this rests on it
    )
    casussen = [punt.casus_id for punt in punten if punt.casus_id is not None]
    vragen: tuple[Vraag, ...] = (
        select(Triagevraag.partij_id).join(Triage).where(Triage.casus_id.in_(casussen)),
        select(Uitnodiging.partij_id, Uitnodiging.status).where(Uitnodiging.overleg_id == overleg.id),
        verzoeken_van(casussen),
        casussen_uit(casussen),
    )
    (in_triage, uitnodigingen, gevraagd, uit), schikking = naast(
        sessie,
        lambda: lees_samen(sessie, vragen),
        lambda: lees_schikking(
            werkplek, sessie, overleg, joinedload(Casus.betrokkenen), partijen=partijen, allen=True, stoelen=stoelen
        ),
    )
    return AgendaBron(
        overleg,
        partijen,
        schikking.van_de_agenda(overleg),
        verzoeken_uit(gevraagd),
        frozenset(partij for (partij,) in in_triage),
        sum(stand == UitnodigingStatus.IN_TE_TREKKEN for _, stand in uitnodigingen),
        frozenset(partij for partij, stand in uitnodigingen if stand == UitnodigingStatus.VERZONDEN),
        zinnen_van(sessie, uit),
    )


def lees_agenda(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> AgendaBeeld:
    """The agenda with its matrix; every oordeel is verified now."""
    return bouw_agenda(werkplek, sessie, lees_bron(werkplek, sessie, overleg))


def bouw_agenda(werkplek: Werkplek, sessie: Session, bron: AgendaBron) -> AgendaBeeld:
    """The agenda as it is shown, from what was read."""
    overleg, partijen, schikking = bron.overleg, bron.partijen, bron.schikking
    profiel = werkplek.profiel_van(sessie, overleg)
    besluiten = {besluit.sleutel: besluit.naam for besluit in profiel.besluiten}
    regels: list[PuntRegel] = []
    betrokken = bron.in_triage | {partij_id for _, partij_id in bron.gevraagd} | _vaste_partijen(profiel, bron)
    moment = datetime.combine(overleg.datum, overleg.begin)
    eind = datetime.combine(overleg.datum, overleg.einde)
    for nummer, punt in enumerate(op_agenda(overleg), start=1):
        tot = moment + timedelta(minutes=punt.minuten)
        casus = schikking.casus(punt)
        uit = bron.uitgeleend.get(casus.id, "") if casus is not None else ""
        cellen = _cellen(bron, punt, casus)
        betrokken |= {
            cel.partij_id
            for cel in cellen
            if cel.stand not in (PoortStand.NIET_BEOORDEELD, PoortStand.NIET_VAN_TOEPASSING)
        }
        kwijt = [p.kort for p, cel in zip(partijen, cellen, strict=True) if cel.vervallen]
        aanpak = aanpak_naam(werkplek, casus.aanpak) if casus else ""
        regels.append(
            PuntRegel(
                id=punt.id,
                nummer=nummer,
                casus_id=casus.id if casus else None,
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
                gemarkeerd=_markering(overleg, casus, profiel.termen, uit or _kwijt(kwijt)),
                uitgeleend=uit,
            )
        )
        moment = tot
    return AgendaBeeld(
        kop=overleg_kop(werkplek, sessie, overleg),
        kolommen=tuple(Partijkolom(p.id, p.kort, p.naam, p.id in betrokken) for p in partijen),
        punten=tuple(regels),
        besluiten=tuple(BesluitKeuze(b.sleutel, b.naam) for b in profiel.besluiten if b.past(overleg.soort)),
        totaal_minuten=_minuten_nodig(overleg),
        beschikbaar_minuten=_minuten_beschikbaar(overleg),
        te_wijzigen=_is_te_wijzigen(overleg),
        nog_nodig=nog_nodig_voor_akkoord(werkplek, sessie, overleg, schikking),
        aandacht=_aandacht(werkplek, sessie, bron, regels),
    )


def _markering(overleg: Overleg, casus: Casus | None, termen: Termen, anders: str) -> str:
    gesloten = hoort_van_de_agenda(overleg, casus, termen) if casus is not None else ""
    return gesloten or anders


def _kwijt(kwijt: list[str]) -> str:
    return f"Niet meer rechtmatig aanwezig: {', '.join(kwijt)}" if kwijt else ""


def _cellen(
    bron: AgendaBron,
    punt: Agendapunt,
    casus: Casus | None,
) -> tuple[Cel, ...]:
    schikking, partijen = bron.schikking, bron.partijen
    if casus is None:
        leeg = (PoortStand.NIET_VAN_TOEPASSING, "geen casus: dit onderwerp is van het huis zelf")
        return tuple(Cel(p.id, *leeg, "", "", None, vervallen=False) for p in partijen)
    stand = schikking.beeld.standen(casus.id, partijen)
    zittend = {p.id: d for d, p in schikking.bij(punt)}
    vervallen = schikking.vervallen_bij(punt)
    return tuple(
        Cel(
            partij_id=p.id,
            stand=PoortStand.UITGENODIGD if p.id in zittend else stand[p.id].stand,
            reden=stand[p.id].reden,
            gevraagde_bijdrage=zittend[p.id].gevraagde_bijdrage if p.id in zittend else "",
            grondslag=stand[p.id].grondslag,
            geldig_tot=stand[p.id].geldig_tot,
            vervallen=p.id in vervallen,
            gevraagd=bron.gevraagd.get((casus.id, p.id)),
            verstuurd=p.id in bron.verstuurd,
        )
        for p in partijen
    )


def _aandacht(
    werkplek: Werkplek, sessie: Session, bron: AgendaBron, regels: list[PuntRegel]
) -> tuple[Aandachtspunt, ...]:
    overleg = bron.overleg
    punten = [] if _is_te_wijzigen(overleg) else _afgeschaald(overleg, werkplek.profiel.termen, bron.schikking)
    te_lang = _minuten_nodig(overleg) - _minuten_beschikbaar(overleg)
    if te_lang > 0:
        punten.append(Aandachtspunt(f"De agenda duurt {te_lang} {'minuut' if te_lang == 1 else 'minuten'} te lang."))
    zonder = sum(
        1
        for punt in regels
        for cel in punt.cellen
        if cel.stand is PoortStand.UITGENODIGD and not cel.gevraagde_bijdrage.strip()
    )
    herinnering = gevraagde_bijdrage(werkplek.profiel_van(sessie, overleg), zonder)
    if herinnering is not None and overleg.status != OverlegStatus.AFGELAST:
        punten.append(herinnering)
    if bron.in_te_trekken:
        een = bron.in_te_trekken == 1
        wat = "verzonden uitnodiging klopt" if een else "verzonden uitnodigingen kloppen"
        zin = f"{bron.in_te_trekken} {wat} niet meer en {'moet' if een else 'moeten'} worden ingetrokken."
        punten.append(Aandachtspunt(zin))
    return tuple(punten)


def _is_te_wijzigen(overleg: Overleg) -> bool:
    return overleg.status in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD)


def _afgeschaald(overleg: Overleg, termen: Termen, schikking: Tafelschikking) -> list[Aandachtspunt]:
    """An agenda that has akkoord cannot change; that a casus on it is closed has to be seen all the same."""
    casussen = (schikking.casus(punt) for punt in op_agenda(overleg))
    gesloten = (hoort_van_de_agenda(overleg, casus, termen) for casus in casussen if casus)
    return [Aandachtspunt(zin) for zin in gesloten if zin]


def _minuten_nodig(overleg: Overleg) -> int:
    return sum(punt.minuten for punt in op_agenda(overleg))


def _vaste_partijen(profiel: Huisprofiel, bron: AgendaBron) -> set[PartijId]:
    """Who usually sits at this kind of meeting: shown from the start, and allowed no more than anybody else."""
    soort = next((een for een in profiel.casusoverleggen if een.sleutel == bron.overleg.soort), None)
    namen = {gevouwen(kort) for kort in soort.vaste_partijen} if soort is not None else set()
    return {partij.id for partij in bron.partijen if gevouwen(partij.kort) in namen}


def _minuten_beschikbaar(overleg: Overleg) -> int:
    begin = datetime.combine(overleg.datum, overleg.begin)
    return int((datetime.combine(overleg.datum, overleg.einde) - begin).total_seconds() // 60)


def mogelijke_partijen(sessie: Session) -> list[Partij]:
    """Who can have a column in the matrix: everybody but a derde."""
    return list(sessie.scalars(select(Partij).where(Partij.soort != PartijSoort.DERDE).order_by(Partij.id)))
