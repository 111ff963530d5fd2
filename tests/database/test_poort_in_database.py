"""The gate in the database itself: what plain SQL with the open key cannot do, before any service looks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from motoren import Proefmotor, geweigerd
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError, ProgrammingError

BEGIN = (
    "INSERT INTO profiel_versie VALUES (1, 'proef', '1', '', '2026-09-01 00:00:00')",
    # 1 and 2 sit at casus 1; 3 only at casus 2; 4 was refused; 5 was withdrawn; 6 has expired; 7 begins later
    *(
        f"INSERT INTO partij (id, naam, kort, soort, groep, opmerking) VALUES ({n}, 'Proefpartij {n}', 'P{n}', "  # noqa: S608
        "'convenantpartij', '', '')"
        for n in range(1, 9)
    ),
    *(
        f"INSERT INTO casus (id, nummer, aanmeldende_partij_id, aanpak, fase, status, procesregisseur, procesregie, "  # noqa: S608
        f"geopend_op, gewijzigd_op) VALUES ({n}, '2026-000{n}', 1, 'a', 'f', 'lopend', '', '', '2026-09-01', "
        "'2026-09-01 00:00:00')"
        for n in (1, 2)
    ),
    *(
        f"INSERT INTO overleg (id, soort, profiel_versie_id, datum, begin, einde, plaats, voorzitter, notulist, "  # noqa: S608
        f"status, agenda_versie, verslag_status, verslag_versie, geheimhouding_gemeld) VALUES ({n}, 'tafel', 1, "
        f"'{dag}', '09:30:00', '11:00:00', 'x', '', '', 'concept', 1, 'concept', 1, false)"
        for n, dag in ((1, "2026-10-01"), (2, "2026-11-01"))
    ),
    *(
        f"INSERT INTO agendapunt (id, overleg_id, casus_id, volgorde, minuten, onderwerp, doel, besluit_type, themas, "  # noqa: S608
        f"beeld, oordeelsvorming, besluitvorming) VALUES ({n}, {overleg}, {casus}, 0, 20, '', '', '', '', '', '', '')"
        for n, overleg, casus in ((1, 1, 1), (2, 1, 2), (3, 2, 1))
    ),
)
OORDELEN = (
    (1, 1, 1, "rechtmatig", "2026-09-01", None),
    (2, 1, 2, "rechtmatig", "2026-09-01", "2026-10-15"),
    (3, 2, 3, "rechtmatig", "2026-09-01", None),
    (4, 1, 4, "niet_rechtmatig", "2026-09-01", None),
    (5, 1, 5, "rechtmatig", "2026-09-01", None),
    (6, 1, 5, "ingetrokken", "2026-09-20", None),
    (7, 1, 6, "rechtmatig", "2026-09-01", "2026-09-30"),
    (8, 1, 7, "rechtmatig", "2026-10-02", None),
)


def voeg_oordeel_toe(verbinding: Connection, rij: tuple[object, ...]) -> None:
    nummer = rij[0]
    verbinding.execute(
        text("INSERT INTO verklaring VALUES (:n, 'oordeel', '{}', 'ih', 'vh', :h, 'ht', 'c', 'regie', '2026-09-01')"),
        {"n": nummer, "h": f"h{nummer}"},
    )
    verbinding.execute(
        text(
            "INSERT INTO oordeel (id, casus_id, partij_id, verklaring_nummer, uitkomst, grondslag, motivering, "
            "geldig_vanaf, geldig_tot, gegeven_door, gegeven_op) "
            "VALUES (:n, :c, :p, :n, :u, 'g', 'm', :van, :tot, 'regie', '2026-09-01 00:00:00')"
        ),
        dict(zip(("n", "c", "p", "u", "van", "tot"), rij, strict=True)),
    )


def zet_stoel(
    verbinding: Connection, punt: int, casus: int, partij: int, oordeel: int, vervallen: object = False
) -> None:
    verbinding.execute(
        text(
            "INSERT INTO deelname (agendapunt_id, casus_id, partij_id, oordeel_id, oordeel_uitkomst, "
            "gevraagde_bijdrage, aanwezigheid, afgevaardigde, vervallen, intrekking_verzonden) "
            "VALUES (:punt, :casus, :partij, :oordeel, 'rechtmatig', '', 'onbekend', '', :vervallen, false)"
        ),
        {"punt": punt, "casus": casus, "partij": partij, "oordeel": oordeel, "vervallen": vervallen},
    )


def zittend(engine: Engine) -> set[tuple[int, int]]:
    with engine.begin() as verbinding:
        rijen = verbinding.execute(text("SELECT agendapunt_id, partij_id FROM deelname WHERE vervallen = false"))
        return {(punt, partij) for punt, partij in rijen}


def vul(verbinding: Connection) -> None:
    for opdracht in BEGIN:
        verbinding.execute(text(opdracht))
    for rij in OORDELEN:
        voeg_oordeel_toe(verbinding, rij)
    zet_stoel(verbinding, 1, 1, 1, 1)
    zet_stoel(verbinding, 1, 1, 2, 2)
    zet_stoel(verbinding, 2, 2, 3, 3)


@pytest.fixture
def database(proefmotor: Proefmotor) -> Iterator[Engine]:
    """Two casussen on one tafel on 1 October, casus 1 again on 1 November; 1 and 2 sit at casus 1, 3 at casus 2."""
    with proefmotor.gevuld(vul) as engine:
        yield engine


@pytest.mark.parametrize(
    ("punt", "casus", "partij", "oordeel"),
    [
        pytest.param(1, 1, 8, 1, id="zonder oordeel, met dat van een ander"),
        pytest.param(1, 1, 8, 99, id="met een oordeel dat er niet is"),
        pytest.param(1, 1, 3, 3, id="oordeel van een andere casus"),
        pytest.param(1, 2, 3, 3, id="agendapunt van een andere casus"),
        pytest.param(1, 1, 4, 4, id="niet rechtmatig"),
        pytest.param(1, 1, 5, 5, id="ingetrokken voor de dag van het overleg"),
        pytest.param(1, 1, 5, 6, id="de intrekking zelf"),
        pytest.param(1, 1, 6, 7, id="verlopen op de dag van het overleg"),
        pytest.param(1, 1, 7, 8, id="gaat pas later in"),
        pytest.param(3, 1, 2, 2, id="verlopen op de tweede datum"),
        pytest.param(1, 1, 1, 1, id="twee stoelen aan hetzelfde punt"),
    ],
)
def test_stoel_zonder_geldend_oordeel_wordt_geweigerd(
    database: Engine, punt: int, casus: int, partij: int, oordeel: int
) -> None:
    ervoor = zittend(database)
    with pytest.raises(IntegrityError), database.begin() as verbinding:
        zet_stoel(verbinding, punt, casus, partij, oordeel)
    assert zittend(database) == ervoor


@pytest.mark.parametrize("vervallen", [0, 0.0, "0", False])
def test_geen_schrijfwijze_van_niet_vervallen_glipt_langs_de_wachter(database: Engine, vervallen: object) -> None:
    # A server takes no number for yes or no at all; what it does take, comes to the same guard.
    with pytest.raises((IntegrityError, ProgrammingError)), database.begin() as verbinding:
        zet_stoel(verbinding, 1, 1, 5, 5, vervallen)


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE deelname SET partij_id = 3 WHERE partij_id = 1",
        "UPDATE deelname SET partij_id = 8 WHERE partij_id = 1",
        "UPDATE deelname SET oordeel_id = 3 WHERE partij_id = 1",
        "UPDATE deelname SET agendapunt_id = 1, casus_id = 1 WHERE partij_id = 3",
        "UPDATE deelname SET agendapunt_id = 1 WHERE partij_id = 3",
        "UPDATE deelname SET oordeel_uitkomst = 'niet_rechtmatig' WHERE partij_id = 1",
        "UPDATE deelname SET agendapunt_id = 3 WHERE partij_id = 2",
        "INSERT INTO deelname SELECT id, agendapunt_id, casus_id, 5, 5, oordeel_uitkomst, gevraagde_bijdrage, "
        "aanwezigheid, afgevaardigde, vervallen, intrekking_verzonden, ter_tafel FROM deelname WHERE partij_id = 1 "
        "ON CONFLICT (id) DO UPDATE SET partij_id = excluded.partij_id, oordeel_id = excluded.oordeel_id",
        "INSERT INTO oordeel SELECT id, 2, partij_id, verklaring_nummer, uitkomst, grondslag, motivering, "
        "geldig_vanaf, geldig_tot, gegeven_door, gegeven_op FROM oordeel WHERE id = 6 "
        "ON CONFLICT (id) DO UPDATE SET casus_id = excluded.casus_id",
        "UPDATE agendapunt SET casus_id = 2 WHERE id = 1",
        "UPDATE agendapunt SET overleg_id = 2 WHERE id = 2",
        "UPDATE agendapunt SET id = 9 WHERE id = 1",
        "UPDATE overleg SET datum = '2026-10-16' WHERE id = 1",
        "UPDATE overleg SET datum = '2026-08-31' WHERE id = 1",
        "UPDATE oordeel SET geldig_tot = NULL",
        "UPDATE oordeel SET casus_id = 1 WHERE id = 3",
        "UPDATE oordeel SET uitkomst = 'rechtmatig' WHERE id = 4",
        "DELETE FROM oordeel WHERE id = 6",
        "INSERT INTO oordeel SELECT 99, 1, 8, verklaring_nummer, uitkomst, grondslag, motivering, "
        "geldig_vanaf, geldig_tot, gegeven_door, gegeven_op FROM oordeel WHERE id = 1",
        "DELETE FROM partij WHERE id = 1",
        "DELETE FROM casus WHERE id = 1",
        "DELETE FROM verklaring WHERE nummer = 6",
        "UPDATE verklaring SET inhoud = '{\"x\":1}' WHERE nummer = 6",
        "UPDATE verklaring SET nummer = 60 WHERE nummer = 6",
        "UPDATE verklaring SET soort = 'afschaling', inhoud = NULL WHERE nummer = 6",
        "UPDATE overleg SET status = 'akkoord' WHERE id = 1",
        "UPDATE overleg SET status = 'verzonden' WHERE id = 1",
        "UPDATE overleg SET status = 'gehouden' WHERE id = 1",
        "UPDATE overleg SET status = 'akkoord', akkoord_verklaring = 999 WHERE id = 1",
    ],
)
def test_opdracht_die_de_poort_verzet_wordt_geweigerd(database: Engine, opdracht: str) -> None:
    ervoor = zittend(database)
    with geweigerd(), database.begin() as verbinding:
        verbinding.exec_driver_sql(opdracht)
    assert zittend(database) == ervoor


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE OR REPLACE deelname SET partij_id = 3 WHERE partij_id = 1",
        "UPDATE OR IGNORE deelname SET partij_id = 3 WHERE partij_id = 1",
        "REPLACE INTO deelname SELECT id, agendapunt_id, casus_id, 5, 5, oordeel_uitkomst, gevraagde_bijdrage, "
        "aanwezigheid, afgevaardigde, vervallen, intrekking_verzonden, ter_tafel FROM deelname WHERE partij_id = 1",
        "UPDATE OR REPLACE oordeel SET uitkomst = 'rechtmatig' WHERE id = 6",
        "REPLACE INTO oordeel SELECT id, 2, partij_id, verklaring_nummer, uitkomst, grondslag, motivering, "
        "geldig_vanaf, geldig_tot, gegeven_door, gegeven_op FROM oordeel WHERE id = 6",
        "REPLACE INTO oordeel SELECT 99, 2, partij_id, verklaring_nummer, uitkomst, grondslag, motivering, "
        "geldig_vanaf, geldig_tot, gegeven_door, gegeven_op FROM oordeel WHERE id = 6",
        "REPLACE INTO verklaring SELECT nummer, soort, '{\"x\":1}', inhoud_hash, vorige_hash, hash, handtekening, "
        "certificaat, gebruiker, tijd FROM verklaring WHERE nummer = 6",
    ],
)
@pytest.mark.parametrize("proefmotor", ["sqlcipher"], indirect=True)
def test_vervangen_verzet_de_poort_niet(database: Engine, opdracht: str) -> None:
    ervoor = zittend(database)
    with pytest.raises(IntegrityError), database.begin() as verbinding:
        verbinding.exec_driver_sql(opdracht)
    assert zittend(database) == ervoor


def test_vervallen_stoel_keert_niet_terug_zonder_oordeel(database: Engine) -> None:
    with database.begin() as verbinding:
        voeg_oordeel_toe(verbinding, (9, 1, 1, "ingetrokken", "2026-10-01", None))
    assert zittend(database) == {(1, 2), (2, 3)}
    with pytest.raises(IntegrityError), database.begin() as verbinding:
        verbinding.execute(text("UPDATE deelname SET vervallen = false"))


@pytest.mark.parametrize(
    ("oordeel", "blijft"),
    [
        pytest.param((9, 1, 1, "ingetrokken", "2026-10-02", None), True, id="intrekking na het overleg"),
        pytest.param((9, 1, 1, "ingetrokken", "2026-10-01", None), False, id="intrekking op de dag zelf"),
        pytest.param((9, 1, 1, "niet_rechtmatig", "2026-09-02", None), False, id="niet rechtmatig"),
        pytest.param((9, 1, 1, "rechtmatig", "2026-09-02", "2026-10-01"), True, id="vernieuwd tot en met de dag"),
        pytest.param((9, 1, 1, "rechtmatig", "2026-09-02", "2026-09-30"), False, id="vernieuwd tot de dag ervoor"),
        pytest.param((9, 1, 1, "rechtmatig", "2026-10-02", None), True, id="vernieuwd vanaf later"),
        pytest.param((9, 2, 1, "ingetrokken", "2026-09-02", None), True, id="intrekking bij een andere casus"),
        pytest.param((9, 1, 2, "ingetrokken", "2026-09-02", None), True, id="intrekking van een andere partij"),
    ],
)
def test_nieuw_oordeel_werkt_door_in_de_stoelen(database: Engine, oordeel: tuple[object, ...], *, blijft: bool) -> None:
    with database.begin() as verbinding:
        voeg_oordeel_toe(verbinding, oordeel)
    assert ((1, 1) in zittend(database)) is blijft
    assert (2, 3) in zittend(database)


def test_vernieuwd_oordeel_draagt_de_stoel(database: Engine) -> None:
    with database.begin() as verbinding:
        voeg_oordeel_toe(verbinding, (9, 1, 1, "rechtmatig", "2026-09-02", None))
        assert verbinding.execute(text("SELECT oordeel_id FROM deelname WHERE partij_id = 1")).scalar() == 9


@pytest.mark.parametrize(
    "opdracht",
    [
        "INSERT INTO overleg (soort, profiel_versie_id, datum, begin, einde, plaats, voorzitter, notulist, status, "
        "agenda_versie, verslag_status, verslag_versie, geheimhouding_gemeld) VALUES ('tafel', 1, '2026-10-01', "
        "'09:00:00', '10:00:00', '', '', '', 'akkoord', 1, 'concept', 1, false)",
        "INSERT INTO uitnodiging (overleg_id, partij_id, uid, volgnummer, status, gemaakt_op, antwoord, "
        "antwoord_opmerking) VALUES (1, 1, 'u', 0, 'verzonden', '2026-09-01 00:00:00', 'geen', '')",
    ],
)
def test_niets_begint_al_verzonden(database: Engine, opdracht: str) -> None:
    with pytest.raises(IntegrityError), database.begin() as verbinding:
        verbinding.execute(text(opdracht))


def test_uit_een_concept_wordt_niet_verzonden_en_een_vastgesteld_verslag_ligt_vast(database: Engine) -> None:
    with database.begin() as verbinding:
        verbinding.execute(
            text(
                "INSERT INTO uitnodiging (overleg_id, partij_id, uid, volgnummer, status, gemaakt_op, antwoord, "
                "antwoord_opmerking) VALUES (1, 1, 'u', 0, 'concept', '2026-09-01 00:00:00', 'geen', '')"
            )
        )
    with pytest.raises(IntegrityError, match="concept"), database.begin() as verbinding:
        verbinding.execute(text("UPDATE uitnodiging SET status = 'verzonden'"))
    with database.begin() as verbinding:
        verbinding.execute(text("UPDATE overleg SET status = 'akkoord', akkoord_verklaring = 1 WHERE id = 1"))
        verbinding.execute(text("UPDATE uitnodiging SET status = 'verzonden'"))
        verbinding.execute(text("UPDATE overleg SET verslag_status = 'vastgesteld' WHERE id = 1"))
    with pytest.raises(IntegrityError, match="vastgesteld"), database.begin() as verbinding:
        verbinding.execute(text("UPDATE agendapunt SET beeld = 'anders' WHERE id = 1"))


@pytest.mark.parametrize("hoe", ["eerst een concept", "een verzonden van een ander", "een verzonden van elders"])
def test_een_uitnodiging_gaat_niet_uit_naar_wie_er_niet_zit(database: Engine, hoe: str) -> None:
    """Partij 8 has no oordeel, and so no seat; partij 3 has one at the same tafel, and none on 1 November."""
    met, anders = {
        "eerst een concept": (8, ""),
        "een verzonden van een ander": (1, "UPDATE uitnodiging SET partij_id = 8"),
        "een verzonden van elders": (3, "UPDATE uitnodiging SET overleg_id = 2"),
    }[hoe]
    verzonden = text("UPDATE uitnodiging SET status = 'verzonden'")
    with database.begin() as verbinding:
        verbinding.execute(
            text(
                "INSERT INTO uitnodiging (overleg_id, partij_id, uid, volgnummer, status, gemaakt_op, antwoord, "
                "antwoord_opmerking) VALUES (1, :met, 'u', 0, 'concept', '2026-09-01 00:00:00', 'geen', '')"
            ),
            {"met": met},
        )
        verbinding.execute(text("UPDATE overleg SET status = 'akkoord', akkoord_verklaring = 1"))
        if anders:
            verbinding.execute(verzonden)
    with pytest.raises(IntegrityError, match="zit hier niet"), database.begin() as verbinding:
        verbinding.execute(text(anders) if anders else verzonden)
