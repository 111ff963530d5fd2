"""What was chosen about a text of no casus has an end: it goes with the first file that was closed after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import REGIE, WACHTWOORD, Bureau
from lekrond import haal_alles_weg, laat_alles_mee
from opruimhulp import dossier, vernietiger, zet_termijnen
from verzoekzaak import Zaak

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.reservekopie import herstel_reservekopie, maak_reservekopie
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekUitkomst
from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.brieven.gegevens import BriefInvoer
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.lek.gegevens import LekOpen
from zvh_desktop.services.lek.uitgang import Uitgang
from zvh_desktop.services.verzoeken.gegevens import VerzoekbesluitInvoer
from zvh_desktop.services.werkplek.rechten import Recht

EERDER = (("Bel 06-55012345 als het niet lukt.",),)
LATER = (("Bel 06-55012346 als het niet lukt.",),)
KEUZES = "SELECT count(*) FROM lekoordeel"
GELEEGD = "SELECT count(*) FROM verklaring WHERE soort = 'lekkeuze' AND inhoud IS NULL"


def kopieer(bureau: Bureau, rijen: tuple[tuple[str, ...], ...]) -> None:
    weeg = bureau.diensten().verzoeken.rijen.weeg
    laat_alles_mee(bureau, lambda: weeg(rijen))
    assert weeg(rijen) == rijen


def test_een_keuze_zonder_casus_gaat_met_het_eerste_dossier_dat_daarna_sloot(bureau: Bureau) -> None:
    kopieer(bureau, EERDER)
    bureau.klok.verder(dagen=1)
    casus = dossier(bureau)
    kopieer(bureau, LATER)
    assert bureau.waarde(KEUZES) == 2
    inhoud = vernietiger(bureau).inhoud(casus, VernietigSoort.VERNIETIGEN)
    assert [(een.aantal, een.naam) for een in inhoud.soorten if "keuze" in een.naam] == [
        (1, "keuze over een tekst zonder casus")
    ]
    vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)
    assert (bureau.waarde(KEUZES), bureau.waarde(GELEEGD)) == (1, 1)
    assert ControleService(bureau.werkplek).vind() == ()
    weeg = bureau.diensten().verzoeken.rijen.weeg
    assert weeg(LATER) == LATER, "what was chosen after it was closed still counts"
    with pytest.raises(LekOpen):
        weeg(EERDER)


def test_bij_schonen_blijft_zij_want_het_dossier_blijft(bureau: Bureau) -> None:
    kopieer(bureau, EERDER)
    bureau.klok.verder(dagen=1)
    casus = dossier(bureau)
    vernietiger(bureau).doe(casus, VernietigSoort.SCHONEN)
    assert bureau.waarde(KEUZES) == 1


def test_ook_uit_een_oudere_kopie_gaat_zij_weer_weg(bureau: Bureau, tmp_path: Path) -> None:
    laat_alles_mee(bureau, lambda: bureau.diensten().verzoeken.rijen.weeg(EERDER))
    haal_alles_weg(bureau, lambda: bureau.diensten().verzoeken.rijen.weeg(LATER))
    bureau.klok.verder(dagen=1)
    casus = dossier(bureau)
    maak_reservekopie(bureau.kluis, tmp_path / "kopie")
    vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)
    bureau.sluit()
    herstel_reservekopie(tmp_path / "kopie", tmp_path / "terug.kluis")
    with open_kluis(tmp_path / "terug.kluis", REGIE, WACHTWOORD, klok=bureau.klok) as kluis:
        diensten = bouw_diensten(kluis, bureau.klok, "toets")
        with kluis.engine.connect() as lijn:
            assert lijn.exec_driver_sql(KEUZES).scalar() == 0
            assert lijn.exec_driver_sql(GELEEGD).scalar() == 2
        assert [een for een in ControleService(diensten.werkplek).vind() if "keuze" in een.lower()] == []


def test_wat_bij_de_brief_op_een_verzoek_is_gekozen_gaat_met_het_verzoek(bureau: Bureau) -> None:
    zaak = Zaak(bureau)
    verzoek = zaak.verzoek()
    bureau.alsof_bevestigd()
    zaak.dienst.besluit(verzoek, VerzoekbesluitInvoer(VerzoekUitkomst.AFGEWEZEN, "Bel 06-55012345."))
    bureau.klok.verder(dagen=3)
    laat_alles_mee(bureau, lambda: zaak.dienst.brieven.noteer_verstuurd(verzoek, None))
    zaak.dienst.brieven.noteer_verstuurd(verzoek, None)
    bureau.klok.verder(dagen=1)
    kopieer(bureau, LATER)
    zet_termijnen(bureau, vernietigen="20 jaar", schonen="", verzoeken="4 weken")
    bureau.klok.verder(dagen=35)
    bureau.alsof_bevestigd()
    assert "keuze over een tekst zonder casus" in {een.naam for een in zaak.dienst.opruimen.inhoud(verzoek).soorten}
    zaak.dienst.opruimen.doe(verzoek)
    assert (bureau.waarde(KEUZES), bureau.waarde(GELEEGD)) == (1, 1)
    assert ControleService(bureau.werkplek).vind() == ()


def test_wat_bij_de_brief_over_een_afgewezen_aanmelding_is_gekozen_gaat_met_de_aanmelding(bureau: Bureau) -> None:
    kopieer(bureau, EERDER)
    bureau.contact("Almelo")
    aanmelding = bureau.aanmelding("J. Oefenman", partij_id=bureau.partij("Almelo"))
    bureau.aanmeldingen.wijs_af(aanmelding, "Hoort hier niet.")
    brieven = bureau.diensten().brieven
    (regel,) = brieven.bij_aanmelding(aanmelding)
    invoer = BriefInvoer(toelichting="Bel 06-55012347.")
    laat_alles_mee(bureau, lambda: brieven.noteer_verstuurd(regel.vraag, invoer))
    brieven.noteer_verstuurd(regel.vraag, invoer)
    assert bureau.waarde(KEUZES) == 2
    zet_termijnen(bureau)
    bureau.klok.verder(dagen=28)
    bureau.alsof_bevestigd()
    soorten = {een.naam for een in vernietiger(bureau).inhoud_aanmelding(aanmelding).soorten}
    assert "keuze over een tekst zonder casus" in soorten
    vernietiger(bureau).doe_aanmelding(aanmelding)
    assert (bureau.waarde(KEUZES), bureau.waarde(GELEEGD)) == (1, 1)
    assert ControleService(bureau.werkplek).vind() == ()
    assert bureau.diensten().verzoeken.rijen.weeg(EERDER) == EERDER, "what was chosen for no partij"


@pytest.mark.parametrize(("dag", "blijft"), [(0, 0), (29, 1)])
def test_met_de_aanmelding_gaat_wat_tot_haar_brief_over_geen_casus_voor_die_partij_is_gekozen(
    bureau: Bureau, dag: int, blijft: int
) -> None:
    """Which letter a choice was made for stands nowhere. What goes too early is asked once more (ADR 0103)."""
    bureau.contact("Almelo")
    almelo = bureau.partij("Almelo")
    aanmelding = bureau.aanmelding("J. Oefenman", partij_id=almelo)
    bureau.aanmeldingen.wijs_af(aanmelding, "Hoort hier niet.")
    brieven = bureau.diensten().brieven
    (regel,) = brieven.bij_aanmelding(aanmelding)
    if not dag:
        kies_voor(bureau, "Almelo", "Bel 06-55012348 gerust.")
    kies_voor(bureau, "GGD", "Bel 06-55012349 gerust.")
    invoer = BriefInvoer(toelichting="Bel 06-55012347.")
    laat_alles_mee(bureau, lambda: brieven.noteer_verstuurd(regel.vraag, invoer))
    brieven.noteer_verstuurd(regel.vraag, invoer)
    zet_termijnen(bureau)
    bureau.klok.verder(dagen=29)
    if dag:
        kies_voor(bureau, "Almelo", "Bel 06-55012348 gerust.")
    assert bureau.waarde(KEUZES) == 3
    bureau.alsof_bevestigd()
    vernietiger(bureau).doe_aanmelding(aanmelding)
    van_almelo = f"{KEUZES} WHERE partij_id = {int(almelo)}"
    assert bureau.waarde(van_almelo) == blijft
    assert bureau.waarde(KEUZES) == blijft + 1, "what was chosen for another partij stays"


def kies_voor(bureau: Bureau, kort: str, tekst: str) -> None:
    """A choice about a text of no casus for this partij, as in another letter to it."""

    def maak() -> None:
        with bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            uitgang = Uitgang(bureau.werkplek, sessie, sessie.get_one(Partij, bureau.partij(kort)))
            uitgang.door({"tekst": tekst})
            uitgang.eis_gekozen()

    laat_alles_mee(bureau, maak)


def test_een_kopie_van_voor_het_dossier_geeft_de_keuze_zonder_casus_terug(bureau: Bureau, tmp_path: Path) -> None:
    """A limit: in that copy nothing says that a file closed after it (ADR 0103). It goes with the next that does."""
    kopieer(bureau, EERDER)
    maak_reservekopie(bureau.kluis, tmp_path / "kopie")
    bureau.klok.verder(dagen=1)
    casus = dossier(bureau)
    vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)
    assert bureau.waarde(KEUZES) == 0
    bureau.sluit()
    herstel_reservekopie(tmp_path / "kopie", tmp_path / "terug.kluis")
    with open_kluis(tmp_path / "terug.kluis", REGIE, WACHTWOORD, klok=bureau.klok) as kluis:
        bouw_diensten(kluis, bureau.klok, "toets")
        with kluis.engine.connect() as lijn:
            assert lijn.exec_driver_sql(KEUZES).scalar() == 1
