"""The klapper: the next opening has what was verified at once, and never concludes more from it than the rows bear."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from kluis_hulp import BEHEER, REGIE, TIJD, Openen
from test_geverifieerd import GEKNOEID, OORDEEL, buitenom, namaak, over, sleutel_van, teken

from zvh_desktop.database.keten import geverifieerd
from zvh_desktop.database.keten.geleegd import LEEG, leeg_inhoud, met_geleegd, te_legen
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.ketenkop import Ketenkop
from zvh_desktop.database.keten.klapper import Klapper, klapper_uit_bytes, loop_na, maak_klapper, neem
from zvh_desktop.database.keten.ondertekening import Toets, voeg_verklaring_toe
from zvh_desktop.database.keten.schakels import Schakels, Zegel, loop, verleng
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.paths import gebruikersmap

pytestmark = pytest.mark.usefixtures("verifieert_ernaast")


def bestand() -> Path:
    (pad,) = (gebruikersmap() / "hoofden").glob("*.klapper")
    return pad


def toets_van(kluis: OpenKluis) -> Toets:
    with kluis.lees_sessies() as sessie:
        return met_geleegd(sessie, Toets(kluis.wortel, kluis.kluis_id))


def gelopen(kluis: OpenKluis) -> Schakels:
    with kluis.lees_sessies() as sessie:
        schakels, breuk, _ = loop(sessie, toets_van(kluis), None)
    assert breuk == ()
    return schakels


def klapper_van(kluis: OpenKluis) -> Klapper:
    return maak_klapper(gelopen(kluis), toets_van(kluis))


def genomen(kluis: OpenKluis, klapper: Klapper, toets: Toets | None = None) -> Schakels | None:
    with kluis.lees_sessies() as sessie:
        return neem(sessie, toets or toets_van(kluis), klapper)


@contextmanager
def nog_niet_nagelopen(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """As on a slow disk: the rows are compared only when this is set."""
    verder = threading.Event()

    def wacht_eerst(*waarden: object) -> bool:
        assert verder.wait(60)
        return loop_na(*waarden)  # type: ignore[arg-type]

    monkeypatch.setattr(geverifieerd, "loop_na", wacht_eerst)
    try:
        yield verder
    finally:
        verder.set()


def schrijf(kluis: OpenKluis, partij: int) -> list[int]:
    with kluis.sessies.begin() as sessie:
        return [gevonden.nummer for gevonden in inzicht(sessie).over(OORDEEL, "partij", partij)]


def test_er_wordt_meteen_gelezen_en_pas_na_het_nalopen_geschreven(
    openen: Openen, monkeypatch: pytest.MonkeyPatch
) -> None:
    openen().sluit()
    with nog_niet_nagelopen(monkeypatch) as verder:
        kluis = openen()
        assert over(kluis, 2) == [2]
        gezien: list[list[int]] = []
        schrijver = threading.Thread(target=lambda: gezien.append(schrijf(kluis, 3)))
        schrijver.start()
        schrijver.join(0.2)
        assert gezien == []
        verder.set()
        schrijver.join(60)
        assert gezien == [[3]]


@pytest.mark.parametrize("opdracht", [opdracht for opdracht, _ in GEKNOEID.values()], ids=list(GEKNOEID))
def test_wat_is_geknoeid_telt_meteen_niet_en_daarna_telt_niets(
    openen: Openen, monkeypatch: pytest.MonkeyPatch, opdracht: str
) -> None:
    openen().sluit()
    ander = openen(BEHEER)
    buitenom(ander, opdracht)
    ander.sluit()
    with nog_niet_nagelopen(monkeypatch) as verder:
        kluis = openen()
        with pytest.raises(HandtekeningOnjuist):
            over(kluis, 3 if "nummer = 3" in opdracht else 2)
        verder.set()
        assert kluis.stand.controleer_keten()
    for partij in (1, 2, 3):
        with pytest.raises(HandtekeningOnjuist):
            over(kluis, partij)
        with pytest.raises(HandtekeningOnjuist):
            schrijf(kluis, partij)
    kluis.sluit()
    # What was found broken is not sealed, and the next opening finds it again.
    assert openen().stand.controleer_keten()


@pytest.mark.parametrize("nummer", [1, 3, -999, 0, 4])
def test_ingetrokken_sleutel_tekent_ook_met_een_klapper_niets(
    openen: Openen, monkeypatch: pytest.MonkeyPatch, nummer: int
) -> None:
    oud = sleutel_van(openen)
    openen(BEHEER).sluit()
    kluis = openen(BEHEER)
    kluis.accounts.verwijder(REGIE)
    namaak(kluis, oud, nummer)
    kluis.sluit()
    with nog_niet_nagelopen(monkeypatch) as verder:
        kluis = openen(BEHEER)
        if nummer != 1:
            with pytest.raises(HandtekeningOnjuist):
                over(kluis, nummer if nummer == 3 else 77)
        else:
            with pytest.raises(HandtekeningOnjuist):
                over(kluis, 1)
            assert over(kluis, 77) == []
        verder.set()
        assert kluis.stand.controleer_keten()


def test_de_klapper_zegt_hetzelfde_als_de_hele_keten(openen: Openen) -> None:
    toeval = random.Random(9)  # noqa: S311
    kluis = openen()
    stukken = []
    for _ in range(36):
        teken(kluis, toeval.randint(1, 6))
        if toeval.random() < 0.2:
            stukken.append(klapper_van(kluis))
    geheel = gelopen(kluis)
    zegel = Zegel(geheel.kop.nummer, geheel.lopend.hexdigest())
    assert len(stukken) > 3
    for klapper in stukken:
        schakels = genomen(kluis, klapper_uit_bytes(klapper.als_bytes()))
        assert schakels is not None
        with kluis.lees_sessies() as sessie:
            assert verleng(sessie, toets_van(kluis), schakels, zegel)
            assert loop_na(sessie, toets_van(kluis), klapper)
        for wat in ("kop", "rolstand", "afdrukken", "soorten", "over", "zonder_inhoud", "geleegd"):
            assert getattr(schakels, wat) == getattr(geheel, wat), wat
        assert schakels.lopend.hexdigest() == geheel.lopend.hexdigest()
        assert maak_klapper(schakels, toets_van(kluis)) == maak_klapper(geheel, toets_van(kluis))


def test_een_zegel_dat_niet_past_neemt_de_klapper_niet(openen: Openen) -> None:
    kluis = openen()
    for nummer in (2, 3):
        schakels = genomen(kluis, klapper_van(kluis))
        assert schakels is not None
        teken(kluis, 9)
        with kluis.lees_sessies() as sessie:
            assert not verleng(sessie, toets_van(kluis), schakels, Zegel(nummer + 2, "00" * 32))
    schakels = genomen(kluis, klapper_van(kluis))
    assert schakels is not None
    with kluis.lees_sessies() as sessie:
        assert not verleng(sessie, toets_van(kluis), schakels, Zegel(99, schakels.lopend.hexdigest()))


def anders(kluis: OpenKluis) -> dict[str, tuple[Klapper, Toets]]:
    """Each way in which what was sealed may no longer hold."""
    klapper, toets = klapper_van(kluis), toets_van(kluis)
    anker = toets.anker
    (serie,) = klapper.laatste_van
    return {
        "andere kluis": (klapper, Toets(anker, "anders")),
        "andere hoofdsleutel": (replace(klapper, wortel="00" * 32), toets),
        "sleutel eerder ingetrokken": (klapper, Toets(replace(anker, ingetrokken={serie: 2}), toets.kluis_id)),
        "hoofdsleutel noemt een ander": (klapper, Toets(replace(anker, koppen={"2": "00" * 32}), toets.kluis_id)),
        "hoofdsleutel noemt de kop anders": (klapper, Toets(replace(anker, koppen={"3": "00" * 32}), toets.kluis_id)),
        "andere kop": (replace(klapper, kop=Ketenkop(3, "00" * 32)), toets),
        "leeg zonder vernietiging": (replace(klapper, zonder_inhoud=frozenset({2})), toets),
    }


def test_wat_niet_meer_geldt_neemt_de_klapper_niet(openen: Openen) -> None:
    kluis = openen()
    assert genomen(kluis, klapper_van(kluis)) is not None
    for naam, (klapper, toets) in anders(kluis).items():
        assert genomen(kluis, klapper, toets) is None, naam
    klapper, toets = klapper_van(kluis), toets_van(kluis)
    (serie,) = klapper.laatste_van
    tot = replace(toets.anker, ingetrokken={serie: 3}, koppen={"3": klapper.kop.hash})
    assert genomen(kluis, klapper, Toets(tot, toets.kluis_id)) is not None


def vernietig(kluis: OpenKluis, nummer: int) -> None:
    """A signed destruction that empties this statement."""
    with kluis.sessies.begin() as sessie:
        inhoud = {"nummer": "2026-0002", LEEG: leeg_inhoud(te_legen(sessie, frozenset({nummer})))}
        voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.VERNIETIGING, inhoud, TIJD)
    buitenom(kluis, f"UPDATE verklaring SET inhoud = NULL WHERE nummer = {nummer}")  # noqa: S608


@pytest.mark.parametrize("wanneer", ["voor de vernietiging", "erna"])
def test_wat_is_vernietigd_staat_er_niet_meer_in(openen: Openen, wanneer: str) -> None:
    kluis = openen()
    voor = klapper_van(kluis)
    vernietig(kluis, 2)
    klapper = voor if wanneer.startswith("voor") else klapper_van(kluis)
    schakels, geheel = genomen(kluis, klapper), gelopen(kluis)
    assert schakels is not None
    assert (OORDEEL.value, "partij", 2) not in schakels.over
    assert schakels.zonder_inhoud == geheel.zonder_inhoud == {2}
    with kluis.lees_sessies() as sessie:
        zegel = Zegel(geheel.kop.nummer, geheel.lopend.hexdigest())
        assert verleng(sessie, toets_van(kluis), schakels, zegel)
        assert loop_na(sessie, toets_van(kluis), klapper)
    assert schakels.over == geheel.over


def test_vernietiging_die_zelf_weg_is_of_anders_leegt_neemt_de_klapper_niet(openen: Openen) -> None:
    kluis = openen()
    vernietig(kluis, 2)
    teken(kluis, 5)
    klapper = klapper_van(kluis)
    assert genomen(kluis, klapper) is not None
    buitenom(kluis, "UPDATE verklaring SET soort = 'oordeel' WHERE nummer = 4")
    assert genomen(kluis, klapper) is None
    buitenom(kluis, "UPDATE verklaring SET soort = 'vernietiging' WHERE nummer = 4")
    assert genomen(kluis, klapper) is not None
    buitenom(kluis, "UPDATE verklaring SET gebruiker = 'x' WHERE nummer = 2")
    with kluis.lees_sessies() as sessie:
        assert not loop_na(sessie, toets_van(kluis), klapper)


def knoei_aan_bestand(gegevens: bytes) -> dict[str, bytes]:
    return {
        "leeg": b"",
        "een bit anders": gegevens[:-9] + bytes([gegevens[-9] ^ 1]) + gegevens[-8:],
        "de helft": gegevens[: len(gegevens) // 2],
        "geen klapper": b"x" * 500,
    }


@pytest.mark.parametrize("hoe", ["leeg", "een bit anders", "de helft", "geen klapper", "van een ander"])
def test_een_klapper_die_een_ander_schreef_doet_niets(
    openen: Openen, monkeypatch: pytest.MonkeyPatch, hoe: str
) -> None:
    openen().sluit()
    eigen = bestand()
    gegevens = eigen.read_bytes()
    if hoe == "van een ander":
        openen(BEHEER).sluit()
        (vreemd,) = [pad for pad in eigen.parent.glob("*.klapper") if pad != eigen]
        eigen.write_bytes(vreemd.read_bytes())
    else:
        eigen.write_bytes(knoei_aan_bestand(gegevens)[hoe])
    monkeypatch.setattr(geverifieerd, "neem", lambda *_: pytest.fail("genomen"))
    kluis = openen()
    assert kluis.stand.controleer_keten() == ()
    assert [over(kluis, partij) for partij in (1, 2, 3)] == [[1], [2], [3]]


def test_een_oudere_eigen_klapper_geeft_wat_er_later_is_getekend(openen: Openen) -> None:
    openen().sluit()
    oud = bestand().read_bytes()
    kluis = openen()
    teken(kluis, 2)
    assert over(kluis, 2) == [2, 4]
    kluis.sluit()
    assert bestand().read_bytes() != oud
    bestand().write_bytes(oud)
    kluis = openen()
    assert over(kluis, 2) == [2, 4]
    assert kluis.stand.controleer_keten() == ()


def test_onveranderd_wordt_hij_niet_opnieuw_geschreven(openen: Openen) -> None:
    openen().sluit()
    eerst = bestand().read_bytes()
    openen().sluit()
    assert bestand().read_bytes() == eerst


def test_wat_geen_klapper_is_wordt_geen_klapper() -> None:
    klapper = Klapper("k", "00", Ketenkop(1, "h"), ("oordeel",), (b"x" * 32,), {}, {}, frozenset())
    gegevens = klapper.als_bytes()
    assert klapper_uit_bytes(gegevens) == klapper
    for lengte in range(len(gegevens)):
        with pytest.raises(ValueError, match="klapper"):
            klapper_uit_bytes(gegevens[:lengte])
