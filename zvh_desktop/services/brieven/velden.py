"""Which fields each letter knows, and which of them hold a sentence that may not be missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zvh_desktop.models.tekst.briefsoorten import AAN_AANMELDER, AAN_BETROKKENE, Briefsoort


@dataclass(frozen=True, slots=True)
class Veld:
    """What is filled in for ``{naam}``, with an invented value for the preview.

    A term of the house stands in ``uitleg`` between braces; not where the field may not be missing.
    """

    naam: str
    uitleg: str
    voorbeeld: str


DATUM: Final = Veld("datum", "de dag van vandaag", "3 november 2026")
HUIS: Final = Veld("huis", "de naam van uw huis", "Zorg- en Veiligheidshuis Voorbeeldstad")
AFZENDER: Final = Veld("afzender", "uw eigen naam", "A. Voorbeeld")
TELEFOON: Final = Veld("telefoon", "het telefoonnummer van het secretariaat", "000 000 00 00")
EMAIL: Final = Veld("e-mail", "het e-mailadres van het secretariaat", "secretariaat@voorbeeld.test")
CONTACT: Final = Veld(
    "contact",
    "hoe iemand u bereikt, uit de instellingen van het huis",
    "Bel 000 000 00 00 of mail naar secretariaat@voorbeeld.test.",
)
TOELICHTING: Final = Veld(
    "toelichting", "wat u bij deze ene brief zelf typt", "Hier staat wat u bij deze ene brief zelf typt."
)
TAFEL: Final = Veld("tafel", "het overleg over casussen, met de of het", "het overleg")
NAAM: Final = Veld("naam", "de naam van wie de brief krijgt", "Testpersoon Een")
WIE: Final = Veld("wie wij zijn", "wat uw huis is, voor iemand die het niet kent (uit het huisprofiel)", "")
RECHTEN: Final = Veld(
    "uw rechten",
    "de vaste zinnen over de rechten van de betrokkene",
    "",
)
GEHEIM: Final = Veld("geheimhouding", "de vaste zin over geheimhouding, met het artikel", "")
CASUSNUMMER: Final = Veld("casusnummer", "het nummer van de casus", "2026-0001")
AANMELDING: Final = Veld("aanmelding", "het woord van uw huis: {t.aanmelding}", "aanmelding")
DATUM_AANMELDING: Final = Veld("datum aanmelding", "de dag waarop de casus binnenkwam", "12 oktober 2026")
DATUM_OORDEEL: Final = Veld("datum oordeel", "de dag waarop daarover is besloten", "20 oktober 2026")
REDEN: Final = Veld("reden", "de reden van dat besluit", "De reden zoals die is vastgelegd.")
DATUM_EINDE: Final = Veld("datum einde", "de dag waarop de casus eindigde", "20 oktober 2026")
HOE_VERDER: Final = Veld("hoe verder", "bij wie de casus verdergaat", "De casus gaat verder bij: Voorbeeldpartij.")
ADVIES: Final = Veld("advies", "het advies bij het einde van de casus", "Het advies zoals dat is vastgelegd.")
DATUM_BESLUIT: Final = Veld("datum besluit", "de dag van het besluit om te stoppen", "2 november 2026")
AFSCHALING: Final = Veld("afschaling", "het woord van uw huis: {t.afschaling}", "afschaling")
AFGESCHAALD: Final = Veld("afgeschaald", "het woord van uw huis: {t.afgeschaald}", "afgeschaald")
PROCESREGIE: Final = Veld("procesregie", "het woord van uw huis: {t.procesregie}", "procesregie")
OVERDRACHT: Final = Veld("overdracht", "aan wie wat is overgedragen", "Voorbeeldpartij houdt contact met het gezin.")
ACTIES: Final = Veld(
    "eigen acties", "de open acties van deze partij, elk op een regel", "Contact houden.\nIn maart opnieuw kijken."
)
OPRUIMEN: Final = Veld("opruimen", "de vaste zin met de vraag ook zelf op te ruimen", "")
VERSTREKKER: Final = Veld("verstrekker", "van wie de informatie is", "Voorbeeldpartij")
DATUM_VERSTREKKING: Final = Veld("datum verstrekking", "de dag van de verstrekking", "2 november 2026")
WAT: Final = Veld("wat", "wat de derde krijgt", "Een samenvatting van het verslag.")
STUKKEN: Final = Veld("stukken", "de titels van de stukken, elk op een regel", "Verslag van een bezoek")
GRONDSLAG: Final = Veld("grondslag", "de wettelijke grondslag", "een wet, artikel 1")
TOESTEMMING: Final = Veld(
    "toestemming",
    "de schriftelijke toestemming: van wie, wanneer en met welk kenmerk",
    "Voorbeeldpartij gaf op 1 november 2026 schriftelijk toestemming (kenmerk VB-1).",
)
VOORWAARDEN: Final = Veld("voorwaarden", "de vaste voorwaarden", "")
GEBRUIK: Final = Veld(
    "gebruik",
    "waarvoor de verstrekker elk stuk laat gebruiken, elk op een regel",
    "Verslag van een bezoek: alleen voor de aanvraag.",
)

_OVERAL: Final = (NAAM, DATUM, HUIS, TAFEL, AFZENDER, TELEFOON, EMAIL, CONTACT, TOELICHTING)
_AANMELDER: Final = (GEHEIM, AANMELDING, DATUM_AANMELDING)
_EINDE: Final = (GEHEIM, CASUSNUMMER, DATUM_BESLUIT, AFSCHALING, AFGESCHAALD, PROCESREGIE)

VELDEN: Final[Mapping[Briefsoort, tuple[Veld, ...]]] = {
    Briefsoort.BETROKKENE_AANMELDING: (*_OVERAL, WIE, RECHTEN),
    Briefsoort.BETROKKENE_PLAN: (*_OVERAL, WIE, RECHTEN),
    Briefsoort.BETROKKENE_AFSCHALING: (*_OVERAL, WIE, RECHTEN, DATUM_BESLUIT),
    Briefsoort.AANMELDER_AANGENOMEN: (*_OVERAL, *_AANMELDER, DATUM_OORDEEL, CASUSNUMMER, REDEN),
    Briefsoort.AANMELDER_AFGEWEZEN: (*_OVERAL, *_AANMELDER, DATUM_OORDEEL, REDEN),
    Briefsoort.AANMELDER_EINDE: (*_OVERAL, *_AANMELDER, CASUSNUMMER, DATUM_EINDE, HOE_VERDER, ADVIES),
    Briefsoort.OVERDRACHT: (*_OVERAL, *_EINDE, OVERDRACHT, ACTIES),
    Briefsoort.AFSCHALING_PARTIJ: (*_OVERAL, *_EINDE, OPRUIMEN),
    Briefsoort.VERSTREKKING: (
        *_OVERAL,
        CASUSNUMMER,
        VERSTREKKER,
        DATUM_VERSTREKKING,
        WAT,
        STUKKEN,
        GRONDSLAG,
        TOESTEMMING,
        VOORWAARDEN,
        GEBRUIK,
    ),
}


def verplichte_velden(soort: Briefsoort) -> tuple[Veld, ...]:
    """What may not be missing in the text of this letter."""
    if soort in AAN_BETROKKENE:
        return (RECHTEN, CONTACT)
    if soort is Briefsoort.AANMELDER_AFGEWEZEN:
        return (DATUM_AANMELDING, REDEN, GEHEIM)
    if soort in AAN_AANMELDER:
        return (CASUSNUMMER, GEHEIM)
    if soort is Briefsoort.OVERDRACHT:
        return (CASUSNUMMER, OVERDRACHT, GEHEIM)
    if soort is Briefsoort.AFSCHALING_PARTIJ:
        return (CASUSNUMMER, DATUM_BESLUIT, OPRUIMEN, GEHEIM)
    return (VERSTREKKER, WAT, GRONDSLAG, TOESTEMMING, VOORWAARDEN, GEBRUIK)
