"""Which column of a list holds what: recognised by its heading, or chosen by hand.

Known are the headings of house lists, of Outlook (Dutch and English) and of Google Contacts. Of these last two only
what a contactpersoon needs; the other ninety columns are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from zvh_desktop.errors import InvoerOngeldig

_NAMEN: Mapping[str, tuple[str, ...]] = {
    "partij": ("partij", "partijnaam", "naampartij", "organisatie", "organisatienaam", "naamorganisatie",
               "instelling", "partner", "ketenpartner", "gemeente", "bedrijf", "bedrijfsnaam", "company", "companyname",
               "organization1name", "organizationname", "organization", "organisation", "werkgever", "relatie",
               "relatienaam", "naamrelatie", "accountnaam", "account", "accountname", "klantnaam"),
    "kort": ("kort", "kortenaam", "afkorting", "afk", "korteaanduiding", "kortenaampartij"),
    "soort": ("soort", "soortpartij", "type", "typepartij"),
    "groep": ("groep", "sector", "keten", "domein"),
    "aangesloten_op": ("aangeslotenop", "aangesloten", "toetreding", "toegetredenop", "toetredingsdatum", "lidsinds"),
    "uitgetreden_op": ("uitgetredenop", "uitgetreden", "uittreding", "uittredingsdatum", "lidtot"),
    "opmerking": ("opmerking", "opmerkingen", "toelichting", "notitie"),
    "contactpersoon": ("contactpersoon", "contact", "naamcontactpersoon", "contactnaam", "contactpersoonnaam",
                       "afgevaardigde", "vertegenwoordiger", "volledigenaam", "fullname", "displayname", "weergavenaam",
                       "hoofdcontactpersoon"),
    "voornaam": ("voornaam", "firstname", "givenname", "roepnaam", "voornamen"),
    "tussenvoegsel": ("tussenvoegsel", "tussenvoegsels", "voorvoegsel", "tweedevoornaam", "middelstenaam", "middlename",
                      "additionalname"),
    "achternaam": ("achternaam", "lastname", "familyname", "surname", "familienaam"),
    "functie": ("functie", "functienaam", "functietitel", "functieomschrijving", "rol", "jobtitle",
                "organization1title", "organizationtitle"),
    "email": ("email", "mail", "emailadres", "mailadres", "epost", "emailcontactpersoon", "emailaddress", "email1value",
              "email1", "emailadres1", "email1address", "emailzakelijk", "emailwerk", "workemail", "emailwork"),
    "telefoon": ("telefoon", "telefoonnummer", "tel", "telnr", "telefoonnr", "telefoonopwerk", "telefoonwerk",
                 "zakelijketelefoon", "werktelefoon", "businessphone", "phone", "phone1value", "workphone", "phonework",
                 "telefoonzakelijk", "primarytelephone", "hoofdtelefoon"),
    "mobiel": ("mobiel", "mobieletelefoon", "mobielnummer", "mobieltelefoonnummer", "gsm", "mobilephone", "mobile",
               "phonemobile", "mobielzakelijk"),
    "mandaat": ("mandaat", "gemandateerd", "heeftmandaat"),
    "gedeelde_postbus": ("gedeeldepostbus", "postbus", "gedeeldemailbox", "functionelepostbus"),
    "overlegsoorten": ("overlegsoorten", "overlegsoort", "overleg", "overleggen"),
}  # fmt: skip
KOP: Mapping[str, str] = {
    "partij": "partij", "kort": "korte naam", "soort": "soort", "groep": "groep", "aangesloten_op": "aangesloten op",
    "uitgetreden_op": "uitgetreden op", "opmerking": "opmerking", "contactpersoon": "contactpersoon",
    "voornaam": "voornaam", "tussenvoegsel": "tussenvoegsel", "achternaam": "achternaam",
    "functie": "functie", "email": "e-mailadres", "telefoon": "telefoon", "mobiel": "mobiele telefoon",
    "mandaat": "mandaat", "gedeelde_postbus": "gedeelde postbus", "overlegsoorten": "overlegsoorten",
}  # fmt: skip
_NAAM = ("naam", "name")
_BEKEND = frozenset(_NAAM).union(*_NAMEN.values())
_MEERWAARDIG = ":::"
"""Google writes several addresses or numbers in one cell, with this between them; the first counts."""


def kaal(tekst: str) -> str:
    """Without capitals, accents, spaces and signs, so that "E-mailadres" and "email adres" are the same."""
    los = unicodedata.normalize("NFKD", tekst).casefold()
    return re.sub(r"[^a-z0-9]", "", los)


def aantal_herkend(cellen: Sequence[str]) -> int:
    """How many of these cells are headings that are known."""
    return sum(kaal(cel) in _BEKEND for cel in cellen)


def herken_kolommen(koppen: tuple[str, ...]) -> dict[int, str]:
    """Which column holds which field. Raises InvoerOngeldig when a heading that counts comes twice.

    Of two different headings for the same field, the one that stands first in our own list counts.
    """
    gevonden: dict[int, str] = {}
    namen = [kaal(kop) for kop in koppen]
    for veld, bekende in _NAMEN.items():
        naam = next((naam for naam in bekende if naam in namen), None)
        if naam is None:
            continue
        if namen.count(naam) > 1:
            raise InvoerOngeldig(
                "bestand",
                f'De kolom "{KOP[veld]}" staat twee keer in dit bestand. Er is niets gewijzigd.',
                advies="Haal een van de twee weg.",
            )
        gevonden[namen.index(naam)] = veld
    los = next((plaats for plaats, naam in enumerate(namen) if naam in _NAAM), None)
    if los is not None:
        personen = {"voornaam", "achternaam"} & set(gevonden.values())
        volgorde = ("contactpersoon",) if personen else ("partij", "contactpersoon")
        ontbreekt = next((veld for veld in volgorde if veld not in gevonden.values()), None)
        if ontbreekt is not None:
            gevonden[los] = ontbreekt
    return dict(sorted(gevonden.items()))


def toets_kolommen(koppen: tuple[str, ...], kolommen: Mapping[int, str]) -> dict[int, str]:
    """The columns chosen by hand. Raises InvoerOngeldig when one does not exist or a field is chosen twice."""
    velden = list(kolommen.values())
    if any(not 0 <= plaats < len(koppen) for plaats in kolommen) or not set(velden) <= set(KOP):
        raise InvoerOngeldig("kolommen", "Deze kolom staat niet in het bestand.")
    if len(set(velden)) != len(velden):
        raise InvoerOngeldig("kolommen", "Kies elk gegeven maar één keer.")
    return dict(sorted(kolommen.items()))


def voeg_samen(cellen: Mapping[str, str]) -> dict[str, str]:
    """The cells of one line as the register knows them: one name, one address, one number."""
    samen = {veld: cel.split(_MEERWAARDIG)[0].strip() if _MEERWAARDIG in cel else cel for veld, cel in cellen.items()}
    delen = [samen.pop(veld, "") for veld in ("voornaam", "tussenvoegsel", "achternaam")]
    mobiel = samen.pop("mobiel", "")
    if not samen.get("contactpersoon"):
        samen["contactpersoon"] = " ".join(deel for deel in delen if deel)
    if not samen.get("telefoon"):
        samen["telefoon"] = mobiel
    return samen
