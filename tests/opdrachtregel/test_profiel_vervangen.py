"""A newer profile in a running house: what was held is printed again word for word, what is planned says the new."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from demo_lezen import lees_inhoud
from huis_lezen import ZESDE_HUIS
from oefenkluizen import Oefenkluizen

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import ProfielOngeldig
from zvh_desktop.models.keuzes import DocumentSoort, OverlegId, OverlegStatus, Rol
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount

ANDERS = (
    ("0.9-bèta & meer", "1.0"),
    ("Huiskamerberaad", "Zaalberaad"),
    ("Huiskamerberaden", "Zaalberaden"),
    ("bespreekhoeder", "gespreksleider"),
    ('korte_naam = "Z&V <Oost>', 'korte_naam = "Z&V <Nieuw Oost>'),
    ("§ 5", "§ 55"),
    ("§ 8", "§ 88"),
)
OUD = ("Huiskamerberaad", "kwesties", "bespreekhoeder", "§ 5, lid", "Z&V <Oost>")
NIEUW = ("Zaalberaad", "makkers", "§ 55, lid", "Z&V <Nieuw Oost>")


def nieuwer() -> str:
    tekst = ZESDE_HUIS.read_text(encoding="utf-8")
    for oud, nieuw in ANDERS:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw)
    return tekst


@contextmanager
def als(kluismap: Path, rol: Rol) -> Any:
    account = oefenaccount(rol)
    with open_kluis(kluismap, account.gebruiker, account.wachtwoord) as kluis:
        yield bouw_diensten(kluis)


@pytest.fixture
def kluismap(oefenkluizen: Oefenkluizen, tmp_path: Path) -> Path:
    """The practice vault of the sixth house: other tests look at the same one (tests/services/oefenen)."""
    return oefenkluizen.uit_het_venster(ZESDE_HUIS, tmp_path / "oost")


def stukken(diensten: Diensten, overleg_id: OverlegId, *, verslag: bool) -> dict[str, str]:
    """Every document of a meeting, made now; the list of acties is of the day on which it is made."""
    documenten = diensten.documenten
    keuze = [*documenten.agendastukken(overleg_id), *(documenten.verslagstukken(overleg_id) if verslag else ())]
    return {
        f"{stuk.partij} {stuk.bestandsnaam}": lees_inhoud(stuk.bestandsnaam, stuk.inhoud)
        for stuk in documenten.maak_alle(keuze)
        if stuk.soort is not DocumentSoort.ACTIELIJST
    }


def met_stand(diensten: Diensten, stand: OverlegStatus) -> OverlegId:
    return next(regel.id for regel in diensten.tafels.lijst() if regel.status is stand)


def test_gehouden_blijft_woord_voor_woord_en_wat_nog_komt_zegt_het_nieuwe(kluismap: Path) -> None:
    with als(kluismap, Rol.PROCESREGISSEUR) as diensten:
        gehouden, gepland = met_stand(diensten, OverlegStatus.GEHOUDEN), met_stand(diensten, OverlegStatus.CONCEPT)
        verzonden = met_stand(diensten, OverlegStatus.VERZONDEN)
        eerst = stukken(diensten, gehouden, verslag=True) | stukken(diensten, verzonden, verslag=False)
        assert len(eerst) >= 20
        uitnodigingen = [regel.id for regel in diensten.uitnodigingen.lijst(verzonden)]
        brieven = [lees_inhoud("a.pdf", diensten.uitnodigingen.stukken(een).brief.inhoud) for een in uitnodigingen]
    with als(kluismap, Rol.BEHEERDER) as diensten:
        diensten.profielen.neem_in_gebruik(nieuwer())
    with als(kluismap, Rol.PROCESREGISSEUR) as diensten:
        assert stukken(diensten, gehouden, verslag=True) | stukken(diensten, verzonden, verslag=False) == eerst
        na = [lees_inhoud("a.pdf", diensten.uitnodigingen.stukken(een).brief.inhoud) for een in uitnodigingen]
        assert na == brieven
        nu = stukken(diensten, gepland, verslag=False)
    for tekst in eerst.values():
        assert not any(een in tekst for een in NIEUW)
    assert nu
    for tekst in nu.values():
        assert not any(een in tekst for een in OUD)
    alles = " ".join(nu.values())
    assert [een for een in ("Zaalberaad", "§ 55, lid", "Z&V <Nieuw Oost>") if een not in alles] == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "plaats"),
    [
        ('"ontmoeting"', '"kennismaking"', "fasen"),
        ('sleutel = "rond"', 'sleutel = "omheen"', "aanpakken"),
        ('sleutel = "hoeden"', 'sleutel = "bewaken"', "besluiten"),
        ('"hk"', '"zaal"', "overlegsoorten"),
    ],
)
def test_wat_in_gebruik_is_wordt_met_naam_en_plaats_geweigerd(
    kluismap: Path, oud: str, nieuw: str, plaats: str
) -> None:
    tekst = nieuwer().replace(oud, nieuw)
    with als(kluismap, Rol.BEHEERDER) as diensten:
        with pytest.raises(ProfielOngeldig) as gevangen:
            diensten.profielen.neem_in_gebruik(tekst, "oost.toml")
        assert diensten.profiel.versie == "0.9-bèta & meer"
        bevindingen = gevangen.value.bevindingen
        assert {een.plaats for een in bevindingen} == {plaats}
        assert all("nog in gebruik bij" in een.gevonden for een in bevindingen)
