"""The register: each rule with its one function, what it means, and what the application does about it.

docs/regels.md is made from this, and a test refuses a rule that is missing here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.services.regelboek.aanwezigheid import (
    afgevaardigde_mandaat,
    alleen_rechtmatige_partijen,
    toetreding,
    uittreding,
)
from zvh_desktop.services.regelboek.afspraken import (
    geheimhouding,
    geschil_casusregisseur,
    geschil_convenant,
    geschil_informatierol,
    geschil_manager,
    geschil_procesregisseur,
    gezamenlijke_afspraken,
    verslaglegging,
)
from zvh_desktop.services.regelboek.bestuur import (
    afwezige_vooraf_gehoord,
    geen_casus_buiten_operationeel,
    meerderheid,
    patstelling,
)
from zvh_desktop.services.regelboek.casus import (
    afschaling_besluit,
    afschaling_criteria,
    besluiten_per_casus,
    casusregisseur_van_partij,
    doel_besluit_themas_vooraf,
    gevraagde_bijdrage,
    rol_en_informatiebehoefte,
)
from zvh_desktop.services.regelboek.casusregie import aanwijzing_casusregisseur
from zvh_desktop.services.regelboek.datalek import datalek_partijen
from zvh_desktop.services.regelboek.informatie import (
    inzage_vooraf,
    niet_openbaar,
    toestemming_derden,
    verstrekker_bepaalt_gebruik,
)
from zvh_desktop.services.regelboek.instroom import (
    beoordeling_aanmelding,
    criteria_complexe_casuistiek,
    geen_verstrekking_voor_overleg,
    triage_relevante_partijen,
)
from zvh_desktop.services.regelboek.opschaling import opschaling_besluit
from zvh_desktop.services.regelboek.overnemen import overnemen
from zvh_desktop.services.regelboek.plan import plan_van_aanpak, wie_informeert_betrokkene
from zvh_desktop.services.regelboek.samenwerking import (
    convenant_duur,
    na_uittreding,
    toetreding_bericht,
    uitsluiting,
)
from zvh_desktop.services.regelboek.verzoeken import partij_antwoordt_zelf, verwerking_beperkt
from zvh_desktop.services.regelboek.vooroverleg import (
    afstemming_gemeente,
    betrokkene_informeren,
    overleg_met_aanmelder,
)


class Werking(Enum):
    """What the application does with a rule."""

    WEIGERT = "weigert wat niet mag"
    WIJST_EROP = "wijst erop en gaat verder"
    TOONT = "legt vast en toont: het is een afspraak tussen mensen"


@dataclass(frozen=True, slots=True)
class Regelfunctie:
    """One rule. ``betekenis`` is for every house; the words of a house stand in its profile."""

    regel: Regel
    functie: Callable[..., object]
    betekenis: str
    werking: Werking = Werking.WEIGERT


REGELBOEK = (
    Regelfunctie(
        Regel.ALLEEN_RECHTMATIGE_PARTIJEN,
        alleen_rechtmatige_partijen,
        "Alleen een partij die bij een casus rechtmatig aanwezig mag zijn, komt daarvoor op de agenda, aan tafel en "
        "in de stukken.",
    ),
    Regelfunctie(
        Regel.BEOORDELING_AANMELDING,
        beoordeling_aanmelding,
        "De procesregisseur beoordeelt een aanmelding die compleet is.",
    ),
    Regelfunctie(
        Regel.OVERLEG_MET_AANMELDER,
        overleg_met_aanmelder,
        "De procesregisseur beoordeelt een aanmelding in overleg met de partij die aanmeldt.",
        Werking.WIJST_EROP,
    ),
    Regelfunctie(
        Regel.AFSTEMMING_GEMEENTE,
        afstemming_gemeente,
        "De aanmelding wordt afgestemd met de betrokken gemeente.",
        Werking.WIJST_EROP,
    ),
    Regelfunctie(
        Regel.BETROKKENE_INFORMEREN,
        betrokkene_informeren,
        "Voor het overleg is de betrokkene geïnformeerd, of er staat waarom dat niet is gebeurd.",
        Werking.WIJST_EROP,
    ),
    Regelfunctie(
        Regel.CRITERIA_COMPLEXE_CASUISTIEK,
        criteria_complexe_casuistiek,
        "Een casus wordt alleen aangenomen als hij aan de criteria van het huis voldoet.",
    ),
    Regelfunctie(
        Regel.GEEN_VERSTREKKING_VOOR_OVERLEG,
        geen_verstrekking_voor_overleg,
        "Tot en met de triage gaat er niets over een casus naar andere partijen.",
    ),
    Regelfunctie(
        Regel.TRIAGE_RELEVANTE_PARTIJEN,
        triage_relevante_partijen,
        "De triage is pas klaar als vaststaat waar de casus heen gaat, met welk doel (en welke thema's, als het "
        "convenant die noemt), en welke bevraagde partijen van belang zijn.",
    ),
    Regelfunctie(
        Regel.DOEL_BESLUIT_THEMAS_VOORAF,
        doel_besluit_themas_vooraf,
        "Een agenda krijgt pas akkoord als bij elke casus doel, type besluit en thema's zijn ingevuld.",
    ),
    Regelfunctie(
        Regel.GEVRAAGDE_BIJDRAGE,
        gevraagde_bijdrage,
        "Bij elke uitgenodigde partij staat welke bijdrage wordt gevraagd.",
        Werking.WIJST_EROP,
    ),
    Regelfunctie(
        Regel.INZAGE_VOORAF,
        inzage_vooraf,
        "Niemand leest informatie vooraf zonder akkoord van de partij die haar gaf.",
    ),
    Regelfunctie(
        Regel.VERSTREKKER_BEPAALT_GEBRUIK,
        verstrekker_bepaalt_gebruik,
        "Informatie wordt pas gedeeld als de verstrekker heeft gezegd wat ermee mag.",
    ),
    Regelfunctie(
        Regel.NIET_OPENBAAR,
        niet_openbaar,
        "Het overleg is niet openbaar: een derde leest niet mee en krijgt alleen iets op een grondslag.",
    ),
    Regelfunctie(
        Regel.TOESTEMMING_DERDEN,
        toestemming_derden,
        "Een derde krijgt niets zonder schriftelijke toestemming vooraf van de verstrekker.",
    ),
    Regelfunctie(
        Regel.AFGEVAARDIGDE_MANDAAT,
        afgevaardigde_mandaat,
        "Wie een partij vertegenwoordigt, mag voor haar besluiten.",
        Werking.WIJST_EROP,
    ),
    Regelfunctie(
        Regel.GEZAMENLIJKE_AFSPRAKEN,
        gezamenlijke_afspraken,
        "Wie aan tafel zit, maakt de afspraken samen; er wordt niet gestemd.",
        Werking.TOONT,
    ),
    Regelfunctie(
        Regel.BESLUITEN_PER_CASUS,
        besluiten_per_casus,
        "Een besluit over een casus komt uit de lijst van het huis. Een besluit is niet verplicht: een casus kan ook "
        "niet behandeld, aangehouden of alleen besproken zijn.",
    ),
    Regelfunctie(
        Regel.CASUSREGISSEUR_VAN_PARTIJ,
        casusregisseur_van_partij,
        "De casusregisseur is één persoon, met naam, van één partij die bij de casus mag zijn.",
    ),
    Regelfunctie(
        Regel.AANWIJZING_CASUSREGISSEUR,
        aanwijzing_casusregisseur,
        "De casusregisseur wordt aangewezen in het overleg dat het huis daarvoor noemt; bij de aanwijzing staat in "
        "welk overleg dat was.",
    ),
    Regelfunctie(
        Regel.ROL_EN_INFORMATIEBEHOEFTE,
        rol_en_informatiebehoefte,
        "Een plan zegt van elke partij erin wat zij doet en wat zij daarvoor moet weten.",
    ),
    Regelfunctie(
        Regel.PLAN_VAN_AANPAK,
        plan_van_aanpak,
        "Er is per casus één gezamenlijk plan; een nieuwe versie komt in de plaats van de vorige.",
        Werking.TOONT,
    ),
    Regelfunctie(
        Regel.WIE_INFORMEERT_BETROKKENE,
        wie_informeert_betrokkene,
        "Een plan zegt wie de betrokkene informeert, of waarom dat niet gebeurt. Waar het convenant dat niet vraagt, "
        "vraagt de applicatie het zelf.",
    ),
    Regelfunctie(
        Regel.AFSCHALING_BESLUIT,
        afschaling_besluit,
        "Over afschaling besluit wie het huis daarvoor aanwijst: het overleg in een vastgesteld verslag, of de "
        "genoemde personen samen.",
    ),
    Regelfunctie(
        Regel.AFSCHALING_CRITERIA,
        afschaling_criteria,
        "Het plan zegt vooraf wanneer een casus kan worden afgeschaald, en de afschaling hoe dat is gehaald.",
    ),
    Regelfunctie(
        Regel.OPSCHALING_BESLUIT,
        opschaling_besluit,
        "Een casus gaat pas naar een ander huis als het convenant dat kent, het overleg het in een vastgesteld verslag "
        "heeft besloten, en erbij staat waarom en hoe de criteria zijn gehaald.",
    ),
    Regelfunctie(
        Regel.VERSLAGLEGGING,
        verslaglegging,
        "Wie het verslag maakt en in welke systemen het huis werkt.",
        Werking.TOONT,
    ),
    Regelfunctie(
        Regel.OVERNEMEN,
        overnemen,
        "Wat over een casus is besproken, komt na het overleg in de systemen van het huis; wie dat deed en wanneer, "
        "wordt vastgelegd.",
        Werking.WIJST_EROP,
    ),
    Regelfunctie(
        Regel.GEHEIMHOUDING,
        geheimhouding,
        "Iedereen aan tafel wordt gewezen op de geheimhouding; dat wordt vastgelegd en staat op elk stuk.",
        Werking.TOONT,
    ),
    Regelfunctie(
        Regel.GEEN_CASUS_BUITEN_OPERATIONEEL,
        geen_casus_buiten_operationeel,
        "Op een tactisch of strategisch overleg komt geen casus op de agenda en geen casusgegeven in de tekst.",
    ),
    Regelfunctie(
        Regel.MEERDERHEID,
        meerderheid,
        "Een overleg dat stemt, probeert het eerst eens te worden en besluit dan met meer stemmen voor dan tegen.",
    ),
    Regelfunctie(
        Regel.AFWEZIGE_VOORAF_GEHOORD,
        afwezige_vooraf_gehoord,
        "Een afwezig lid wordt om inbreng gevraagd; een besluit dat dat lid ernstig raakt, wacht daarop.",
    ),
    Regelfunctie(
        Regel.PATSTELLING,
        patstelling,
        "Komt een overleg er niet uit, dan beslist wie het huis daarvoor aanwijst, en het overleg zelf niet meer.",
    ),
    Regelfunctie(
        Regel.TOETREDING,
        toetreding,
        "Een partij doet mee vanaf de dag waarop zij is toegetreden.",
    ),
    Regelfunctie(
        Regel.UITTREDING,
        uittreding,
        "Een partij doet niet meer mee vanaf de dag waarop zij is uitgetreden; haar naam blijft in de dossiers.",
    ),
    Regelfunctie(
        Regel.TOETREDING_BERICHT,
        toetreding_bericht,
        "Over een nieuwe partij wordt pas besloten als alle partijen vooraf bericht kregen.",
    ),
    Regelfunctie(
        Regel.UITSLUITING,
        uitsluiting,
        "Een partij wordt pas uitgesloten na een ingebrekestelling en door wie daarover besluit.",
    ),
    Regelfunctie(
        Regel.NA_UITTREDING,
        na_uittreding,
        "In de brief aan een partij die vertrekt staat wat blijft gelden.",
        Werking.TOONT,
    ),
    Regelfunctie(
        Regel.CONVENANT_DUUR,
        convenant_duur,
        "Vandaag zegt drie maanden van tevoren dat het convenant wordt verlengd of afloopt.",
        Werking.WIJST_EROP,
    ),
    Regelfunctie(
        Regel.GESCHIL_PROCESREGISSEUR,
        geschil_procesregisseur,
        "Naar wie een geschil over het werk van de procesregisseur gaat.",
        Werking.TOONT,
    ),
    Regelfunctie(
        Regel.GESCHIL_CASUSREGISSEUR,
        geschil_casusregisseur,
        "Naar wie een geschil over het werk van de casusregisseur gaat.",
        Werking.TOONT,
    ),
    Regelfunctie(
        Regel.GESCHIL_MANAGER,
        geschil_manager,
        "Naar wie een geschil over het werk van de manager gaat.",
        Werking.TOONT,
    ),
    Regelfunctie(
        Regel.GESCHIL_INFORMATIEROL,
        geschil_informatierol,
        "Naar wie een geschil gaat over het werk van wie in het huis de informatie verzorgt.",
        Werking.TOONT,
    ),
    Regelfunctie(
        Regel.GESCHIL_CONVENANT,
        geschil_convenant,
        "Hoe partijen een geschil over het convenant zelf oplossen.",
        Werking.TOONT,
    ),
    Regelfunctie(
        Regel.DATALEK_PARTIJEN,
        datalek_partijen,
        "De partijen die een datalek raakt, krijgen daarover schriftelijk bericht.",
        Werking.WIJST_EROP,
    ),
    Regelfunctie(
        Regel.PARTIJ_ANTWOORDT_ZELF,
        partij_antwoordt_zelf,
        "Elke partij antwoordt zelf over wat zij gaf: pas dan gaat haar deel in een inzage-overzicht weg.",
        Werking.WEIGERT,
    ),
    Regelfunctie(
        Regel.VERWERKING_BEPERKT,
        verwerking_beperkt,
        "Wat op verzoek van een betrokkene is beperkt, komt in geen nieuw stuk tot de beperking is opgeheven.",
        Werking.WEIGERT,
    ),
)
"""In the order of the keys."""
