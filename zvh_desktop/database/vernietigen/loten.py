"""What becomes of every kind of row when a file goes. A test holds this list against the mapped classes.

A class may have more than one lot: a betrokkene of the aanmelding is another matter than one of the casus. The rows
are named in SQL over ``:casus`` and ``:aanmelding``; ``alleen`` and ``gedeeld`` are the overleggen that were about
this casus and no other, and those that were about others too (wegdoen.py keeps both).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zvh_desktop.models.aanmelding import Aanmelding, CriteriumToets
from zvh_desktop.models.afschaling import Afschaling, AfschalingBesluit, AfschalingRegel
from zvh_desktop.models.base import Base
from zvh_desktop.models.bestuur import OverlegBesluit, OverlegBesluitRaakt, OverlegLid, OverlegStem, OverlegUitnodiging
from zvh_desktop.models.brieven.brief import Brief, Brieftekst
from zvh_desktop.models.casus import Betrokkene, Casus, Casusregie
from zvh_desktop.models.cijfers.cijfers import Cijferuitgifte, Fasestap, Jaardoel, Sluitreden, Uitgegevencijfer
from zvh_desktop.models.datalek.datalek import Datalek, DatalekBetrokkene, DatalekCasus, DatalekPartij
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.informatie import InformatieItem, InzageAkkoord, InzageVrijgave
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.instroom.einde import CasusEinde
from zvh_desktop.models.instroom.regisseur import Regisseurwissel
from zvh_desktop.models.instroom.vastlegging import Vastlegging
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.koffer.koffer import Koffer, KofferBegin, KofferCasus, KofferPunt, KofferVerklaring
from zvh_desktop.models.oordeel import Oordeel, OordeelVerzoek
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.ordewens.ordewens import Ordewens
from zvh_desktop.models.overleg import (
    Afgelasting,
    Agendapunt,
    Overleg,
    ProfielVersie,
    Tafelgebeurtenis,
    VerslagCorrectie,
)
from zvh_desktop.models.overnemen.overname import Overname
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.plan import PlanDoel, PlanRol, PlanVanAanpak
from zvh_desktop.models.rondsturen.lekoordeel import Lekoordeel
from zvh_desktop.models.rondsturen.verzending import Rondzending
from zvh_desktop.models.samenwerking.geschil import Geschil, Geschilstap
from zvh_desktop.models.samenwerking.traject import Convenantmoment, Traject, TrajectPartij
from zvh_desktop.models.triage import Triage, Triagebrief, Triagevraag
from zvh_desktop.models.uitkomst import Actie, Actievoortgang, Besluit
from zvh_desktop.models.uitnodiging import Uitgegeven, Uitnodiging
from zvh_desktop.models.vernietigen.bewaren import Termijnbesluit, Verlenging, Vernietigvoorstel
from zvh_desktop.models.vernietigen.vernietiging import Vernietiging, Vernietigtelling
from zvh_desktop.models.verstrekking import Verstrekking, VerstrektItem
from zvh_desktop.models.verzoeken.verzoek import (
    Aantekening,
    Betrokkeneverzoek,
    Verzoekbesluit,
    VerzoekBetrokkene,
    VerzoekPartij,
    Weglating,
)
from zvh_desktop.models.word.wordsjabloon import Wordsjabloon


def voor_een_server(waar: str) -> str:
    """A condition over the rows of a lot, where a server means something else by it."""
    return waar.replace("b.aanmelding_id = :aanmelding), 0)", "b.aanmelding_id = :aanmelding), false)")


class Deel(StrEnum):
    """A part of a file that a house can keep when it is geschoond. ``KERN`` always stays then."""

    KERN = "kern"
    BETROKKENEN = "betrokkenen"
    AANMELDING = "aanmelding"
    WERK = "werk"
    """What was judged, discussed, decided and planned: it leans on each other and goes or stays together."""
    INFORMATIE = "informatie"
    STUKKEN = "stukken"
    VERSTREKKINGEN = "verstrekkingen"
    """From here: a piece of a part above, that a house can let go under a term of its own (``EIGEN_LOTEN``)."""
    BIJLAGEN = "bijlagen"
    KOPIEEN = "kopieen"
    CONCEPTEN = "concepten"
    VERZOEK = "verzoek"
    """What a betrokkene asked, with its letters: under its own term, whatever becomes of the files it is about."""


@dataclass(frozen=True, slots=True)
class Lot:
    """One kind of row: to which part of the file it belongs, which rows, and what it is called where it is counted.

    A term of the house stands between braces.
    """

    rij: type[Base]
    deel: Deel
    waar: str
    een: str = ""
    meer: str = ""


@dataclass(frozen=True, slots=True)
class Leegmaken:
    """A text of a partij that had a seat at this casus, in a row about several casussen: that may be about this one."""

    rij: type[Base]
    kolom: str
    waarde: str
    waar: str


_CASUS: Final = "casus_id = :casus"
_PUNT: Final = "agendapunt_id IN (SELECT id FROM agendapunt WHERE casus_id = :casus)"
_VOOR_PUNT: Final = "voor_punt_id IN (SELECT id FROM agendapunt WHERE casus_id = :casus)"
_ITEM: Final = "item_id IN (SELECT id FROM informatie_item WHERE casus_id = :casus)"
_PLAN: Final = "plan_id IN (SELECT id FROM plan_van_aanpak WHERE casus_id = :casus)"
_AFSCHALING: Final = "afschaling_id IN (SELECT id FROM afschaling WHERE casus_id = :casus)"
_TRIAGE: Final = "triage_id IN (SELECT id FROM triage WHERE casus_id = :casus)"
_AANMELDING: Final = "aanmelding_id = :aanmelding"
_PUNT_ALLEEN: Final = (
    "agendapunt_id IN (SELECT id FROM agendapunt WHERE overleg_id IN (SELECT value FROM json_each(:alleen)))"
)
_ALLEEN: Final = "overleg_id IN (SELECT value FROM json_each(:alleen))"
_GEDEELD: Final = "overleg_id IN (SELECT value FROM json_each(:gedeeld))"
_KOFFER: Final = "koffer_id IN (SELECT id FROM koffer WHERE overleg_id IN (SELECT value FROM json_each(:alleen)))"
_LEKBRIEF: Final = "soort = 'datalekbrief' AND versie IN (SELECT datalek_id FROM datalek_casus WHERE casus_id = :casus)"
_BRIEF: Final = "brief_id IN (SELECT id FROM brief WHERE casus_id = :casus OR aanmelding_id = :aanmelding)"
_PERSOON: Final = "COALESCE(b.casus_id = :casus OR (b.casus_id IS NULL AND b.aanmelding_id = :aanmelding), 0)"
_PERSONEN: Final = f"SELECT b.id FROM betrokkene b WHERE {_PERSOON}"  # noqa: S608
_VERZOEKEN: Final = "SELECT v.verzoek_id FROM verzoek_betrokkene v JOIN betrokkene b ON b.id = v.betrokkene_id WHERE {}"
_OOK_HIER: Final = _VERZOEKEN.format(_PERSOON)
_OOK_ELDERS: Final = _VERZOEKEN.format(f"NOT {_PERSOON}")
"""A verzoek about this person in another casus as well stays for that one; what was handed out about both goes."""
_OVERZICHT: Final = f"soort = 'inzageoverzicht' AND versie IN ({_OOK_HIER})"
_BRIEVEN: Final = "('inzagebrief', 'verzoekbrief', 'kennisgeving', 'kennisgeving-opheffing')"
_STUKKEN_VAN_VERZOEK: Final = (
    "('inzageoverzicht', 'inzagebrief', 'verzoekbrief', 'kennisgeving', 'kennisgeving-opheffing')"
)
_INZAGEBRIEF: Final = f"soort IN {_BRIEVEN} AND versie IN ({_OOK_HIER})"
_ALLEEN_HIER: Final = f"IN ({_OOK_HIER} EXCEPT {_OOK_ELDERS})"
_ZAT: Final = (
    "partij_id IN (SELECT d.partij_id FROM deelname d JOIN agendapunt a ON a.id = d.agendapunt_id "
    "WHERE a.casus_id = :casus AND a.overleg_id = {}.overleg_id)"
)

_KOPIE: Final = (
    "(casus_id = :casus OR brief_id IN (SELECT id FROM brief WHERE casus_id = :casus) OR "  # noqa: S608
    "(overleg_id IN (SELECT overleg_id FROM agendapunt WHERE casus_id = :casus) AND "
    f"(partij_id IS NULL OR {_ZAT.format('uitgegeven')})))"
)
"""What was kept of this casus. Of a verzoek or a datalek the copy says that it was sent: that goes with the file."""
_VAN_VERZOEK: Final = "verzoek_id = :verzoek"
_CONCEPT: Final = "(soort LIKE '%-eml' OR soort LIKE '%-ics')"
MET_BIJLAGE: Final = "casus_id = :casus AND bijlage IS NOT NULL"
_TOT_GESLOTEN: Final = "casus_id IS NULL AND op < (SELECT c.gesloten_op FROM casus c WHERE c.id = :casus)"
_TOT_VERSTUURD: Final = (
    "casus_id IS NULL AND op <= COALESCE((SELECT max(u.gemaakt_op) FROM uitgegeven u "  # noqa: S608
    f"WHERE u.soort IN {_STUKKEN_VAN_VERZOEK} AND u.versie = :verzoek), "
    "(SELECT v.besloten_op FROM verzoek v WHERE v.id = :verzoek))"
)
_VAN_AANMELDBRIEF: Final = (
    "casus_id IS NULL AND CAST(:casus AS bigint) IS NULL AND EXISTS (SELECT 1 FROM brief b JOIN aanmelding a "
    "ON a.id = b.aanmelding_id WHERE a.id = :aanmelding AND b.partij_id = lekoordeel.partij_id "
    "AND lekoordeel.op >= a.datum AND lekoordeel.op <= b.verstuurd_op)"
)
LOSSE_KEUZES: Final = tuple(
    Lot(Lekoordeel, deel, waar, "keuze over een tekst zonder casus", "keuzes over teksten zonder casus")
    for deel, waar in (
        (Deel.KERN, _TOT_GESLOTEN),
        (Deel.STUKKEN, _VAN_AANMELDBRIEF),
        (Deel.VERZOEK, _TOT_VERSTUURD),
    )
)
"""What was chosen about a text of no casus goes with the first file that was closed after it, or verzoek answered after
it: so it is never kept longer than a file, and never less long than the house says of that one. With an aanmelding
that never was a casus goes what was chosen for the partij that got the letter about it, from the day of the aanmelding
up to when the letter went: for which letter it was stands nowhere.
"""

LOTEN: Final[tuple[Lot, ...]] = (
    # Before the seats and points that they ask for.
    Lot(
        Uitgegeven,
        Deel.WERK,
        f"{_ALLEEN} OR ({_GEDEELD} AND (partij_id IS NULL OR {_ZAT.format('uitgegeven')}))",
        "bewaard stuk van een overleg",
        "bewaarde stukken van overleggen",
    ),
    LOSSE_KEUZES[1],  # before the letter that it asks for
    Lot(Uitgegeven, Deel.STUKKEN, _CASUS, "bewaard stuk", "bewaarde stukken"),
    Lot(Uitgegeven, Deel.STUKKEN, _BRIEF, "kopie van een brief", "kopieën van brieven"),
    Lot(Brief, Deel.STUKKEN, f"{_CASUS} OR {_AANMELDING}", "brief", "brieven"),
    Lot(Uitgegeven, Deel.STUKKEN, _LEKBRIEF, "brief over een datalek", "brieven over een datalek"),
    Lot(Uitgegeven, Deel.STUKKEN, _OVERZICHT, "inzage-overzicht", "inzage-overzichten"),
    Lot(Uitgegeven, Deel.STUKKEN, _INZAGEBRIEF, "brief over een verzoek", "brieven over een verzoek"),
    Lot(Rondzending, Deel.WERK, f"{_CASUS} OR {_ALLEEN}", "rondzending", "rondzendingen"),
    Lot(VerslagCorrectie, Deel.WERK, f"{_ALLEEN} OR {_GEDEELD}", "eerdere versie", "eerdere versies van een verslag"),
    Lot(Verzoekbesluit, Deel.WERK, _CASUS, "besluit op een verzoek", "besluiten op een verzoek"),
    Lot(Aantekening, Deel.WERK, _CASUS, "aantekening van een betrokkene", "aantekeningen van betrokkenen"),
    Lot(Lekoordeel, Deel.WERK, _CASUS, "keuze over een stuk tekst", "keuzes over een stuk tekst"),
    LOSSE_KEUZES[0],
    Lot(Weglating, Deel.WERK, f"verzoek_id IN ({_OOK_HIER})"),
    Lot(VerzoekPartij, Deel.WERK, f"verzoek_id {_ALLEEN_HIER}"),
    Lot(Betrokkeneverzoek, Deel.WERK, f"id {_ALLEEN_HIER}", "verzoek van een betrokkene", "verzoeken van betrokkenen"),
    Lot(Tafelgebeurtenis, Deel.WERK, f"{_PUNT} OR {_ALLEEN}", "gebeurtenis aan tafel", "gebeurtenissen aan tafel"),
    Lot(InzageVrijgave, Deel.WERK, _CASUS, "vrijgave", "vrijgaven"),
    Lot(Deelname, Deel.WERK, _CASUS, "deelname", "deelnames"),
    Lot(
        Actievoortgang,
        Deel.WERK,
        "actie_id IN (SELECT id FROM actie WHERE casus_id = :casus)",
        "voortgang",
        "voortgang",
    ),
    Lot(Actie, Deel.WERK, _CASUS, "actie", "acties"),
    Lot(Opschaling, Deel.WERK, _CASUS, "{t.opschaling}", "{t.opschaling}"),
    Lot(Besluit, Deel.WERK, _CASUS, "besluit", "besluiten"),
    Lot(OordeelVerzoek, Deel.WERK, _CASUS, "gevraagd oordeel", "gevraagde oordelen"),
    Lot(Oordeel, Deel.WERK, _CASUS, "oordeel", "oordelen"),
    Lot(PlanDoel, Deel.WERK, _PLAN, "doel", "doelen"),
    Lot(PlanRol, Deel.WERK, _PLAN, "rol in een plan", "rollen in een plan"),
    Lot(PlanVanAanpak, Deel.WERK, _CASUS, "versie van het plan", "versies van het plan"),
    Lot(Casusregie, Deel.WERK, _CASUS, "aanwijzing van regie", "aanwijzingen van regie"),
    Lot(Regisseurwissel, Deel.WERK, _CASUS, "overdracht", "overdrachten"),
    Lot(Fasestap, Deel.WERK, _CASUS, "stap tussen fasen", "stappen tussen fasen"),
    Lot(
        Overname,
        Deel.WERK,
        f"{_PUNT} OR {_PUNT_ALLEEN}",
        "vinkje bij overnemen",
        "vinkjes bij overnemen",
    ),
    Lot(
        Ordewens,
        Deel.WERK,
        f"{_PUNT} OR {_VOOR_PUNT} OR {_ALLEEN}",
        "wens voor de volgorde",
        "wensen voor de volgorde",
    ),
    Lot(KofferPunt, Deel.WERK, f"{_CASUS} OR {_KOFFER}", "punt uit een koffer", "punten uit koffers"),
    Lot(KofferVerklaring, Deel.WERK, f"{_CASUS} OR {_KOFFER}"),
    Lot(KofferBegin, Deel.WERK, _CASUS),
    Lot(KofferCasus, Deel.WERK, f"{_CASUS} OR {_KOFFER}"),
    Lot(Koffer, Deel.WERK, _ALLEEN, "koffer", "koffers"),
    Lot(Agendapunt, Deel.WERK, f"{_CASUS} OR {_ALLEEN}", "agendapunt", "agendapunten"),
    Lot(Uitnodiging, Deel.WERK, _ALLEEN, "uitnodiging", "uitnodigingen"),
    Lot(Afgelasting, Deel.WERK, _ALLEEN, "afgelasting", "afgelastingen"),
    Lot(
        OverlegUitnodiging,
        Deel.WERK,
        "lid_id IN (SELECT id FROM overleg_lid WHERE overleg_id IN (SELECT value FROM json_each(:alleen)))",
    ),
    Lot(OverlegLid, Deel.WERK, _ALLEEN),
    Lot(Overleg, Deel.WERK, "id IN (SELECT value FROM json_each(:alleen))", "overleg", "overleggen"),
    Lot(VerstrektItem, Deel.INFORMATIE, _CASUS),
    Lot(Verstrekking, Deel.INFORMATIE, _CASUS, "verstrekking", "verstrekkingen"),
    Lot(InzageAkkoord, Deel.INFORMATIE, _ITEM, "akkoord op inzage", "akkoorden op inzage"),
    Lot(InformatieItem, Deel.INFORMATIE, _CASUS, "stuk informatie", "stukken informatie"),
    Lot(Triagevraag, Deel.AANMELDING, _TRIAGE, "vraag bij {t.triage}", "vragen bij {t.triage}"),
    Lot(Triagebrief, Deel.AANMELDING, _CASUS, "brief bij {t.triage}", "brieven bij {t.triage}"),
    Lot(Triage, Deel.AANMELDING, _CASUS, "{t.triage}", "{t.triage}"),
    Lot(Vastlegging, Deel.AANMELDING, f"{_CASUS} OR {_AANMELDING}", "vastlegging", "vastleggingen"),
    Lot(CriteriumToets, Deel.AANMELDING, _AANMELDING, "getoetst criterium", "getoetste criteria"),
    Lot(Betrokkene, Deel.AANMELDING, f"{_AANMELDING} AND casus_id IS NULL", "aangemelde", "aangemelden"),
    Lot(
        VerzoekBetrokkene,
        Deel.BETROKKENEN,
        f"betrokkene_id IN ({_PERSONEN})",
    ),
    Lot(
        DatalekBetrokkene,
        Deel.BETROKKENEN,
        "betrokkene_id IN (SELECT id FROM betrokkene WHERE casus_id = :casus)",
        "betrokkene bij een datalek",
        "betrokkenen bij een datalek",
    ),
    Lot(Betrokkene, Deel.BETROKKENEN, _CASUS, "betrokkene", "betrokkenen"),
    Lot(Aanmelding, Deel.AANMELDING, "id = :aanmelding", "{t.aanmelding}", "{t.aanmeldingen}"),
    Lot(AfschalingRegel, Deel.KERN, _AFSCHALING, "regel van de checklist", "regels van de checklist"),
    Lot(AfschalingBesluit, Deel.KERN, _AFSCHALING, "besluit over het einde", "besluiten over het einde"),
    Lot(Afschaling, Deel.KERN, _CASUS, "{t.afschaling}", "{t.afschaling}"),
    Lot(Sluitreden, Deel.KERN, _CASUS, "reden van afsluiten", "redenen van afsluiten"),
    Lot(CasusEinde, Deel.KERN, _CASUS, "beëindiging", "beëindigingen"),
    Lot(Verlenging, Deel.KERN, _CASUS, "verlenging", "verlengingen"),
    Lot(Vernietigvoorstel, Deel.KERN, _CASUS, "voorstel tot vernietigen", "voorstellen tot vernietigen"),
    Lot(DatalekCasus, Deel.KERN, _CASUS, "vermelding bij een datalek", "vermeldingen bij een datalek"),
    Lot(Casus, Deel.KERN, "id = :casus"),
)
"""In the order in which they go."""

EIGEN_LOTEN: Final[tuple[Lot, ...]] = (
    Lot(VerstrektItem, Deel.VERSTREKKINGEN, _CASUS),
    Lot(Verstrekking, Deel.VERSTREKKINGEN, _CASUS, "verstrekking", "verstrekkingen"),
    Lot(Uitgegeven, Deel.KOPIEEN, f"{_KOPIE} AND NOT {_CONCEPT}", "bewaard stuk", "bewaarde stukken"),
    Lot(Uitgegeven, Deel.CONCEPTEN, f"{_KOPIE} AND {_CONCEPT}", "concept van een bericht", "concepten van berichten"),
    LOSSE_KEUZES[2],  # before the letters whose day it asks
    Lot(
        Uitgegeven,
        Deel.VERZOEK,
        f"soort IN {_STUKKEN_VAN_VERZOEK} AND versie = :verzoek",
        "bewaard stuk bij een verzoek",
        "bewaarde stukken bij een verzoek",
    ),
    Lot(Verzoekbesluit, Deel.VERZOEK, _VAN_VERZOEK, "besluit op een verzoek", "besluiten op een verzoek"),
    Lot(Aantekening, Deel.VERZOEK, _VAN_VERZOEK, "opgeheven beperking", "opgeheven beperkingen"),
    Lot(Weglating, Deel.VERZOEK, _VAN_VERZOEK, "weglating uit een overzicht", "weglatingen uit een overzicht"),
    Lot(VerzoekPartij, Deel.VERZOEK, _VAN_VERZOEK, "antwoord van een partij", "antwoorden van partijen"),
    Lot(VerzoekBetrokkene, Deel.VERZOEK, _VAN_VERZOEK),
    Lot(Betrokkeneverzoek, Deel.VERZOEK, "id = :verzoek", "verzoek van een betrokkene", "verzoeken van betrokkenen"),
)
"""What goes of a file that stays, because its kind has a term of its own. Attachments are emptied (wegdoen.py)."""

LEEG_TE_MAKEN: Final[tuple[Leegmaken, ...]] = (
    Leegmaken(Uitnodiging, "antwoord_opmerking", "", f"{_GEDEELD} AND {_ZAT.format('uitnodiging')}"),
    Leegmaken(
        Rondzending,
        "reactie_tekst",
        "(vernietigd)",
        f"reactie_tekst <> '' AND {_GEDEELD} AND {_ZAT.format('verzending')}",
    ),
)
"""Before the seats go that they ask for."""

BLIJFT: Final[Mapping[type[Base], str]] = {
    Partij: "the register of partijen is of the house",
    Contactpersoon: "the register of partijen is of the house",
    ProfielVersie: "the words of the house",
    Instelling: "settings of the house",
    Brieftekst: "the words of the house; a number of a casus is refused in it",
    Wordsjabloon: "the templates of the house; a number or a name of a casus is refused in them",
    Termijnbesluit: "terms of the house, signed; names no file",
    Logregel: "names an act and a number, never what stood in it",
    Verklaring: "loses its content; number and hash stay, so that the chain can be verified (keten/geleegd.py)",
    Vernietiging: "says that it is gone, and holds nothing about a betrokkene",
    Vernietigtelling: "figures about nobody",
    Cijferuitgifte: "which figures were given out",
    Uitgegevencijfer: "figures about nobody",
    Jaardoel: "a goal of the house",
    Datalek: "the register has to stay (AVG art. 33 lid 5); its texts may name nobody",
    DatalekPartij: "who was told of a datalek; names no casus",
    OverlegBesluit: "of an overleg without casussen",
    OverlegBesluitRaakt: "of an overleg without casussen",
    OverlegStem: "of an overleg without casussen",
    Traject: "who is a partij; names no casus",
    TrajectPartij: "what a partij was told and answered; names no casus",
    Convenantmoment: "days of the convenant",
    Geschil: "a dispute between partijen; its texts may name nobody",
    Geschilstap: "a dispute between partijen; its texts may name nobody",
}
"""What stays whatever goes, and why."""
