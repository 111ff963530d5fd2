"""An UitkomstOverleg: from frozen values to JSON and back, so that nothing is lost on the way.

The schema asks for what this application does not have: a BSN and an address with each actie. There stands what
nobody can have: a BSN that fails the elfproef, and a postcode with letters that are never given out. What the schema
has no field for stands beside it, under ``aanvullend`` (ADR 0054).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.services.overnemen.jzv.schema import JzvSchema, bevindingen

GEEN_BSN: Final = "999999999"
"""Fits the pattern and fails the elfproef, so it is nobody's number."""
_GEEN_POSTCODE: Final = "1000 SS"
_ONBEKEND: Final = "onbekend"
_LANGSTE_NAAM: Final = 200
_HOOGSTENS: Final = 100
_AANTEKENING: Final = (
    "Dit bestand bevat geen BSN en geen adres. Waar het schema die eist, staat een nummer dat niemand heeft "
    "(999999999) en een adres dat niet bestaat."
)


@dataclass(frozen=True, slots=True)
class JzvActie:
    """An actie. ``betrokkene`` is empty where it is about nobody in particular, or may not be named."""

    sleutel: int
    omschrijving: str
    belegd_bij: str
    conditie: str
    informering: str
    leefgebied: str
    termijn: date | None
    stand: str
    betrokkene: str


@dataclass(frozen=True, slots=True)
class JzvBesluit:
    """A besluit; JZV itself has only its description."""

    sleutel: int
    soort: str
    omschrijving: str
    conditie: str
    informering: str
    belegd_bij: str


@dataclass(frozen=True, slots=True)
class JzvOverleg:
    """One casus at one overleg, as this receiver may have it."""

    sleutel: int
    overleg: str
    datum: date
    begin: time
    einde: time
    casusnummer: str
    start: date
    betrokkenen: tuple[str, ...]
    doel: str
    beeld: str
    oordeelsvorming: str
    besluitvorming: str
    uitkomst: str
    aanwezigen: tuple[tuple[str, str], ...]
    voortgang: tuple[tuple[str, str, str], ...]
    besluiten: tuple[JzvBesluit, ...]
    acties: tuple[JzvActie, ...]


def als_json(kluis_id: str, overleggen: tuple[JzvOverleg, ...]) -> bytes:
    """The file. What does not fit the schema, or would read back as something else, is never written."""
    waarde = {
        "pagina": 1,
        "paginaGrootte": _HOOGSTENS,
        "totaalAantal": len(overleggen),
        "aanvullend": {"aantekening": _AANTEKENING},
        "resultaten": [_overleg(_Namen(kluis_id), een) for een in overleggen],
    }
    inhoud = json.dumps(waarde, ensure_ascii=False, indent=2).encode("utf-8")
    if bevindingen(JzvSchema.UITKOMST, waarde) or uit_json(json.loads(inhoud)) != overleggen:
        raise ProgrammaFout("an UitkomstOverleg that does not fit its schema or does not read back")
    return inhoud


def uit_json(waarde: Mapping[str, Any]) -> tuple[JzvOverleg, ...]:
    """What ``als_json`` wrote, as values again."""
    return tuple(_terug(een) for een in waarde["resultaten"])


class _Namen:
    """Identifications that stay the same in each export and say nothing."""

    def __init__(self, kluis_id: str) -> None:
        self._kluis_id = kluis_id

    def van(self, soort: str, sleutel: object) -> dict[str, str]:
        uniek = uuid5(NAMESPACE_URL, f"{self._kluis_id}/{soort}/{sleutel}")
        return {"url": uniek.urn, "id": str(uniek)}

    def url(self, soort: str, sleutel: object) -> dict[str, str]:
        return {"url": self.van(soort, sleutel)["url"]}


def _overleg(namen: _Namen, een: JzvOverleg) -> dict[str, Any]:
    zelf = namen.van("casusoverleg", een.sleutel)
    return {
        **zelf,
        "datum": een.datum.isoformat(),
        "startTijd": {**namen.van("starttijd", een.sleutel), "tijd": een.begin.isoformat("minutes")},
        "eindTijd": {**namen.van("eindtijd", een.sleutel), "tijd": een.einde.isoformat("minutes")},
        "notulen": _notulen(een),
        "betreft": {
            **namen.url("zaak", een.casusnummer),
            "id": een.casusnummer,
            "startDatum": een.start.isoformat(),
            "heeftBesluit": [_besluit(namen, zelf["id"], besluit) for besluit in een.besluiten],
            "heeftActie": [_actie(namen, zelf["id"], een.casusnummer, actie) for actie in een.acties],
        },
        "aanvullend": {
            "sleutel": een.sleutel,
            "overleg": een.overleg,
            "betrokkenen": list(een.betrokkenen),
            "doel": een.doel,
            "beeld": een.beeld,
            "oordeelsvorming": een.oordeelsvorming,
            "besluitvorming": een.besluitvorming,
            "uitkomst": een.uitkomst,
            "aanwezigen": [{"partij": partij, "aanwezigheid": hoe} for partij, hoe in een.aanwezigen],
            "voortgang": [{"actie": wat, "belegdBij": wie, "voortgang": hoe} for wat, wie, hoe in een.voortgang],
        },
    }


def _notulen(een: JzvOverleg) -> str:
    delen = (
        ("Doel", een.doel),
        ("Beeldvorming", een.beeld),
        ("Oordeelsvorming", een.oordeelsvorming),
        ("Besluitvorming", een.besluitvorming),
        ("Uitkomst", een.uitkomst),
    )
    return "\n\n".join(f"{kop}\n{tekst.strip()}" for kop, tekst in delen if tekst.strip())


def _besluit(namen: _Namen, overleg: str, een: JzvBesluit) -> dict[str, Any]:
    return {
        **namen.van("besluit", een.sleutel),
        "idCasusoverleg": overleg,
        "omschrijving": f"{een.soort}: {een.omschrijving}" if een.omschrijving.strip() else een.soort,
        "aanvullend": {
            "sleutel": een.sleutel,
            "soort": een.soort,
            "omschrijving": een.omschrijving,
            "conditie": een.conditie,
            "informering": een.informering,
            "belegdBij": een.belegd_bij,
        },
    }


def _actie(namen: _Namen, overleg: str, casusnummer: str, een: JzvActie) -> dict[str, Any]:
    return {
        **namen.van("actie", een.sleutel),
        "idCasusoverleg": overleg,
        "omschrijving": een.omschrijving,
        "conditie": een.conditie,
        "informering": een.informering,
        "belegdBij": {**namen.url("organisatie", een.belegd_bij), "naam": een.belegd_bij},
        "heeftBetrekkingOp": _betrokkene(namen, casusnummer, een.betrokkene),
        "aanvullend": {
            "sleutel": een.sleutel,
            "leefgebied": een.leefgebied,
            "termijn": een.termijn.isoformat() if een.termijn is not None else None,
            "stand": een.stand,
            "betrokkene": een.betrokkene,
        },
    }


def _betrokkene(namen: _Namen, casusnummer: str, naam: str) -> dict[str, Any]:
    """The schema wants a person. Where nobody may be named, or nobody was, there stands the casus."""
    voornamen, _, rest = naam.partition(" ") if naam else ("Casus", "", casusnummer)
    return {
        **namen.url("betrokkene", f"{casusnummer}/{naam}"),
        "burgerservicenummer": GEEN_BSN,
        "naam": {
            **namen.van("naam", f"{casusnummer}/{naam}"),
            "voornamen": voornamen[:_LANGSTE_NAAM] or _ONBEKEND,
            "geslachtsnaam": rest[:_LANGSTE_NAAM] or _ONBEKEND,
        },
        "adres": {
            **namen.van("adres", casusnummer),
            "straatnaam": _ONBEKEND,
            "huisnummer": 0,
            "postcode": _GEEN_POSTCODE,
            "plaats": _ONBEKEND,
        },
    }


def _terug(waarde: Mapping[str, Any]) -> JzvOverleg:
    zaak, rest = waarde["betreft"], waarde["aanvullend"]
    return JzvOverleg(
        sleutel=rest["sleutel"],
        overleg=rest["overleg"],
        datum=date.fromisoformat(waarde["datum"]),
        begin=time.fromisoformat(waarde["startTijd"]["tijd"]),
        einde=time.fromisoformat(waarde["eindTijd"]["tijd"]),
        casusnummer=zaak["id"],
        start=date.fromisoformat(zaak["startDatum"]),
        betrokkenen=tuple(rest["betrokkenen"]),
        doel=rest["doel"],
        beeld=rest["beeld"],
        oordeelsvorming=rest["oordeelsvorming"],
        besluitvorming=rest["besluitvorming"],
        uitkomst=rest["uitkomst"],
        aanwezigen=tuple((een["partij"], een["aanwezigheid"]) for een in rest["aanwezigen"]),
        voortgang=tuple((een["actie"], een["belegdBij"], een["voortgang"]) for een in rest["voortgang"]),
        besluiten=tuple(_besluit_terug(een) for een in zaak["heeftBesluit"]),
        acties=tuple(_actie_terug(een) for een in zaak["heeftActie"]),
    )


def _besluit_terug(waarde: Mapping[str, Any]) -> JzvBesluit:
    rest = waarde["aanvullend"]
    return JzvBesluit(
        sleutel=rest["sleutel"],
        soort=rest["soort"],
        omschrijving=rest["omschrijving"],
        conditie=rest["conditie"],
        informering=rest["informering"],
        belegd_bij=rest["belegdBij"],
    )


def _actie_terug(waarde: Mapping[str, Any]) -> JzvActie:
    rest = waarde["aanvullend"]
    return JzvActie(
        sleutel=rest["sleutel"],
        omschrijving=waarde["omschrijving"],
        belegd_bij=waarde["belegdBij"]["naam"],
        conditie=waarde["conditie"],
        informering=waarde["informering"],
        leefgebied=rest["leefgebied"],
        termijn=date.fromisoformat(rest["termijn"]) if rest["termijn"] is not None else None,
        stand=rest["stand"],
        betrokkene=rest["betrokkene"],
    )
