"""Which texts are looked at, and that leaving something out goes well with a restriction on the same text."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from zvh_desktop.documents.opmaak.weging import Beperkt, Weggelaten, Weging, weeg
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.keuzen.lekkeuzes import Lezersoort
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.uitgang import tekst_digest, teksten

TEKST = "Belt op 06-55012345. Geheim woord. Belt weer op 06-55012345."
EERSTE = (8, 19)


@dataclass(frozen=True, slots=True)
class Punt:
    """A point of a document of tomorrow."""

    casusnummer: str | None
    partij: str
    nieuw_veld: str
    regels: tuple[str, ...] = ()
    artikel_rollen: str = ""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document of tomorrow."""

    punten: tuple[Punt, ...]
    slot: str = ""


def test_elk_veld_dat_niet_genoemd_is_wordt_bekeken_met_zijn_casus() -> None:
    stuk = Stuk((Punt("2026-0001", "Proefpartij", "Een", ("Twee", " "), "art. 1"), Punt(None, "", "Drie")), "Vier")
    assert list(teksten(stuk)) == [("2026-0001", "Een"), ("2026-0001", "Twee"), ("", "Drie"), ("", "Vier")]


def test_alleen_op_die_plaats_weggelaten() -> None:
    stuk = weeg(Stuk((), TEKST), Weging(weggelaten=(Weggelaten(TEKST, (EERSTE,)),)))
    assert stuk.slot == "Belt op [weggelaten]. Geheim woord. Belt weer op 06-55012345."
    erbij = Stuk((Punt("2026-0001", "", TEKST),), f"{TEKST} Meer.")
    anders = weeg(erbij, Weging(weggelaten=(Weggelaten(TEKST, (EERSTE,)),)))
    assert anders.slot == f"{TEKST} Meer.", "another text is not touched"


def test_wat_al_uit_elkaar_is_gehaald_wordt_niet_gemaakt() -> None:
    """The text that was looked at is not in it as it was: then what was chosen cannot be done, and nothing is made."""
    weging = Weging(weggelaten=(Weggelaten("Woont Dorpsweg 1,\n1234 AB Voorbeeldstad. Meer.", ((6, 38),)),))
    with pytest.raises(ProgrammaFout) as gevangen:
        weeg(Stuk((), "Wij schreven: Woont Dorpsweg 1, 1234 AB Voorbeeldstad. Meer."), weging)
    assert "Dorpsweg" not in str(gevangen.value)
    assert weeg(Stuk((), "Iets heel anders."), weging).slot == "Iets heel anders."


def test_in_een_tekst_die_al_beperkt_is_blijft_een_langer_woord_heel() -> None:
    tekst = "Geheim woord. Mail at@voorbeeld.invalid of secretariaat@voorbeeld.invalid."
    van = tekst.index("at@")
    weg = Weggelaten(tekst, ((van, van + len("at@voorbeeld.invalid")),))
    uit = weeg(Stuk((), tekst), Weging((Beperkt("", ("Geheim woord",)),), "[beperkt]", (), (weg,)))
    assert uit.slot == "[beperkt]. Mail [weggelaten] of secretariaat@voorbeeld.invalid."


def test_wat_beperkt_is_blijft_weg_ook_als_er_iets_anders_uit_gaat() -> None:
    beperkt = (Beperkt("", ("Geheim woord",)),)
    stuk = weeg(Stuk((), TEKST), Weging(beperkt, "[beperkt]", (), (Weggelaten(TEKST, (EERSTE,)),)))
    assert "Geheim" not in stuk.slot and "[beperkt]" in stuk.slot
    assert "06-55012345" not in stuk.slot, "the places are other ones now: left out wherever it stands"


def lezer(nummer: int) -> Bestemming:
    return Bestemming(Lezersoort.PARTIJ, "Proefpartij", str(nummer), PartijId(nummer))


def test_een_afdruk_is_van_deze_lezer_deze_casus_en_deze_tekst() -> None:
    eerste = tekst_digest(lezer(1), "2026-0001", TEKST)
    anderen = {
        tekst_digest(lezer(2), "2026-0001", TEKST),
        tekst_digest(lezer(1), "2026-0002", TEKST),
        tekst_digest(lezer(1), "2026-0001", f"{TEKST} "),
    }
    assert len({eerste, *anderen}) == 4
    assert eerste == tekst_digest(lezer(1), "2026-0001", TEKST)
