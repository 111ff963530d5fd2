"""Names every mapped class once, so that the metadata is complete wherever it is asked for."""

from zvh_desktop.models.aanmelding import Aanmelding, CriteriumToets
from zvh_desktop.models.afschaling import Afschaling, AfschalingBesluit, AfschalingRegel
from zvh_desktop.models.base import Base
from zvh_desktop.models.bestuur import (
    OverlegBesluit,
    OverlegBesluitRaakt,
    OverlegLid,
    OverlegStem,
    OverlegUitnodiging,
)
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

__all__ = [
    "Aanmelding",
    "Aantekening",
    "Actie",
    "Actievoortgang",
    "Afgelasting",
    "Afschaling",
    "AfschalingBesluit",
    "AfschalingRegel",
    "Agendapunt",
    "Base",
    "Besluit",
    "Betrokkene",
    "Betrokkeneverzoek",
    "Brief",
    "Brieftekst",
    "Casus",
    "CasusEinde",
    "Casusregie",
    "Cijferuitgifte",
    "Contactpersoon",
    "Convenantmoment",
    "CriteriumToets",
    "Datalek",
    "DatalekBetrokkene",
    "DatalekCasus",
    "DatalekPartij",
    "Deelname",
    "Fasestap",
    "Geschil",
    "Geschilstap",
    "InformatieItem",
    "Instelling",
    "InzageAkkoord",
    "InzageVrijgave",
    "Jaardoel",
    "Koffer",
    "KofferBegin",
    "KofferCasus",
    "KofferPunt",
    "KofferVerklaring",
    "Lekoordeel",
    "Logregel",
    "Oordeel",
    "OordeelVerzoek",
    "Opschaling",
    "Ordewens",
    "Overleg",
    "OverlegBesluit",
    "OverlegBesluitRaakt",
    "OverlegLid",
    "OverlegStem",
    "OverlegUitnodiging",
    "Overname",
    "Partij",
    "PlanDoel",
    "PlanRol",
    "PlanVanAanpak",
    "ProfielVersie",
    "Regisseurwissel",
    "Rondzending",
    "Sluitreden",
    "Tafelgebeurtenis",
    "Termijnbesluit",
    "Traject",
    "TrajectPartij",
    "Triage",
    "Triagebrief",
    "Triagevraag",
    "Uitgegeven",
    "Uitgegevencijfer",
    "Uitnodiging",
    "Vastlegging",
    "Verklaring",
    "Verlenging",
    "Vernietiging",
    "Vernietigtelling",
    "Vernietigvoorstel",
    "VerslagCorrectie",
    "Verstrekking",
    "VerstrektItem",
    "VerzoekBetrokkene",
    "VerzoekPartij",
    "Verzoekbesluit",
    "Weglating",
    "Wordsjabloon",
]
