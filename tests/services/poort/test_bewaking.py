"""A state that a signed row decides, put back by plain SQL: nobody works on it, and the check finds it.

Each line of the table is a column, what is written in it, and the acts that somebody would go on with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from alles_getekend import BESTUUR, CASUS, GESLOTEN, KOMEND, PLAN, TAFEL, onderteken_alles
from factories import Bureau, ProefKlok, kopieer

from zvh_desktop.errors import HandtekeningOnjuist, RegelGeweigerd
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, DocumentSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.bestuur.besluitvorming import BesluitvormingService
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer
from zvh_desktop.services.bestuur.overleggen import OverleggenService
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.casus.einden import EindeInvoer, EindeService
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst

Daad = Callable[[Bureau], object]

CASUS_LOPEND = "UPDATE casus SET status = 'lopend', gesloten_op = NULL WHERE id = {}"
ANDERS = VerslagTekst("anders", "anders", "anders")


@dataclass(frozen=True)
class Kanteling:
    """A state put back, and what somebody would do then."""

    wat: str
    sql: tuple[str, ...]
    daden: dict[str, Daad]


def _punt(bureau: Bureau, overleg: int) -> AgendapuntId:
    return AgendapuntId(bureau.waarde("SELECT min(id) FROM agendapunt WHERE overleg_id = :o", o=overleg))


def _op_agenda(bureau: Bureau, casus: CasusId) -> object:
    return bureau.agenda.voeg_casus_toe(bureau.tafel(bureau.klok.over(30)), casus)


def _stuk(bureau: Bureau, soort: DocumentSoort, overleg: int) -> object:
    return bureau.diensten().documenten.maak(StukVraag(soort, overleg, None, ""))  # type: ignore[arg-type]


def _vink(bureau: Bureau) -> None:
    sleutel = bureau.afschalingen.toon(GESLOTEN).checklist[0].sleutel
    bureau.afschalingen.vink(GESLOTEN, sleutel, gedaan=True)


def _afschaling(casus: CasusId) -> Daad:
    return lambda bureau: bureau.afschalingen.bewaar(casus, AfschalingInvoer("anders", "anders"))


def op_de_casus(casus: CasusId) -> dict[str, Daad]:
    """What is done at a casus from day to day, in each room of it."""
    return {
        "oordeel": lambda b: b.oordeel(casus, "GGD"),
        "op een agenda": lambda b: _op_agenda(b, casus),
        "actie": lambda b: b.acties.voeg_toe_bij_casus(casus, b.actie_invoer("Politie")),
        "plan beginnen": lambda b: b.plannen.begin(casus),
        "casusregisseur aanwijzen": lambda b: b.wijs_aan(casus, "Politie"),
        "betrokkenen": lambda b: b.casussen.bewaar_betrokkenen(casus, (BetrokkeneInvoer("A. Anders"),)),
    }


TABEL = (
    Kanteling("casus.status van een afgeschaalde casus", (CASUS_LOPEND.format(GESLOTEN),), op_de_casus(GESLOTEN)),
    Kanteling(
        "casus.status en afschaling.besloten_op",
        (
            CASUS_LOPEND.format(GESLOTEN),
            "UPDATE afschaling SET besloten_op = NULL, verklaring_nummer = NULL",
        ),
        op_de_casus(GESLOTEN)
        | {"checklist": _vink, "afschaling": _afschaling(GESLOTEN)},
    ),
    Kanteling(
        "casus.status, en de afschaling is weg",
        (
            CASUS_LOPEND.format(GESLOTEN),
            "DELETE FROM afschaling_regel",
            "DELETE FROM afschaling_besluit",
            "DELETE FROM afschaling",
        ),
        op_de_casus(GESLOTEN) | {"afschaling": _afschaling(GESLOTEN)},
    ),
    Kanteling(
        "overleg.verslag_status",
        ("UPDATE overleg SET verslag_status = 'concept', vaststelling_verklaring = NULL WHERE id = 1",),
        {
            "tekst": lambda b: b.verslagen.bewaar_tekst(_punt(b, TAFEL), ANDERS),
            "besluit": lambda b: b.verslagen.voeg_besluit_toe(_punt(b, TAFEL), BesluitInvoer("isd")),
            "actie": lambda b: b.acties.voeg_toe_bij_punt(_punt(b, TAFEL), b.actie_invoer("Politie")),
            "vaststellen": lambda b: b.verslagen.stel_vast(TAFEL),
        },
    ),
    Kanteling(
        "overleg.verslag_status als volgende versie",
        (
            "UPDATE overleg SET verslag_status = 'concept', vaststelling_verklaring = NULL, verslag_versie = 2 "
            "WHERE id = 1",
        ),
        {"tekst": lambda b: b.verslagen.bewaar_tekst(_punt(b, TAFEL), ANDERS)},
    ),
    Kanteling(
        "overleg.status van een agenda met akkoord",
        ("UPDATE overleg SET status = 'concept', akkoord_verklaring = NULL WHERE id = 3",),
        {
            "deelname": lambda b: b.agenda.zet_deelname(_punt(b, KOMEND), b.partij("Politie"), aan=False),
            "casus erbij": lambda b: b.agenda.voeg_casus_toe(KOMEND, CasusId(2)),
            "akkoord": lambda b: b.agenda.geef_akkoord(KOMEND),
        },
    ),
    Kanteling(
        "overleg.verslag_status zonder casussen",
        ("UPDATE overleg SET verslag_status = 'concept', vaststelling_verklaring = NULL WHERE id = 2",),
        {
            "tekst": lambda b: OverleggenService(b.werkplek).bewaar_verslag(_punt(b, BESTUUR), "anders"),
            "punt": lambda b: OverleggenService(b.werkplek).voeg_punt_toe(BESTUUR, BestuurpuntInvoer("Erbij", 5, "")),
            "besluit": lambda b: BesluitvormingService(b.werkplek).houd_aan(
                b.waarde("SELECT min(id) FROM overleg_besluit")
            ),
        },
    ),
    Kanteling(
        "plan_van_aanpak.status",
        ("UPDATE plan_van_aanpak SET status = 'concept', vaststelling_verklaring = NULL",),
        {
            "bewaren": lambda b: b.plannen.bewaar(PLAN, b.plan_invoer("Politie")),
            "vaststellen": lambda b: b.plannen.stel_vast(PLAN),
        },
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def ondertekend(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    basis = tmp_path_factory.mktemp("bewaking")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(kopieer(twents_sjabloon, basis / "proef.kluis"), ProefKlok())
        onderteken_alles(bureau)
        bureau.sluit()
    return bureau.map


@pytest.fixture
def bureau(ondertekend: Path, tmp_path: Path, klok: ProefKlok) -> Iterator[Bureau]:
    kantoor = Bureau(kopieer(ondertekend, tmp_path / "proef.kluis"), klok)
    yield kantoor
    kantoor.sluit()


def kantel(bureau: Bureau, *opdrachten: str) -> None:
    """As an attacker with the key: no trigger but those of the search index, no foreign keys."""
    wachters = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'zoek%'"
    bureau.zonder_triggers(str(bureau.waarde(wachters)).split(","))
    for opdracht in opdrachten:
        bureau.sql_zonder_sleutels(opdracht)


@pytest.mark.parametrize("kanteling", TABEL, ids=lambda kanteling: kanteling.wat)
def test_een_teruggezette_stand_wordt_niet_bewerkt_en_wel_gevonden(bureau: Bureau, kanteling: Kanteling) -> None:
    kantel(bureau, *kanteling.sql)
    assert ControleService(bureau.werkplek).vind()
    for naam, daad in kanteling.daden.items():
        voor = _inhoud(bureau)
        bureau.alsof_bevestigd()
        with pytest.raises((HandtekeningOnjuist, RegelGeweigerd)):
            pytest.fail(f"{naam}: gelukt met {daad(bureau)}")
        assert _inhoud(bureau) == voor, naam


def _inhoud(bureau: Bureau) -> list[object]:
    """What the acts of the table write."""
    tabellen = ("oordeel", "agendapunt", "actie", "besluit", "deelname", "plan_doel", "plan_van_aanpak", "casusregie")
    return [bureau.waarde(f"SELECT count(*) FROM {tabel}") for tabel in tabellen] + [  # noqa: S608
        bureau.waarde("SELECT group_concat(beeld || besluitvorming) FROM agendapunt"),
        bureau.waarde("SELECT group_concat(doel) FROM plan_doel"),
        bureau.waarde("SELECT max(nummer) FROM verklaring"),
    ]


def test_zonder_kanteling_gaat_wat_mag(bureau: Bureau) -> None:
    bureau.alsof_bevestigd()
    bureau.acties.voeg_toe_bij_casus(CASUS, bureau.actie_invoer("Politie"))
    bureau.agenda.terug_naar_concept(KOMEND)
    bureau.agenda.zet_deelname(_punt(bureau, KOMEND), bureau.partij("Politie"), aan=False)
    plan = bureau.plannen.begin(CASUS)
    bureau.plannen.bewaar(plan, bureau.plan_invoer("Politie"))
    assert ControleService(bureau.werkplek).vind() == ()


@pytest.mark.parametrize(
    "soort", [DocumentSoort.AGENDA_REGIE, DocumentSoort.PRESENTIELIJST, DocumentSoort.BESLUITENLIJST]
)
def test_een_stuk_waarin_de_casus_staat_wordt_niet_gemaakt(bureau: Bureau, soort: DocumentSoort) -> None:
    _stuk(bureau, soort, TAFEL)
    kantel(bureau, CASUS_LOPEND.format(GESLOTEN))
    with pytest.raises(HandtekeningOnjuist, match="ondertekend"):
        _stuk(bureau, soort, TAFEL)


def test_een_beeindigde_casus_die_weer_lopend_heet(bureau: Bureau) -> None:
    bureau.diensten()
    bureau.sql("UPDATE casus SET procesregie = 'Elders' WHERE id = 2")
    bureau.alsof_bevestigd()
    EindeService(bureau.werkplek).beeindig(CasusId(2), EindeInvoer("Het wijkteam", bureau.klok.vandaag))
    kantel(bureau, CASUS_LOPEND.format(2))
    for opdracht in ("", "DELETE FROM casus_einde"):
        if opdracht:
            bureau.sql_zonder_sleutels(opdracht)
        for naam, daad in (op_de_casus(CasusId(2)) | {"afschaling": _afschaling(CasusId(2))}).items():
            bureau.alsof_bevestigd()
            with pytest.raises((HandtekeningOnjuist, RegelGeweigerd)):
                pytest.fail(f"{naam}: gelukt met {daad(bureau)}")
    assert ControleService(bureau.werkplek).vind()
