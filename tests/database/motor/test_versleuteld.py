"""What a server gets to see of a value, and what services see of it: nothing, and the value itself (ADR 0092)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from dbserver import EIGENAAR, HUISSLEUTEL, WERKER, Databaseserver
from sqlalchemy import CheckConstraint, Engine, Select, String, func, insert, literal_column, select, table, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased
from test_informatie_in_database import vul

from zvh_desktop.database.motor import cellen as cellen_module
from zvh_desktop.database.motor.cellen import Cellen
from zvh_desktop.database.motor.plpgsql import vertaal
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.teamschema import geheime_kolommen, servertabellen, zet_reeksen
from zvh_desktop.errors import KluisBeschadigd, ProgrammaFout
from zvh_desktop.models.alles import Base
from zvh_desktop.models.base import ALTIJD_LEESBAAR
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.server.kolom import Onversleuteld, Plek
from zvh_desktop.models.server.leesbaar import BUITEN_DE_RIJ, GEMERKT, LEESBAAR, VERSLEUTELD
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek, Weglating

NAAM = "Oefenman Ünïek 🦆"


@pytest.fixture
def server(databaseserver: Databaseserver) -> Iterator[Engine]:
    """A database of a server with some rows, under the account of an office."""
    naam = _met_rijen(databaseserver)
    engine = databaseserver.motor(naam).open()
    yield engine
    engine.dispose()
    databaseserver.geef_terug(naam)


def _met_rijen(databaseserver: Databaseserver) -> str:
    naam = databaseserver.gevulde(vul)
    eigenaar = databaseserver.motor(naam, EIGENAAR).open()
    with eigenaar.begin() as verbinding:
        zet_reeksen(verbinding)
    eigenaar.dispose()
    return naam


def opgeslagen(engine: Engine, tabel: str, kolom: str, nummer: int) -> Any:
    """What stands on the server, as it stands there."""
    vraag: Select[Any] = select(literal_column(kolom)).select_from(table(tabel)).where(literal_column("id") == nummer)
    with engine.connect() as verbinding:
        return verbinding.execute(vraag).scalar_one()


def voeg_toe(engine: Engine, **velden: object) -> int:
    with Session(engine) as sessie, sessie.begin():
        rij = Betrokkene(**{"casus_id": 1, "volgorde": 9, "naam": NAAM, "gemeente": "", "adres": "", **velden})
        sessie.add(rij)
        sessie.flush()
        return rij.id


# what is readable and what is not


def test_van_elke_kolom_met_tekst_of_bytes_is_gekozen_of_een_server_haar_leest() -> None:
    gekozen = {
        (tabel, kolom) for tabellen in LEESBAAR.values() for tabel, namen in tabellen.items() for kolom in namen.split()
    }
    dicht = {(tabel, kolom) for tabel, namen in VERSLEUTELD.items() for kolom in namen.split()}
    tekst = {
        (tabel.name, kolom.name)
        for tabel in Base.metadata.sorted_tables
        for kolom in tabel.columns
        if not isinstance(kolom.type, ALTIJD_LEESBAAR)
    }
    assert not gekozen & dicht
    assert gekozen | dicht == tekst
    assert set(geheime_kolommen()) == dicht
    assert {plek for plek, gemerkt in geheime_kolommen().items() if gemerkt} == {
        (tabel, kolom) for tabel, kolommen in GEMERKT.items() for kolom in kolommen
    }


def test_wat_een_rij_aanwijst_is_leesbaar_en_ondubbelzinnig() -> None:
    for tabel in Base.metadata.sorted_tables:
        sleutel = [kolom for kolom in tabel.primary_key if kolom.name not in BUITEN_DE_RIJ.get(tabel.name, ())]
        assert sleutel
        assert not {(tabel.name, kolom.name) for kolom in sleutel} & set(geheime_kolommen())
        assert sum(isinstance(kolom.type, String) for kolom in sleutel) <= 1


def test_een_regel_van_een_tabel_vraagt_van_versleutelde_tekst_alleen_of_zij_er_is() -> None:
    for tabel in Base.metadata.sorted_tables:
        dicht = [kolom for naam, kolom in geheime_kolommen() if naam == tabel.name]
        for eis in (een for een in tabel.constraints if isinstance(een, CheckConstraint)):
            rest = str(eis.sqltext)
            for kolom in dicht:
                rest = re.sub(rf"\b{kolom} (?:<> ''|= ''|IS NOT NULL|IS NULL)", "", rest)
                assert not re.search(rf"\b{kolom}\b", rest), (tabel.name, str(eis.sqltext))


def test_uniek_en_versleuteld_gaat_op_het_merk() -> None:
    uniek = {index.name for index in servertabellen().tables["partij"].indexes if index.unique}
    assert uniek == {"uq_partij_naam", "uq_partij_kort"}


# writing and reading


def test_wat_erin_gaat_komt_eruit_en_de_server_ziet_er_niets_van(server: Engine) -> None:
    dag = Geboortedatum(1980, 2)
    nummer = voeg_toe(server, geboortedatum=dag, gemeente="  ", adres="")
    naam, geboren = (opgeslagen(server, "betrokkene", kolom, nummer) for kolom in ("naam", "geboortedatum"))
    assert str(naam).startswith(".")
    assert NAAM not in str(naam)
    assert "1980" not in str(geboren)
    with Session(server) as sessie:
        rij = sessie.get_one(Betrokkene, nummer)
        assert (rij.naam, rij.geboortedatum, rij.gemeente, rij.adres) == (NAAM, dag, "  ", "")


def test_wie_uit_een_inzage_bleef_is_op_de_server_geen_sleutel_die_zij_leest(server: Engine) -> None:
    verzoek = Betrokkeneverzoek(
        soort=VerzoekSoort.INZAGE,
        ontvangen_op=date(2026, 3, 2),
        wie="A. Vrager",
        uitkomst=VerzoekUitkomst.OPEN,
        vastgelegd_op=datetime(2026, 3, 2, tzinfo=UTC),
        vastgelegd_door="B. Behandelaar",
    )
    sleutels = ["besluit:4", f"persoon:{NAAM}"]
    verzoek.weglatingen = [Weglating(sleutel=een, reden="Is een ander.", door="B. Behandelaar") for een in sleutels]
    with Session(server) as sessie, sessie.begin():
        sessie.add(verzoek)
    kaal: Select[Any] = select(literal_column("sleutel")).select_from(table("verzoek_weglating"))
    with server.connect() as verbinding:
        assert not [een for een in verbinding.execute(kaal).scalars() if "persoon" in een or "besluit" in een]
    with Session(server) as sessie, sessie.begin():
        rijen = sessie.scalars(select(Weglating)).all()
        assert sorted(een.sleutel for een in rijen) == sleutels
        for een in rijen:
            een.reden = "Toch een ander."
        sessie.flush()
        sessie.delete(next(een for een in rijen if een.sleutel == "besluit:4"))
    with Session(server) as sessie:
        (rest,) = sessie.scalars(select(Weglating))
        assert (rest.sleutel, rest.reden) == (sleutels[1], "Toch een ander.")
        sessie.add(Weglating(verzoek_id=rest.verzoek_id, sleutel=rest.sleutel, reden="Nog eens.", door="B"))
        sessie.expunge(rest)
        with pytest.raises(IntegrityError):
            sessie.flush()


def test_leeg_blijft_leeg_en_niets_blijft_niets(server: Engine) -> None:
    nummer = voeg_toe(server)
    assert opgeslagen(server, "betrokkene", "adres", nummer) == ""
    assert opgeslagen(server, "betrokkene", "geboortedatum", nummer) is None


def test_bytes_gaan_versleuteld_en_komen_heel_terug(server: Engine) -> None:
    inhoud = bytes(range(256)) + b"~\x80\0\0"
    with Session(server) as sessie, sessie.begin():
        velden = {kolom.name: "" for kolom in InformatieItem.__table__.columns if isinstance(kolom.type, String)}
        item = InformatieItem(**velden | {"casus_id": 1, "verstrekker_id": 1, "regime": Regime.AVG, "titel": "t"})
        item.ontvangen_op, item.vastgelegd_op = date(2026, 9, 1), datetime(2026, 9, 1, tzinfo=UTC).replace(tzinfo=None)
        item.gewijzigd_op, item.bijlage, item.bijlage_pdf = item.vastgelegd_op, inhoud, False
        sessie.add(item)
        sessie.flush()
        nummer = item.id
    assert bytes(range(64)) not in bytes(opgeslagen(server, "informatie_item", "bijlage", nummer))
    with Session(server) as sessie:
        assert sessie.scalars(select(InformatieItem.bijlage).where(InformatieItem.id == nummer)).one() == inhoud


def test_wijzigen_kan_ook_met_een_opdracht_op_een_rij(server: Engine) -> None:
    nummer = voeg_toe(server)
    with Session(server) as sessie, sessie.begin():
        sessie.get_one(Betrokkene, nummer).naam = "Ander"
        sessie.flush()
        sessie.execute(update(Betrokkene).where(Betrokkene.id == nummer).values(adres="Straat 1"))
    with Session(server) as sessie:
        rij = sessie.execute(select(Betrokkene.naam, Betrokkene.adres).where(Betrokkene.id == nummer)).one()
        assert tuple(rij) == ("Ander", "Straat 1")


def test_dezelfde_waarde_op_dezelfde_plek_blijft_dezelfde(server: Engine) -> None:
    een, twee = voeg_toe(server), voeg_toe(server, volgorde=10)
    eerst = [opgeslagen(server, "betrokkene", "naam", nummer) for nummer in (een, twee)]
    with Session(server) as sessie, sessie.begin():
        sessie.execute(update(Betrokkene).where(Betrokkene.id == een).values(naam=NAAM))
    assert opgeslagen(server, "betrokkene", "naam", een) == eerst[0]
    assert eerst[0] != eerst[1]


def test_onder_een_andere_naam_en_naast_een_andere_tabel(server: Engine) -> None:
    voeg_toe(server)
    ander = aliased(Betrokkene)
    vraag = select(ander.naam, Casus.nummer).join(Casus, Casus.id == ander.casus_id).where(ander.volgorde == 9)
    with Session(server) as sessie:
        assert sessie.execute(vraag).one().naam == NAAM


# somebody else was at it


@pytest.mark.parametrize(
    "knoei",
    [
        "UPDATE betrokkene SET naam = (SELECT naam FROM betrokkene WHERE id = {twee}) WHERE id = {een}",
        "UPDATE betrokkene SET naam = adres WHERE id = {een}",
        "UPDATE betrokkene SET naam = 'Klare Taal' WHERE id = {een}",
        "UPDATE betrokkene SET naam = overlay(naam placing 'AAAA' from 40) WHERE id = {een}",
    ],
    ids=["andere rij", "andere kolom", "leesbaar", "gewijzigd"],
)
def test_wat_verplaatst_of_gewijzigd_is_gaat_niet_open(server: Engine, knoei: str) -> None:
    een, twee = voeg_toe(server, adres="Straat 1"), voeg_toe(server, volgorde=10)
    with server.begin() as verbinding:
        verbinding.exec_driver_sql(knoei.format(een=een, twee=twee))
    with Session(server) as sessie, pytest.raises(KluisBeschadigd, match=r"betrokkene, naam") as fout:
        sessie.execute(select(Betrokkene.naam).where(Betrokkene.id == een)).all()
    assert "Oefenman" not in str(fout.value)


def test_een_ander_huis_leest_niets(databaseserver: Databaseserver) -> None:
    naam = _met_rijen(databaseserver)
    eigen = databaseserver.motor(naam).open()
    nummer = voeg_toe(eigen)
    ander = PostgresMotor(databaseserver.adres(naam, WERKER), sleutel=b"a" * 32).open()
    zonder = PostgresMotor(databaseserver.adres(naam, WERKER)).open()
    vraag = select(Betrokkene.naam).where(Betrokkene.id == nummer)
    with Session(ander) as sessie, pytest.raises(KluisBeschadigd):
        sessie.execute(vraag).all()
    with Session(zonder) as sessie, pytest.raises(ProgrammaFout, match="zonder sleutel"):
        sessie.execute(vraag).all()
    with pytest.raises(ProgrammaFout, match="zonder sleutel"):
        voeg_toe(zonder)
    for engine in (eigen, ander, zonder):
        engine.dispose()
    databaseserver.geef_terug(naam)


# what cannot be done without the server reading along


@pytest.mark.parametrize(
    "opdracht",
    [
        lambda: select(Betrokkene.id).where(Betrokkene.naam == "Oefenman"),
        lambda: select(Betrokkene.id).where(Betrokkene.naam.like("Oef%")),
        lambda: update(Betrokkene).where(Betrokkene.casus_id == 1).values(naam="Een voor allen"),
        lambda: update(Betrokkene).where(Betrokkene.id == 1).values(naam=Betrokkene.adres),
        lambda: insert(Betrokkene).from_select(["naam"], select(Partij.naam)),
        lambda: select(func.max(Betrokkene.naam)),
        lambda: select(select(Betrokkene.naam).subquery()),
        lambda: select(Betrokkene.id).order_by(Betrokkene.naam),
        lambda: select(Betrokkene.id).where(func.length(Betrokkene.naam) > 3),
        lambda: select(Betrokkene.id).where(Betrokkene.naam == Betrokkene.adres),
        lambda: select(func.count(Betrokkene.id)).group_by(Betrokkene.gemeente),
        lambda: select(func.coalesce(Betrokkene.naam, "")),
        lambda: select(Partij.id).where(Partij.naam.like("Sti%")),
        lambda: select(Partij.id).where(Partij.naam > "M"),
        lambda: select(Partij.naam).distinct(),
    ],
    ids=[
        "gelijk",
        "lijkt op",
        "veel rijen",
        "uitdrukking",
        "uit een vraag",
        "hoogste",
        "vraag in een vraag",
        "volgorde",
        "lengte",
        "twee kolommen",
        "per waarde",
        "anders niets",
        "merk lijkt op",
        "merk groter",
        "elk een keer",
    ],
)
def test_wat_niet_versleuteld_kan_gaat_de_deur_niet_uit(server: Engine, opdracht: object) -> None:
    with server.begin() as verbinding, pytest.raises(ProgrammaFout):
        verbinding.execute(opdracht())  # type: ignore[operator]


def test_op_een_merk_is_te_zoeken(server: Engine) -> None:
    with Session(server) as sessie, sessie.begin():
        sessie.add(Partij(naam="Stichting Proef", kort="SP", soort=PartijSoort.DERDE, groep="", opmerking=""))
    vraag = select(Partij.kort)
    with Session(server) as sessie:
        assert sessie.scalars(vraag.where(Partij.naam == "Stichting Proef")).all() == ["SP"]
        assert sessie.scalars(vraag.where(Partij.naam.in_(["Iets", "Stichting Proef"]))).all() == ["SP"]
        assert sessie.scalars(vraag.where(Partij.naam == "stichting proef")).all() == []
        assert (
            sessie.scalars(select(Partij.id).where(Partij.naam != "Stichting Proef", Partij.kort == "SP")).all() == []
        )


def test_uniek_blijft_uniek(server: Engine) -> None:
    def maak(kort: str) -> None:
        with Session(server) as sessie, sessie.begin():
            sessie.add(Partij(naam="Stichting Proef", kort=kort, soort=PartijSoort.DERDE, groep="", opmerking=""))

    maak("SP")
    with pytest.raises(IntegrityError):
        maak("SPX")


def test_een_trigger_vergelijkt_twee_rijen_op_het_merk_of_helemaal_niet() -> None:
    sql = (
        "CREATE TRIGGER proef BEFORE INSERT ON partij "
        "WHEN EXISTS (SELECT 1 FROM partij p WHERE p.{kolom} = NEW.{kolom}) BEGIN SELECT RAISE(ABORT, 'nee'); END"
    )
    assert "left(p.naam, 22) = left(NEW.naam, 22)" in vertaal(sql.format(kolom="naam"), (), geheime_kolommen()).lijf
    assert "p.id = NEW.id" in vertaal(sql.format(kolom="id"), (), geheime_kolommen()).lijf
    with pytest.raises(ProgrammaFout, match="geen merk"):
        vertaal(sql.format(kolom="opmerking"), (), geheime_kolommen())
    eigen = "CREATE TRIGGER p BEFORE UPDATE ON partij WHEN NEW.groep <> OLD.groep BEGIN SELECT RAISE(ABORT, 'n'); END"
    assert "NEW.groep <> OLD.groep" in vertaal(eigen, (), geheime_kolommen()).lijf


# the form itself


@pytest.mark.parametrize("waarde", ["a", "é" * 40, "x" * 300, "x" * 5000, "eindigt op\x80\0\0"])
def test_een_waarde_komt_terug_zoals_zij_was(waarde: str) -> None:
    cellen, plek = Cellen(HUISSLEUTEL), Plek("t", "k", gemerkt=True, bytes=False)
    dicht = cellen.sluit(Onversleuteld(plek, waarde), "7")
    assert cellen.open(plek, "7", dicht) == waarde
    with pytest.raises(KluisBeschadigd):
        cellen.open(plek, "8", dicht)


def test_wat_steeds_wordt_gevraagd_blijft_open_ook_als_er_veel_bij_komt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cellen_module, "_BIJ_DE_HAND", 4)
    geopend: list[str] = []
    plek, cellen = Plek("partij", "naam", gemerkt=False, bytes=False), Cellen(HUISSLEUTEL)
    dicht = {str(rij): cellen.sluit(Onversleuteld(plek, f"Verzonnen {rij}"), str(rij)) for rij in range(30)}
    echt = cellen._open
    monkeypatch.setattr(cellen, "_open", lambda plek, rij, wat: (geopend.append(rij), echt(plek, rij, wat))[1])
    for rij, opgeslagen in dicht.items():
        assert cellen.open(plek, "0", dicht["0"]) == "Verzonnen 0"
        assert cellen.open(plek, rij, opgeslagen) == f"Verzonnen {rij}"
    assert sorted(geopend, key=int) == list(dicht)
    assert len(cellen._geopend) + len(cellen._eerder) <= 8
    cellen.vergeet()
    assert not cellen._geopend
    assert not cellen._eerder


def test_wie_nog_leest_na_het_sluiten_laat_niets_achter() -> None:
    plek, cellen = Plek("partij", "naam", gemerkt=False, bytes=False), Cellen(HUISSLEUTEL)
    dicht = cellen.sluit(Onversleuteld(plek, "Verzonnen"), "1")
    cellen.vergeet()
    assert cellen.open(plek, "1", dicht) == "Verzonnen"
    assert (cellen._geopend, cellen._eerder) == ({}, {})


def test_hoe_lang_een_naam_is_blijft_binnen() -> None:
    cellen, plek = Cellen(HUISSLEUTEL), Plek("t", "k", gemerkt=False, bytes=False)
    lengten = {len(cellen.sluit(Onversleuteld(plek, "x" * lengte), "1")) for lengte in range(1, 32)}
    assert len(lengten) == 1
    assert len({len(cellen.sluit(Onversleuteld(plek, "x" * lengte), "1")) for lengte in range(1000, 1020)}) <= 2


def test_een_merk_hoort_bij_de_waarde() -> None:
    cellen, plek = Cellen(HUISSLEUTEL), Plek("t", "k", gemerkt=True, bytes=False)
    een, twee = (str(cellen.sluit(Onversleuteld(plek, waarde), "1")) for waarde in ("een", "twee"))
    with pytest.raises(KluisBeschadigd):
        cellen.open(plek, "1", twee[:22] + een[22:])


def test_een_waarde_die_onderweg_blijft_hangen_verraadt_zichzelf_niet() -> None:
    plek = Plek("t", "k", gemerkt=False, bytes=False)
    assert "geheim" not in repr(Onversleuteld(plek, "geheim"))
