"""The notulen of every partij of a full tafel, against bare reportlab making the same pages.

The bare side gets the finished values: no vault, no signatures, no queries. It sets the same texts in the same font
with reportlab's own paragraphs and tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from io import BytesIO
from xml.sax.saxutils import escape

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from benchmarks.kluizen import WACHTWOORD, Kluizen
from benchmarks.meting import Uitslag, duur, om_en_om, rustig, verhouding
from benchmarks.teksten import alinea
from zvh_desktop.documents.notulen import NotulenPartijGegevens
from zvh_desktop.documents.opmaak.stijl import INHOUD_BOVEN, INHOUD_ONDER, KANTLIJN, stijlen
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    AgendapuntId,
    CasusId,
    DocumentSoort,
    OordeelUitkomst,
    OverlegId,
    PartijId,
)
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.services.tafel.verslagstukken import notulen_partij, toets_verslag
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import haal

KLUIS = 1_001
CASUSSEN = 6
PARTIJEN = 16
TEKENS = 900
HOOGSTENS = 1.5


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line: all documents of the tafel together, made in one use case as the window does."""
    with kluizen.diensten(KLUIS) as diensten:
        partijen = tuple(regel.id for regel in diensten.partijen.lijst()[:PARTIJEN])
        overleg_id = maak_tafel(diensten, partijen)
        gegevens = [lees_gegevens(diensten, overleg_id, partij) for partij in partijen]
        paginas = [0, 0]

        def eigen_werk() -> None:
            stukken = _stukken(diensten, overleg_id, partijen)
            paginas[0] = sum(len(PdfReader(BytesIO(stuk)).pages) for stuk in stukken) if not paginas[0] else paginas[0]

        def kaal_werk() -> None:
            stukken = [_kaal(deel) for deel in gegevens]
            paginas[1] = sum(len(PdfReader(BytesIO(stuk)).pages) for stuk in stukken) if not paginas[1] else paginas[1]

        eigen, kaal = om_en_om(lambda: duur(eigen_werk), lambda: duur(kaal_werk), keren=7, warm=1)
        naam = f"notulen voor {PARTIJEN} partijen x {CASUSSEN} casussen ({paginas[0]} pagina's, kaal {paginas[1]})"
        return [verhouding(naam, rustig(eigen), rustig(kaal), HOOGSTENS)]


def maak_tafel(diensten: Diensten, partijen: tuple[PartijId, ...]) -> OverlegId:
    """A tafel that was held, with every partij at every case, through the services from oordeel to verslag."""
    diensten.bevestig(WACHTWOORD)
    profiel = diensten.profiel
    soort = profiel.casusoverleggen[0].sleutel
    dag = diensten.werkplek.vandaag()
    besluit = profiel.besluiten[0].sleutel
    overleg_id = diensten.tafels.plan(
        OverlegInvoer(soort, dag, time(9, 0), time(12, 0), "Vergaderkamer Voorbeeld", "P. Proefpersoon", "J. Oefenman")
    )
    for nummer in range(1, CASUSSEN + 1):
        casus_id = CasusId(nummer)
        diensten.oordelen.geef(
            casus_id,
            [OordeelInvoer(partij, OordeelUitkomst.RECHTMATIG, "eigen wettelijke taak") for partij in partijen],
        )
        punt_id = diensten.agenda.voeg_casus_toe(overleg_id, casus_id)
        diensten.agenda.wijzig_punt(
            punt_id, PuntInvoer(25, doel=alinea(120, nummer), besluit_type=besluit, themas="Wonen")
        )
        diensten.agenda.nodig_alle_uit(punt_id)
    diensten.agenda.geef_akkoord(overleg_id)
    for nummer, punt in enumerate(diensten.agenda.toon(overleg_id).punten):
        _bespreek(diensten, punt.id, partijen, nummer, dag, besluit)
    diensten.verslagen.stel_vast(overleg_id)
    return overleg_id


def _bespreek(
    diensten: Diensten, punt_id: AgendapuntId, partijen: tuple[PartijId, ...], nummer: int, dag: date, besluit: str
) -> None:
    diensten.verslagen.start_punt(punt_id, andere_dag=True)
    for partij in partijen:
        diensten.verslagen.zet_aanwezigheid(punt_id, partij, Aanwezigheid.AANWEZIG)
    teksten = VerslagTekst(alinea(TEKENS, nummer), alinea(TEKENS, nummer + 1), alinea(TEKENS // 3, nummer + 2))
    diensten.verslagen.bewaar_tekst(punt_id, teksten)
    diensten.verslagen.voeg_besluit_toe(
        punt_id, BesluitInvoer(besluit, alinea(150, nummer), "", "De casusregisseur vertelt het.", partijen[nummer])
    )
    for keer in range(3):
        diensten.acties.voeg_toe_bij_punt(
            punt_id, ActieInvoer(alinea(80, nummer + keer), partijen[nummer + keer], dag + timedelta(days=14))
        )


def _stukken(diensten: Diensten, overleg_id: OverlegId, partijen: tuple[PartijId, ...]) -> list[bytes]:
    vragen = [StukVraag(DocumentSoort.NOTULEN_PARTIJ, overleg_id, partij, "") for partij in partijen]
    return [stuk.inhoud for stuk in diensten.documenten.maak_alle(vragen)]


def lees_gegevens(diensten: Diensten, overleg_id: OverlegId, partij: PartijId) -> NotulenPartijGegevens:
    """The values of the notulen of one partij, as the program reads them."""
    werkplek = diensten.werkplek
    with werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
        verslag = toets_verslag(werkplek, sessie, overleg)
        gegevens = notulen_partij(werkplek, sessie, overleg, verslag, haal(sessie, Partij, partij, "Deze partij"))
    assert gegevens is not None
    return gegevens


def _kaal(gegevens: NotulenPartijGegevens) -> bytes:
    uitvoer = BytesIO()
    rand = A4[1] - INHOUD_BOVEN
    sjabloon = SimpleDocTemplate(
        uitvoer,
        pagesize=A4,
        leftMargin=KANTLIJN,
        rightMargin=KANTLIJN,
        topMargin=rand,
        bottomMargin=INHOUD_ONDER,
        initialFontName=stijlen().tekst.fontName,
    )
    sjabloon.build(list(_delen(gegevens)))
    return uitvoer.getvalue()


def _delen(gegevens: NotulenPartijGegevens) -> Iterator[Flowable]:
    st = stijlen()
    yield Paragraph(escape(f"{gegevens.kop.titel} {gegevens.overleg_naam} {gegevens.partij}"), st.titel)
    eigen = [
        (str(nummer), punt.casusnummer or "", actie.omschrijving, str(actie.termijn))
        for nummer, punt in enumerate(gegevens.punten, start=1)
        for actie in punt.acties
        if actie.belegd_bij == gegevens.partij
    ]
    if eigen:
        yield _rooster(eigen, (1, 4, 8, 2))
    for punt in gegevens.punten:
        yield Paragraph(escape(punt.casusnummer or punt.onderwerp), st.kop1)
        aanwezig = ", ".join(regel.partij for regel in punt.aanwezigen)
        yield _rooster([("Doel", punt.doel), ("Type besluit", punt.besluitsoort), ("Aanwezig", aanwezig)], (2, 8))
        for titel, tekst in (("Beeld", punt.beeld), ("Oordeel", punt.oordeel), ("Besluit", punt.besluit)):
            yield Paragraph(titel, st.kop2)
            yield Paragraph(escape(tekst), st.tekst)
        for besluit in punt.besluiten:
            yield Paragraph(escape(besluit.soort), st.tekst_vet)
            yield Paragraph(escape(besluit.omschrijving), st.tekst)
            yield _rooster([("Belegd bij", besluit.belegd_bij), ("Informering", besluit.informering)], (2, 8))
        yield _rooster(
            [(actie.omschrijving, actie.belegd_bij, str(actie.termijn), actie.status) for actie in punt.acties],
            (7, 3, 2, 2),
        )


def _rooster(rijen: Sequence[Sequence[str]], delen: tuple[int, ...]) -> Table:
    breed = A4[0] - 2 * KANTLIJN
    return Table(
        [[Paragraph(escape(cel), stijlen().cel) for cel in rij] for rij in rijen],
        colWidths=[breed * deel / sum(delen) for deel in delen],
        style=[("FONTNAME", (0, 0), (-1, -1), stijlen().cel.fontName), ("VALIGN", (0, 0), (-1, -1), "TOP")],
    )
