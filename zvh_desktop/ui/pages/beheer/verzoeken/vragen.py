"""What the dialogs of a verzoek ask, made from what the service says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zvh_desktop.models.keuzen.verzoekkeuzes import (
    AantekeningUitkomst,
    Aard,
    PartijAntwoord,
    VerzoekUitkomst,
)
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.verzoeken.gegevens import (
    AantekeningRegel,
    DeelRegel,
    ItemRegel,
    VerzoekbriefRegel,
    WegingRegel,
)
from zvh_desktop.ui.pages.beheer.verzoeken.keuzedialoog import Keuzevraag, Optie

UITKOMST_TEKST = {
    VerzoekUitkomst.OPEN: "nog te beslissen",
    VerzoekUitkomst.TOEGEWEZEN: "toegewezen",
    VerzoekUitkomst.DEELS: "deels toegewezen",
    VerzoekUitkomst.AFGEWEZEN: "afgewezen",
    VerzoekUitkomst.INGETROKKEN: "ingetrokken door de verzoeker",
}
ANTWOORD_TEKST = {
    PartijAntwoord.OPEN: "nog niet",
    PartijAntwoord.AKKOORD: "mag in het overzicht",
    PartijAntwoord.ZELF: "antwoordt de betrokkene zelf",
    PartijAntwoord.WEIGERT: "weigert, met reden",
}
LAAT_WEG, NAAM_WEG, BLIJFT, OPNIEUW = "laat_weg", "naam_weg", "blijft", "opnieuw"
HEF_OP, VERWIJDER = "hef_op", "verwijder"
BEKIJK, CONCEPT, VERSTUURD = "bekijk", "concept", "verstuurd"
_LENGTE = 60


def onderdeelvraag(items: Sequence[ItemRegel]) -> Keuzevraag:
    """Which item it is about, and what the betrokkene asks about it."""
    return Keuzevraag(
        titel="Vastleggen bij een onderdeel",
        uitleg="Dit staat voortaan bij het onderdeel, op het scherm en in nieuwe stukken. Wat is ondertekend, wijzigt "
        "niet. Een beperking houdt het onderdeel uit nieuwe stukken tot u haar opheft (AVG art. 18).",
        onderdelen=[Optie(een, f"{een.waar}: {een.wat}, {_kort(een.tekst)}", een.tekst) for een in items],
        wat="Wat wordt gevraagd",
        daden=(
            Optie(Aard.CORRECTIE, "verbeteren"),
            Optie(Aard.BEZWAAR, "bezwaar"),
            Optie(Aard.BEPERKING, "beperken: niet in nieuwe stukken"),
        ),
        veld="tekst",
        label="W&at de betrokkene zegt",
    )


def wegingvraag(regels: Sequence[WegingRegel]) -> Keuzevraag:
    """What is done with what names somebody else."""
    return Keuzevraag(
        titel="Anderen in het overzicht",
        uitleg="Hier wordt iemand anders genoemd. Beslis per onderdeel voordat het overzicht weggaat (AVG art. 15 "
        "lid 4). Lees ook zelf: wie nergens als betrokkene staat, herkent de applicatie niet.",
        onderdelen=[
            Optie(een, f"{een.naam} in {een.waar}: {een.wat} ({een.keuze or 'nog te beslissen'})", een.tekst)
            for een in regels
        ],
        wat="Wat u doet",
        daden=(
            Optie(NAAM_WEG, "maak de naam onleesbaar"),
            Optie(LAAT_WEG, "laat dit onderdeel weg"),
            Optie(BLIJFT, "laat het staan"),
            Optie(OPNIEUW, "neem deze keuze terug"),
        ),
    )


def aantekeningvraag(regels: Sequence[AantekeningRegel], vandaag: date, *, beslissen: bool) -> Keuzevraag:
    """What is decided about what stands beside an item."""
    daden = [Optie(VERWIJDER, "haal weg, verkeerd vastgelegd")]
    if beslissen:
        daden = [
            Optie(AantekeningUitkomst.OVERGENOMEN, "overgenomen"),
            Optie(AantekeningUitkomst.GEWEIGERD, "niet overgenomen"),
            Optie(HEF_OP, "hef de beperking op"),
            *daden,
        ]
    return Keuzevraag(
        titel="Beslissen over een onderdeel",
        uitleg="De tekst zelf wijzigt niet: wat u beslist, staat erbij. Een beperking heft u pas op als de betrokkene "
        "dat heeft gehoord (AVG art. 18 lid 3).",
        onderdelen=[Optie(een, f"{een.waar} ({een.opgeheven or een.aard.value})", een.zin) for een in regels],
        wat="Wat is besloten",
        daden=daden,
        dag=vandaag,
        dag_naam="&Dag van bericht aan de betrokkene",
    )


def antwoordvraag(regel: DeelRegel, vandaag: date) -> Keuzevraag:
    """What a partij says about its own part."""
    return Keuzevraag(
        titel="Antwoord van een partij",
        uitleg=f"Elke partij antwoordt voor wat zij zelf gaf. Dit gaat over het deel van {regel.partij}.",
        wat="Antwoord",
        daden=[Optie(antwoord, tekst) for antwoord, tekst in ANTWOORD_TEKST.items()],
        dag=regel.antwoord_op or vandaag,
        dag_naam="Geantwoord &op",
    )


def besluitvraag() -> Keuzevraag:
    """The decision on the whole verzoek."""
    return Keuzevraag(
        titel="Besluit op het verzoek",
        uitleg="U ondertekent dit besluit, per casus. Wie iets geweigerd krijgt, hoort de reden en waar hij kan klagen "
        "(AVG art. 12 lid 4).",
        wat="Besluit",
        daden=[Optie(een, tekst) for een, tekst in UITKOMST_TEKST.items() if een is not VerzoekUitkomst.OPEN],
    )


def brievenvraag(regels: Sequence[VerzoekbriefRegel]) -> Keuzevraag:
    """Who is told after the decision, and what is done with that letter."""
    return Keuzevraag(
        titel="Brieven na het besluit",
        uitleg="De betrokkene hoort het besluit. Wie gegevens kreeg die zijn verbeterd, beperkt of gewist, hoort dat "
        "ook (AVG art. 19). Van wat u noteert als verstuurd, blijft een kopie.",
        onderdelen=[Optie(een, f"{een.aan} ({_gegaan(een)})", _waarom(een)) for een in regels],
        wat="Wat u doet",
        daden=(
            Optie(BEKIJK, "bekijk de brief"),
            Optie(CONCEPT, "bewaar een concept voor e-mail"),
            Optie(VERSTUURD, "noteer als verstuurd"),
        ),
        onderdeel="&Brief aan",
        veld="",
        doe="&Ga verder",
    )


def _gegaan(regel: VerzoekbriefRegel) -> str:
    waarover = "beperking opgeheven, " if regel.opheffing else ""
    gegaan = f"verstuurd op {datum_kort(regel.verstuurd_op.date())}" if regel.verstuurd_op else "nog niet verstuurd"
    return waarover + gegaan


def _waarom(regel: VerzoekbriefRegel) -> str:
    if regel.partij_id is None:
        return "De brief aan de betrokkene, met het besluit en waar die kan klagen (AVG art. 12 lid 4)."
    if regel.opheffing:
        return f"{regel.aan} hoorde eerder van de beperking, en hoort nu dat zij is opgeheven."
    return f"{regel.aan} kreeg van ons stukken of een verstrekking over deze casus."


def verstrekvraag() -> Keuzevraag:
    """How the overzicht was handed out."""
    return Keuzevraag(
        titel="Overzicht verstrekt",
        uitleg="Er blijft een kopie van het overzicht zoals het nu is. Daarna wijzigt het niet meer.",
        wat="",
        daden=(),
        veld="hoe",
        label="&Hoe is het gegeven",
    )


def _kort(tekst: str) -> str:
    regel = " ".join(tekst.split())
    return regel if len(regel) <= _LENGTE else f"{regel[:_LENGTE]}…"
