"""From the rows of a meeting at tactical or strategic level to its frozen values, and what binds its decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, RegelGeweigerd
from zvh_desktop.models.bestuur import OverlegBesluit
from zvh_desktop.models.bestuurskeuzes import BesluitOver, BesluitUitkomst, Stem
from zvh_desktop.models.keuzes import Aanwezigheid, OverlegStatus, PartijId, Regel, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, Overlegsoort
from zvh_desktop.models.taal import opsomming, verwijzing
from zvh_desktop.models.woorden import LIDROL_TEKST
from zvh_desktop.services.bestuur.gegevens import (
    BestuurBeeld,
    BestuurPunt,
    BestuurpuntInvoer,
    LidRegel,
    StemRegel,
    VoorstelInvoer,
    VoorstelRegel,
)
from zvh_desktop.services.bestuur.leden import lees_leden, zetelartikel
from zvh_desktop.services.huis.instellingen import lees_instellingen
from zvh_desktop.services.regelboek.aanwezigheid import toetreding, uittreding
from zvh_desktop.services.regelboek.bestuur import (
    LidStand,
    Uitslag,
    afwezige_vooraf_gehoord,
    beschrijf_stemregel,
    geen_casus_buiten_operationeel,
    meerderheid,
    patstelling,
)
from zvh_desktop.services.regelboek.stemming import Stemmer, soort_voor, zonder_stem
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, eis, uit_bezwaar
from zvh_desktop.services.tafel.tafels import overleg_kop
from zvh_desktop.services.werkplek.casusgegevens import casusgegevens_in
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


def haal_bestuur(sessie: Session, overleg_id: int) -> Overleg:
    """The meeting; GebruikersFout when it is one on which casussen stand, NietGevonden when there is none."""
    overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
    if overleg.casuistiek:
        raise GebruikersFout("Op dit overleg staan casussen. Het hoort niet bij de overleggen zonder casussen.")
    return overleg


def eis_wijzigbaar(overleg: Overleg) -> None:
    """Raise GebruikersFout once the verslag is vastgesteld."""
    if overleg.verslag_status == VerslagStatus.VASTGESTELD:
        raise GebruikersFout("Het verslag is vastgesteld en ligt daarom vast.")


def eis_geen_casusgegevens(werkplek: Werkplek, sessie: Session, overleg: Overleg, *teksten: str) -> None:
    """Refuse a text with a casusnummer or the name of a betrokkene. Raises RegelGeweigerd with the article."""
    profiel = werkplek.profiel_van(sessie, overleg)
    soort = profiel.overlegsoort(overleg.soort)
    geen_casus_buiten_operationeel(profiel, soort, gevonden=casusgegevens_in(sessie, teksten))


def eis_stuk_zonder_casusgegevens(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, beeld: BestuurBeeld | None = None
) -> None:
    """The same before a document goes out: a casus can be opened after the text was written.

    Who asks for a document may have no right to casussen, so this refusal does not say what it found.
    """
    profiel = werkplek.profiel_van(sessie, overleg)
    if casusgegevens_in(sessie, alle_teksten(beeld or lees_beeld(werkplek, sessie, overleg))):
        wat = "een nummer van een casus of de naam van een betrokkene"
        geen_casus_buiten_operationeel(profiel, profiel.overlegsoort(overleg.soort), gevonden=(wat,))


def alle_teksten(beeld: BestuurBeeld) -> tuple[str, ...]:
    """Every free text of a meeting."""
    uit = [beeld.kop.invoer.plaats]
    for lid in beeld.leden:
        uit += [lid.zetel.functie, lid.invoer.gevraagde_inbreng, lid.invoer.inbreng]
    for punt in beeld.punten:
        uit += [punt.invoer.onderwerp, punt.invoer.toelichting, punt.tekst]
        for voorstel in punt.voorstellen:
            uit += [voorstel.invoer.voorstel, voorstel.invoer.toelichting, voorstel.elders]
    return tuple(uit)


def lid_standen(leden: Iterable[LidRegel]) -> tuple[LidStand, ...]:
    """The members as the rules ask for them."""
    return tuple(
        LidStand(
            lid.partij_id,
            lid.naam,
            lid.aanwezig,
            lid.invoer.inbreng_gevraagd_op is not None,
            lid.gehoord,
            lid.zetel.stemrecht,
        )
        for lid in leden
    )


def stemmers(soort: Overlegsoort, leden: Iterable[LidRegel]) -> tuple[Stemmer, ...]:
    """The members as the count asks for them."""
    return tuple(
        Stemmer(
            lid.id,
            lid.naam,
            LIDROL_TEKST[lid.zetel.rol],
            lid.aanwezig,
            lid.zetel.stemrecht,
            zetelartikel(soort, lid.zetel),
        )
        for lid in leden
    )


def lees_beeld(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> BestuurBeeld:
    """The whole meeting, under the profile with which it is held."""
    profiel = werkplek.profiel_van(sessie, overleg)
    soort = werkplek.overlegsoort_van(sessie, overleg)
    leden = lees_leden(sessie, overleg.id)
    punten = _punten(werkplek, sessie, overleg, leden)
    return BestuurBeeld(
        kop=overleg_kop(werkplek, sessie, overleg),
        niveau=soort.niveau,
        huis=profiel.korte_naam,
        stemregel=tuple(zin for zin in (*beschrijf_stemregel(profiel, soort), zonder_stem(soort)) if zin),
        geen_casus=_geen_casus(profiel, soort),
        leden=leden,
        punten=punten,
        gehouden=overleg.status == OverlegStatus.GEHOUDEN,
        vastgesteld=overleg.verslag_status == VerslagStatus.VASTGESTELD,
        nog_nodig=_nog_nodig(overleg, leden, punten),
    )


def eis_besluit_mogelijk(
    profiel: Huisprofiel, soort: Overlegsoort, leden: Iterable[LidRegel], rij: OverlegBesluit
) -> None:
    """Whether this meeting may decide on this proposal now. Raises RegelGeweigerd."""
    patstelling(profiel, soort, rij.uitkomst, elders=False)
    afwezige_vooraf_gehoord(profiel, soort, lid_standen(leden), frozenset(deel.partij_id for deel in rij.raakt))


def eis_afwezigen_gehoord(profiel: Huisprofiel, soort: Overlegsoort, beeld: BestuurBeeld) -> None:
    """Ask again, for everything that was decided, now that it is settled who was there. Raises RegelGeweigerd."""
    open_ = (BesluitUitkomst.OPEN, BesluitUitkomst.AANGEHOUDEN)
    for punt in beeld.punten:
        for voorstel in punt.voorstellen:
            if voorstel.uitkomst not in open_:
                afwezige_vooraf_gehoord(profiel, soort, lid_standen(beeld.leden), frozenset(voorstel.invoer.raakt))


def eis_doet_mee(profiel: Huisprofiel, partij: Partij, dag: date) -> None:
    """Rules ``toetreding`` and ``uittreding``: who decides on a day is a partij on that day. Raises RegelGeweigerd."""
    eis(toetreding(profiel, partij.naam, partij.aangesloten_op, dag))
    eis(uittreding(profiel, partij.naam, partij.uitgetreden_op, dag))


def uitslag_van(profiel: Huisprofiel, soort: Overlegsoort, rij: OverlegBesluit) -> Uitslag:
    """What the recorded agreement or votes come to under the voting rule. Raises RegelGeweigerd, InvoerOngeldig.

    Who may vote was asked when the votes were recorded; what is read afterwards is shown as it stands.
    """
    stemmen = [deel.stem for deel in rij.stemmen]
    return meerderheid(profiel, soort, consensus=rij.consensus, stemmen=stemmen or None)


def soort_van(werkplek: Werkplek, sessie: Session, overleg: Overleg, rij: OverlegBesluit) -> Overlegsoort:
    """This meeting as it decides on this proposal: who decides on a new partij is a matter of its own."""
    profiel = werkplek.profiel_van(sessie, overleg)
    soort = profiel.overlegsoort(overleg.soort)
    if rij.over is BesluitOver.OVERIG:
        return soort
    return soort_voor(profiel, soort, rij.over, lees_instellingen(sessie).lezing_toetreding)


def _punten(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, leden: tuple[LidRegel, ...]
) -> tuple[BestuurPunt, ...]:
    profiel = werkplek.profiel_van(sessie, overleg)
    per_punt: dict[int, list[VoorstelRegel]] = {}
    namen = {partij.id: partij.naam for partij in sessie.scalars(select(Partij))}
    for rij in sessie.scalars(
        select(OverlegBesluit)
        .join(Agendapunt, Agendapunt.id == OverlegBesluit.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg.id)
        .order_by(OverlegBesluit.id)
    ):
        per_punt.setdefault(rij.agendapunt_id, []).append(
            _voorstel(namen, profiel, soort_van(werkplek, sessie, overleg, rij), leden, rij)
        )
    begin = datetime.combine(overleg.datum, overleg.begin, UTC)
    punten = []
    for nummer, punt in enumerate(overleg.agendapunten, start=1):
        einde = begin + timedelta(minutes=punt.minuten)
        punten.append(
            BestuurPunt(
                id=punt.id,
                nummer=nummer,
                invoer=BestuurpuntInvoer(punt.onderwerp, punt.minuten, punt.doel),
                begin=begin.time(),
                einde=einde.time(),
                tekst=punt.beeld,
                voorstellen=tuple(per_punt.get(punt.id, ())),
            )
        )
        begin = einde
    return tuple(punten)


def _voorstel(
    namen: Mapping[PartijId, str],
    profiel: Huisprofiel,
    soort: Overlegsoort,
    leden: tuple[LidRegel, ...],
    rij: OverlegBesluit,
) -> VoorstelRegel:
    uitkomst = rij.uitkomst
    geraakt = tuple(deel.partij_id for deel in rij.raakt)
    lidnamen = {lid.id: lid for lid in leden}
    return VoorstelRegel(
        id=rij.id,
        punt_id=rij.agendapunt_id,
        invoer=VoorstelInvoer(rij.voorstel, rij.toelichting, geraakt, rij.over),
        raakt=opsomming([namen[partij_id] for partij_id in geraakt]),
        consensus=rij.consensus,
        stemmen=tuple(
            StemRegel(lid.id, lid.partij_id, lid.naam, s.stem) for s in rij.stemmen if (lid := lidnamen.get(s.lid_id))
        ),
        uitkomst=uitkomst,
        zin=_zin(profiel, soort, rij),
        elders=rij.elders,
        weigering=_weigering(lambda: eis_besluit_mogelijk(profiel, soort, leden, rij)),
        stemweigering=_weigering(
            lambda: meerderheid(profiel, soort, consensus=rij.consensus, stemmen=(Stem.ONTHOUDING,))
        ),
    )


def _zin(profiel: Huisprofiel, soort: Overlegsoort, rij: OverlegBesluit) -> str:
    match rij.uitkomst:
        case BesluitUitkomst.OPEN:
            return _eerst(soort) if rij.consensus is None else "Het overleg is het niet eens; er kan worden gestemd."
        case BesluitUitkomst.AANGEHOUDEN:
            return "Aangehouden: het voorstel komt later terug."
        case BesluitUitkomst.PATSTELLING:
            uitslag = uitslag_van(profiel, soort, rij)
            return f"{uitslag.zin} {rij.beslist_door}{'' if not rij.elders else ' Besloten: ' + rij.elders}"
        case _:
            return uitslag_van(profiel, soort, rij).zin


def _eerst(soort: Overlegsoort) -> str:
    """What comes first: agreeing before voting, where the house says so."""
    if not soort.stemregel.consensus_eerst:
        return ""
    return "Eerst: is het overleg het eens? Zo niet, kies Niet eens; daarna kunt u stemmen."


def _nog_nodig(
    overleg: Overleg, leden: tuple[LidRegel, ...], punten: tuple[BestuurPunt, ...]
) -> tuple[Aandachtspunt, ...]:
    zinnen = []
    if overleg.status != OverlegStatus.GEHOUDEN:
        zinnen.append("Het overleg is nog niet gehouden.")
    onbekend = [lid.korte_naam for lid in leden if lid.invoer.aanwezigheid is Aanwezigheid.ONBEKEND]
    if onbekend:
        zinnen.append(f"Vul de aanwezigheid in van {opsomming(onbekend)}.")
    for punt in punten:
        if any(voorstel.uitkomst is BesluitUitkomst.OPEN for voorstel in punt.voorstellen):
            zinnen.append(f"Leg bij punt {punt.nummer} vast wat er is besloten, of houd het voorstel aan.")
    return tuple(Aandachtspunt(zin) for zin in zinnen)


def _geen_casus(profiel: Huisprofiel, soort: Overlegsoort) -> str:
    regel = profiel.regel(Regel.GEEN_CASUS_BUITEN_OPERATIONEEL)
    if regel.geldt:
        return f"{regel.tekst.rstrip('.')}{verwijzing(regel.artikel)}."
    return f"In {soort.met_lidwoord} worden geen casussen besproken."


def _weigering(toets: Callable[[], object]) -> Aandachtspunt | None:
    """What a rule would say, for the screen."""
    try:
        toets()
    except RegelGeweigerd as fout:
        return replace(uit_bezwaar(fout), zin=str(fout))
    return None
