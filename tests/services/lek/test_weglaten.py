"""Which texts are looked at, and that leaving something out goes well with a restriction on the same text."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.weging import Beperkt, Weggelaten, Weging, weeg
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
    anders = weeg(Stuk((), f"{TEKST} Meer."), Weging(weggelaten=(Weggelaten(TEKST, (EERSTE,)),)))
    assert anders.slot == f"{TEKST} Meer.", "another text is not touched"


def test_wat_beperkt_is_blijft_weg_ook_als_er_iets_anders_uit_gaat() -> None:
    beperkt = (Beperkt("", ("Geheim woord",)),)
    stuk = weeg(Stuk((), TEKST), Weging(beperkt, "[beperkt]", (), (Weggelaten(TEKST, (EERSTE,)),)))
    assert "Geheim" not in stuk.slot and "[beperkt]" in stuk.slot
    assert "06-55012345" not in stuk.slot, "the places are other ones now: left out wherever it stands"


def test_wat_is_ingevuld_gaat_eruit_waar_het_ook_staat_ook_over_twee_regels() -> None:
    brief = Stuk((Punt("2026-0001", "", "Wij schreven: woont Dorpsweg 1,\n1234 AB Voorbeeldstad."),), "Dorpsweg 10")
    uit = weeg(brief, Weging(overal=("Dorpsweg 1, 1234 AB Voorbeeldstad",)))
    assert uit.punten[0].nieuw_veld == "Wij schreven: woont [weggelaten]."
    assert uit.slot == "Dorpsweg 10"


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
