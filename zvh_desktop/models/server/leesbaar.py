"""Which columns of text and bytes a server may read, and which never: all of them, each by its name (ADR 0092).

Numbers, dates, yes or no and the words of a fixed choice (``KeuzeKolom``) stay readable without being named here:
triggers and references rest on them. A column that is in neither list is encrypted, and a test fails until somebody
has chosen. What the readable ones give away stands in docs/veiligheid.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LEESBAAR: Final[Mapping[str, Mapping[str, str]]] = {
    "het nummer of de naam van een rij; er is geen persoon aan te herkennen": {
        "instelling": "sleutel",
        "koffer_begin": "tabel",
        "vernietiging": "nummer",
        "casus": "nummer",
        "koffer": "kenmerk reist_in",
        "overname": "systeem",
    },
    "wanneer iets gebeurde, zoals in een datumkolom": {
        "logregel": "tijd",
        "verklaring": "tijd",
    },
    "een soort of stap uit een vaste lijst van het programma of het huisprofiel, waar triggers of vragen op rusten": {
        "logregel": "handeling object_soort resultaat",
        "verklaring": "soort",
        "overleg": "soort",
        "casus": "fase",
        "besluit": "soort",
        "opschaling": "fase_voor",
    },
    "een sleutel uit een vaste lijst, waarvan er per rij erboven één mag zijn": {
        "vernietigtelling": "maat indeling",
        "uitgegevencijfer": "maat indeling",
        "criterium_toets": "criterium",
        "afschaling_regel": "sleutel",
        "afschaling_besluit": "beslisser",
    },
}
"""Per reason the columns of each table."""

VERSLEUTELD: Final[Mapping[str, str]] = {
    "brieftekst": "onderwerp tekst gewijzigd_door",
    "cijferuitgifte": "uitgegeven_door",
    "convenantmoment": "opmerking",
    "datalek": "wat maatregelen bericht ap_reden vastgelegd_door",
    "instelling": "waarde",
    "jaardoel": "plan tekst maat",
    "koffer_begin": "inhoud",
    "logregel": "gebruiker rol object_id herkomst vorige_hash hash",
    "partij": "naam kort groep opmerking",
    "profiel_versie": "sleutel versie inhoud",
    "verklaring": "inhoud inhoud_hash vorige_hash hash handtekening certificaat gebruiker",
    "vernietigtelling": "sleutel",
    "wordsjabloon": "inhoud gewijzigd_door",
    "verzoek": (
        "wie namens vraag identificatie identificatie_door verlengd_reden reden besloten_door verstrekt_hoe "
        "verstrekt_door vastgelegd_door"
    ),
    "aanmelding": (
        "aanpak contact_naam contact_email contact_telefoon zorgelijke_situatie naar_aanleiding_van verzoek "
        "overige_informatie reden beoordeeld_door"
    ),
    "contactpersoon": "naam functie email telefoon overlegsoorten",
    "datalek_partij": "verstuurd_door aan_naam aan_functie aan_email",
    "geschil": "onderwerp omschrijving uitkomst vastgelegd_door",
    "overleg": "plaats voorzitter notulist agenda_woorden verslag_woorden",
    "termijnbesluit": "termijnen besloten_door",
    "uitgegevencijfer": "sleutel",
    "vernietiging": "gedaan_door samen_met woorden geleegd",
    "verzoek_partij": "verstuurd_door aan_naam aan_functie aan_email antwoord_reden",
    "verzoek_weglating": "sleutel reden door",
    "afgelasting": "reden afgelast_door",
    "casus": "aanpak procesregisseur procesregie",
    "criterium_toets": "motivering",
    "geschil_stap": "bij uitkomst",
    "koffer": (
        "voor voor_naam vervanger vervanger_naam kop_hash volledig uitgegeven_door ingetrokken_door "
        "ingetrokken_reden terug_door onderweg"
    ),
    "overleg_lid": "functie vertegenwoordiger email gevraagde_inbreng inbreng",
    "uitnodiging": "uid antwoord_opmerking gestuurd_naam gestuurd_functie gestuurd_email",
    "aantekening": "tekst vorm door reden opgeheven_reden opgeheven_door",
    "afschaling": "besloten_door woorden motivering criteria_gehaald overgedragen_aan",
    "agendapunt": "besluit_type onderwerp doel themas beeld oordeelsvorming besluitvorming betrokkenen",
    "betrokkene": "naam geboortedatum gemeente adres",
    "casus_einde": (
        "bij advies beeindigd_door teruggekoppeld_hoe teruggekoppeld_wat teruggekoppeld_door heropend_door "
        "heropend_omdat"
    ),
    "casusregie": "naam",
    "informatie_item": "titel tekst gebruik ontvangen_wijze bijlage bijlage_naam vastgelegd_door",
    "koffer_punt": "tabel wat kantoor onderweg reden",
    "koffer_verklaring": "rij",
    "lekoordeel": "digest reden door",
    "oordeel": "grondslag motivering gegeven_door",
    "oordeel_verzoek": "gevraagd_door",
    "overleg_uitnodiging": "uid gestuurd_naam gestuurd_email gestuurd_inhoud",
    "plan_van_aanpak": "informeert_betrokkene niet_geinformeerd_omdat afschalingscriteria opgesteld_door woorden",
    "regisseurwissel": "van naar reden vastgelegd_door",
    "sluitreden": "reden vastgelegd_door",
    "triage": "doel themas routering toelichting afgerond_door",
    "triagebrief": "vraag verstuurd_door aan_naam aan_functie aan_email reden",
    "vastlegging": "met niet_omdat vastgelegd_door",
    "verlenging": "reden besloten_door",
    "vernietigvoorstel": "gebruiker voorgesteld_door ingetrokken_door",
    "verstrekking": "wat grondslag wijze toestemming_kenmerk toestemming_door vastgelegd_door vervallen_reden",
    "verzoek_besluit": "reden besloten_door",
    "actie": "omschrijving conditie informering leefgebied eigenaar",
    "afschaling_regel": "tekst door opmerking",
    "besluit": "omschrijving conditie informering",
    "brief": "verstuurd_door aan_naam aan_functie aan_email aan_adres",
    "deelname": "gevraagde_bijdrage afgevaardigde",
    "inzage_akkoord": "gegeven_door wijze vastgelegd_door ingetrokken_vastgelegd_door",
    "overleg_besluit": "voorstel toelichting beslist_door elders",
    "overname": "overgenomen_door",
    "plan_doel": "leefgebied doel",
    "plan_rol": "rol informatiebehoefte",
    "tafelgebeurtenis": "wie door",
    "triagevraag": "vraag antwoord",
    "verslag_correctie": "reden eerder_inhoud eerder_woorden",
    "verzending": "verstuurd_door aan_naam aan_functie aan_email reactie_tekst",
    "verzoek_betrokkene": "bevestigd_door",
    "actievoortgang": "vastgelegd_door",
    "afschaling_besluit": "naam",
    "inzage_vrijgave": "vrijgegeven_door",
    "opschaling": (
        "motivering criteria_gehaald gevraagd besloten_door woorden akkoord_door akkoord_functie "
        "akkoord_kenmerk akkoord_vastgelegd_door dossier_door uitkomst_reden uitkomst_door procesregie_voor"
    ),
    "traject": (
        "naam kort groep vestigingsplaats kantoor vertegenwoordiger functie bijdrage grondslag ontvangen_bij "
        "toelichting advies besloten_door motivering oordelen vastgelegd_door"
    ),
    "uitgegeven": "bestandsnaam inhoud sha256 gemaakt_door aan_naam aan_email",
    "traject_partij": "verstuurd_door aan_naam aan_functie aan_email opmerking",
    "fasestap": "naar van",
}
"""What leaves this computer encrypted, per table."""

GEMERKT: Final[Mapping[str, tuple[str, ...]]] = {
    # unique
    "partij": ("naam", "kort"),
    "verklaring": ("hash",),
    "logregel": ("hash", "object_id"),
    "uitnodiging": ("uid",),
    "overleg_uitnodiging": ("uid",),
    "lekoordeel": ("digest",),
    "vernietigtelling": ("sleutel",),
    "uitgegevencijfer": ("sleutel",),
    "verzoek_weglating": ("sleutel",),
    # a trigger compares two rows
    "triagebrief": ("aan_email",),
    # asked for by their value
    "casus": ("procesregisseur",),
    "actie": ("eigenaar",),
}
"""Encrypted, with a mark of the value under a key of its own: a server sees that two are the same, and not what."""

BUITEN_DE_RIJ: Final[Mapping[str, tuple[str, ...]]] = {
    "overname": ("verklaring_nummer",),
    "verzoek_weglating": ("sleutel",),
}
"""Parts of a primary key to which what is encrypted in the row is not tied: a row may change it, or it is encrypted."""


def is_leesbaar(tabel: str, kolom: str) -> bool:
    """Whether a server may read this column of text or bytes."""
    return any(kolom in tabellen.get(tabel, "").split() for tabellen in LEESBAAR.values())
