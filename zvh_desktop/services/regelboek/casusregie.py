"""The rule on who appoints a casusregisseur, also where a convenant names two meetings."""

from __future__ import annotations

from zvh_desktop.errors import RegelEist, RegelGeweigerd
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import hoofdletter, verwijzing
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt, weigering


def aanwijzing_casusregisseur(
    profiel: Huisprofiel, casusnummer: str, overlegsoort: str, *, lezing: str = ""
) -> RegelGeweigerd | None:
    """Rule ``aanwijzing_casusregisseur``: a casusregisseur is appointed in the overleg that the house names.

    ``overlegsoort`` is the key of the overleg in which it was done. ``lezing`` is the reading that the beheerder
    chose, where the convenant has two; its own article and words are then given. Source: Twente art. 7.4.a.
    """
    beslissers = profiel.aanwijzing_casusregisseur.beslissers_volgens(lezing)
    if overlegsoort in beslissers or not profiel.geldt(Regel.AANWIJZING_CASUSREGISSEUR):
        return None
    artikel = profiel.aanwijzing_casusregisseur.artikel_volgens(lezing)
    term = profiel.termen.met_lidwoord("casusregisseur")
    hier = hoofdletter(profiel.overlegsoort(overlegsoort).met_lidwoord)
    gebeurd = (
        f"{hier} wijst {term} van casus {casusnummer} niet aan. "
        f"Dat doet {aanwijzers(profiel, lezing)}{verwijzing(artikel)}."
    )
    bezwaar = weigering(
        profiel,
        Regel.AANWIJZING_CASUSREGISSEUR,
        gebeurd,
        advies="Kies het overleg waarin dat is gedaan.",
        artikel=artikel,
        regeltekst=profiel.aanwijzing_casusregisseur.tekst_volgens(lezing),
    )
    return RegelEist("overleg", bezwaar)


def casusregisseur_nodig(profiel: Huisprofiel, casusnummer: str, *, lezing: str = "") -> Aandachtspunt | None:
    """The same rule as a reminder: this house appoints one for every casus, and this casus has none yet.

    Nothing where the convenant says that one may be appointed. It is no refusal: a convenant that says that a
    casusregisseur "wordt" aangewezen does not say that nothing may be decided before.
    """
    if not profiel.aanwijzing_casusregisseur.verplicht or not profiel.geldt(Regel.AANWIJZING_CASUSREGISSEUR):
        return None
    artikel = profiel.aanwijzing_casusregisseur.artikel_volgens(lezing)
    zin = (
        f"Casus {casusnummer} heeft nog geen {profiel.termen.casusregisseur}. "
        f"Die wordt aangewezen door {aanwijzers(profiel, lezing)}{verwijzing(artikel)}."
    )
    regeltekst = profiel.aanwijzing_casusregisseur.tekst_volgens(lezing)
    return aandachtspunt(profiel, Regel.AANWIJZING_CASUSREGISSEUR, zin, artikel=artikel, regeltekst=regeltekst)


def aanwijzers(profiel: Huisprofiel, lezing: str = "") -> str:
    """'de Regionale Casustafel', or more than one with 'of' between them."""
    beslissers = profiel.aanwijzing_casusregisseur.beslissers_volgens(lezing)
    return " of ".join(profiel.overlegsoort(sleutel).met_lidwoord for sleutel in beslissers)
