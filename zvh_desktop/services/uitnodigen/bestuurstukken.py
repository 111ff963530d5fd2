"""What one member of a meeting without casussen is sent: letter, calendar item, draft; and to take it back."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from sqlalchemy.orm import Session

from zvh_desktop.documents.agenda_ics import UitnodigingIcsGegevens, bouw_uitnodiging_ics
from zvh_desktop.documents.bestuur.overleg_uitnodiging import (
    OverlegUitnodigingGegevens,
    bouw_overleg_intrekking_pdf,
    bouw_overleg_uitnodiging_pdf,
)
from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.adres import Postvak
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.kop import DocumentOverleg, Geadresseerde
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuur import OverlegUitnodiging
from zvh_desktop.models.keuzes import DocumentSoort
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, datum_lang, hoofdletter, tijd
from zvh_desktop.services.bestuur.gegevens import BestuurBeeld, LidRegel
from zvh_desktop.services.bestuur.leden import lid_uitleg
from zvh_desktop.services.huis.instellingen import lees_instellingen
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.lezers import naar_elders, naar_partij
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.stukken.kop import maak_kop, maak_overlegkop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger
from zvh_desktop.services.uitnodigen.stukken import Bericht, afzender
from zvh_desktop.services.werkplek.klok import als_utc
from zvh_desktop.services.werkplek.werkplek import Werkplek

_UITNODIGING = (
    DocumentSoort.OVERLEG_UITNODIGING,
    DocumentSoort.OVERLEG_UITNODIGING_ICS,
    DocumentSoort.OVERLEG_UITNODIGING_EML,
)
_INTREKKING = (
    DocumentSoort.OVERLEG_INTREKKING,
    DocumentSoort.OVERLEG_INTREKKING_ICS,
    DocumentSoort.OVERLEG_INTREKKING_EML,
)


@dataclass(frozen=True, slots=True)
class LidStukken:
    """What goes out to one member."""

    ontvanger: Ontvanger
    bericht: Bericht
    brief: Stuk
    agenda_item: Stuk
    concept: Stuk


def inhoud_van(beeld: BestuurBeeld, lid: LidRegel) -> str:
    """What an uitnodiging says, to see later whether it still would: when, where, which points, what is asked."""
    kop = beeld.kop.invoer
    punten = [[punt.begin.isoformat(), punt.invoer.onderwerp] for punt in beeld.punten]
    wanneer = [kop.datum.isoformat(), kop.begin.isoformat(), kop.einde.isoformat(), kop.plaats]
    return json.dumps([wanneer, punten, lid.invoer.gevraagde_inbreng], ensure_ascii=False)


def _zoals_gestuurd(rij: OverlegUitnodiging, nu: DocumentOverleg) -> DocumentOverleg:
    """The meeting as this member has it in the calendar: what is taken back is that, wherever it was moved since."""
    if not rij.gestuurd_inhoud:
        return nu
    dag, begin, einde, plaats = json.loads(rij.gestuurd_inhoud)[0]
    return replace(
        nu,
        datum=date.fromisoformat(dag),
        begin=time.fromisoformat(begin),
        einde=time.fromisoformat(einde),
        plaats=plaats,
    )


def _ingetrokken(rij: OverlegUitnodiging, gegevens: OverlegUitnodigingGegevens) -> OverlegUitnodigingGegevens:
    """What a withdrawal says: not what was on the agenda or asked, so nothing is asked about that either."""
    overleg = _zoals_gestuurd(rij, gegevens.overleg)
    return replace(gegevens, overleg=overleg, punten=(), zetel="", gevraagde_inbreng="", afspraken=(), geen_casus="")


def gestuurd_aan(rij: OverlegUitnodiging, lid: LidRegel) -> Ontvanger | None:
    """Who got the last one; None before, and once it was taken back."""
    if not rij.gestuurd_email or rij.ingetrokken_op is not None:
        return None
    return Ontvanger(rij.gestuurd_naam, lid.zetel.functie, rij.gestuurd_email)


def lid_ontvanger(rij: OverlegUitnodiging, lid: LidRegel) -> Ontvanger:
    """Whom it goes to: whoever got the one before, or else who has the seat. Raises InvoerOngeldig without address."""
    eerder = gestuurd_aan(rij, lid)
    if eerder is not None:
        return eerder
    if not lid.invoer.vertegenwoordiger or not lid.invoer.email:
        raise InvoerOngeldig(
            "email", f"Van {lid.naam} is nog geen naam en e-mailadres ingevuld.", advies="Vul die in bij dit lid (F2)."
        )
    return Ontvanger(lid.invoer.vertegenwoordiger, lid.zetel.functie, lid.invoer.email)


def lidstukken(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    beeld: BestuurBeeld,
    rij: OverlegUitnodiging,
    lid: LidRegel,
    *,
    intrekking: bool,
) -> LidStukken:
    """Letter, calendar item and draft. Raises InvoerOngeldig when an address is missing."""
    aan = lid_ontvanger(rij, lid)
    gegevens = _brief(werkplek, sessie, overleg, beeld, lid, aan, vervangt=rij.volgnummer > 0)
    if intrekking:
        gegevens = _ingetrokken(rij, gegevens)
    gegevens = langs_de_uitgang(werkplek, sessie, _lezer(sessie, lid), gegevens)
    brief = bouw_overleg_intrekking_pdf(gegevens) if intrekking else bouw_overleg_uitnodiging_pdf(gegevens)
    van = gegevens.afzender
    kop = gegevens.overleg
    ics = bouw_uitnodiging_ics(
        UitnodigingIcsGegevens(
            uid=rij.uid,
            volgnummer=rij.volgnummer + 1 if intrekking else rij.volgnummer,
            intrekking=intrekking,
            huis_kort=gegevens.kop.huis_kort,
            overleg_naam=beeld.kop.naam,
            begin=als_utc(kop.datum, kop.begin),
            einde=als_utc(kop.datum, kop.einde),
            plaats=kop.plaats,
            organisator_naam=f"Secretariaat {gegevens.kop.huis_kort}",
            organisator_email=van.email,
            genodigde_naam=aan.naam,
            genodigde_email=aan.email,
            gemaakt_op=werkplek.klok(),
            oefen=werkplek.kluis.oefen,
            weging=gegevens.kop.weging,
        )
    )
    bericht = _bericht(werkplek, gegevens, aan, intrekking=intrekking)
    soorten = _INTREKKING if intrekking else _UITNODIGING
    namen = [bestandsnaam(soort, kop.datum, lid.kort or None, _volgnummer(beeld, lid)) for soort in soorten]
    afspraak = BijlageSoort.ICS_INTREKKING if intrekking else BijlageSoort.ICS_UITNODIGING
    concept = bouw_concept_eml(
        ConceptEmlGegevens(
            ontvanger_naam=aan.naam,
            ontvanger_email=aan.email,
            onderwerp=bericht.onderwerp,
            tekst=bericht.tekst,
            datum=werkplek.klok(),
            weging=gegevens.kop.weging,
            van=Postvak(f"Secretariaat {gegevens.kop.huis_kort}", van.email),
            bijlagen=(EmlBijlage(namen[0], BijlageSoort.PDF, brief), EmlBijlage(namen[1], afspraak, ics)),
        )
    )
    stukken = [
        Stuk(soort, naam, inhoud, lid.partij_id, lid.partij, ())
        for soort, naam, inhoud in zip(soorten, namen, (brief, ics, concept), strict=True)
    ]
    return LidStukken(aan, bericht, *stukken)


def _lezer(sessie: Session, lid: LidRegel) -> Bestemming:
    partij = sessie.get(Partij, lid.partij_id) if lid.partij_id is not None else None
    return naar_partij(partij) if partij is not None else naar_elders(lid.naam, f"lid {lid.id}")


def antwoord_voor(werkplek: Werkplek, sessie: Session, dag: date) -> date:
    """By when an answer and the inbreng are asked."""
    dagen = lees_instellingen(sessie).antwoord_dagen
    return max(dag - timedelta(days=dagen), min(werkplek.vandaag() + timedelta(days=1), dag))


def _brief(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    beeld: BestuurBeeld,
    lid: LidRegel,
    aan: Ontvanger,
    *,
    vervangt: bool,
) -> OverlegUitnodigingGegevens:
    profiel = werkplek.profiel_van(sessie, overleg)
    soort = profiel.overlegsoort(overleg.soort)
    return OverlegUitnodigingGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Uitnodiging",
            ontvanger=lid.naam,
            versie=str(overleg.agenda_versie),
            artikel=soort.artikel,
        ),
        aan=Geadresseerde(lid.partij, aan.naam, aan.functie),
        overleg=maak_overlegkop(werkplek, sessie, overleg),
        punten=tuple((punt.begin, punt.invoer.onderwerp) for punt in beeld.punten),
        zetel=f"U bent {lid_uitleg(soort, lid.zetel)}.",
        gevraagde_inbreng=lid.invoer.gevraagde_inbreng,
        afspraken=beeld.stemregel,
        geen_casus=beeld.geen_casus,
        afzender=afzender(werkplek, sessie, profiel),
        antwoord_voor=antwoord_voor(werkplek, sessie, overleg.datum),
        vervangt_eerdere=vervangt,
    )


def _bericht(werkplek: Werkplek, gegevens: OverlegUitnodigingGegevens, aan: Ontvanger, *, intrekking: bool) -> Bericht:
    overleg = gegevens.overleg
    wanneer = (
        f"het overleg op {datum_lang(overleg.datum)}, {tijd(overleg.begin)} uur, {overleg.plaats} ({overleg.naam})"
    )
    if intrekking:
        onderwerp = f"Intrekking uitnodiging {overleg.naam} {datum_kort(overleg.datum)}"
        tekst = (
            f"Hierbij trekken wij uw uitnodiging in voor {wanneer}. De afspraak haalt u weg met de bijlage. Zou iemand "
            "in uw plaats komen? Laat het ook diegene weten."
        )
    else:
        onderwerp = f"Uitnodiging {overleg.naam} {datum_kort(overleg.datum)}"
        inbreng = " en uw inbreng te sturen" if gegevens.gevraagde_inbreng else ""
        tekst = (
            f"Hierbij ontvangt u de uitnodiging voor {wanneer}. De brief met de agenda en de afspraak vindt u in de "
            f"bijlagen.\n\nWilt u uiterlijk {datum_kort(gegevens.antwoord_voor)} laten weten of u komt{inbreng}?"
        )
    groet = f"Met vriendelijke groet,\n{werkplek.naam}\n{gegevens.kop.huis_kort}\n"
    return Bericht(onderwerp=hoofdletter(onderwerp), tekst=f"Geachte {aan.naam},\n\n{tekst}\n\n{groet}")


def _volgnummer(beeld: BestuurBeeld, lid: LidRegel) -> int:
    """Which seat of this meeting: more of one partij, and those without, would have one name."""
    return [een.id for een in beeld.leden].index(lid.id) + 1
