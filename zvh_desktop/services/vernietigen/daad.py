"""The act itself, in the transaction of the caller: what goes, what is signed, and that it has to be erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.keten.geleegd import LEEG, leeg, leeg_inhoud, te_legen
from zvh_desktop.database.vernietigen.loten import Deel, Lot
from zvh_desktop.database.vernietigen.wegdoen import (
    ALLES,
    Dossier,
    Voortgang,
    doe_weg,
    losse_keuzes,
    tel,
    verklaringen_over,
    zonder_wachters,
)
from zvh_desktop.models.afschaling import Afschaling, AfschalingRegel
from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.vernietigen.bewaren import Vernietigvoorstel
from zvh_desktop.models.vernietigen.vernietiging import Vernietiging
from zvh_desktop.services.casus.afschaling_getekend import AFSCHALING
from zvh_desktop.services.cijfers.bewaren import telt_mee
from zvh_desktop.services.huis.weergaven import vergeet_weergaven_over
from zvh_desktop.services.vernietigen.eigen import DEEL, NAAM
from zvh_desktop.services.vernietigen.gedeeld import (
    maak_schoon,
    rust_op_verslag,
    teken_afschaling,
    teken_gedeeld,
    verifieer_gedeeld,
)
from zvh_desktop.services.vernietigen.gegevens import Inhoudsopgave
from zvh_desktop.services.vernietigen.genoemd import elders_genoemd
from zvh_desktop.services.vernietigen.getekend import VERNIETIGING
from zvh_desktop.services.vernietigen.opnieuw import GEOPEND
from zvh_desktop.services.vernietigen.tellen import TELLING, Eindtelling, Verzoektelling
from zvh_desktop.services.vernietigen.termijnen import TE_KIEZEN, Bewaartijd
from zvh_desktop.services.vernietigen.wissen import noteer
from zvh_desktop.services.vernietigen.woorden import (
    VernietigWoorden,
    als_tekst,
    bijlagen,
    met_eerdere,
    soorten,
    uitgiften,
)
from zvh_desktop.services.werkplek.werkplek import Werkplek

_NIET_BIJ_SCHONEN = "Nummer, besluit tot {t.afschaling} en checklist"


@dataclass(frozen=True, slots=True)
class Opruimopdracht:
    """What goes, under which term, and who proposed it."""

    soort: VernietigSoort
    nummer: str
    dossier: Dossier
    delen: frozenset[Deel]
    tijd: Bewaartijd
    samen_met: str = ""
    geopend: str = ""
    """The day on which the casus was opened; empty for an aanmelding."""
    telling: Eindtelling | Verzoektelling | None = None
    """How it counts once it is gone; None where it does not count, or does not go whole."""


def delen_van(soort: VernietigSoort, kernset: frozenset[Deel] | None) -> frozenset[Deel]:
    """Which parts of the file go."""
    if soort is VernietigSoort.SCHONEN:
        return ALLES - {Deel.KERN} - (kernset or frozenset())
    return frozenset({DEEL[soort]}) if soort in DEEL else ALLES


def blijft_van(soort: VernietigSoort, delen: frozenset[Deel], termen: Termen) -> tuple[str, ...]:
    """What stays when a file is geschoond, in words."""
    if soort in DEEL:
        return (f"Het dossier zelf, zonder {NAAM[soort]}",)
    if soort is VernietigSoort.VERZOEK:
        return ("De dossiers waar dit verzoek over ging",)
    if soort is not VernietigSoort.SCHONEN:
        return ()
    blijven = (_NIET_BIJ_SCHONEN, *(naam for deel, naam in TE_KIEZEN.items() if deel not in delen))
    return tuple(naam.format(t=termen) for naam in blijven)


def maak_woorden(
    werkplek: Werkplek, sessie: Session, opdracht: Opruimopdracht, aantallen: Mapping[Lot, int], verklaringen: int
) -> VernietigWoorden:
    """The verklaring, before anything goes."""
    profiel = werkplek.profiel
    met_bijlagen = {Deel.INFORMATIE, Deel.BIJLAGEN} & opdracht.delen
    stukken = bijlagen(sessie, opdracht.dossier) if met_bijlagen else 0
    return VernietigWoorden(
        huis_naam=profiel.naam,
        huis_kort=profiel.korte_naam,
        nummer=opdracht.nummer,
        termijn=opdracht.tijd.termijn,
        bron=opdracht.tijd.bron,
        soorten=soorten(aantallen, stukken, profiel.termen),
        blijft=blijft_van(opdracht.soort, opdracht.delen, profiel.termen),
        uitgiften=met_eerdere(sessie, opdracht.nummer, uitgiften(sessie, opdracht.dossier, profiel)),
        verklaringen=verklaringen,
    )


def wat_er_gaat(werkplek: Werkplek, sessie: Session, opdracht: Opruimopdracht) -> Inhoudsopgave:
    """What would go: shown before it is confirmed."""
    dossier, delen = opdracht.dossier, opdracht.delen
    aantallen = tel(sessie.connection(), dossier, delen)
    verklaringen = len(verklaringen_over(sessie, dossier, delen) | losse_keuzes(sessie, dossier, delen))
    woorden = maak_woorden(werkplek, sessie, opdracht, aantallen, verklaringen)
    elders = elders_genoemd(sessie, dossier) if Deel.KERN in delen else ()
    return Inhoudsopgave(woorden.soorten, woorden.blijft, woorden.uitgiften, verklaringen, len(dossier.gedeeld), elders)


def voer_uit(
    werkplek: Werkplek, sessie: Session, opdracht: Opruimopdracht, voortgang: Voortgang | None = None
) -> Vernietiging:
    """Take it away and sign that. Raises HandtekeningOnjuist, BevestigingNodig; the caller commits, or nothing went."""
    verbinding, dossier, delen = sessie.connection(), opdracht.dossier, opdracht.delen
    schonen, werk = Deel.KERN not in delen, Deel.WERK in delen
    besluit = rust_op_verslag(sessie, dossier) if schonen and werk else None
    if werk:
        verifieer_gedeeld(werkplek, sessie, dossier)
    if besluit is not None:
        AFSCHALING.verifieer(werkplek, sessie, besluit)
    werkplek.eis_bevestiging()
    # A proposal that was carried out has done its work; the next step is proposed anew.
    nummers = verklaringen_over(sessie, dossier, delen) | losse_keuzes(sessie, dossier, delen)
    geleegd = te_legen(sessie, nummers | _van_voorstellen(sessie, dossier))
    woorden = maak_woorden(werkplek, sessie, opdracht, tel(verbinding, dossier, delen), len(geleegd))
    with telt_mee(sessie, werkplek.profiel, dossier), zonder_wachters(verbinding, dossier, delen):
        if werk:
            maak_schoon(sessie, dossier)
        if {Deel.BETROKKENEN, Deel.KERN} & delen:
            vergeet_weergaven_over(sessie, dossier.casus, dossier.aanmelding)
        doe_weg(verbinding, dossier, delen, voortgang)
        verbinding.execute(delete(Vernietigvoorstel).where(Vernietigvoorstel.casus_id == dossier.casus))
        sessie.expire_all()
        if werk:
            teken_gedeeld(werkplek, sessie, dossier)
        if besluit is not None:
            teken_afschaling(werkplek, sessie, besluit.id)
        rij = Vernietiging(
            soort=opdracht.soort,
            nummer=opdracht.nummer,
            gedaan_op=werkplek.vandaag(),
            gedaan_door=werkplek.naam,
            samen_met=opdracht.samen_met,
            woorden=als_tekst(woorden),
            geleegd=canoniek(_erbij(opdracht, geleegd)).decode(),
        )
        sessie.add(rij)
        sessie.flush()
        VERNIETIGING.teken(werkplek, sessie, rij)
        sessie.flush()
        leeg(sessie, geleegd)
        if opdracht.soort is VernietigSoort.SCHONEN:
            _vink_af(werkplek, sessie, dossier)
        noteer(sessie)
        sessie.flush()
    return rij


def _erbij(opdracht: Opruimopdracht, geleegd: Mapping[int, bytes]) -> dict[str, object]:
    """What is signed beside the words: what an older state needs to do the same."""
    erbij = {LEEG: leeg_inhoud(geleegd), "delen": sorted(opdracht.delen), GEOPEND: opdracht.geopend}
    return erbij if opdracht.telling is None else {**erbij, TELLING: list(opdracht.telling)}


def _van_voorstellen(sessie: Session, dossier: Dossier) -> frozenset[int]:
    kolommen = (Vernietigvoorstel.verklaring_nummer, Vernietigvoorstel.intrekking_verklaring)
    rijen = sessie.query(*kolommen).filter_by(casus_id=dossier.casus)
    return frozenset(nummer for rij in rijen for nummer in rij if nummer is not None)


def _vink_af(werkplek: Werkplek, sessie: Session, dossier: Dossier) -> None:
    """The line of the checklist about it is done now."""
    rijen = (
        sessie.query(AfschalingRegel)
        .join(Afschaling, Afschaling.id == AfschalingRegel.afschaling_id)
        .filter(Afschaling.casus_id == dossier.casus, AfschalingRegel.sleutel == VernietigSoort.SCHONEN.value)
    )
    for regel in rijen:
        regel.gedaan, regel.door, regel.op = True, werkplek.naam, werkplek.vandaag()
