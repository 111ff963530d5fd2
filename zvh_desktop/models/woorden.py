"""Choices in words, as documents and screens both say them."""

from __future__ import annotations

from datetime import date
from typing import Final

from zvh_desktop.models.bestuurskeuzes import LidRol
from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze
from zvh_desktop.models.keuzes import Aanwezigheid, ActieStatus, PlanStatus, PuntUitkomst, VerslagOordeel, Voortgang
from zvh_desktop.models.taal import datum_lang

AANWEZIGHEID_TEKST: Final = {
    Aanwezigheid.ONBEKEND: "nog niet bekend",
    Aanwezigheid.AANWEZIG: "aanwezig",
    Aanwezigheid.AFGEMELD: "afgemeld",
    Aanwezigheid.AFWEZIG: "afwezig",
    Aanwezigheid.SCHRIFTELIJK: "schriftelijke inbreng",
    Aanwezigheid.VERTROKKEN: "eerder vertrokken",
}
LIDROL_TEKST: Final = {
    LidRol.VOORZITTER: "voorzitter",
    LidRol.LID: "lid",
    LidRol.AGENDALID: "agendalid",
    LidRol.ADVISEUR: "adviseur",
    LidRol.SECRETARIS: "secretaris",
}
ACTIE_TEKST: Final = {
    ActieStatus.OPEN: "open",
    ActieStatus.BEZIG: "bezig",
    ActieStatus.GEREED: "gereed",
    ActieStatus.VERVALLEN: "vervallen",
}
VOORTGANG_TEKST: Final = {
    Voortgang.GEDAAN: "gedaan",
    Voortgang.NIET_GEDAAN: "niet gedaan",
    Voortgang.NIET_MEER_MOGELIJK: "niet meer mogelijk",
}
VERSLAGOORDEEL_TEKST: Final = {
    VerslagOordeel.GEEN: "",
    VerslagOordeel.ONGEWIJZIGD: "vastgesteld zonder wijzigingen",
    VerslagOordeel.MET_WIJZIGINGEN: "vastgesteld met wijzigingen",
    VerslagOordeel.UITGESTELD: "nog niet vastgesteld",
}
PLAN_TEKST: Final = {
    PlanStatus.CONCEPT: "concept",
    PlanStatus.VASTGESTELD: "vastgesteld",
    PlanStatus.VERVANGEN: "vervangen door een nieuwere versie",
}
AKKOORDWIJZE_TEKST: Final = {
    AkkoordWijze.SCHRIFTELIJK: "schriftelijk",
    AkkoordWijze.BEVEILIGDE_MAIL: "per beveiligde e-mail",
    AkkoordWijze.MONDELING: "mondeling",
}
UITKOMST_TEKST: Final = {
    PuntUitkomst.GEEN: "",
    PuntUitkomst.NIET_BEHANDELD: "niet behandeld",
    PuntUitkomst.AANGEHOUDEN: "aangehouden",
    PuntUitkomst.BESPROKEN: "alleen besproken",
}


def uitkomst_zin(soort: PuntUitkomst, tot: date | None) -> str:
    """'aangehouden tot vrijdag 4 december 2026', or nothing where there is no outcome."""
    tekst = UITKOMST_TEKST[soort]
    return f"{tekst} tot {datum_lang(tot)}" if tot is not None else tekst
