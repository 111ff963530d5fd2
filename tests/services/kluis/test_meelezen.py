"""Reading along while somebody else works: nothing can be written, what is new is seen, and it comes free."""

from __future__ import annotations

import errno
from collections.abc import Iterator

import pytest
from factories import MEDEWERKER, REGIE, Bureau
from proefwaarden import WACHTWOORD

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import AlleenLezen, KluisInGebruik
from zvh_desktop.models.keuzes import PoortStand, Rol
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.werkplek.rechten import ALLEEN_LEZEN, LEZEND, Recht, heeft_recht


@pytest.fixture
def lezer(bureau: Bureau) -> Iterator[Diensten]:
    """The same vault once more, opened to read while the other works in it."""
    with open_kluis(bureau.map, MEDEWERKER, WACHTWOORD, alleen_lezen=True) as kluis:
        yield bouw_diensten(kluis, bureau.klok, "toets")


def test_wie_het_heeft_en_sinds_wanneer(bureau: Bureau, lezer: Diensten) -> None:
    with pytest.raises(KluisInGebruik, match=r"sinds \d\d-\d\d-\d{4} \d\d:\d\d.*alleen te lezen"):
        open_kluis(bureau.map, REGIE, WACHTWOORD)
    gezien = lezer.zorg.lees_mee()
    assert gezien.wie and gezien.computer and gezien.sinds is not None
    assert not gezien.vrij
    bureau.sluit()
    assert lezer.zorg.lees_mee().vrij


@pytest.mark.parametrize("nummer", [errno.EROFS, errno.EACCES])
def test_op_een_beveiligde_schijf_werkt_er_niemand_wat_er_ook_op_het_briefje_staat(
    bureau: Bureau, lezer: Diensten, monkeypatch: pytest.MonkeyPatch, nummer: int
) -> None:
    """A killed program leaves its note, and a stick with the switch on is not a vault that somebody has open."""

    def mag_niet(*_: object, **__: object) -> None:
        raise OSError(nummer, "geweigerd")

    assert not lezer.zorg.lees_mee().beschermd
    monkeypatch.setattr("zvh_desktop.database.bestand.vergrendelbestand.FileLock.acquire", mag_niet)
    gezien = lezer.zorg.lees_mee()
    assert (gezien.vrij, gezien.beschermd, bool(gezien.wie)) == (False, True, True)


def test_wat_de_ander_bewaart_is_hier_te_zien_en_de_poort_blijft_heel(bureau: Bureau, lezer: Diensten) -> None:
    eerder = lezer.zorg.lees_mee().laatste
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    assert lezer.zorg.lees_mee().laatste > eerder
    assert [regel.id for regel in lezer.casussen.lijst()] == [casus]
    with lezer.werkplek.kluis.lees_sessies() as sessie:
        inzicht(sessie).eis_heel()
    standen = {rij.kort: rij.stand for rij in lezer.oordelen.blad(casus)}
    assert standen["Politie"] is PoortStand.RECHTMATIG


def test_er_kan_niets_en_elke_knop_zegt_waarom(bureau: Bureau, lezer: Diensten) -> None:
    for recht in Recht:
        assert lezer.mag(recht).mag == (recht in LEZEND and heeft_recht({Rol.MEDEWERKER}, recht))
        if recht not in LEZEND:
            assert lezer.mag(recht).reden == ALLEEN_LEZEN
    with pytest.raises(AlleenLezen):
        lezer.aanmeldingen.nieuw(bureau.aanmelding_invoer())
    assert lezer.sessie.alleen_lezen
    assert not lezer.zorg.verzorg_kopieen()


def test_een_nieuwe_sleutel_wordt_gezien(bureau: Bureau, lezer: Diensten) -> None:
    bureau.kluis.sleutels.vernieuw_databasesleutel()
    assert lezer.zorg.lees_mee().verlopen
