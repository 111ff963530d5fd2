"""The rules on who may be at a casus: rechtmatig, joined, not left, and with mandaat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.keuzes import PoortStand, Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import datum_kort, hoofdletter, opsomming, verwijzing
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt, weigering

_ZINNEN = {
    PoortStand.NIET_BEOORDEELD: (
        "{Regisseur} heeft nog niet beoordeeld of {partij} bij deze casus rechtmatig aanwezig mag zijn",
        "Vraag om een oordeel.",
    ),
    PoortStand.NIET_RECHTMATIG: (
        "{Regisseur} heeft geoordeeld dat {partij} bij deze casus niet rechtmatig aanwezig mag zijn",
        "Is er iets veranderd? Vraag om een nieuw oordeel.",
    ),
    PoortStand.INGETROKKEN: (
        "Het oordeel dat {partij} rechtmatig aanwezig mag zijn, is ingetrokken",
        "Is er iets veranderd? Vraag om een nieuw oordeel.",
    ),
    PoortStand.VERLOPEN: (
        "Het oordeel dat {partij} rechtmatig aanwezig mag zijn, geldt niet op {dag}",
        "Vraag om een nieuw oordeel.",
    ),
    PoortStand.NIET_VAN_TOEPASSING: (
        "{partij} doet op {dag} niet mee aan het samenwerkingsverband",
        "Kijk bij Partijen wat er over deze partij is vastgelegd.",
    ),
}


def alleen_rechtmatige_partijen(
    profiel: Huisprofiel, partij: str, stand: PoortStand, *, casusnummer: str = "", dag: date | None = None
) -> RegelGeweigerd | None:
    """Rule ``alleen_rechtmatige_partijen``: only a partij that is rechtmatig aanwezig gets at a casus.

    ``stand`` is what the gate (poort.py) found after verifying the signed oordeel. A partij whose oordeel is good
    but that was not given a seat at an agendapunt is refused there as well: then ``stand`` is RECHTMATIG.
    Source: Twente art. 14.2.
    """
    if stand is PoortStand.UITGENODIGD:
        return None
    artikel = verwijzing(profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN))
    if stand is PoortStand.RECHTMATIG:
        return weigering(
            profiel,
            Regel.ALLEEN_RECHTMATIGE_PARTIJEN,
            f"{partij} zit bij dit agendapunt niet aan tafel{artikel}.",
            advies="Kies iemand die bij dit punt is uitgenodigd.",
        )
    zin, advies = _ZINNEN[stand]
    termen = profiel.termen
    regisseur = hoofdletter(termen.met_lidwoord("procesregisseur"))
    waarom = zin.format(partij=partij, dag=datum_kort(dag) if dag else "deze dag", Regisseur=regisseur)
    return weigering(
        profiel,
        Regel.ALLEEN_RECHTMATIGE_PARTIJEN,
        f"{partij} kan niet bij casus {casusnummer}. {waarom}{artikel}.",
        advies=advies.format(Regisseur=regisseur),
    )


def wie_erbij_mag(profiel: Huisprofiel) -> Aandachtspunt:
    """The same rule before anything is refused: what stands where the oordelen are given."""
    artikel = verwijzing(profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN))
    zin = f"Alleen een partij die rechtmatig aanwezig mag zijn, komt bij deze casus{artikel}."
    return aandachtspunt(profiel, Regel.ALLEEN_RECHTMATIGE_PARTIJEN, zin)


def niets_zonder_oordeel(profiel: Huisprofiel) -> Aandachtspunt:
    """The same rule at the documents: why a partij that once had a seat gets nothing."""
    artikel = verwijzing(profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN))
    zin = f"Op de dag van het overleg is er geen geldend oordeel dat deze partij rechtmatig aanwezig is{artikel}."
    return aandachtspunt(profiel, Regel.ALLEEN_RECHTMATIGE_PARTIJEN, zin)


def toetreding(profiel: Huisprofiel, partij: str, aangesloten_op: date | None, dag: date) -> RegelGeweigerd | None:
    """Rule ``toetreding``: a partij takes part from the day it joined, and not before.

    Nothing is refused while the day is not recorded: the first partijen signed the convenant itself.
    Source: Twente art. 20.4.
    """
    if aangesloten_op is None or aangesloten_op <= dag:
        return None
    artikel = profiel.artikel(Regel.TOETREDING)
    return weigering(
        profiel,
        Regel.TOETREDING,
        f"{partij} doet op {datum_kort(dag)} nog niet mee: toegetreden op {datum_kort(aangesloten_op)}"
        f"{verwijzing(artikel)}.",
        advies="Kijk bij Partijen of de datum van toetreding klopt.",
    )


def uittreding(
    profiel: Huisprofiel, partij: str, uitgetreden_op: date | None, dag: date, *, waaraan: Sequence[str] = ()
) -> RegelGeweigerd | None:
    """Rule ``uittreding``: a partij leaves on a day, from which it takes part no more; its dossiers keep its name.

    ``waaraan`` is what still hangs on a partij that somebody wants to remove instead: then it stays.
    Source: Twente art. 22.2.
    """
    artikel = verwijzing(profiel.artikel(Regel.UITTREDING))
    if waaraan:
        return weigering(
            profiel,
            Regel.UITTREDING,
            f"{partij} kan niet worden verwijderd: er hangt nog aan {opsomming(list(waaraan))}. "
            f"Een partij kan wel uittreden{artikel}.",
            advies="Vul bij deze partij de datum van uittreding in.",
        )
    if uitgetreden_op is None or uitgetreden_op > dag:
        return None
    return weigering(
        profiel,
        Regel.UITTREDING,
        f"{partij} doet op {datum_kort(dag)} niet mee: uitgetreden op {datum_kort(uitgetreden_op)}{artikel}.",
        advies="Kijk bij Partijen of de datum van uittreding klopt.",
    )


def afgevaardigde_mandaat(profiel: Huisprofiel, *, mandaat: bool) -> Aandachtspunt | None:
    """Rule ``afgevaardigde_mandaat``: who is invited may decide for its partij; a warning when the register says not.

    A warning and no refusal: the register may lag behind, and the partij itself chooses whom it sends.
    Source: Twente art. 7.3.
    """
    if mandaat or not profiel.geldt(Regel.AFGEVAARDIGDE_MANDAAT):
        return None
    artikel = verwijzing(profiel.artikel(Regel.AFGEVAARDIGDE_MANDAAT))
    zin = f"Deze contactpersoon heeft volgens het register geen mandaat{artikel}."
    return aandachtspunt(profiel, Regel.AFGEVAARDIGDE_MANDAAT, zin)
