"""A tafel that is called off: everyone who was invited hears it, and nothing else can be done with it."""

from __future__ import annotations

import io
from datetime import UTC, time, timedelta

import pytest
from factories import MEDEWERKER, Bureau
from icalendar import Calendar
from pypdf import PdfReader
from sqlalchemy.exc import DBAPIError
from uitgangspunten import uitgangspunt

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import (
    AgendapuntId,
    CasusId,
    ContactpersoonId,
    DocumentSoort,
    OverlegId,
    OverlegStatus,
    UitnodigingAntwoord,
    UitnodigingId,
    UitnodigingStatus,
)
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer

REDEN = "De voorzitter is ziek."


def _leg_aan(
    bureau: Bureau, verstuur: bool
) -> tuple[ContactpersoonId, CasusId, CasusId, OverlegId, tuple[AgendapuntId, AgendapuntId]]:
    contact = bureau.partijen.voeg_contact_toe(
        bureau.partij("Politie"),
        ContactpersoonInvoer("Eerste Proefpersoon", "adviseur", "eerste@voorbeeld.invalid"),
    )
    bureau.contact("OM")
    een, twee = bureau.casus("Testpersoon Een"), bureau.casus("Verzonnen Twee")
    tafel = bureau.tafel()
    punten = (bureau.punt(tafel, een, "Politie", "OM"), bureau.punt(tafel, twee, "Politie"))
    if verstuur:
        bureau.akkoord(tafel)
        post = bureau.diensten().uitnodigingen
        post.bereid_voor(tafel)
        for regel in post.lijst(tafel):
            post.markeer_verzonden(regel.id)
    return contact, een, twee, tafel, punten


class Tafel:
    """Two casussen, three partijen; each was sent its uitnodiging."""

    def __init__(self, bureau: Bureau, *, verstuur: bool = True) -> None:
        self.bureau = bureau
        self.contact, self.een, self.twee, self.tafel, self.punten = uitgangspunt(bureau, _leg_aan, verstuur)
        self.dienst = bureau.diensten().afgelasten
        self.post = bureau.diensten().uitnodigingen

    def regel(self, kort: str) -> UitnodigingId:
        partij = self.bureau.partij(kort)
        return next(regel.id for regel in self.post.lijst(self.tafel) if regel.partij_id == partij)

    def standen(self) -> list[UitnodigingStatus]:
        return [regel.status for regel in self.post.lijst(self.tafel)]

    def status(self) -> OverlegStatus:
        return self.bureau.tafels.toon(self.tafel).status


@pytest.fixture
def tafel(bureau: Bureau) -> Tafel:
    return Tafel(bureau)


def pdf(inhoud: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages).split())


def test_ieder_die_een_uitnodiging_kreeg_krijgt_een_brief_en_een_cancel(tafel: Tafel) -> None:
    assert "bijdrage" in " ".join(een.zin for een in tafel.bureau.agenda.toon(tafel.tafel).aandacht)
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    assert tafel.bureau.agenda.toon(tafel.tafel).aandacht == ()  # nothing is asked any more
    assert tafel.standen() == [UitnodigingStatus.IN_TE_TREKKEN] * 2
    verzonden = Calendar.from_ical(
        tafel.bureau.waarde(
            "SELECT inhoud FROM uitgegeven WHERE soort = 'uitnodiging-ics' AND partij_id = :p",
            p=tafel.bureau.partij("Politie"),
        )
    )
    stukken = tafel.dienst.stukken(tafel.regel("Politie"))
    agenda = Calendar.from_ical(stukken.agenda_item.inhoud)
    (toen,), (nu,) = verzonden.walk("VEVENT"), agenda.walk("VEVENT")
    assert agenda["METHOD"] == "CANCEL"
    assert nu["STATUS"] == "CANCELLED"
    assert nu["UID"] == toen["UID"]
    assert nu["SEQUENCE"] == toen["SEQUENCE"] + 1
    assert nu["DTSTART"].dt == toen["DTSTART"].dt
    assert (stukken.ontvanger.naam, stukken.ontvanger.email) == ("Eerste Proefpersoon", "eerste@voorbeeld.invalid")
    brief = pdf(stukken.brief.inhoud)
    assert REDEN in brief
    assert "gaat niet door" in brief
    for verboden in ("Testpersoon", "Verzonnen Twee", tafel.bureau.nummer(tafel.een), tafel.bureau.naam("OM")):
        assert verboden not in brief
    assert REDEN in stukken.bericht.tekst


def test_het_gaat_naar_wie_de_laatste_kreeg_ook_als_die_weg_is(tafel: Tafel) -> None:
    tafel.bureau.partijen.verwijder_contact(tafel.contact)
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    stukken, _ = tafel.dienst.noteer_verteld(tafel.regel("Politie"))
    assert stukken.ontvanger_email == "eerste@voorbeeld.invalid"
    wie = tafel.bureau.waarde("SELECT aan_naam || '|' || aan_email FROM uitgegeven WHERE soort = 'afgelasting'")
    assert wie == "Eerste Proefpersoon|eerste@voorbeeld.invalid"


def test_ook_met_een_lege_agenda_hoort_iedereen_het_met_de_dag_die_in_de_agenda_staat(tafel: Tafel) -> None:
    """Back to concept, every point away, and even another day: what they have in their calendar is withdrawn."""
    dag = tafel.bureau.tafels.toon(tafel.tafel).invoer.datum
    tafel.bureau.agenda.terug_naar_concept(tafel.tafel)
    for punt in tafel.punten:
        tafel.bureau.agenda.verwijder_punt(punt)
    tafel.bureau.tafels.wijzig(
        tafel.tafel, tafel.bureau.tafel_invoer(dag + timedelta(days=7), begin=time(13), einde=time(15))
    )
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    assert tafel.standen() == [UitnodigingStatus.IN_TE_TREKKEN] * 2
    for kort in ("Politie", "OM"):
        stukken, _ = tafel.dienst.noteer_verteld(tafel.regel(kort))
        (gebeurtenis,) = Calendar.from_ical(stukken.agenda_item.inhoud).walk("VEVENT")
        assert gebeurtenis["DTSTART"].dt.astimezone(UTC).date() == dag
        assert f"{dag.day} " in pdf(stukken.brief.inhoud)
    assert tafel.standen() == [UitnodigingStatus.INGETROKKEN] * 2


def test_wie_niets_kreeg_hoort_niets(bureau: Bureau) -> None:
    tafel = Tafel(bureau, verstuur=False)
    bureau.akkoord(tafel.tafel)
    tafel.post.bereid_voor(tafel.tafel)
    tafel.post.markeer_verzonden(tafel.regel("Politie"))
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    assert [een.partij for een in tafel.dienst.toon(tafel.tafel).partijen] == [bureau.naam("Politie")]
    with pytest.raises(GebruikersFout, match="geen uitnodiging die nog geldt"):
        tafel.dienst.stukken(tafel.regel("OM"))
    with pytest.raises(GebruikersFout, match="hoeft niets te horen"):
        tafel.dienst.noteer_verteld(tafel.regel("OM"))


@pytest.mark.parametrize(
    ("reden", "wat"),
    [
        ("", "waarom"),
        ("Casus {nummer} is nog niet klaar.", "casusnummer"),
        ("Casus 2026/0007 is nog niet klaar.", "casusnummer"),
        ("Testpersoon Een is verhuisd.", "naam van een betrokkene"),
        ("testpersoon  een is verhuisd", "naam van een betrokkene"),
        ("Alles rond Twee is anders.", "naam van een betrokkene"),
        ("De politie kan niet komen.", "partij die is uitgenodigd"),
    ],
)
def test_de_reden_noemt_niemand(bureau: Bureau, reden: str, wat: str) -> None:
    tafel = Tafel(bureau)
    with pytest.raises(InvoerOngeldig, match=wat) as fout:
        tafel.dienst.gelast_af(tafel.tafel, reden.format(nummer=bureau.nummer(tafel.een)))
    assert fout.value.veld == "reden"
    assert "Testpersoon" not in str(fout.value)
    assert tafel.status() is OverlegStatus.VERZONDEN


def test_daarna_kan_er_niets_meer_mee(tafel: Tafel) -> None:
    bureau = tafel.bureau
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    casus = bureau.casus("Verzonnen Drie")
    invoer = PuntInvoer(10, "", "Doel.", bureau.profiel.besluiten[0].sleutel, "Wonen")
    een = tafel.regel("Politie")
    pogingen = (
        lambda: bureau.agenda.voeg_casus_toe(tafel.tafel, casus),
        lambda: bureau.agenda.voeg_onderwerp_toe(tafel.tafel, "Rondvraag"),
        lambda: bureau.agenda.verwijder_punt(tafel.punten[0]),
        lambda: bureau.agenda.wijzig_punt(tafel.punten[0], invoer),
        lambda: bureau.agenda.zet_deelname(tafel.punten[1], bureau.partij("OM"), aan=True),
        lambda: bureau.agenda.terug_naar_concept(tafel.tafel),
        lambda: bureau.agenda.vraag_akkoord(tafel.tafel),
        lambda: bureau.akkoord(tafel.tafel),
        lambda: bureau.tafels.wijzig(tafel.tafel, bureau.tafel_invoer()),
        lambda: bureau.tafels.verwijder(tafel.tafel),
        lambda: bureau.verslagen.start_punt(tafel.punten[0]),
        lambda: tafel.post.bereid_voor(tafel.tafel),
        lambda: tafel.post.stukken(een),
        lambda: tafel.post.markeer_verzonden(een),
        lambda: tafel.post.intrekking(een),
        lambda: tafel.post.markeer_ingetrokken(een),
        lambda: tafel.post.registreer_antwoord(een, UitnodigingAntwoord.KOMT),
        lambda: bureau.diensten().herinneringen.maak(tafel.tafel, [een]),
        lambda: bureau.diensten().documenten.maak(StukVraag(DocumentSoort.AGENDA_REGIE, tafel.tafel, None, "")),
        lambda: tafel.dienst.gelast_af(tafel.tafel, "Nog een keer."),
    )
    for nummer, poging in enumerate(pogingen):
        with pytest.raises(GebruikersFout):
            poging()
        assert tafel.status() is OverlegStatus.AFGELAST, nummer
    assert bureau.op_agenda(tafel.tafel)[bureau.nummer(tafel.een)] == {"Politie", "OM"}
    assert ControleService(bureau.diensten().werkplek).vind() == ()


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE overleg SET status = 'gehouden' WHERE id = :t",
        "UPDATE overleg SET status = 'verzonden' WHERE id = :t",
        "UPDATE overleg SET geheimhouding_gemeld = 1 WHERE id = :t",
        "UPDATE agendapunt SET doel = 'anders' WHERE overleg_id = :t",
        "DELETE FROM agendapunt WHERE overleg_id = :t",
        "INSERT INTO agendapunt (overleg_id, volgorde, minuten, onderwerp) VALUES (:t, 9, 5, 'Rondvraag')",
        "UPDATE deelname SET aanwezigheid = 'aanwezig' WHERE agendapunt_id = :p",
        "UPDATE uitnodiging SET status = 'verzonden', verzonden_op = gemaakt_op WHERE overleg_id = :t",
        "DELETE FROM uitnodiging WHERE overleg_id = :t",
        "INSERT INTO uitgegeven (overleg_id, soort, versie, bestandsnaam, inhoud, sha256, kop_nummer, gemaakt_door,"
        " gemaakt_op) VALUES (:t, 'uitnodiging', 1, 'x.pdf', x'00', '', 1, 'x', '2026-01-01')",
        "UPDATE afgelasting SET reden = 'anders' WHERE overleg_id = :t",
        "INSERT OR REPLACE INTO afgelasting SELECT overleg_id, 'anders', vorige_status, afgelast_op, afgelast_door"
        " FROM afgelasting",
    ],
)
def test_ook_met_sql_niet(tafel: Tafel, opdracht: str) -> None:
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    with pytest.raises(DBAPIError, match=r"ligt vast|deur uit|vervangen"):
        tafel.bureau.sql(opdracht, t=tafel.tafel, p=tafel.punten[0])


def test_wat_verteld_is_kan_met_sql_niet_ongedaan(tafel: Tafel) -> None:
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    tafel.dienst.noteer_verteld(tafel.regel("OM"))
    with pytest.raises(DBAPIError, match="die is verstuurd, blijft"):
        tafel.bureau.sql("DELETE FROM afgelasting")


def test_de_controle_vindt_een_status_zonder_afgelasting(tafel: Tafel) -> None:
    tafel.bureau.sql("UPDATE overleg SET status = 'afgelast' WHERE id = :t", t=tafel.tafel)
    (bevinding,) = ControleService(tafel.bureau.diensten().werkplek).vind()
    assert "buiten het programma om" in bevinding


def test_een_akkoord_dat_met_sql_van_een_afgelaste_agenda_is_gehaald_wordt_gevonden(tafel: Tafel) -> None:
    tafel.bureau.sql("UPDATE overleg SET status = 'afgelast', akkoord_verklaring = NULL WHERE id = :t", t=tafel.tafel)
    bevindingen = " ".join(ControleService(tafel.bureau.diensten().werkplek).vind())
    assert "niet de agenda die akkoord kreeg" in bevindingen


@pytest.mark.parametrize("stand", [OverlegStatus.CONCEPT, OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN])
def test_ongedaan_zet_het_terug_zoals_het_was(bureau: Bureau, stand: OverlegStatus) -> None:
    tafel = Tafel(bureau, verstuur=stand is OverlegStatus.VERZONDEN)
    if stand is OverlegStatus.AKKOORD:
        bureau.akkoord(tafel.tafel)
    eerder = tafel.post.lijst(tafel.tafel)
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    tafel.dienst.maak_ongedaan(tafel.tafel)
    assert tafel.status() is stand
    assert tafel.post.lijst(tafel.tafel) == eerder
    assert ControleService(bureau.diensten().werkplek).vind() == ()
    if stand is not OverlegStatus.CONCEPT:
        tafel.post.bereid_voor(tafel.tafel)


def test_een_oordeel_dat_intussen_verviel_blijkt_na_het_ongedaan_maken(tafel: Tafel) -> None:
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    tafel.bureau.trek_in(tafel.een, "OM")
    tafel.dienst.maak_ongedaan(tafel.tafel)
    regels = {regel.kort: regel.status for regel in tafel.post.lijst(tafel.tafel)}
    assert regels == {"Politie": UitnodigingStatus.VERZONDEN, "OM": UitnodigingStatus.IN_TE_TREKKEN}


def test_na_het_eerste_bericht_kan_ongedaan_niet_meer_tenzij_dat_ook_niet_ging(tafel: Tafel) -> None:
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    voor = tafel.post.lijst(tafel.tafel)
    _, stand = tafel.dienst.noteer_verteld(tafel.regel("OM"))
    with pytest.raises(GebruikersFout, match="al bericht verstuurd"):
        tafel.dienst.maak_ongedaan(tafel.tafel)
    tafel.dienst.neem_bericht_terug(stand)
    assert tafel.post.lijst(tafel.tafel) == voor
    tafel.dienst.maak_ongedaan(tafel.tafel)
    assert tafel.status() is OverlegStatus.VERZONDEN


def test_een_bericht_van_een_ander_of_van_gisteren_blijft(tafel: Tafel) -> None:
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    _, stand = tafel.dienst.noteer_verteld(tafel.regel("OM"))
    tafel.bureau.klok.verder(dagen=1)
    with pytest.raises(GebruikersFout, match="op de dag zelf"):
        tafel.dienst.neem_bericht_terug(stand)


def test_een_gehouden_tafel_wordt_niet_afgelast(tafel: Tafel) -> None:
    tafel.bureau.gehouden(tafel.tafel)
    with pytest.raises(GebruikersFout, match="al gehouden"):
        tafel.dienst.gelast_af(tafel.tafel, REDEN)


def test_de_casussen_gaan_in_een_keer_naar_een_nieuwe_tafel_door_de_poort(tafel: Tafel) -> None:
    bureau = tafel.bureau
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    assert [casus.te_plannen for casus in tafel.dienst.toon(tafel.tafel).casussen] == [True, True]
    bureau.trek_in(tafel.een, "OM")
    uit = tafel.dienst.herplan(tafel.tafel, tafel.punten, bureau.tafel_invoer(bureau.klok.over(35)))
    assert uit.gezet == (bureau.nummer(tafel.een), bureau.nummer(tafel.twee))
    assert len(uit.niet) == 1
    assert bureau.op_agenda(uit.overleg_id) == {
        bureau.nummer(tafel.een): {"Politie"},
        bureau.nummer(tafel.twee): {"Politie"},
    }
    punten = bureau.agenda.toon(uit.overleg_id).punten
    assert [(punt.minuten, punt.doel) for punt in punten] == [(20, "Bepalen wie wat doet.")] * 2
    assert [casus.te_plannen for casus in tafel.dienst.toon(tafel.tafel).casussen] == [False, False]
    bureau.akkoord(uit.overleg_id)


def test_de_casussen_gaan_naar_een_concept_dat_er_al_is_en_niet_naar_een_dat_vastligt(tafel: Tafel) -> None:
    bureau = tafel.bureau
    ander = bureau.tafel(bureau.klok.over(30))
    with pytest.raises(GebruikersFout, match="niet afgelast"):
        tafel.dienst.herplan(tafel.tafel, tafel.punten, ander)
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    uit = tafel.dienst.herplan(tafel.tafel, tafel.punten[:1], ander)
    assert uit.gezet == (bureau.nummer(tafel.een),)
    assert [casus.te_plannen for casus in tafel.dienst.toon(tafel.tafel).casussen] == [False, True]
    with pytest.raises(GebruikersFout, match="staat al op deze agenda"):
        tafel.dienst.herplan(tafel.tafel, tafel.punten[:1], ander)
    bureau.akkoord(ander)
    with pytest.raises(GebruikersFout, match="al akkoord"):
        tafel.dienst.herplan(tafel.tafel, tafel.punten[1:], ander)


def test_een_casus_van_een_afgelaste_tafel_mag_terug_naar_een_fase_zonder_delen(tafel: Tafel) -> None:
    """It is on no agenda that still comes, so nothing stands in the way there."""
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    regels = [regel.zin for regel in tafel.bureau.diensten().vandaag.toon().regels]
    assert any("2 casussen wachten op een nieuwe datum" in zin for zin in regels)


def test_vandaag_vertelt_wie_het_nog_niet_weet(tafel: Tafel) -> None:
    vandaag = tafel.bureau.diensten().vandaag
    tafel.dienst.gelast_af(tafel.tafel, REDEN)
    zinnen = [regel.zin for regel in vandaag.toon().regels]
    assert sum("2 partijen weten nog niet" in zin for zin in zinnen) == 1
    assert not [zin for zin in zinnen if "nog niet geantwoord" in zin or "worden ingetrokken" in zin]
    tafel.dienst.noteer_verteld(tafel.regel("OM"))
    assert any("1 partij weet nog niet" in regel.zin for regel in vandaag.toon().regels)
    tafel.dienst.noteer_verteld(tafel.regel("Politie"))
    assert not [regel for regel in vandaag.toon().regels if "nog niet dat" in regel.zin]


def test_het_bureau_mag_afgelasten_en_het_staat_in_het_logboek(tafel: Tafel) -> None:
    ander = tafel.bureau.als(MEDEWERKER)
    ander.diensten().afgelasten.gelast_af(tafel.tafel, REDEN)
    assert [regel["handeling"] for regel in ander.logboek()][-1] == "overleg afgelast"
