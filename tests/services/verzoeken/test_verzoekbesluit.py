"""The decision on a verzoek is signed for each casus, is refused when it was tampered with, and goes with its casus."""

from __future__ import annotations

import pytest
from factories import Bureau
from verzoekzaak import Zaak

from zvh_desktop.database.vernietigen.wegdoen import Dossier, doe_weg, dossier_van_casus, tel, zonder_wachters
from zvh_desktop.errors import BevestigingNodig, GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzen.verzoekkeuzes import (
    AantekeningUitkomst,
    Aard,
    ItemSoort,
    VerzoekId,
    VerzoekSoort,
    VerzoekUitkomst,
)
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.verzoeken.gegevens import VerzoekbesluitInvoer

TOE = VerzoekbesluitInvoer(VerzoekUitkomst.TOEGEWEZEN)


@pytest.fixture
def zaak(bureau: Bureau) -> Zaak:
    return Zaak(bureau)


def besluit(zaak: Zaak) -> VerzoekId:
    id_ = zaak.verzoek(VerzoekSoort.CORRECTIE)
    noot = zaak.zet(id_, ItemSoort.AGENDAPUNT, Aard.CORRECTIE)
    zaak.bureau.alsof_bevestigd()
    with pytest.raises(GebruikersFout, match="nog niet beslist"):
        zaak.dienst.besluit(id_, TOE)
    with pytest.raises(InvoerOngeldig):
        zaak.dienst.aantekeningen.beslis(noot, AantekeningUitkomst.GEWEIGERD, " ")
    zaak.dienst.aantekeningen.beslis(noot, AantekeningUitkomst.OVERGENOMEN, "Staat nu in het dossier.")
    with pytest.raises(InvoerOngeldig):
        zaak.dienst.besluit(id_, VerzoekbesluitInvoer(VerzoekUitkomst.DEELS))
    zaak.dienst.besluit(id_, TOE)
    return id_


def test_ondertekend_per_casus_en_daarna_vast(zaak: Zaak) -> None:
    id_ = besluit(zaak)
    soort = "SELECT count(*) FROM verklaring WHERE soort = 'verzoek'"
    assert zaak.bureau.waarde(soort) == 2
    (regel,) = zaak.dienst.lijst()
    assert (regel.uitkomst, regel.stappen) == (VerzoekUitkomst.TOEGEWEZEN, ())
    assert ControleService(zaak.bureau.werkplek).vind() == ()
    with pytest.raises(GebruikersFout):
        zaak.dienst.besluit(id_, TOE)
    with pytest.raises(GebruikersFout):
        zaak.zet(id_, ItemSoort.ACTIE, Aard.BEZWAAR)
    with pytest.raises(GebruikersFout):
        zaak.dienst.verwijder(id_)


def test_tekenen_vraagt_het_wachtwoord(zaak: Zaak) -> None:
    id_ = zaak.verzoek()
    with zaak.bureau.werkplek.nog_niet_tekenen(), pytest.raises(BevestigingNodig):
        zaak.dienst.besluit(id_, TOE)
    assert zaak.dienst.lijst()[0].uitkomst is VerzoekUitkomst.OPEN


@pytest.mark.parametrize(
    "aanval",
    [
        "UPDATE verzoek_besluit SET uitkomst = 'afgewezen', reden = 'x'",
        "UPDATE verzoek_besluit SET verklaring_nummer = NULL",
        "UPDATE verzoek_besluit SET casus_id = 3 WHERE casus_id = 1",
        "UPDATE aantekening SET uitkomst = 'geweigerd', reden = 'x'",
        "UPDATE aantekening SET tekst = 'Iets anders.'",
        "UPDATE verzoek SET wie = 'Een Ander'",
        "DELETE FROM verzoek_besluit",
    ],
)
def test_een_vervalst_besluit_wordt_gevonden(zaak: Zaak, aanval: str) -> None:
    besluit(zaak)
    zaak.bureau.zonder_triggers(["verzoek_besluit_blijft", "verzoek_besluit_vast"])
    zaak.bureau.sql_zonder_sleutels(aanval)
    assert any("verzoek" in zin for zin in ControleService(zaak.bureau.werkplek).vind())
    if not aanval.startswith("DELETE"):
        assert "niet wat is ondertekend" in zaak.dienst.lijst()[0].reden


def test_een_vernietigde_casus_neemt_het_mee_en_de_andere_houdt_het(zaak: Zaak) -> None:
    id_ = besluit(zaak)
    with zaak.bureau.kluis.engine.begin() as verbinding, zonder_wachters(verbinding, Dossier(zaak.een, None)):
        doe_weg(verbinding, dossier_van_casus(verbinding, zaak.een))
    waarde = zaak.bureau.waarde
    assert waarde("SELECT count(*) FROM verzoek") == 1
    assert waarde("SELECT group_concat(casus_id) FROM verzoek_besluit") == str(zaak.twee)
    assert waarde("SELECT count(*) FROM aantekening") == 0
    assert waarde("SELECT count(*) FROM verzoek_betrokkene") == 1
    with zaak.bureau.kluis.engine.begin() as verbinding, zonder_wachters(verbinding, Dossier(zaak.twee, None)):
        dossier = dossier_van_casus(verbinding, zaak.twee)
        assert sum(aantal for lot, aantal in tel(verbinding, dossier).items() if lot.een.startswith("verzoek")) == 1
        doe_weg(verbinding, dossier)
    for tabel in ("verzoek", "verzoek_betrokkene", "verzoek_besluit", "verzoek_partij", "aantekening"):
        assert waarde(f"SELECT count(*) FROM {tabel}") == 0, (tabel, id_)  # noqa: S608
