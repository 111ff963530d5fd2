"""A choice is signed: a row that somebody else wrote lets nothing go, and one that was taken back does not return."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import Bureau
from lekrond import Lekrond

from zvh_desktop.models.keuzen.lekkeuzes import Lekkeuze, Leksoort
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.lek import getekend
from zvh_desktop.services.lek.gegevens import LekOpen


@pytest.fixture
def lek(bureau: Bureau) -> Lekrond:
    return Lekrond(bureau)


def vind(lek: Lekrond) -> tuple[str, ...]:
    return ControleService(lek.bureau.werkplek).vind()


def test_elke_keuze_heeft_een_eigen_verklaring_en_de_controle_vindt_niets(lek: Lekrond) -> None:
    lek.kies_alles("OM", Lekkeuze.WEG)
    lek.dienst.neem_terug(lek.open("Politie")[0])  # about which nothing was chosen: nothing to take back
    aantal = "SELECT count(*) FROM verklaring WHERE soort = 'lekkeuze'"
    assert lek.bureau.waarde(aantal) == lek.bureau.waarde("SELECT count(*) FROM lekoordeel") == 3
    assert vind(lek) == ()


def test_een_medewerker_kiest_en_ondertekent_zonder_wachtwoord(lek: Lekrond) -> None:
    lek.bureau.als("medewerker")
    assert Rol.PROCESREGISSEUR not in lek.bureau.kluis.gebruiker.rollen
    assert not lek.bureau.werkplek.bevestigd
    lek.opnieuw()
    lek.kies_alles("OM", Lekkeuze.WEG)
    assert lek.notulen("OM")
    assert vind(lek) == ()


VERVALSINGEN = {
    "toch mee": "UPDATE lekoordeel SET keuze = 'mag' WHERE soort = 'telefoon'",
    "toch mee, zonder handtekening": "UPDATE lekoordeel SET keuze = 'mag', verklaring_nummer = NULL",
    "onder een andere verklaring": (
        "UPDATE lekoordeel SET keuze = 'mag', verklaring_nummer = (SELECT min(verklaring_nummer) FROM oordeel)"
    ),
    "handtekening weg": "UPDATE lekoordeel SET verklaring_nummer = NULL",
    "een andere plaats": "UPDATE lekoordeel SET begin = begin + 1, eind = eind + 1",
    "een andere soort": "UPDATE lekoordeel SET soort = 'adres' WHERE soort = 'telefoon'",
    "een ander nummer": "UPDATE lekoordeel SET id = id + 700",
    "weg": "DELETE FROM lekoordeel",
    "van een andere partij": "UPDATE lekoordeel SET partij_id = 1",
    "van een andere casus": "UPDATE lekoordeel SET casus_id = 1",
    "door een ander": "UPDATE lekoordeel SET door = 'iemand'",
    "een andere reden": "UPDATE lekoordeel SET reden = 'anders'",
    "vaker gekozen": "UPDATE lekoordeel SET versie = 9",
    "als bytes": "UPDATE lekoordeel SET reden = CAST('x' AS BLOB)",
}


@pytest.mark.parametrize("hoe", VERVALSINGEN)
def test_een_vervalste_keuze_laat_niets_door_en_wordt_gevonden(lek: Lekrond, hoe: str) -> None:
    lek.kies_alles("OM", Lekkeuze.WEG)
    lek.kraak(VERVALSINGEN[hoe])
    gevonden = vind(lek)
    with pytest.raises(LekOpen):
        lek.notulen("OM")
    assert gevonden
    assert not any(naam in zin for zin in gevonden for naam in ("Eenman", "OM", "Politie"))


def test_een_verzonnen_rij_opent_niets_en_zegt_dat_niemand_haar_ondertekende(lek: Lekrond) -> None:
    een = next(een for een in lek.open("OM") if een.vondst.soort is Leksoort.TELEFOON)
    lek.kraak(
        "INSERT INTO lekoordeel (partij_id, casus_id, digest, begin, eind, soort, keuze, op, door) VALUES "
        "(:partij, :casus, :digest, :begin, :eind, 'telefoon', 'mag', '2026-01-01 00:00:00.000000', 'regie')",
        partij=een.aan.partij_id,
        casus=een.casus_id,
        digest=een.digest,
        begin=een.vondst.begin,
        eind=een.vondst.eind,
    )
    with pytest.raises(LekOpen, match="die niemand ondertekende") as gevangen:
        lek.notulen("OM")
    assert [b.vondst.soort for b in gevangen.value.bevindingen if b.niet_getekend] == [Leksoort.TELEFOON]
    assert vind(lek)
    lek.kies_alles("OM", Lekkeuze.WEG)
    assert "55012345" not in lek.notulen("OM")
    assert vind(lek) == (), "who chose anew signed it"


def test_een_teruggenomen_keuze_komt_niet_terug_met_haar_oude_handtekening(lek: Lekrond) -> None:
    telefoon = next(een for een in lek.open("OM") if een.vondst.soort is Leksoort.TELEFOON)
    lek.dienst.laat_mee(telefoon)
    was = lek.bureau.waarde("SELECT verklaring_nummer FROM lekoordeel")
    lek.dienst.neem_terug(telefoon)
    lek.kraak("UPDATE lekoordeel SET keuze = 'mag', versie = 1, verklaring_nummer = :was", was=was)
    assert Leksoort.TELEFOON in {een.vondst.soort for een in lek.open("OM")}
    assert vind(lek)


def test_een_bsn_gaat_niet_mee_ook_niet_als_iemand_dat_ondertekende(lek: Lekrond) -> None:
    bsn = next(een for een in lek.open("OM") if een.vondst.soort is Leksoort.BSN)
    lek.onderteken_zelf(bsn, Lekkeuze.MAG)
    assert Leksoort.BSN in {een.vondst.soort for een in lek.open("OM")}
    assert vind(lek)


def test_wat_is_gekozen_voordat_de_soort_lezer_werd_ondertekend_blijft_gelden(
    lek: Lekrond, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as toen:
        toen.setattr(getekend, "LEKKEUZE", replace(getekend.LEKKEUZE, vormen=getekend.LEKKEUZE.vormen[:1]))
        lek.kies_alles("OM", Lekkeuze.WEG)
    assert "55012345" not in lek.notulen("OM")
    assert vind(lek) == ()


def test_een_keuze_voor_een_partij_wordt_er_geen_voor_een_ander(lek: Lekrond) -> None:
    lek.kies_alles("OM", Lekkeuze.WEG)
    lek.kraak("UPDATE lekoordeel SET lezer = 'elders', partij_id = NULL")
    assert len(lek.open("OM")) == 3
    assert vind(lek)
