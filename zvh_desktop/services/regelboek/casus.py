"""The rules on one casus at the table and after it: what is set beforehand, decided, planned and closed."""

from __future__ import annotations

from collections.abc import Mapping

from zvh_desktop.errors import RegelEist, RegelGeweigerd
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import opsomming, verwijzing
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt, eigen_eis, weigering


def doel_besluit_themas_vooraf(
    profiel: Huisprofiel, casusnummer: str, *, doel: str, besluit_type: str, themas: str
) -> RegelGeweigerd | None:
    """Rule ``doel_besluit_themas_vooraf``: no akkoord on an agenda before these three are set for every casus.

    Source: Twente art. 11.2.c.
    """
    mist = [
        naam
        for naam, waarde in (("het doel", doel), ("het type besluit", besluit_type), ("de thema's", themas))
        if not waarde.strip()
    ]
    if not mist or not profiel.geldt(Regel.DOEL_BESLUIT_THEMAS_VOORAF):
        return None
    artikel = profiel.artikel(Regel.DOEL_BESLUIT_THEMAS_VOORAF)
    return weigering(
        profiel,
        Regel.DOEL_BESLUIT_THEMAS_VOORAF,
        f"Vul bij casus {casusnummer} {opsomming(mist)} in{verwijzing(artikel)}.",
    )


def gevraagde_bijdrage(profiel: Huisprofiel, zonder_bijdrage: int) -> Aandachtspunt | None:
    """Rule ``gevraagde_bijdrage``: for every partij at the table it is said what is asked of it.

    A reminder and no refusal: the uitnodiging then says only that the partij is asked to come.
    Source: Twente art. 11.2.e.
    """
    if not zonder_bijdrage or not profiel.geldt(Regel.GEVRAAGDE_BIJDRAGE):
        return None
    artikel = verwijzing(profiel.artikel(Regel.GEVRAAGDE_BIJDRAGE))
    bij = "1 deelname" if zonder_bijdrage == 1 else f"{zonder_bijdrage} deelnames"
    zin = f"Bij {bij} staat nog niet welke bijdrage wordt gevraagd{artikel}."
    return aandachtspunt(profiel, Regel.GEVRAAGDE_BIJDRAGE, zin)


def besluiten_per_casus(profiel: Huisprofiel, soort: str, overlegsoort: str, aanpak: str) -> RegelEist | None:
    """Rule ``besluiten_per_casus``: a besluit about a casus is one of the kinds that this house has.

    No convenant asks that a besluit is taken: "Per casus kunnen de volgende besluiten genomen worden" (Twente), and
    elsewhere the procesregisseur sets beforehand which type is to be taken. That the verslag says of every casus what
    came of it is asked by the application (uitkomsten.py). ``soort`` is the key of the besluit. Source: Twente bijlage
    3, fase 3; elsewhere art. 12.2.c, 9.2.c and 13.2.c.
    """
    besluit = next((een for een in profiel.besluiten if een.sleutel == soort), None)
    if besluit is not None and besluit.past(overlegsoort, aanpak):
        return None
    artikel = profiel.artikel(Regel.BESLUITEN_PER_CASUS)
    gebeurd = f"Kies een besluit uit de lijst van het huis{verwijzing(artikel)}."
    if besluit is not None:
        past = [een.naam for een in profiel.besluiten if een.past(overlegsoort, aanpak)]
        gebeurd += f" {besluit.naam} hoort niet bij dit overleg of bij deze aanpak; wel: {opsomming(past)}."
    if not profiel.geldt(Regel.BESLUITEN_PER_CASUS):
        return RegelEist("soort", eigen_eis(gebeurd, "alleen van zo'n besluit is bekend wat er daarna gebeurt"))
    return RegelEist("soort", weigering(profiel, Regel.BESLUITEN_PER_CASUS, gebeurd))


def casusregisseur_van_partij(profiel: Huisprofiel, partij: str, naam: str) -> RegelEist | None:
    """Rule ``casusregisseur_van_partij``: a casusregisseur is one named person of one partij.

    That the partij is at the casus is for the gate to say; the appointment before ends. Source: Twente art. 12.1.
    """
    if naam.strip():
        return None
    artikel = profiel.artikel(Regel.CASUSREGISSEUR_VAN_PARTIJ)
    term = profiel.termen.met_lidwoord("casusregisseur")
    gebeurd = f"Vul de naam van {term} van {partij} in{verwijzing(artikel)}."
    if not profiel.geldt(Regel.CASUSREGISSEUR_VAN_PARTIJ):
        return RegelEist("naam", eigen_eis(gebeurd, "zonder naam is niet te zien wie het is"))
    return RegelEist("naam", weigering(profiel, Regel.CASUSREGISSEUR_VAN_PARTIJ, gebeurd))


def rol_en_informatiebehoefte(
    profiel: Huisprofiel, partij: str = "", *, rol: str = "", informatiebehoefte: str = ""
) -> RegelGeweigerd | None:
    """Rule ``rol_en_informatiebehoefte``: a plan says of every partij in it what it does and needs to know.

    Without ``partij`` it is about a plan in which no partij has a role yet. Source: Twente art. 7.4.c.
    """
    if not profiel.geldt(Regel.ROL_EN_INFORMATIEBEHOEFTE):
        return None
    artikel = verwijzing(profiel.artikel(Regel.ROL_EN_INFORMATIEBEHOEFTE))
    if not partij:
        zin = f"Leg vast wat de rol van de partijen is{artikel}."
    elif rol.strip() and informatiebehoefte.strip():
        return None
    else:
        zin = f"Vul bij {partij} de rol en de informatiebehoefte in{artikel}."
    return weigering(profiel, Regel.ROL_EN_INFORMATIEBEHOEFTE, zin)


def afschaling_criteria(
    profiel: Huisprofiel, *, vooraf: str | None = None, gehaald: str | None = None
) -> RegelGeweigerd | None:
    """Rule ``afschaling_criteria``: the plan says when a casus can go; the afschaling says how that was reached.

    Give ``vooraf`` for a plan and ``gehaald`` for an afschaling. Source: Twente art. 7.4.d.
    """
    if not profiel.geldt(Regel.AFSCHALING_CRITERIA):
        return None
    artikel = verwijzing(profiel.artikel(Regel.AFSCHALING_CRITERIA))
    if vooraf is not None and not vooraf.strip():
        zin = f"Bepaal de criteria voor {profiel.termen.afschaling}{artikel}."
    elif gehaald is not None and not gehaald.strip():
        zin = f"Schrijf op hoe de criteria voor {profiel.termen.afschaling} zijn gehaald{artikel}."
    else:
        return None
    return weigering(profiel, Regel.AFSCHALING_CRITERIA, zin)


OVERLEG = "overleg"
"""The decider in a profile that means: the overleg itself, by a besluit in a vastgesteld verslag."""


def afschaling_besluit(
    profiel: Huisprofiel,
    casusnummer: str,
    beslisser: str,
    beslissers: Mapping[str, str],
    *,
    in_overleg: bool,
    in_verslag: bool,
    artikel: str = "",
    regeltekst: str = "",
) -> RegelGeweigerd | None:
    """Rule ``afschaling_besluit``: who decides is as the house has it; an overleg decides in a vastgesteld verslag.

    ``beslissers`` holds who decides in this house, with their names as the house writes them: persons decide each
    for themselves, all of them. ``in_overleg``: this decider is an overleg. ``artikel`` and ``regeltekst`` are those of
    the reading that the beheerder chose, where the convenant has two. Source: Twente art. 7.4.d.
    """
    termen = profiel.termen
    artikel = artikel or profiel.artikel(Regel.AFSCHALING_BESLUIT)
    wie = opsomming(list(beslissers.values()))
    besluiten = "besluit" if len(beslissers) == 1 else "besluiten samen"
    gebeurd = f"Over {termen.afschaling} van casus {casusnummer} {besluiten} {wie}{verwijzing(artikel)}."
    if beslisser not in beslissers:
        advies = "Leg het besluit vast bij wie hier besluit."
        bezwaar = weigering(
            profiel, Regel.AFSCHALING_BESLUIT, gebeurd, advies=advies, artikel=artikel, regeltekst=regeltekst
        )
        return RegelEist("beslisser", bezwaar)
    if not in_overleg or in_verslag:
        return None
    return weigering(
        profiel,
        Regel.AFSCHALING_BESLUIT,
        f"{gebeurd} Er is nog geen vastgesteld verslag waarin dat staat.",
        advies="Zet de casus op een agenda en leg daar het besluit vast.",
        artikel=artikel,
        regeltekst=regeltekst,
    )
