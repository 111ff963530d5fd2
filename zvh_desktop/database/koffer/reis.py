"""Which rows travel in a koffer, and which columns of them do not. A test holds this against the mapped classes.

The rows are named in SQL over ``:overleggen`` (the tafels), ``:casussen`` (their casussen), ``:eerder`` (overleggen
that were held about them before), ``:heel`` (those of these about no other casus), ``:vol`` (the statements that go
with their content) and ``:koffers``. An earlier overleg that was about others too goes as a shell: what it was and
when, so that its besluiten have a place, and nothing that was written about it as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, TextClause, text

from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.models.base import Base
from zvh_desktop.models.casus import Betrokkene, Casus, Casusregie
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.informatie import InformatieItem, InzageAkkoord, InzageVrijgave
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.instroom.regisseur import Regisseurwissel
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzen.verzoekkeuzes import Aard, ItemSoort, VerzoekUitkomst
from zvh_desktop.models.koffer.koffer import Koffer, KofferCasus
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.ordewens.ordewens import Ordewens
from zvh_desktop.models.overleg import Agendapunt, Overleg, ProfielVersie, Tafelgebeurtenis
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanDoel, PlanRol, PlanVanAanpak
from zvh_desktop.models.uitkomst import Actie, Actievoortgang, Besluit
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.models.verzoeken.verzoek import Aantekening, Betrokkeneverzoek

_LIJST: Final = re.compile(r"\(SELECT value FROM json_each\((:\w+)\)\)")
_IN: Final = "IN (SELECT value FROM json_each(:{}))"
_VOL: Final = f"nummer {_IN.format('vol')}"
_CASUS: Final = f"casus_id {_IN.format('casussen')}"
_TAFELS: Final = f"overleg_id {_IN.format('overleggen')}"
_MEE: Final = f"({{0}} {_IN.format('overleggen')} OR {{0}} {_IN.format('eerder')})"
_PUNTEN: Final = (
    f"SELECT id FROM agendapunt WHERE {_TAFELS} OR overleg_id {_IN.format('heel')} "  # noqa: S608
    f"OR ({_CASUS} AND overleg_id {_IN.format('eerder')})"
)
_PLANNEN: Final = f"SELECT id FROM plan_van_aanpak WHERE {_CASUS}"  # noqa: S608
_VRIJ: Final = f"{_TAFELS} AND NOT vervallen AND {_CASUS}"
_ITEMS: Final = f"SELECT item_id FROM inzage_vrijgave WHERE {_VRIJ}"  # noqa: S608
_HEEL: Final = f"(id {_IN.format('overleggen')} OR id {_IN.format('heel')})"
_ALLEEN_HEEL: Final = f"CASE WHEN {_HEEL} THEN {{}} ELSE '' END"
_HEEL_MEE: Final = (
    *(ItemSoort.BETROKKENE, ItemSoort.OORDEEL, ItemSoort.ACTIE, ItemSoort.PLAN, ItemSoort.PLANDOEL),
    *(ItemSoort.PLANROL, ItemSoort.OVERDRACHT),
)
"""Of a casus that travels, all of these do."""
_DEELS_MEE: Final = {
    ItemSoort.AGENDAPUNT: _PUNTEN,
    ItemSoort.BIJDRAGE: f"SELECT id FROM deelname WHERE agendapunt_id IN ({_PUNTEN})",  # noqa: S608
    ItemSoort.BESLUIT: f"SELECT id FROM besluit WHERE agendapunt_id IN ({_PUNTEN})",  # noqa: S608
    ItemSoort.INFORMATIE: _ITEMS,
}
"""Of these only what belongs to the tafels of the koffer."""
_NOTEN: Final = f"{_CASUS} AND aard <> '{Aard.BEPERKING}' AND ({{}})".format(
    " OR ".join(
        (
            f"soort IN ({', '.join(repr(str(een)) for een in _HEEL_MEE)})",
            *(f"(soort = '{soort}' AND item_id IN ({welke}))" for soort, welke in _DEELS_MEE.items()),
        )
    )
)
"""Of what travels the note of a betrokkene travels too. A casus with a restriction in force does not travel at all."""


@dataclass(frozen=True, slots=True)
class Reis:
    """One kind of row that travels: which of them, and what stands in a column instead of what the office has."""

    rij: type[Base]
    waar: str
    anders: Mapping[str, str] = field(default_factory=dict)
    net: bool = False
    """Written by the very act that makes the koffer, so that only its own transaction sees it."""
    alleen: Mapping[str, str] = field(default_factory=dict)
    """Of rows that never change (the statements): the one column that is fetched from a server of some, and which."""


REIZEN: Final[tuple[Reis, ...]] = (
    Reis(Instelling, "sleutel NOT LIKE '%:%'"),
    Reis(ProfielVersie, "true"),
    Reis(
        Verklaring,
        "nummer < :eerste",
        {"inhoud": f"CASE WHEN {_VOL} THEN inhoud END"},
        alleen={"inhoud": _VOL},
    ),
    Reis(Partij, "true", {"opmerking": "''"}),
    Reis(Casus, f"id {_IN.format('casussen')}", {"aanmelding_id": "NULL"}),
    Reis(Betrokkene, _CASUS, {"aanmelding_id": "NULL"}),
    Reis(
        Overleg,
        f"{_MEE.format('id')} OR id IN (SELECT verslag_van_id FROM agendapunt WHERE {_TAFELS})",  # noqa: S608
        {
            kolom: _ALLEEN_HEEL.format(kolom)
            for kolom in ("plaats", "voorzitter", "notulist", "agenda_woorden", "verslag_woorden")
        },
    ),
    Reis(Agendapunt, f"id IN ({_PUNTEN})"),
    Reis(Casusregie, _CASUS, {"overleg_id": f"CASE WHEN {_MEE.format('overleg_id')} THEN overleg_id END"}),
    Reis(Regisseurwissel, _CASUS),
    Reis(Oordeel, _CASUS),
    Reis(Deelname, f"agendapunt_id IN ({_PUNTEN})"),
    Reis(Uitnodiging, _TAFELS, {"contactpersoon_id": "NULL"}),
    Reis(Ordewens, _TAFELS),
    Reis(Tafelgebeurtenis, f"{_TAFELS} OR overleg_id {_IN.format('heel')}"),
    Reis(Besluit, f"{_CASUS} AND agendapunt_id IN ({_PUNTEN})"),
    Reis(PlanVanAanpak, _CASUS),
    Reis(PlanDoel, f"plan_id IN ({_PLANNEN})"),
    Reis(PlanRol, f"plan_id IN ({_PLANNEN})"),
    Reis(Actie, _CASUS, {"agendapunt_id": f"CASE WHEN agendapunt_id IN ({_PUNTEN}) THEN agendapunt_id END"}),
    Reis(
        Actievoortgang,
        f"agendapunt_id IN ({_PUNTEN}) AND actie_id IN (SELECT id FROM actie WHERE {_CASUS})",  # noqa: S608
    ),
    Reis(InformatieItem, f"id IN ({_ITEMS})"),
    Reis(InzageAkkoord, f"item_id IN ({_ITEMS})"),
    Reis(InzageVrijgave, _VRIJ),
    Reis(
        Betrokkeneverzoek,
        f"id IN (SELECT verzoek_id FROM aantekening WHERE {_NOTEN})",  # noqa: S608
        {
            "wie": "'(op kantoor)'",
            **dict.fromkeys(("namens", "vraag", "identificatie", "verlengd_reden", "reden", "verstrekt_hoe"), "''"),
            "verlengd_maanden": "0",
            "uitkomst": f"'{VerzoekUitkomst.TOEGEWEZEN}'",
        },
    ),
    Reis(Aantekening, _NOTEN, {"vorm": "''"}),
    Reis(Verklaring, "nummer BETWEEN :eerste AND :uit", net=True),
    Reis(Koffer, f"id {_IN.format('koffers')}", {"stand": "'onderweg'"}, net=True),
    Reis(KofferCasus, f"koffer_id {_IN.format('koffers')}", net=True),
)
"""In an order in which each row finds what it refers to; what is ``net`` comes last."""

_VAN_HET_DOSSIER: Final = "of the file in the office; the table does not need it"
_VAN_HET_HUIS: Final = "work of the house, about more than this tafel"
BLIJFT_THUIS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("aanmelding", "criterium_toets", "vastlegging", "triage", "triagevraag", "triagebrief", "casus_einde"),
            *("afschaling", "afschaling_besluit", "afschaling_regel", "opschaling", "fasestap", "sluitreden"),
            *("verstrekking", "verstrekt_item", "verlenging", "vernietigvoorstel", "brief", "oordeel_verzoek"),
            *("verzoek_besluit", "verzoek_betrokkene", "verzoek_partij", "verzoek_weglating"),
        ),
        _VAN_HET_DOSSIER,
    ),
    **dict.fromkeys(
        (
            *("overleg_besluit", "overleg_besluit_raakt", "overleg_lid", "overleg_stem", "overleg_uitnodiging"),
            *("traject", "traject_partij", "convenantmoment", "geschil", "geschil_stap", "termijnbesluit"),
            *(
                "cijferuitgifte",
                "uitgegevencijfer",
                "jaardoel",
                "brieftekst",
                "wordsjabloon",
                "vernietiging",
                "vernietigtelling",
            ),
            *("datalek", "datalek_casus", "datalek_betrokkene", "datalek_partij"),
        ),
        _VAN_HET_HUIS,
    ),
    **dict.fromkeys(("uitgegeven", "verzending", "overname"), "what was sent is kept in the office"),
    "lekoordeel": "what may go along is chosen where it is sent, and that is done in the office",
    "afgelasting": "an overleg that was called off does not travel",
    "verslag_correctie": "holds whole versions of a verslag; corrections are made in the office",
    "contactpersoon": "addresses are for sending, and that is done in the office",
    "logregel": "a koffer has a log of its own, that is taken over at its return",
    "koffer_begin": "made with the koffer",
    **dict.fromkeys(("koffer_verklaring", "koffer_punt"), "what other koffers brought back"),
}
"""What stays at home, and why."""


@dataclass(frozen=True, slots=True)
class Reisplan:
    """Which tafels travel, with what belongs to them."""

    koffers: tuple[int, ...]
    eerste: int
    uit: int
    """The first and the last of the statements with which they go out; the last one stands on the koffer."""
    overleggen: tuple[int, ...]
    casussen: tuple[int, ...]
    eerder: tuple[int, ...]
    heel: tuple[int, ...]
    vol: tuple[int, ...] = ()

    def waarden(self) -> dict[str, object]:
        """What the conditions are filled in with."""
        return {
            "koffers": json.dumps(self.koffers),
            "eerste": self.eerste,
            "uit": self.uit,
            "overleggen": json.dumps(self.overleggen),
            "casussen": json.dumps(self.casussen),
            "eerder": json.dumps(self.eerder),
            "heel": json.dumps(self.heel),
            "vol": json.dumps(self.vol),
        }


def vraag_hier(verbinding: Connection, vraag: str) -> TextClause:
    """A question about these rows in the words of the engine on which it is put."""
    if motor_van(verbinding).leest_teksten:
        return text(vraag)
    return text(_LIJST.sub(r"(SELECT CAST(value AS bigint) FROM jsonb_array_elements_text(CAST(\1 AS jsonb)))", vraag))


def casussen_van(verbinding: Connection, *overleggen: int) -> tuple[int, ...]:
    """The casussen on the agendas of these overleggen."""
    vraag = vraag_hier(
        verbinding,
        f"SELECT DISTINCT casus_id FROM agendapunt WHERE {_TAFELS} AND casus_id IS NOT NULL ORDER BY 1",  # noqa: S608
    )
    return tuple(verbinding.execute(vraag, {"overleggen": json.dumps(overleggen)}).scalars())


def eerdere_overleggen(
    verbinding: Connection, overleggen: Iterable[int], casussen: Iterable[int]
) -> tuple[tuple[int, ...], ...]:
    """The other overleggen that were held about these casussen, and those of them that were about nothing else."""
    waarden = {"overleggen": json.dumps(tuple(overleggen)), "casussen": json.dumps(tuple(casussen))}
    vraag = vraag_hier(
        verbinding,
        "SELECT v.id, NOT EXISTS (SELECT 1 FROM agendapunt b WHERE b.overleg_id = v.id "  # noqa: S608
        f"AND (b.casus_id IS NULL OR b.casus_id NOT {_IN.format('casussen')})) "
        f"FROM overleg v WHERE v.id NOT {_IN.format('overleggen')} AND v.status = 'gehouden' "
        f"AND EXISTS (SELECT 1 FROM agendapunt a WHERE a.overleg_id = v.id AND a.{_CASUS}) ORDER BY v.id",
    )
    rijen = verbinding.execute(vraag, waarden).all()
    return tuple(id_ for id_, _ in rijen), tuple(id_ for id_, heel in rijen if heel)
