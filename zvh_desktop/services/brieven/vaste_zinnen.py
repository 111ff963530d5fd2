"""The sentences that the house does not write itself: rights, secrecy, conditions, and what is asked."""

from __future__ import annotations

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.services.regelboek.afspraken import geheimhouding

RECHTEN = (
    "U mag aan ons vragen welke gegevens wij over u hebben. U mag die bekijken. Klopt er iets niet? Dan mag u vragen "
    "om dat te verbeteren of weg te halen. Bent u het er niet mee eens dat wij uw gegevens gebruiken? Dan mag u "
    "bezwaar maken.\n\nKomt u er met ons niet uit? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens."
)
OPRUIMEN = (
    "Ga na welke stukken over deze casus u nog van ons hebt. Verwijder wat u niet meer nodig hebt of niet meer mag "
    "bewaren."
)


def zin_wie_wij_zijn(profiel: Huisprofiel) -> str:
    """Who writes, for who never heard of the house: its own words, or what holds for each."""
    return profiel.wie_wij_zijn or (
        f"U krijgt deze brief van {profiel.naam}. Bij ons werken organisaties voor zorg, veiligheid en hulp samen. Dat "
        "doen wij als iemand met meer dan één probleem te maken heeft en er meer hulp nodig is dan één organisatie kan "
        "geven."
    )


def zin_geheimhouding(profiel: Huisprofiel) -> str:
    """That the letter is confidential, with the article of this house."""
    return f"Deze brief is vertrouwelijk{verwijzing(geheimhouding(profiel).artikel)}. Stuur hem niet door."


def zin_voorwaarden(profiel: Huisprofiel, verstrekker: str) -> str:
    """What a derde has to keep to."""
    artikel = verwijzing(profiel.artikel(Regel.TOESTEMMING_DERDEN))
    return (
        "U krijgt deze informatie alleen voor wat hierboven staat. U mag haar niet voor iets anders gebruiken. "
        f"U mag haar niet doorgeven zonder schriftelijke toestemming van {verstrekker}{artikel}. Bewaar haar veilig "
        "en niet langer dan nodig is."
    )


def zin_contact(huis: HuisInstellingen) -> str:
    """How somebody reaches the house; nothing while neither is filled in."""
    wegen = [f"bel {huis.afzender_telefoon}"] if huis.afzender_telefoon else []
    wegen += [f"mail naar {huis.afzender_email}"] if huis.afzender_email else []
    zin = " of ".join(wegen)
    return f"{zin[:1].upper()}{zin[1:]}." if zin else ""
