"""Invented values for every document: one tafel of which a partij sees two of the four points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

from zvh_desktop.documents.actielijst import ActielijstGegevens, ActieOpLijst, bouw_actielijst_pdf
from zvh_desktop.documents.afschaling import (
    AfschalingCriterium,
    AfschalingGegevens,
    ChecklistOpPapier,
    bouw_afschaling_pdf,
)
from zvh_desktop.documents.agenda import (
    AgendaBijdrage,
    AgendaPartijGegevens,
    AgendapuntPartij,
    AgendapuntRegie,
    AgendaRegieGegevens,
    bouw_agenda_partij_pdf,
    bouw_agenda_regie_pdf,
)
from zvh_desktop.documents.agenda_ics import UitnodigingIcsGegevens
from zvh_desktop.documents.besluitenlijst import BesluitenlijstGegevens, BesluitOpLijst, bouw_besluitenlijst_pdf
from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage
from zvh_desktop.documents.herstelblad import HerstelbladGegevens, bouw_herstelblad_pdf
from zvh_desktop.documents.informatie_item import InformatieItemGegevens, bouw_informatie_pdf
from zvh_desktop.documents.intrekking import IntrekkingGegevens, IntrekkingPunt, bouw_intrekking_pdf
from zvh_desktop.documents.notulen import (
    Aanwezige,
    AanwezigePartij,
    NotulenActie,
    NotulenBesluit,
    NotulenPartijGegevens,
    NotulenPuntPartij,
    NotulenPuntRegie,
    NotulenRegieGegevens,
    bouw_notulen_partij_pdf,
    bouw_notulen_regie_pdf,
)
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, DocumentOverleg, Geadresseerde, Vaststelling
from zvh_desktop.documents.opmaak.weging import GEEN
from zvh_desktop.documents.opschaling import (
    DossierAkkoord,
    DossierBesluit,
    DossierInformatie,
    DossierPlan,
    OpschalingGegevens,
    bouw_opschaling_pdf,
)
from zvh_desktop.documents.plan_van_aanpak import (
    DoelOpPlan,
    PlanActie,
    PlanBetrokkene,
    PlanGegevens,
    PlanInformering,
    RolOpPlan,
    bouw_plan_pdf,
)
from zvh_desktop.documents.presentielijst import (
    PresentielijstGegevens,
    PresentiePunt,
    Presentieregel,
    bouw_presentielijst_pdf,
)
from zvh_desktop.documents.uitnodiging import UitnodigingGegevens, UitnodigingPunt, bouw_uitnodiging_pdf
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze
from zvh_desktop.models.keuzes import Aanwezigheid, ActieStatus, PlanStatus
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd

TAFEL: Final = "Casustafel Voorbeeldstreek"
DAG: Final = date(2026, 12, 15)
VASTGESTELD: Final = Vaststelling("P. Regie, procesregisseur", date(2026, 12, 22))


def kop(titel: str, ontvanger: str | None, artikel: str = "art. 12.2", *, oefen: bool = False) -> Documentkop:
    return Documentkop(
        huis_naam="Zorg- en Veiligheidshuis Voorbeeldstreek",
        huis_kort="ZVH Voorbeeldstreek",
        titel=titel,
        ontvanger=ontvanger,
        versie="2",
        verificatiecode="7F3A-91C2",
        artikel=artikel,
        oefen=oefen,
        gemaakt_op=date(2026, 12, 8),
        termen=laad_meegeleverd("landelijk").termen,
    )


OVERLEG: Final = DocumentOverleg(
    TAFEL, DAG, time(9, 0), time(12, 0), "Stadskantoor Voorbeeldstad, zaal 3", "P. Regie", "S. Schrijver"
)
AFZENDER: Final = Afzender("S. Schrijver", "administratief medewerker", "tafel@zvh-voorbeeld.example", "000 000 00 00")
AAN: Final = Geadresseerde("GGD Voorbeeldstreek", "M. Voorbeeld", "teamleider openbare zorg")

AGENDA_REGIE: Final = AgendaRegieGegevens(
    kop=kop("Agenda (regie)", "voorzitter en notulist"),
    overleg=OVERLEG,
    akkoord=Vaststelling("P. Regie", date(2026, 12, 8)),
    uitloop_minuten=15,
    artikel_geheimhouding="art. 17",
    punten=(
        AgendapuntRegie(time(9, 0), time(9, 5), 5, None, "Vaststellen verslag 1 december"),
        AgendapuntRegie(
            time(9, 5),
            time(9, 25),
            20,
            "2026-0042",
            "",
            betrokkenen=("J. Oefenman", "T. Testpersoon"),
            aanpak="Veelplegers",
            doel="Richting van het plan van aanpak bepalen",
            besluitsoort="Procesregie bij het huis of elders",
            themas=("wonen", "schulden", "middelengebruik"),
            partijen=(
                AgendaBijdrage("Politie", "A. Agent", "Overzicht van de incidenten sinds september"),
                AgendaBijdrage("GGD Voorbeeldstreek", "M. Voorbeeld", "Wat is er al geprobeerd rond de zorg?"),
                AgendaBijdrage("Openbaar Ministerie", "", ""),
            ),
            aan_tafel=("Politie", "GGD Voorbeeldstreek", "Openbaar Ministerie"),
        ),
        AgendapuntRegie(
            time(9, 25),
            time(9, 45),
            20,
            "2026-0051",
            "",
            betrokkenen=("R. Proefmens",),
            aanpak="Risicojongeren",
            doel="Afspraken over onderwijs en toezicht",
            besluitsoort="Acties verdelen",
            themas=("onderwijs",),
            partijen=(
                AgendaBijdrage("Politie", "A. Agent", "Stand van het toezicht"),
                AgendaBijdrage("Reclassering Voorbeeld", "B. Begeleider", "Advies over de voorwaarden"),
            ),
            van_tafel=("GGD Voorbeeldstreek", "Openbaar Ministerie"),
            aan_tafel=("Reclassering Voorbeeld",),
        ),
        AgendapuntRegie(
            time(9, 45),
            time(10, 15),
            30,
            "2026-0029",
            "monitor",
            betrokkenen=("L. Fictief",),
            aanpak="Top X",
            doel="Voortgang bespreken",
            besluitsoort="Afschalen of doorgaan",
            themas=("zorg", "veiligheid thuis"),
            partijen=(AgendaBijdrage("GGD Voorbeeldstreek", "M. Voorbeeld", "Verloop van de behandeling in het kort"),),
            van_tafel=("Politie", "Reclassering Voorbeeld"),
            aan_tafel=("GGD Voorbeeldstreek",),
        ),
    ),
)

AGENDA_PARTIJ: Final = AgendaPartijGegevens(
    kop=kop("Agenda", "GGD Voorbeeldstreek", "art. 14.2"),
    overleg_naam=TAFEL,
    datum=DAG,
    plaats=OVERLEG.plaats,
    partij="GGD Voorbeeldstreek",
    contactpersoon="M. Voorbeeld",
    artikel_geheimhouding="art. 17",
    punten=(
        AgendapuntPartij(
            time(9, 5),
            "2026-0042",
            "",
            "Richting van het plan van aanpak bepalen",
            "Procesregie bij het huis of elders",
            ("wonen", "schulden", "middelengebruik"),
            "Wat is er al geprobeerd rond de zorg? Noem wat werkte en wat niet.",
        ),
        AgendapuntPartij(
            time(9, 45),
            "2026-0029",
            "monitor",
            "Voortgang bespreken",
            "Afschalen of doorgaan",
            ("zorg",),
            "Verloop van de behandeling in het kort",
        ),
    ),
)

UITNODIGING: Final = UitnodigingGegevens(
    kop=kop("Uitnodiging", "GGD Voorbeeldstreek", "art. 14.2"),
    aan=AAN,
    overleg_naam=TAFEL,
    datum=DAG,
    plaats=OVERLEG.plaats,
    punten=tuple(
        UitnodigingPunt(punt.aanvang, punt.casusnummer, punt.onderwerp, punt.doel, punt.besluitsoort, punt.bijdrage)
        for punt in AGENDA_PARTIJ.punten
    ),
    afzender=AFZENDER,
    antwoord_voor=date(2026, 12, 11),
    artikel_rechtmatig="art. 14.2",
    artikel_geheimhouding="art. 17",
    artikel_mandaat="art. 8.3",
)

UITNODIGING_VOORAF: Final = replace(
    UITNODIGING, stukken_vooraf=2, artikel_inzage="art. 11.2 onder f", artikel_gebruik="art. 16.2"
)

INFORMATIE: Final = InformatieItemGegevens(
    kop=kop("Informatie vooraf", "GGD Voorbeeldstreek", "art. 11.2 onder f"),
    casusnummer="2026-0042",
    overleg_naam=TAFEL,
    overleg_datum=DAG,
    titel="Overzicht van de meldingen sinds september",
    verstrekker="Politie",
    regime=Regime.WPG,
    ontvangen_op=date(2026, 12, 7),
    gebruik="Alleen om het overleg voor te bereiden.\nNiet overnemen in een eigen dossier.",
    tekst="Vier verzonnen meldingen in drie maanden.\n\nDe laatste was op een dinsdag; er raakte niemand gewond.",
    met_bijlage=True,
    artikel_gebruik="art. 16.2",
    artikel_geheimhouding="art. 17",
)

INTREKKING_DEELS: Final = IntrekkingGegevens(
    kop=kop("Intrekking uitnodiging", "GGD Voorbeeldstreek", "art. 14.2"),
    aan=AAN,
    overleg_naam=TAFEL,
    datum=DAG,
    plaats=OVERLEG.plaats,
    vervallen=(IntrekkingPunt(time(9, 5), "2026-0042", ""),),
    resterend=(IntrekkingPunt(time(9, 45), "2026-0029", "monitor"),),
    afzender=AFZENDER,
    artikel_geheimhouding="art. 17",
)
INTREKKING_GEHEEL: Final = replace(
    INTREKKING_DEELS, vervallen=INTREKKING_DEELS.vervallen + INTREKKING_DEELS.resterend, resterend=()
)

PRESENTIELIJST: Final = PresentielijstGegevens(
    kop=kop("Presentielijst", "voorzitter en notulist"),
    overleg=OVERLEG,
    artikel_geheimhouding="art. 17",
    punten=(
        PresentiePunt(time(9, 0), None, "Vaststellen verslag 1 december", ()),
        PresentiePunt(
            time(9, 5),
            "2026-0042",
            "",
            (
                Presentieregel("Politie", "A. Agent", Aanwezigheid.AANWEZIG),
                Presentieregel("GGD Voorbeeldstreek", "M. Voorbeeld", Aanwezigheid.AFGEMELD),
                Presentieregel("Openbaar Ministerie", ""),
            ),
        ),
        PresentiePunt(time(9, 25), "2026-0051", "", (Presentieregel("Politie", "A. Agent"),)),
    ),
)

BESLUIT: Final = NotulenBesluit(
    "Procesregie ZVH",
    "Het huis voert de procesregie. De gemeente blijft eerste aanspreekpunt voor wonen.",
    "de woning is op 1 februari beschikbaar",
    "de casusregisseur, in het gesprek van 17 december",
    "",
    "Gemeente Voorbeeldstad",
)
ACTIES: Final = (
    NotulenActie(
        "Een gesprek plannen over begeleid wonen en de uitkomst aan de tafel melden",
        "GGD Voorbeeldstreek",
        date(2027, 1, 8),
        ActieStatus.OPEN,
        reden_niet="het gesprek zelf is het moment van informeren",
    ),
    NotulenActie(
        "Overzicht van de incidenten aanvullen", "Politie", date(2026, 12, 18), ActieStatus.BEZIG, "er is iets nieuws"
    ),
)
BEELD: Final = (
    "De betrokkene slaapt sinds drie weken op wisselende adressen.\n"
    "De zorg is in november gestopt; de reden is niet bij iedereen bekend.\n\n"
    "Positief: er is weer contact met familie."
)

NOTULEN_REGIE: Final = NotulenRegieGegevens(
    kop=kop("Notulen (regie)", "procesregisseur en secretariaat", "art. 12.5"),
    overleg=OVERLEG,
    vaststelling=None,
    artikel_geheimhouding="art. 17",
    punten=(
        NotulenPuntRegie(time(9, 0), time(9, 5), None, "Vaststellen verslag 1 december", besluit="Vastgesteld."),
        NotulenPuntRegie(
            time(9, 5),
            time(9, 27),
            "2026-0042",
            "",
            ("J. Oefenman",),
            "Richting van het plan van aanpak bepalen",
            "Procesregie bij het huis of elders",
            (
                Aanwezige("Politie", "A. Agent", Aanwezigheid.AANWEZIG),
                Aanwezige("GGD Voorbeeldstreek", "M. Voorbeeld", Aanwezigheid.AANWEZIG),
                Aanwezige("Openbaar Ministerie", "", Aanwezigheid.SCHRIFTELIJK),
            ),
            BEELD,
            "Wonen gaat voor. Zonder vaste plek slaagt de zorg niet.",
            "Procesregie bij het huis, met een plan binnen zes weken.",
            (BESLUIT,),
            ACTIES,
        ),
        NotulenPuntRegie(time(9, 27), time(9, 45), "2026-0051", "", ("R. Proefmens",)),
    ),
)
NOTULEN_PARTIJ: Final = NotulenPartijGegevens(
    kop=kop("Notulen", "GGD Voorbeeldstreek", "art. 12.5"),
    overleg_naam=TAFEL,
    datum=DAG,
    plaats=OVERLEG.plaats,
    partij="GGD Voorbeeldstreek",
    vaststelling=VASTGESTELD,
    artikel_geheimhouding="art. 17",
    punten=(
        NotulenPuntPartij(
            "2026-0042",
            "",
            "Richting van het plan van aanpak bepalen",
            "Procesregie bij het huis of elders",
            (
                AanwezigePartij("Politie", Aanwezigheid.AANWEZIG),
                AanwezigePartij("GGD Voorbeeldstreek", Aanwezigheid.AANWEZIG),
                AanwezigePartij("Openbaar Ministerie", Aanwezigheid.SCHRIFTELIJK),
            ),
            BEELD,
            "Wonen gaat voor. Zonder vaste plek slaagt de zorg niet.",
            "Procesregie bij het huis, met een plan binnen zes weken.",
            (BESLUIT,),
            ACTIES,
        ),
        NotulenPuntPartij(
            "2026-0029",
            "monitor",
            "Voortgang bespreken",
            "Afschalen of doorgaan",
            (AanwezigePartij("GGD Voorbeeldstreek", Aanwezigheid.AANWEZIG),),
            "Het gaat beter dan in het najaar.",
        ),
    ),
)

BESLUITENLIJST: Final = BesluitenlijstGegevens(
    kop=kop("Besluitenlijst", "procesregisseur en secretariaat", "art. 12.4"),
    overleg=OVERLEG,
    vaststelling=VASTGESTELD,
    besluiten=(
        BesluitOpLijst(
            "2026-0042",
            "",
            BESLUIT.soort,
            BESLUIT.omschrijving,
            BESLUIT.conditie,
            BESLUIT.belegd_bij,
            BESLUIT.informering,
        ),
        BesluitOpLijst("2026-0042", "", "Opnieuw bespreken", "Terug op de tafel van 26 januari."),
        BesluitOpLijst(
            "2026-0029",
            "monitor",
            "Afschalen",
            "Afschalen zodra de checklist klaar is.",
            "",
            "Huis",
            "",
            "adres onbekend",
        ),
    ),
)

ACTIELIJST: Final = ActielijstGegevens(
    kop=kop("Actielijst", "GGD Voorbeeldstreek", "art. 12.4"),
    partij="GGD Voorbeeldstreek",
    contactpersoon="M. Voorbeeld",
    peildatum=date(2027, 1, 12),
    artikel_geheimhouding="art. 17",
    acties=(
        ActieOpLijst("2026-0029", "Verloop van de behandeling melden", date(2027, 2, 1), ActieStatus.BEZIG, "", DAG),
        ActieOpLijst(
            "2026-0042",
            "Een gesprek plannen over begeleid wonen en de uitkomst aan de tafel melden",
            date(2027, 1, 8),
            ActieStatus.OPEN,
            "er is een plek",
            DAG,
        ),
        ActieOpLijst(None, "Nieuwe contactpersoon doorgeven", None, ActieStatus.OPEN),
    ),
)

PLAN: Final = PlanGegevens(
    kop=kop("Plan van aanpak", "partijen in het plan", "art. 12.6"),
    casusnummer="2026-0042",
    plan_versie=2,
    status=PlanStatus.VASTGESTELD,
    aanpak="Veelplegers",
    betrokkenen=(
        PlanBetrokkene("J. Oefenman", True, Geboortedatum(1980, 1, 1), "Voorbeeldstad"),
        PlanBetrokkene("T. Testpersoon", False),
    ),
    term_casusregisseur="casuscoördinator",
    casusregisseur="C. Coördinator",
    casusregisseur_partij="Gemeente Voorbeeldstad",
    procesregisseur="P. Regie",
    doelen=(
        DoelOpPlan("Wonen", "Een vaste plek voor 1 februari", "Eerst begeleid, daarna zelfstandig"),
        DoelOpPlan("Wonen", "Geen overlast voor de buren", ""),
        DoelOpPlan("Gezondheid", "De behandeling begint opnieuw", "De huisarts verwijst"),
    ),
    acties=(
        PlanActie("Wonen", "Plek zoeken", "Gemeente Voorbeeldstad", date(2027, 1, 15), ActieStatus.BEZIG),
        PlanActie("Gezondheid", "Intake plannen", "GGD Voorbeeldstreek", date(2027, 1, 8), ActieStatus.OPEN),
        PlanActie("", "Plan met de betrokkene bespreken", "Huis", None, ActieStatus.GEREED),
    ),
    rollen=(
        RolOpPlan("Gemeente Voorbeeldstad", "Voert de regie over de uitvoering", "Voortgang op alle leefgebieden"),
        RolOpPlan("GGD Voorbeeldstreek", "Behandelt en verwijst", "Of er een vaste plek is"),
        RolOpPlan("Politie", "Let op en meldt", ""),
    ),
    informering=PlanInformering("C. Coördinator", "in het gesprek van 17 december 2026"),
    afschalingscriteria=(
        "Zes maanden een vaste plek",
        "Geen nieuwe meldingen in drie maanden",
        "De behandeling loopt zonder de tafel",
    ),
    evaluatiedatum=date(2027, 3, 16),
    vaststelling=VASTGESTELD,
    artikel_rollen="art. 8.4 onder c",
    artikel_afschaling="art. 12.7",
)

AFSCHALING: Final = AfschalingGegevens(
    kop=kop("Afschaling", "procesregisseur en secretariaat", "art. 12.7"),
    casusnummer="2026-0029",
    term_casusregisseur="casusregisseur",
    casusregisseur="C. Coördinator",
    casusregisseur_partij="GGD Voorbeeldstreek",
    besluit_door=("P. Regie, procesregisseur", "C. Coördinator, casusregisseur"),
    besluit_op=date(2027, 4, 6),
    motivering="De situatie is een half jaar stabiel.\nDe reguliere zorg neemt het over.",
    artikel_besluit="art. 12.7",
    artikel_criteria="art. 12.7 onder b",
    criteria=(
        AfschalingCriterium("Zes maanden een vaste plek", True, "sinds oktober"),
        AfschalingCriterium("Geen nieuwe meldingen in drie maanden", False, "één kleine melding in februari"),
    ),
    overgedragen_aan="GGD Voorbeeldstreek",
    regels=(
        ChecklistOpPapier("Betrokkene is geïnformeerd", True, "C. Coördinator", date(2027, 4, 8), "in een gesprek"),
        ChecklistOpPapier("Partijen hebben bericht gekregen", True, "S. Schrijver", date(2027, 4, 9)),
        ChecklistOpPapier("Dossier is geschoond", False),
        ChecklistOpPapier("Dossier is vernietigd", False, opmerking="pas na de bewaartermijn"),
    ),
)

_OPSCHALEN = DossierBesluit(
    TAFEL, DAG, "Opschalen", "De casus gaat naar de regio.", "Het huidige plan loopt door tot de overdracht."
)

OPSCHALING: Final = OpschalingGegevens(
    kop=kop("Dossier opschaling", "Zorg- en Veiligheidshuis Voorbeeldregio", "art. 10.1"),
    casusnummer="2026-0029",
    naar="Zorg- en Veiligheidshuis Voorbeeldregio",
    aanpak="Complexe casuïstiek",
    geopend_op=date(2026, 9, 1),
    aanmelder="GGD Voorbeeldstreek",
    betrokkenen=(
        PlanBetrokkene("J. Oefenman", True, Geboortedatum(1990, 5, 17), "Voorbeelddorp"),
        PlanBetrokkene("T. Oefenman", False),
    ),
    term_casusregisseur="casusregisseur",
    casusregisseur="C. Coördinator",
    casusregisseur_partij="GGD Voorbeeldstreek",
    term_procesregisseur="procesregisseur",
    procesregisseur="P. Regie",
    doel="Rust in het gezin en een vaste plek.",
    gevraagd="Neem de procesregie over en plan een regionaal overleg.",
    motivering="Het gezin verhuist steeds.\nDrie gemeenten zijn nu betrokken.",
    criteria="Het plan is twee keer bijgesteld zonder resultaat.",
    besluit=_OPSCHALEN,
    berust_op="art. 10.1 en art. 10",
    ondertekening=VASTGESTELD,
    akkoord=DossierAkkoord(
        "R. Regiovoorbeeld", "procesregisseur regio", date(2027, 1, 5), AkkoordWijze.BEVEILIGDE_MAIL, "OEF-77"
    ),
    term_plan="plan van aanpak",
    plan=DossierPlan(
        versie=2,
        vaststelling=VASTGESTELD,
        doelen=(DoelOpPlan("Huisvesting", "Een vaste plek voor het gezin."),),
        rollen=(RolOpPlan("GGD Voorbeeldstreek", "begeleidt het gezin", "weet waar het gezin verblijft"),),
        criteria=("Zes maanden een vaste plek",),
        evaluatie_op=date(2027, 3, 16),
    ),
    besluiten=(
        DossierBesluit(
            TAFEL, date(2026, 10, 6), "Procesregie", "Het huis voert procesregie.", "", "GGD Voorbeeldstreek"
        ),
        _OPSCHALEN,
    ),
    acties=(PlanActie("Huisvesting", "Een plek zoeken.", "GGD Voorbeeldstreek", date(2027, 1, 20), ActieStatus.BEZIG),),
    informatie=(
        DossierInformatie(
            titel="Verslag huisbezoek",
            verstrekker="GGD Voorbeeldstreek",
            regime=Regime.AVG,
            ontvangen_op=date(2026, 11, 3),
            gebruik="Alleen voor het regionale overleg.",
            grondslag="verzonnen grondslag",
            toestemming_op=date(2027, 1, 4),
            toestemming_kenmerk="OEF-12",
            toestemming_door="T. Testpersoon",
            tekst="Bij het huisbezoek was het rustig.",
            bijlage=1,
        ),
    ),
    artikel_rollen="art. 8.4 onder c",
    artikel_derden="art. 8.3",
    artikel_gebruik="art. 16",
    artikel_geheimhouding="art. 17",
)

HERSTELBLAD: Final = HerstelbladGegevens(
    kop=replace(kop("Herstelsleutel", "beheerder", ""), verificatiecode="", versie="1"),
    kluis_naam="voorbeeldstreek",
    sleuteldelen=tuple(f"{deel}7K{deel}" for deel in "ABCDEFGHJKLMNPQR"),
)

ICS: Final = UitnodigingIcsGegevens(
    uid="9b1c-voorbeeld@zvh-voorbeeld.example",
    volgnummer=0,
    intrekking=False,
    huis_kort="ZVH Voorbeeldstreek",
    overleg_naam=TAFEL,
    begin=datetime(2026, 12, 15, 8, 5, tzinfo=UTC),
    einde=datetime(2026, 12, 15, 9, 15, tzinfo=UTC),
    plaats=OVERLEG.plaats,
    organisator_naam="ZVH Voorbeeldstreek",
    organisator_email="tafel@zvh-voorbeeld.example",
    genodigde_naam="M. Voorbeeld",
    genodigde_email="m.voorbeeld@ggd-voorbeeld.example",
    gemaakt_op=datetime(2026, 12, 8, 10, 0, tzinfo=UTC),
    oefen=False,
    weging=GEEN,
    omschrijving="U wordt verwacht om 09:05. Zie de brief in de bijlage.",
)
EML: Final = ConceptEmlGegevens(
    ontvanger_naam="M. Voorbeeld",
    ontvanger_email="m.voorbeeld@ggd-voorbeeld.example",
    onderwerp=f"Uitnodiging {TAFEL}, 15 december 2026",
    tekst="Geachte M. Voorbeeld,\n\nIn de bijlage vindt u de uitnodiging.\n\nMet vriendelijke groet",
    datum=datetime(2026, 12, 8, 10, 0, tzinfo=UTC),
    bijlagen=(
        EmlBijlage("uitnodiging_2026-12-15_GGD.pdf", BijlageSoort.PDF, b"%PDF-voorbeeld"),
        EmlBijlage("uitnodiging_2026-12-15_GGD.ics", BijlageSoort.ICS_UITNODIGING, b"BEGIN:VCALENDAR\r\n"),
    ),
    weging=GEEN,
)

PDFS: Final[dict[str, Callable[[], bytes]]] = {
    "agenda_regie": lambda: bouw_agenda_regie_pdf(AGENDA_REGIE),
    "agenda_partij": lambda: bouw_agenda_partij_pdf(AGENDA_PARTIJ),
    "uitnodiging": lambda: bouw_uitnodiging_pdf(UITNODIGING),
    "uitnodiging_vooraf": lambda: bouw_uitnodiging_pdf(UITNODIGING_VOORAF),
    "informatie": lambda: bouw_informatie_pdf(INFORMATIE),
    "intrekking_deels": lambda: bouw_intrekking_pdf(INTREKKING_DEELS),
    "intrekking_geheel": lambda: bouw_intrekking_pdf(INTREKKING_GEHEEL),
    "presentielijst": lambda: bouw_presentielijst_pdf(PRESENTIELIJST),
    "notulen_regie": lambda: bouw_notulen_regie_pdf(NOTULEN_REGIE),
    "notulen_partij": lambda: bouw_notulen_partij_pdf(NOTULEN_PARTIJ),
    "besluitenlijst": lambda: bouw_besluitenlijst_pdf(BESLUITENLIJST),
    "actielijst": lambda: bouw_actielijst_pdf(ACTIELIJST),
    "plan_van_aanpak": lambda: bouw_plan_pdf(PLAN),
    "afschaling": lambda: bouw_afschaling_pdf(AFSCHALING),
    "opschaling": lambda: bouw_opschaling_pdf(OPSCHALING),
    "herstelblad": lambda: bouw_herstelblad_pdf(HERSTELBLAD),
    "agenda_regie_oefening": lambda: bouw_agenda_regie_pdf(
        replace(AGENDA_REGIE, kop=replace(AGENDA_REGIE.kop, oefen=True))
    ),
}
