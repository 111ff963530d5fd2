"""The Dutch words and icons for partijen, aanmeldingen, casussen, oordelen, acties and plannen."""

from __future__ import annotations

from zvh_desktop.models.keuzes import (
    AanmeldingUitkomst,
    ActieStatus,
    CasusStatus,
    OordeelUitkomst,
    PartijSoort,
    PlanStatus,
)
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.partijen.inlezen import CsvUitkomst
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur


def partijsoort_tekst(soort: PartijSoort, convenantpartij: str) -> str:
    """The kind of partij; what a partij of the convenant is called, the house says."""
    return {
        PartijSoort.CONVENANTPARTIJ: convenantpartij,
        PartijSoort.DEELNEMER: "deelnemer voor één casus",
        PartijSoort.DERDE: "derde",
    }[soort]


GROEP_TEKST = {
    "dji": "Dienst Justitiële Inrichtingen",
    "gemeente": "Gemeenten",
    "ggd": "GGD",
    "halt": "Halt",
    "jeugd": "Jeugd",
    "jeugd-en-reclassering": "Jeugd en reclassering",
    "jgz": "Jeugdgezondheidszorg",
    "jji": "Justitiële jeugdinrichtingen",
    "om": "Openbaar Ministerie",
    "politie": "Politie",
    "reclassering": "Reclassering",
    "rvdk": "Raad voor de Kinderbescherming",
    "veilig-thuis": "Veilig Thuis",
    "welzijn": "Welzijn",
    "wonen": "Wonen",
    "zorg": "Zorg",
}
"""The groups that the profiles use; a house may add its own."""


def groep_tekst(sleutel: str) -> str:
    """The group of a partij in words; one that a house added itself as it was written."""
    return GROEP_TEKST.get(sleutel) or hoofdletter(sleutel.replace("-", " ")) or "Overig"


AANMELDING_TEKST = {
    AanmeldingUitkomst.OPEN: "te beoordelen",
    AanmeldingUitkomst.GEACCEPTEERD: "geaccepteerd",
    AanmeldingUitkomst.AFGEWEZEN: "afgewezen",
}
AANMELDING_ICOON = {
    AanmeldingUitkomst.OPEN: Icoon.KLOK,
    AanmeldingUitkomst.GEACCEPTEERD: Icoon.VINK,
    AanmeldingUitkomst.AFGEWEZEN: Icoon.STREEPJE,
}
AANMELDING_KLEUR = {
    AanmeldingUitkomst.OPEN: Kleur.LET_OP,
    AanmeldingUitkomst.GEACCEPTEERD: Kleur.GOED,
    AanmeldingUitkomst.AFGEWEZEN: Kleur.STIL,
}

CASUS_ICOON = {
    CasusStatus.LOPEND: Icoon.CASUSSEN,
    CasusStatus.AFGESCHAALD: Icoon.VINK,
    CasusStatus.BEEINDIGD: Icoon.STREEPJE,
}


def casus_tekst(status: CasusStatus, afgeschaald: str) -> str:
    """Where a casus stands for the house as a whole; what a casus is after afschaling, the house says."""
    return {
        CasusStatus.LOPEND: "lopend",
        CasusStatus.AFGESCHAALD: afgeschaald,
        CasusStatus.BEEINDIGD: "beëindigd",
    }[status]


def gesloten_zin(status: CasusStatus, afgeschaald: str) -> str:
    """Why nothing new begins on a casus that does not run."""
    return f"Deze casus is {casus_tekst(status, afgeschaald)}."


OORDEEL_TEKST = {
    OordeelUitkomst.RECHTMATIG: "rechtmatig",
    OordeelUitkomst.NIET_RECHTMATIG: "niet rechtmatig",
    OordeelUitkomst.INGETROKKEN: "ingetrokken",
}
OORDEEL_ICOON = {
    OordeelUitkomst.RECHTMATIG: Icoon.VINK,
    OordeelUitkomst.NIET_RECHTMATIG: Icoon.STREEPJE,
    OordeelUitkomst.INGETROKKEN: Icoon.UITROEP,
}

ACTIE_ICOON = {
    ActieStatus.OPEN: Icoon.CIRKEL,
    ActieStatus.BEZIG: Icoon.KLOK,
    ActieStatus.GEREED: Icoon.VINK,
    ActieStatus.VERVALLEN: Icoon.STREEPJE,
}

PLAN_ICOON = {
    PlanStatus.CONCEPT: Icoon.POTLOOD,
    PlanStatus.VASTGESTELD: Icoon.VINK,
    PlanStatus.VERVANGEN: Icoon.GESCHIEDENIS,
}


CSV_ICOON = {
    CsvUitkomst.TOEGEVOEGD: Icoon.PLUS,
    CsvUitkomst.GEWIJZIGD: Icoon.POTLOOD,
    CsvUitkomst.GELIJK: Icoon.STREEPJE,
    CsvUitkomst.GEWEIGERD: Icoon.FOUT,
}
