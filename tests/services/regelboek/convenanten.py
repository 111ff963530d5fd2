"""The numbering of the five convenanten, read from the texts themselves and not from the profiles.

A profile that cites another article than its convenant is found by comparing it with this table.
"""

from __future__ import annotations

from zvh_desktop.models.keuzes import Regel

HUIZEN = ("landelijk", "twente", "haaglanden", "midden-limburg", "delft")
"""The order of the columns below."""

NUMMERING: dict[Regel, tuple[str, str, str, str, str]] = {
    Regel.ALLEEN_RECHTMATIGE_PARTIJEN: (
        "art. 12.2 onder e", "art. 14.2", "art. 12.2 onder e", "art. 9.2 onder e", "art. 13.2 onder e",
    ),
    Regel.BEOORDELING_AANMELDING: (
        "art. 12.2 onder a", "art. 11.2 onder a", "art. 12.2 onder a", "art. 9.2 onder a", "art. 13.2 onder a",
    ),
    Regel.OVERLEG_MET_AANMELDER: (
        "art. 12.2 onder a", "art. 11.2 onder a", "art. 12.2 onder a", "art. 9.2 onder a", "art. 13.2 onder a",
    ),
    # Only Twente has these in its text, in the werkproces of bijlage 3.
    Regel.AFSTEMMING_GEMEENTE: ("", "bijlage 3, fase 1", "", "", ""),
    Regel.BETROKKENE_INFORMEREN: ("", "bijlage 3, fase 2", "", "", ""),
    Regel.CRITERIA_COMPLEXE_CASUISTIEK: ("bijvoegsel 2", "bijlage 2", "bijlage 2", "bijlage 2", "art. 1.6"),
    Regel.GEEN_VERSTREKKING_VOOR_OVERLEG: ("art. 1.7", "bijlage 3, fase 1", "art. 1.7", "art. 1.7", "art. 1.9"),
    Regel.TRIAGE_RELEVANTE_PARTIJEN: ("art. 1.8", "art. 1.23", "art. 1.8", "art. 1.8", "art. 1.10"),
    Regel.DOEL_BESLUIT_THEMAS_VOORAF: (
        "art. 12.2 onder c", "art. 11.2 onder c", "art. 12.2 onder c", "art. 9.2 onder c", "art. 13.2 onder c",
    ),
    Regel.GEVRAAGDE_BIJDRAGE: (
        "art. 12.2 onder e", "art. 11.2 onder e", "art. 12.2 onder e", "art. 9.2 onder e", "art. 13.2 onder e",
    ),
    Regel.INZAGE_VOORAF: (
        "art. 12.2 onder f", "art. 11.2 onder f", "art. 12.2 onder f", "art. 9.2 onder f", "art. 13.2 onder f",
    ),
    Regel.VERSTREKKER_BEPAALT_GEBRUIK: ("art. 16.2", "art. 16.2", "art. 16.2", "art. 13.2", "art. 17.2"),
    Regel.NIET_OPENBAAR: ("art. 9.2", "art. 8.2", "art. 9.2", "art. 7.2", "art. 9.2"),
    Regel.TOESTEMMING_DERDEN: ("art. 9.2", "art. 8.2", "art. 9.2", "art. 7.2", "art. 9.2"),
    Regel.AFGEVAARDIGDE_MANDAAT: ("art. 8.3", "art. 7.3", "art. 8.3", "art. 6.3", "art. 8.3"),
    Regel.GEZAMENLIJKE_AFSPRAKEN: ("art. 9.1", "art. 8.1", "art. 9.1", "art. 7.1", "art. 9.1"),
    Regel.BESLUITEN_PER_CASUS: (
        "art. 12.2 onder c", "bijlage 3, fase 3", "art. 12.2 onder c", "art. 9.2 onder c", "art. 13.2 onder c",
    ),
    Regel.CASUSREGISSEUR_VAN_PARTIJ: ("art. 13.1", "art. 12.1", "art. 13.1", "art. 10.1", "art. 14.1"),
    # Twente contradicts itself: art. 7.4 onder a and art. 12.1 give it to the casustafel, bijlage 3 fase 4 to the MDO.
    Regel.AANWIJZING_CASUSREGISSEUR: (
        "art. 8.4 onder a", "art. 7.4 onder a", "art. 8.4 onder a", "art. 6.4 onder a", "art. 8.4 onder a",
    ),
    Regel.ROL_EN_INFORMATIEBEHOEFTE: (
        "art. 8.4 onder c", "art. 7.4 onder c", "art. 8.4 onder c", "art. 6.4 onder c", "art. 8.4 onder c",
    ),
    Regel.PLAN_VAN_AANPAK: (
        "art. 8.4 onder b", "art. 7.4 onder b", "art. 8.4 onder b", "art. 6.4 onder b", "art. 8.4 onder b",
    ),
    # Only Twente says so, of the MDO; elsewhere the application asks it by itself.
    Regel.WIE_INFORMEERT_BETROKKENE: ("", "bijlage 3, fase 4", "", "", ""),
    # Haaglanden contradicts itself: art. 1.10 gives it to two persons, art. 8.4 onder d to the overleg.
    Regel.AFSCHALING_BESLUIT: (
        "art. 8.4 onder d", "art. 7.4 onder d", "art. 1.10", "art. 6.4 onder d", "art. 8.4 onder d",
    ),
    Regel.AFSCHALING_CRITERIA: (
        "art. 8.4 onder d", "art. 7.4 onder d", "art. 8.4 onder d", "art. 6.4 onder d", "art. 8.4 onder d",
    ),
    # Only Delft has an opschaling of its own (art. 1.13); the others leave it to the werkproces.
    Regel.OPSCHALING_BESLUIT: ("", "", "", "", "art. 8.4 onder d"),
    Regel.VERSLAGLEGGING: ("", "art. 14.4", "", "", ""),
    Regel.OVERNEMEN: ("", "art. 13.2 en art. 14.4 en bijlage 3, fase 1", "", "", ""),
    Regel.GEHEIMHOUDING: ("art. 17.1", "art. 17.1", "art. 17.1", "art. 14.1", "art. 18.1"),
    Regel.GEEN_CASUS_BUITEN_OPERATIONEEL: ("toelichting bij art. 6", "art. 7.1", "art. 8.1", "art. 6.1", "art. 8.1"),
    # Twente art. 21.1 and Midden-Limburg art. 20.2 are no voting rule of a meeting.
    Regel.MEERDERHEID: ("art. 5.4 en art. 7.1", "", "art. 5.4 en art. 7.1", "", "art. 5.4 en art. 7.1"),
    Regel.AFWEZIGE_VOORAF_GEHOORD: ("art. 5.5 en art. 7.2", "", "art. 5.5 en art. 7.2", "", "art. 5.5 en art. 7.2"),
    # Twente art. 24.2 is about a dispute on the convenant, not about a meeting that cannot decide.
    Regel.PATSTELLING: ("art. 7.3 en art. 5.6", "", "art. 7.3", "", "art. 7.3 en art. 5.6"),
    Regel.TOETREDING: ("art. 20.4", "art. 20.4", "art. 20.4", "art. 17.4", "art. 21.4"),
    Regel.UITTREDING: ("art. 21.3", "art. 22.2", "art. 21.3", "art. 18.3", "art. 24.2"),
    Regel.TOETREDING_BERICHT: ("art. 20.3", "art. 20.3", "art. 20.3", "art. 17.3", "art. 21.3"),
    Regel.UITSLUITING: ("art. 23.2", "art. 22.4", "art. 23.2", "art. 20.2", "art. 24.3"),
    Regel.NA_UITTREDING: ("art. 23.3", "art. 22.5", "art. 23.3", "art. 20.3", "art. 24.4"),
    Regel.CONVENANT_DUUR: ("art. 23.1", "art. 22.1", "art. 23.1", "art. 20.1", "art. 24.1"),
    Regel.GESCHIL_PROCESREGISSEUR: ("art. 12.4", "art. 11.4", "art. 12.4", "art. 9.4", "art. 13.4"),
    Regel.GESCHIL_CASUSREGISSEUR: ("art. 13.4", "art. 12.4", "art. 13.4", "art. 10.4", "art. 14.4"),
    Regel.GESCHIL_MANAGER: ("art. 11.4", "art. 10.4", "art. 11.4", "", "art. 11.4"),
    # Only Twente has these two: the other four end with an article on Dutch law and have none on disputes.
    Regel.GESCHIL_INFORMATIEROL: ("", "art. 13.3", "", "", ""),
    Regel.GESCHIL_CONVENANT: ("", "art. 24.2", "", "", ""),
    Regel.DATALEK_PARTIJEN: ("", "art. 10.3 onder h", "", "", ""),
    # Two texts say it of a verzoek om inzage itself; of the other three it is read from who answers for what is given.
    Regel.PARTIJ_ANTWOORDT_ZELF: ("bijvoegsel 5", "art. 15.1", "bijlage 3", "art. 12.1", "art. 16.1"),
    Regel.VERWERKING_BEPERKT: ("art. 15.2", "art. 15.2", "art. 15.2", "art. 12.2", "art. 16.2"),
}  # fmt: skip
"""Empty where a convenant has no such rule."""

GESCHILLEN = {
    "procesregisseur": (("Manager", "Stuurgroep"),) * 5,
    "casusregisseur": (
        ("Procesregisseur", "Partneroverleg"),
        ("Procesregisseur", "Manager"),
        ("Procesregisseur", "Partneroverleg"),
        ("Procesregisseur", "Voorbereidingsgroep stuurgroep"),
        ("Procesregisseur", "Partneroverleg"),
    ),
    "manager": (
        ("Stuurgroep",),
        ("Stuurgroep",),
        ("Stuurgroep",),
        (),
        ("Stuurgroep", "College van burgemeester en wethouders"),
    ),
    "informatierol": ((), ("Manager",), (), (), ()),
    "convenant": ((), ("Gezamenlijk overleg van de partijen",), (), (), ()),
}
"""To whom a dispute goes, in order, per house."""

TRIAGE_NOEMT_THEMAS = {huis: huis != "midden-limburg" for huis in HUIZEN}
"""Whether the definition of triage names thema's: Midden-Limburg art. 1.8 names the doel and the partijen only."""


def artikel_van(regel: Regel, huis: str) -> str:
    """The article of this rule in the convenant of this house."""
    return NUMMERING[regel][HUIZEN.index(huis)]
