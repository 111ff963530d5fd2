"""A JZV Melding: what of it becomes an aanmelding, and that nothing else gets in."""

from __future__ import annotations

import json
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factories import BEHEER, Bureau
from jzv_voorbeelden import BSN, melding
from sqlalchemy import text

from zvh_desktop.errors import InvoerOngeldig, NietBevoegd
from zvh_desktop.services.overnemen.jzv.jzv import JzvService
from zvh_desktop.services.overnemen.jzv.lezen import MEESTE_BYTES, lees_json
from zvh_desktop.services.overnemen.jzv.melding import lees_melding


def bestand(map_: Path, inhoud: object) -> Path:
    pad = map_ / "melding.json"
    pad.write_bytes(inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode())
    return pad


def bladeren(waarde: Any) -> list[Any]:
    if isinstance(waarde, dict):
        return [blad for sleutel, deel in waarde.items() if sleutel not in ("url", "id") for blad in bladeren(deel)]
    if isinstance(waarde, list):
        return [blad for deel in waarde for blad in bladeren(deel)]
    return [waarde]


def test_een_melding_wordt_een_aanmelding_en_verliest_niets_dan_het_bsn(bureau: Bureau, tmp_path: Path) -> None:
    dienst = JzvService(bureau.werkplek)
    voorstel = dienst.lees(bestand(tmp_path, melding()))
    assert bureau.diensten().aanmeldingen.te_beoordelen() == 0, "a proposal changes nothing"
    assert voorstel.niet == ("Het BSN en het geslacht van de betrokkenen worden niet overgenomen en nergens bewaard.",)
    assert "de partij die aanmeldt" in voorstel.nog
    beeld = bureau.diensten().aanmeldingen.toon(dienst.neem_op(voorstel))
    invoer = beeld.invoer
    assert invoer.datum == date(2025, 11, 3), "half past eleven in the evening in UTC is the next day here"
    assert [een.naam for een in invoer.betrokkenen] == ["Testpersoon van der Melding"]
    assert invoer.betrokkenen[0].adres == "Voorbeeldstraat 12, 1234 AB Voorbeelddorp"
    assert (invoer.contact_naam, invoer.contact_email, invoer.terugkoppeling_gewenst) == (
        "Contact Voorbeeld",
        "contact@voorbeeld.invalid",
        False,
    )
    alles = " ".join(
        [
            str(getattr(invoer, veld))
            for veld in ("zorgelijke_situatie", "naar_aanleiding_van", "verzoek", "overige_informatie")
        ]
        + [een.naam + een.adres for een in invoer.betrokkenen]
        + [invoer.contact_naam, invoer.contact_email, invoer.contact_telefoon]
    )
    niet_als_woord = {BSN, "9", False, "ZVH"}
    for blad in bladeren(melding()):
        if blad not in niet_als_woord and not str(blad).startswith("2025-"):
            assert str(blad) in alles, blad
    for stukje in ("Zorg- en Veiligheidshuis", "melding-1", "3 november 2025 om 00:30", "31 oktober 2025 20:15"):
        assert stukje in alles
    with bureau.kluis.engine.connect() as verbinding:
        tabellen = verbinding.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        for tabel in tabellen:
            if not tabel.startswith(("zoek", "sqlite")):
                rijen = verbinding.execute(text(f"SELECT * FROM {tabel}")).all()  # noqa: S608
                assert not any(BSN in str(rij) for rij in rijen), tabel


def zonder(*weg: str) -> dict[str, Any]:
    waarde = melding()
    deel = waarde
    for sleutel in weg[:-1]:
        deel = deel[sleutel]
    del deel[weg[-1]]
    return waarde


def met(**anders: Any) -> dict[str, Any]:
    return {**melding(), **anders}


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "beschadigd"),
        (b"{", "beschadigd"),
        (b"\xff\xfe\x00", "tekens die niet te lezen"),
        (b"PK\x03\x04", "beschadigd"),
        (b"[" * 100_000, "te diep genest"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "te diep genest"),
        (b'{"id": 1, "id": 2}', "twee keer"),
        (b'{"id": NaN}', "geen getal"),
        (b'{"id": -Infinity}', "geen getal"),
        (b'{"id": 1e999}', "te groot"),
        (b'{"id": ' + b"9" * 5000 + b"}", "te groot"),
        (b'{"id": -' + b"9" * 21 + b"}", "te groot"),
        (b"[" + b"1," * 20_000 + b"1]", "meer gegevens"),
        ("{}".encode("utf-16"), "tekens die niet te lezen"),
        ("{}".encode("utf-16-le"), "beschadigd"),
        (b'{"\\udfff": 1}', "tekens die niet te lezen"),
        (b'{"id": "\\ud800"}', "tekens die niet te lezen"),
        (b"null", "geen JZV-melding"),
        (b"[]", "geen JZV-melding"),
        (b'{"resultaten": []}', "ontbreekt contact"),
        (b'{"pagina": 1, "paginaGrootte": 100, "resultaten": []}', "geen JZV-melding"),
    ],
)
def test_wat_geen_melding_is_wordt_geweigerd(inhoud: bytes, zin: str) -> None:
    with pytest.raises(InvoerOngeldig, match=zin):
        lees_melding(lees_json(inhoud))


@pytest.mark.parametrize(
    ("waarde", "zin"),
    [
        (zonder("contact", "naam"), "Bij contact ontbreekt naam"),
        (zonder("verzoek"), "Er ontbreekt verzoek"),
        (met(verzoek=12), "verzoek heeft een andere vorm"),
        (met(terugkoppelingGewenst="ja"), "terugkoppelingGewenst heeft een andere vorm"),
        (met(soort="XX"), "soort heeft een waarde die niet is afgesproken"),
        (met(datumTijd="gisteren"), "datumTijd is geen geldige datum"),
        (met(datumTijd="2025-11-02T10:00:00"), "datumTijd is geen geldige datum"),
        (met(datumTijd="0001-01-01T00:00:00Z"), "kan niet kloppen"),
        (met(datumTijd="9999-12-31T23:59:59Z"), "kan niet kloppen"),
        (met(heeftBetrekkingOp=[{"url": "x"}]), "heeftBetrekkingOp > nummer 1"),
        (met(heeftBetrekkingOp={}), "heeftBetrekkingOp heeft een andere vorm"),
        (met(naarAanleidingVan=["<script>"]), "naarAanleidingVan > nummer 1 heeft een andere vorm"),
    ],
)
def test_een_ander_schema_wordt_in_een_zin_geweigerd(waarde: object, zin: str) -> None:
    with pytest.raises(InvoerOngeldig, match=zin) as fout:
        lees_melding(waarde)
    assert "<script>" not in str(fout.value)
    assert len(str(fout.value)) < 700


def test_een_bestand_van_honderd_megabyte_wordt_niet_gelezen(bureau: Bureau, tmp_path: Path) -> None:
    groot = tmp_path / "groot.json"
    with groot.open("wb") as open_:
        open_.truncate(100 * 1024 * 1024)
    tracemalloc.start()
    with pytest.raises(InvoerOngeldig, match="te groot"):
        JzvService(bureau.werkplek).lees(groot)
    assert tracemalloc.get_traced_memory()[1] < MEESTE_BYTES
    tracemalloc.stop()
    with pytest.raises(InvoerOngeldig, match="kan niet worden gelezen"):
        JzvService(bureau.werkplek).lees(tmp_path)


def test_vijandige_namen_komen_er_niet_in(bureau: Bureau, tmp_path: Path) -> None:
    dienst = JzvService(bureau.werkplek)
    vreemd = melding()
    vreemd["contact"]["naam"] = "Contact\u202evoorbeeld"
    voor = bureau.diensten().aanmeldingen.lijst()
    with pytest.raises(InvoerOngeldig):
        dienst.neem_op(dienst.lees(bestand(tmp_path, vreemd)))
    geen_adres = melding()
    geen_adres["contact"]["emailAdres"] = "a@b.nl\r\nBcc: x@voorbeeld.invalid"
    with pytest.raises(InvoerOngeldig):
        dienst.neem_op(dienst.lees(bestand(tmp_path, geen_adres)))
    assert bureau.diensten().aanmeldingen.lijst() == voor
    ander = met(soort="VT", naarAanleidingVan=[None])
    assert dienst.lees(bestand(tmp_path, ander)).niet[-1] == "Let op: deze melding is bedoeld voor Veilig Thuis."
    bureau.als(BEHEER)
    with pytest.raises(NietBevoegd):
        JzvService(bureau.werkplek).lees(bestand(tmp_path, melding()))
