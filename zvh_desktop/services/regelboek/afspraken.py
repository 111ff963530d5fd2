"""The rules that are agreements between people: the application records and shows them, and cannot enforce them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Geschilrol, Huisprofiel
from zvh_desktop.models.taal import opsomming, verwijzing
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt, uitleg


@dataclass(frozen=True, slots=True)
class Afspraak:
    """An agreement as it is shown: what it is about, the plain text, the article, and steps where there are any.

    ``artikel`` is empty where the convenant of this house has no such rule; ``tekst`` then says so.
    """

    titel: str
    tekst: str
    artikel: str
    stappen: tuple[str, ...] = ()

    @property
    def regeltekst(self) -> str:
        """What is shown on demand, as with a refusal."""
        return self.tekst


def gezamenlijke_afspraken(profiel: Huisprofiel) -> Afspraak:
    """Rule ``gezamenlijke_afspraken``: those at the table agree together; so an actielijst rests on this article.

    There is no vote at a casus, so there is nothing to refuse. Source: Twente art. 8.1.
    """
    return _afspraak(profiel, Regel.GEZAMENLIJKE_AFSPRAKEN, "Afspraken maken")


def verslaglegging(profiel: Huisprofiel) -> Afspraak:
    """Rule ``verslaglegging``: who writes the verslag, and in which systems the house works.

    Where the convenant is silent, the notulen rest on the article that the meeting is not public instead.
    Source: Twente art. 14.4.
    """
    afspraak = _afspraak(profiel, Regel.VERSLAGLEGGING, "Verslag maken")
    if not profiel.systemen:
        return afspraak
    # Not every system holds the verslag: what stands where is for the text of the rule to say.
    waarin = f"Dit huis werkt in {opsomming(list(profiel.systemen))}."
    return replace(afspraak, tekst=f"{afspraak.tekst.rstrip('.')}. {waarin}")


def geheimhouding(profiel: Huisprofiel) -> Afspraak:
    """Rule ``geheimhouding``: the chair tells everyone at the table; that it was said is recorded.

    Every document says it too. Source: Twente art. 17.1.
    """
    return _afspraak(profiel, Regel.GEHEIMHOUDING, "Geheimhouding")


def geheimhouding_niet_gemeld(
    profiel: Huisprofiel, *, gemeld: bool, casussen: Sequence[str] = ()
) -> Aandachtspunt | None:
    """The same rule as a reminder before the verslag is vastgesteld: it was not recorded that everyone was told.

    ``casussen``: the casusnummers at which it was not, while it was at others.
    """
    if (gemeld and not casussen) or not profiel.geldt(Regel.GEHEIMHOUDING):
        return None
    artikel = verwijzing(geheimhouding(profiel).artikel)
    waarbij = f"casus {opsomming(list(casussen))}" if casussen else "dit overleg"
    zin = f"Bij {waarbij} is niet vastgelegd dat iedereen op de geheimhouding is gewezen{artikel}."
    return aandachtspunt(profiel, Regel.GEHEIMHOUDING, zin)


def geschil_procesregisseur(profiel: Huisprofiel) -> Afspraak:
    """Rule ``geschil_procesregisseur``: to whom a dispute on the work of the procesregisseur goes.

    Source: Twente art. 11.4.
    """
    return _geschil(profiel, Regel.GESCHIL_PROCESREGISSEUR, "procesregisseur")


def geschil_casusregisseur(profiel: Huisprofiel) -> Afspraak:
    """Rule ``geschil_casusregisseur``: to whom a dispute on the work of the casusregisseur goes.

    Source: Twente art. 12.4.
    """
    return _geschil(profiel, Regel.GESCHIL_CASUSREGISSEUR, "casusregisseur")


def geschil_manager(profiel: Huisprofiel) -> Afspraak:
    """Rule ``geschil_manager``: to whom a dispute on the work of the manager goes. Source: Twente art. 10.4."""
    return _geschil(profiel, Regel.GESCHIL_MANAGER, "manager")


def geschil_informatierol(profiel: Huisprofiel) -> Afspraak:
    """Rule ``geschil_informatierol``: to whom a dispute on the work of the information role goes.

    Source: Twente art. 13.3.
    """
    return _geschil(profiel, Regel.GESCHIL_INFORMATIEROL, "informatierol")


def geschil_convenant(profiel: Huisprofiel) -> Afspraak:
    """Rule ``geschil_convenant``: how a dispute on the convenant itself is settled. Source: Twente art. 24.2."""
    return _geschil(profiel, Regel.GESCHIL_CONVENANT, "convenant")


def _geschil(profiel: Huisprofiel, regel: Regel, rol: Geschilrol) -> Afspraak:
    waarover = "het convenant" if rol == "convenant" else profiel.termen.met_lidwoord(rol)
    return _afspraak(profiel, regel, f"Geschil over {waarover}", profiel.geschillen.get(rol, ()))


def _afspraak(profiel: Huisprofiel, regel: Regel, titel: str, stappen: tuple[str, ...] = ()) -> Afspraak:
    gevonden = uitleg(regel, profiel)
    return Afspraak(titel, gevonden.zin, gevonden.artikel, stappen)


def afspraak_zin(afspraak: Afspraak) -> str:
    """The agreement as one sentence with its article."""
    return f"{afspraak.tekst.rstrip('.')}{verwijzing(afspraak.artikel)}."
