"""The rules on the way in: aanmelding, its criteria, triage, and nothing shared before the overleg."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zvh_desktop.errors import RegelEist, RegelGeweigerd
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, Overlegsoort
from zvh_desktop.models.profiel.werkproces import Fase
from zvh_desktop.models.taal import hoofdletter, opsomming, verwijzing
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt, eigen_eis, in_een_zin, weigering


def beoordeling_aanmelding(profiel: Huisprofiel, nog_nodig: Sequence[Aandachtspunt]) -> RegelEist | None:
    """Rule ``beoordeling_aanmelding``: the procesregisseur judges a complete aanmelding, and nothing less.

    ``nog_nodig`` says what is missing. Source: Twente art. 11.2.a.
    """
    if not nog_nodig:
        return None
    gebeurd = f"{complete_aanmelding(profiel).zin} Dat is nog niet compleet. {in_een_zin(nog_nodig)}"
    if not profiel.geldt(Regel.BEOORDELING_AANMELDING):
        waarom = "zonder deze gegevens kan er geen casus zijn"
        return RegelEist("aanmelding", eigen_eis(in_een_zin(nog_nodig), waarom))
    return RegelEist("aanmelding", weigering(profiel, Regel.BEOORDELING_AANMELDING, gebeurd))


def complete_aanmelding(profiel: Huisprofiel) -> Aandachtspunt:
    """The same rule before anything is refused: what stands above the list of what is missing."""
    artikel = profiel.artikel(Regel.BEOORDELING_AANMELDING)
    wie = hoofdletter(profiel.termen.met_lidwoord("procesregisseur"))
    zin = f"{wie} beoordeelt {profiel.termen.met_lidwoord('aanmelding')} als alles is ingevuld{verwijzing(artikel)}."
    return aandachtspunt(profiel, Regel.BEOORDELING_AANMELDING, zin)


def criteria_complexe_casuistiek(
    profiel: Huisprofiel, oordelen: Mapping[str, bool | None], aanpak: str
) -> RegelGeweigerd | None:
    """Rule ``criteria_complexe_casuistiek``: only a casus that meets the criteria of the house is taken on.

    A house whose convenant leaves the criteria to its werkproces has none in its profile: then nothing is refused.
    Source: Twente bijlage 2, with its own "of" and "en".
    """
    if not toetst_criteria(profiel, aanpak) or profiel.logica_voor(aanpak).voldoet(oordelen):
        return None
    artikel = profiel.artikel(Regel.CRITERIA_COMPLEXE_CASUISTIEK)
    deze = profiel.termen.gebogen("deze", "aanmelding")
    return weigering(
        profiel,
        Regel.CRITERIA_COMPLEXE_CASUISTIEK,
        f"Volgens de beoordeling voldoet {deze} niet aan de criteria{verwijzing(artikel)}.",
        advies="Pas de beoordeling van de criteria aan of wijs af.",
    )


def toetst_criteria(profiel: Huisprofiel, aanpak: str) -> bool:
    """Whether this house asks for criteria in this aanpak: it has some, and the rule on them holds."""
    return bool(profiel.criteria_voor(aanpak)) and profiel.geldt(Regel.CRITERIA_COMPLEXE_CASUISTIEK)


def geen_verstrekking_voor_overleg(
    profiel: Huisprofiel, casusnummer: str, fase: Fase | None, weegt: Overlegsoort | None = None
) -> RegelGeweigerd | None:
    """Rule ``geen_verstrekking_voor_overleg``: in aanmelding and triage nothing goes to other partijen.

    ``fase`` is None when a later profile no longer has it; ``weegt`` is the meeting that does the triage, if any.
    Source: Twente bijlage 3, fase 1.
    """
    if fase is None or fase.delen_toegestaan:
        return None
    artikel = profiel.artikel(Regel.GEEN_VERSTREKKING_VOOR_OVERLEG) or fase.artikel
    return weigering(
        profiel,
        Regel.GEEN_VERSTREKKING_VOOR_OVERLEG,
        f"Casus {casusnummer} is nog in de fase "
        f"{f'{fase.nummer} {fase.naam}'.strip()}. In die fase wordt nog niets met andere partijen "
        f"gedeeld{verwijzing(artikel)}.",
        artikel=artikel,
        advies=_hoe_verder(profiel, fase, weegt),
    )


def vraag_zonder_gegevens(profiel: Huisprofiel, partij: str, wat: str) -> RegelGeweigerd:
    """Rule ``geen_verstrekking_voor_overleg``: a question at triage tells nobody about whom it is.

    The partij that reported the casus brought those data itself. Source: Twente bijlage 3, fase 1.
    """
    artikel = profiel.artikel(Regel.GEEN_VERSTREKKING_VOOR_OVERLEG)
    return weigering(
        profiel,
        Regel.GEEN_VERSTREKKING_VOOR_OVERLEG,
        f"In de vraag aan {partij} staat {wat}. In deze fase wordt nog niets met andere partijen "
        f"gedeeld{verwijzing(artikel)}.",
        advies="Haal dat uit de vraag. Het nummer van de casus staat er al in.",
    )


def _hoe_verder(profiel: Huisprofiel, fase: Fase, weegt: Overlegsoort | None) -> str:
    """Before the first fase for sharing it is the triage that leads there; a later fase is left by choosing another."""
    if any(fase.sleutel in profiel.werkproces(een.sleutel).voor_overleg for een in profiel.aanpakken):
        if weegt is not None:
            return f"Zet de casus eerst op een agenda van {weegt.met_lidwoord}: daar wordt hij gewogen."
        return f"Rond eerst {profiel.termen.met_lidwoord('triage')} af."
    return "Kies eerst een fase waarin delen mag."


def triage_relevante_partijen(
    profiel: Huisprofiel,
    routering: str,
    *,
    naar_overleg: bool,
    doel: str = "",
    themas: str = "",
    toelichting: str = "",
    niet_gewogen: Sequence[str] = (),
) -> tuple[RegelEist, ...]:
    """Rule ``triage_relevante_partijen``: route, doel and thema's are set, and each partij that was asked is weighed.

    Doel and thema's only where the convenant lets the triage settle them; the agenda asks for both in any case.
    ``naar_overleg`` tells whether the route leads to a meeting of the house; ``niet_gewogen`` names the partijen of
    whom nobody said whether they are relevant. Source: Twente art. 1.23.
    """
    termen = profiel.termen
    artikel = verwijzing(profiel.artikel(Regel.TRIAGE_RELEVANTE_PARTIJEN))
    if not routering.strip():
        zin = f"Kies eerst waar de casus na {termen.met_lidwoord('triage')} naartoe gaat{artikel}."
        if not profiel.geldt(Regel.TRIAGE_RELEVANTE_PARTIJEN):
            return (RegelEist("routering", eigen_eis(zin, "anders weet zij niet hoe het verder gaat")),)
        return (_triage(profiel, "routering", zin),)
    if not profiel.geldt(Regel.TRIAGE_RELEVANTE_PARTIJEN):
        return ()
    if not naar_overleg:
        zin = f"Schrijf op waarom, en waar de casus wel thuishoort{artikel}."
        return () if toelichting.strip() else (_triage(profiel, "toelichting", zin),)
    nodig = []
    if "doel" in profiel.triage_bepaalt and not doel.strip():
        overleg = profiel.overlegsoort(routering).met_lidwoord
        nodig.append(_triage(profiel, "doel", f"Vul eerst het doel van {overleg} in{artikel}."))
    if "themas" in profiel.triage_bepaalt and not themas.strip():
        nodig.append(_triage(profiel, "themas", f"Vul eerst de thema's in{artikel}."))
    if niet_gewogen:
        zin = f"Geef aan of {opsomming(list(niet_gewogen))} van belang is voor deze casus{artikel}."
        nodig.append(_triage(profiel, "relevant", zin))
    return tuple(nodig)


def _triage(profiel: Huisprofiel, veld: str, gebeurd: str) -> RegelEist:
    return RegelEist(veld, weigering(profiel, Regel.TRIAGE_RELEVANTE_PARTIJEN, gebeurd))
