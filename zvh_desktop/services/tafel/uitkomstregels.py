"""What the application asks of each casus in a verslag: what came of it, and who was there."""

from __future__ import annotations

from zvh_desktop.models.keuzes import Aanwezigheid, PuntUitkomst
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt


def mist_uitkomst(profiel: Huisprofiel, soort: str, punt: VerslagPunt) -> bool:
    """Whether it is not said yet what came of this casus.

    Only asked at the overleg to which the convenant gives the besluiten: at another kind, such as an MDO, the plan is
    made, and there a besluit or an outcome may be recorded. ``soort`` is the key of the overlegsoort.
    """
    gevraagd = punt.casus_id is not None and soort == profiel.hoofdoverleg.sleutel
    return gevraagd and not punt.besluiten and punt.uitkomst.soort is PuntUitkomst.GEEN


def zonder_uitkomst(casusnummer: str) -> str:
    """The sentence for such a casus."""
    return (
        f"Bij casus {casusnummer} staat nog niet wat ervan kwam: een besluit, of niet behandeld, aangehouden of "
        "alleen besproken."
    )


def mist_aanwezigheid(punt: VerslagPunt) -> bool:
    """Whether of a partij it is not known if it was there, at a casus that was on the table."""
    return is_behandeld(punt) and any(regel.aanwezigheid is Aanwezigheid.ONBEKEND for regel in punt.aanwezigen)


def is_behandeld(punt: VerslagPunt) -> bool:
    """Whether the casus was on the table; of one that was not reached there is no attendance and no time."""
    return punt.uitkomst.soort is not PuntUitkomst.NIET_BEHANDELD and (
        punt.gestart or punt.uitkomst.soort is not PuntUitkomst.AANGEHOUDEN
    )
