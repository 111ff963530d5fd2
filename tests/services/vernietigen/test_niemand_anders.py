"""What kept the number of a destroyed file never points at somebody else's, and what was typed before goes too."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import MEDEWERKER, REGIE
from opruimhulp import Gesloten
from sqlalchemy import text

from zvh_desktop.models.instelling import WOORDENLIJST
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.services.bewerkbaar.lijsten import LijstService
from zvh_desktop.services.kluis.plek import lees_plek, leg_plek_vast
from zvh_desktop.services.stukken.lijsten import Lijstrij, Lijstvraag
from zvh_desktop.services.vernietigen.vernietigen import VernietigService

GETYPT = b"over J. Kanarievogel, nog niet bewaard"


def _vernietig(gesloten: Gesloten) -> None:
    gesloten.bureau.alsof_bevestigd()
    VernietigService(gesloten.bureau.werkplek).doe(gesloten.casus, VernietigSoort.VERNIETIGEN)


def _nummers(gesloten: Gesloten) -> dict[str, int]:
    """Of every table with a number of its own the highest that there is."""
    with gesloten.bureau.kluis.engine.begin() as verbinding:
        namen = verbinding.execute(text("SELECT name FROM sqlite_sequence")).scalars().all()
        return {
            naam: verbinding.execute(text(f"SELECT coalesce(max(id), 0) FROM {naam}")).scalar_one()  # noqa: S608
            for naam in namen
        }


def test_een_nieuwe_casus_krijgt_geen_enkel_nummer_van_de_vernietigde(gesloten: Gesloten) -> None:
    bureau = gesloten.bureau
    voor = _nummers(gesloten)
    assert voor["casus"] == gesloten.casus, "the one that goes is the last one"
    _vernietig(gesloten)
    erna = _nummers(gesloten)
    weg = {naam for naam in voor if erna[naam] < voor[naam]}
    assert {"casus", "aanmelding", "betrokkene"} <= weg
    nieuw = bureau.casus("N. Nieuwkomer")
    bureau.punt(bureau.tafel(bureau.klok.vandaag), nieuw, "Politie", "OM")
    assert nieuw > gesloten.casus
    with bureau.kluis.engine.begin() as verbinding:
        for naam in weg:
            vraag = text(f"SELECT count(*) FROM {naam} WHERE id > :erna AND id <= :voor")  # noqa: S608
            opnieuw = verbinding.execute(vraag, {"erna": erna[naam], "voor": voor[naam]}).scalar_one()
            assert opnieuw == 0, naam


def test_een_bewaarde_lijst_gaat_niet_over_wie_daarna_wordt_aangemeld(gesloten: Gesloten) -> None:
    bureau = gesloten.bureau
    oud = int(bureau.waarde("SELECT aanmelding_id FROM casus WHERE id = :c", c=gesloten.casus))
    LijstService(bureau.werkplek).maak(
        Lijstvraag(Lijst.AANMELDINGEN, ("Naam",), (Lijstrij(("iemand",), aanmelding=oud),), 1)
    )
    _vernietig(gesloten)
    assert int(bureau.aanmelding()) > oud


def test_wat_iemand_op_deze_computer_nog_getypt_had_gaat_mee(gesloten: Gesloten, gebruikersmap: Path) -> None:
    """Sealed for its user, and still what was typed before the file went; of another vault it stays."""
    bureau = gesloten.bureau
    leg_plek_vast(bureau.als(MEDEWERKER).kluis, GETYPT)
    bureau.als(REGIE)
    leg_plek_vast(bureau.kluis, GETYPT)
    ander = gebruikersmap / "plaats" / "een-andere-kluis.plek"
    ander.write_bytes(b"x")
    assert len(list(ander.parent.glob("*.plek"))) == 3
    _vernietig(gesloten)
    assert [pad.name for pad in ander.parent.glob("*.plek")] == [ander.name]
    assert lees_plek(bureau.kluis) is None


def test_wat_op_een_andere_computer_nog_getypt_was_komt_na_de_vernietiging_niet_terug(
    gesloten: Gesloten, gebruikersmap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That computer keeps it until the vault is opened there: then nobody sees it, and it goes."""
    bureau, elders = gesloten.bureau, tmp_path / "andere computer"
    monkeypatch.setenv("ZVH_GEBRUIKERSMAP", str(elders))
    bureau.diensten().zorg.leg_plek_vast(GETYPT)
    assert bureau.diensten().zorg.lees_plek() == GETYPT
    monkeypatch.setenv("ZVH_GEBRUIKERSMAP", str(gebruikersmap))
    _vernietig(gesloten)
    monkeypatch.setenv("ZVH_GEBRUIKERSMAP", str(elders))
    assert len(list(elders.rglob("*.plek"))) == 1
    assert bureau.diensten().zorg.lees_plek() is None
    assert list(elders.rglob("*.plek")) == []
    bureau.diensten().zorg.leg_plek_vast(GETYPT)
    assert bureau.diensten().zorg.lees_plek() == GETYPT


def test_een_naam_gaat_van_de_woordenlijst_als_het_dossier_gaat(gesloten: Gesloten) -> None:
    """Put on the list before anybody was entered who is called so. What is nobody's name stays."""
    bureau = gesloten.bureau
    waarde = {"sleutel": WOORDENLIJST, "waarde": "\n".join(("kanarievogel", "Proefkonijn", "tafelwarmer"))}
    bureau.sql("INSERT INTO instelling (sleutel, waarde) VALUES (:sleutel, :waarde)", **waarde)
    _vernietig(gesloten)
    assert bureau.diensten().spelling.eigen_woorden() == ("Proefkonijn", "tafelwarmer")
