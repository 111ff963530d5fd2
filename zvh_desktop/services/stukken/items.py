"""What of a file is about a person, as items: which rows, whose they are, and which texts of them say something.

One list, for the inzage-overzicht, for what can be pointed at by a note, and for what a restriction keeps out of new
documents. ``tests/services/stukken/test_items.py`` holds it against the mapped classes, column by column.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from zvh_desktop.models.aanmelding import Aanmelding, CriteriumToets
from zvh_desktop.models.afschaling import Afschaling, AfschalingRegel
from zvh_desktop.models.base import Base
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.instroom.einde import CasusEinde
from zvh_desktop.models.instroom.regisseur import Regisseurwissel
from zvh_desktop.models.instroom.vastlegging import Vastlegging
from zvh_desktop.models.keuzen.verzoekkeuzes import ItemSoort
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.overleg import Agendapunt, VerslagCorrectie
from zvh_desktop.models.plan import PlanDoel, PlanRol, PlanVanAanpak
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.rondsturen.verzending import Rondzending
from zvh_desktop.models.taal import datum_kort, geboortedatum_tekst, hoofdletter
from zvh_desktop.models.triage import Triage, Triagebrief, Triagevraag
from zvh_desktop.models.uitkomst import Actie, Besluit
from zvh_desktop.models.vernietigen.bewaren import Verlenging
from zvh_desktop.models.verstrekking import Verstrekking


@dataclass(frozen=True, slots=True)
class Itembron:
    """One kind of row: what it is called, its texts (the first says which row it is), and the column of its partij.

    ``via`` is the table between it and the casus, with the condition, and the column there that names the casus.
    ``partij`` is empty where the house wrote it itself.
    """

    soort: ItemSoort
    rij: type[Base]
    naam: str
    teksten: tuple[tuple[str, str], ...]
    partij: str = ""
    via: tuple[Any, Any, Any] | None = None
    aanmelding: str = ""
    """The column that names the aanmelding, for what hangs there before there is a casus."""
    welke: str = ""
    """The column with the key of the criterium that it is about."""
    vast: tuple[tuple[str, str], ...] = ()
    """Columns that say one of a few fixed words: shown with the row, and no text by which it is known elsewhere."""


LEEFGEBIED: Final = "Leefgebied"
_VAN_AANMELDING: Final = (Casus, Casus.aanmelding_id == CriteriumToets.aanmelding_id, Casus.id)
_VAN_TRIAGE: Final = (Triage, Triage.id == Triagevraag.triage_id, Triage.casus_id)

BRONNEN: Final[tuple[Itembron, ...]] = (
    Itembron(
        ItemSoort.BETROKKENE,
        Betrokkene,
        "Persoonsgegevens",
        (
            ("naam", "Naam"),
            ("geboortedatum", "Geboortedatum"),
            ("adres", "Adres"),
            ("gemeente", "Gemeente"),
        ),
        aanmelding="aanmelding_id",
    ),
    Itembron(
        ItemSoort.AANMELDING,
        Aanmelding,
        "{t.aanmelding}",
        (
            ("zorgelijke_situatie", "Zorgelijke situatie"),
            ("naar_aanleiding_van", "Naar aanleiding van"),
            ("verzoek", "Verzoek"),
            ("overige_informatie", "Overige informatie"),
            ("reden", "Reden van de uitkomst"),
        ),
        "partij_id",
        (Casus, Casus.aanmelding_id == Aanmelding.id, Casus.id),
        "id",
    ),
    Itembron(
        ItemSoort.CRITERIUM,
        CriteriumToets,
        "Toets aan een criterium",
        (("motivering", "Motivering"),),
        via=_VAN_AANMELDING,
        aanmelding="aanmelding_id",
        welke="criterium",
        vast=(("voldoet", "Voldoet"),),
    ),
    Itembron(
        ItemSoort.VASTLEGGING,
        Vastlegging,
        "Vooroverleg",
        (("met", "Met"), ("niet_omdat", "Niet, omdat")),
        aanmelding="aanmelding_id",
    ),
    Itembron(
        ItemSoort.TRIAGE,
        Triage,
        "{t.triage}",
        (("doel", "Doel"), ("toelichting", "Toelichting"), ("themas", "Thema's")),
    ),
    Itembron(
        ItemSoort.TRIAGEVRAAG,
        Triagevraag,
        "Antwoord bij {t.triage}",
        (("antwoord", "Antwoord"), ("vraag", "Vraag")),
        "partij_id",
        _VAN_TRIAGE,
    ),
    Itembron(
        ItemSoort.TRIAGEBRIEF,
        Triagebrief,
        "Brief met een vraag",
        (("vraag", "Vraag"), ("reden", "Ingetrokken, omdat")),
    ),
    Itembron(ItemSoort.OORDEEL, Oordeel, "Oordeel rechtmatig aanwezig", (("motivering", "Motivering"),)),
    Itembron(
        ItemSoort.AGENDAPUNT,
        Agendapunt,
        "Bespreking",
        (
            ("beeld", "Beeldvorming"),
            ("oordeelsvorming", "Oordeelsvorming"),
            ("besluitvorming", "Besluitvorming"),
            ("doel", "Doel"),
            ("themas", "Thema's"),
            ("onderwerp", "Onderwerp"),
        ),
    ),
    Itembron(
        ItemSoort.VERSLAGCORRECTIE,
        VerslagCorrectie,
        "Correctie van een verslag",
        (("reden", "Gecorrigeerd, omdat"),),
        via=(Agendapunt, Agendapunt.id == VerslagCorrectie.agendapunt_id, Agendapunt.casus_id),
    ),
    Itembron(ItemSoort.BIJDRAGE, Deelname, "Gevraagde bijdrage", (("gevraagde_bijdrage", "Gevraagd"),)),
    Itembron(
        ItemSoort.BESLUIT,
        Besluit,
        "Besluit",
        (("omschrijving", "Besluit"), ("conditie", "Voorwaarde"), ("informering", "Informeren")),
    ),
    Itembron(
        ItemSoort.ACTIE,
        Actie,
        "Actie",
        (
            ("omschrijving", "Actie"),
            ("conditie", "Voorwaarde"),
            ("informering", "Informeren"),
            ("leefgebied", LEEFGEBIED),
        ),
    ),
    Itembron(
        ItemSoort.PLAN,
        PlanVanAanpak,
        "{t.plan_van_aanpak}",
        (
            ("afschalingscriteria", "Criteria om te stoppen"),
            ("informeert_betrokkene", "Wie informeert"),
            ("niet_geinformeerd_omdat", "Niet geïnformeerd, omdat"),
        ),
    ),
    Itembron(
        ItemSoort.PLANDOEL,
        PlanDoel,
        "Doel in het plan",
        (("doel", "Doel"), ("leefgebied", LEEFGEBIED)),
        via=(PlanVanAanpak, PlanVanAanpak.id == PlanDoel.plan_id, PlanVanAanpak.casus_id),
    ),
    Itembron(
        ItemSoort.PLANROL,
        PlanRol,
        "Rol in het plan",
        (("rol", "Rol"), ("informatiebehoefte", "Informatiebehoefte")),
        "",
        (PlanVanAanpak, PlanVanAanpak.id == PlanRol.plan_id, PlanVanAanpak.casus_id),
    ),
    Itembron(
        ItemSoort.INFORMATIE,
        InformatieItem,
        "Informatie",
        (("titel", "Titel"), ("tekst", "Tekst"), ("gebruik", "Gebruik"), ("bijlage_naam", "Bijlage")),
        "verstrekker_id",
    ),
    Itembron(
        ItemSoort.VERSTREKKING,
        Verstrekking,
        "Verstrekking aan een derde",
        (("wat", "Wat"), ("grondslag", "Grondslag"), ("vervallen_reden", "Vervallen, omdat")),
        "verstrekker_id",
    ),
    Itembron(ItemSoort.REACTIE, Rondzending, "Reactie op een stuk", (("reactie_tekst", "Reactie"),), "partij_id"),
    Itembron(
        ItemSoort.AFSCHALING,
        Afschaling,
        "{t.afschaling}",
        (
            ("motivering", "Motivering"),
            ("criteria_gehaald", "Criteria"),
            ("overgedragen_aan", "Overgedragen aan"),
        ),
    ),
    Itembron(
        ItemSoort.CHECKLIST,
        AfschalingRegel,
        "Regel van de checklist",
        (("opmerking", "Opmerking"),),
        via=(Afschaling, Afschaling.id == AfschalingRegel.afschaling_id, Afschaling.casus_id),
    ),
    Itembron(
        ItemSoort.EINDE,
        CasusEinde,
        "Beëindiging",
        (
            ("advies", "Advies"),
            ("teruggekoppeld_wat", "Teruggekoppeld"),
            ("bij", "Bij"),
            ("heropend_omdat", "Heropend, omdat"),
        ),
    ),
    Itembron(
        ItemSoort.OPSCHALING,
        Opschaling,
        "{t.opschaling}",
        (
            ("motivering", "Motivering"),
            ("criteria_gehaald", "Criteria"),
            ("gevraagd", "Gevraagd"),
            ("uitkomst_reden", "Reden van de uitkomst"),
        ),
    ),
    Itembron(ItemSoort.OVERDRACHT, Regisseurwissel, "Overdracht binnen het huis", (("reden", "Overgedragen, omdat"),)),
    Itembron(ItemSoort.VERLENGING, Verlenging, "Langer bewaren", (("reden", "Langer bewaard, omdat"),)),
)
"""In the order in which a file comes about."""

OP_SOORT: Final[Mapping[ItemSoort, Itembron]] = {bron.soort: bron for bron in BRONNEN}


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a file that says something: of which casus (None before there is one) and partij (None: the house)."""

    bron: Itembron
    id: int
    casus_id: int | None
    partij_id: int | None
    teksten: tuple[tuple[str, str], ...]
    """What each text is called, and the text; empty ones are left out."""
    welke: str = ""
    """The key of the criterium that it is about."""
    vast: tuple[tuple[str, str], ...] = ()
    """What it says in one of a few fixed words: equal words elsewhere are not about it."""

    def naam(self, profiel: Huisprofiel) -> str:
        """What it is called in this house; of a criterium which one, numbered as where an aanmelding is weighed."""
        nummer, _ = self._criterium(profiel)
        return f"Toets aan criterium {nummer}" if nummer else hoofdletter(self.bron.naam.format(t=profiel.termen))

    def volle_naam(self, profiel: Huisprofiel) -> str:
        """The same, with what the criterium says."""
        nummer, zegt = self._criterium(profiel)
        return f"{self.naam(profiel)} ({zegt.rstrip('.')})" if nummer else self.naam(profiel)

    def met_criterium(self, profiel: Huisprofiel) -> Item:
        """As it is shown: with what the criterium says before its other texts, and whether it was met after them."""
        nummer, zegt = self._criterium(profiel)
        ervoor = (("Criterium", zegt),) if nummer else ()
        return replace(self, teksten=(*ervoor, *self.teksten, *self.vast))

    def als_tekst(self) -> str:
        """Its texts below each other; of a fixed word is said what it is about."""
        return "\n".join(f"{naam}: {tekst}" if (naam, tekst) in self.vast else tekst for naam, tekst in self.teksten)

    def _criterium(self, profiel: Huisprofiel) -> tuple[int, str]:
        """Its number and what it says; 0 where it is about none that the house has now."""
        gevonden = (
            (nummer, een.tekst)
            for nummer, een in enumerate(profiel.criteria, start=1)
            if self.welke and een.sleutel == self.welke
        )
        return next(gevonden, (0, ""))

    @property
    def sleutel(self) -> str:
        """What names it in a list of what stays out."""
        return f"{self.bron.soort}:{self.id}"


def lees_items(sessie: Session, casussen: Collection[int], aanmeldingen: Collection[int] = ()) -> Iterator[Item]:
    """Everything of these casussen, and of aanmeldingen that never became one, in the order of ``BRONNEN``."""
    for bron in BRONNEN:
        yield from _van_bron(sessie, bron, casussen, aanmeldingen)


def itemnaam(profiel: Huisprofiel, sessie: Session, soort: ItemSoort, item_id: int) -> str:
    """What this item is called in this house, in full. Its row is read only where several have one name."""
    bron = OP_SOORT[soort]
    rij = sessie.get(bron.rij, item_id) if bron.welke else None
    item = Item(bron, item_id, None, None, (), getattr(rij, bron.welke) if rij is not None else "")
    return item.volle_naam(profiel)


def lees_item(sessie: Session, soort: ItemSoort, item_id: int) -> Item | None:
    """One item; None when it is gone."""
    rij = sessie.get(OP_SOORT[soort].rij, item_id)
    if rij is None:
        return None
    bron = OP_SOORT[soort]
    casus_id = getattr(rij, "casus_id", None)
    if bron.via is not None:
        _, verband, kolom = bron.via
        klasse: Any = bron.rij
        casus_id = sessie.scalar(select(kolom).join(klasse, verband).where(klasse.id == item_id))
    return _als_item(bron, rij, casus_id)


def _van_bron(
    sessie: Session, bron: Itembron, casussen: Collection[int], aanmeldingen: Collection[int]
) -> Iterator[Item]:
    klasse: Any = bron.rij
    vraag: Any
    if bron.via is None:
        vraag, kolom = select(klasse, klasse.casus_id), klasse.casus_id
    else:
        tussen, verband, kolom = bron.via
        vraag = select(klasse, kolom).outerjoin(tussen, verband)
    waar: ColumnElement[bool] = kolom.in_(casussen)
    if aanmeldingen and bron.aanmelding:
        waar = or_(waar, getattr(klasse, bron.aanmelding).in_(aanmeldingen))
    for rij, casus_id in sessie.execute(vraag.where(waar).order_by(klasse.id)):
        item = _als_item(bron, rij, casus_id)
        if item.teksten or item.vast:
            yield item


def _als_item(bron: Itembron, rij: Any, casus_id: int | None) -> Item:
    partij_id = getattr(rij, bron.partij) if bron.partij else None
    welke = getattr(rij, bron.welke) if bron.welke else ""
    return Item(bron, rij.id, casus_id, partij_id, _gevuld(rij, bron.teksten), welke, _gevuld(rij, bron.vast))


def _gevuld(rij: Any, kolommen: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((naam, tekst) for kolom, naam in kolommen if (tekst := _tekst(getattr(rij, kolom))))


def _tekst(waarde: object) -> str:
    if isinstance(waarde, Geboortedatum):
        dag = waarde.als_dag()  # on paper without the day of the week, that a date field shows to check it by
        return geboortedatum_tekst(waarde) if dag is None else datum_kort(dag)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return waarde.strip() if isinstance(waarde, str) else ""
