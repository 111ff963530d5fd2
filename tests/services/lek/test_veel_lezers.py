"""What readers may know of many casussen is asked of the vault at once: over a line every question is a wait."""

from __future__ import annotations

import pytest
from factories import Bureau
from lekrond import laat_alles_mee
from sqlteller import geteld

from zvh_desktop.services.lek.bekend import Lezers
from zvh_desktop.services.lek.gegevens import LekOpen
from zvh_desktop.services.lek.lezers import naar_elders
from zvh_desktop.services.werkplek.rechten import Recht


def test_veel_rijen_kosten_niet_meer_vragen_dan_een(bureau: Bureau) -> None:
    nummers = [bureau.nummer(bureau.casus(f"Testpersoon {naam}")) for naam in ("Een", "Twee", "Drie", "Vier", "Vijf")]
    dienst = bureau.diensten().verzoeken.rijen
    dienst.weeg(((nummers[0], "Rustig."),))
    with geteld(bureau.kluis) as een:
        dienst.weeg(((nummers[0], "Rustig."),))
    with geteld(bureau.kluis) as alle:
        assert len(dienst.weeg(tuple((nummer, f"Rustig over {nummer}.") for nummer in nummers))) == len(nummers)
    assert alle.aantal == een.aantal


def test_bij_veel_rijen_wordt_gezegd_hoe_ver_het_is_en_een_keer_gevraagd(bureau: Bureau) -> None:
    rijen = tuple((f"Bel 06-550123{nummer // 100:02} voor nummer {nummer} van de rij.",) for nummer in (0, 300, 700))
    tussen = (("Rustig.",),) * 300
    alle = (("Wat",), rijen[0], *tussen, rijen[1], *tussen, rijen[2])
    dienst, gemeld = bureau.diensten().verzoeken.rijen, list[tuple[int, int, str]]()
    with pytest.raises(LekOpen) as gevangen:
        dienst.weeg(alle, voortgang=lambda *hoe_ver: gemeld.append(hoe_ver))
    assert gemeld == [(gedaan, 603, f"Nagekeken: {gedaan} van 603 regels") for gedaan in (0, 250, 500)], (
        "without the headings"
    )
    assert [een.gevonden for een in gevangen.value.bevindingen] == ["06-55012300", "06-55012303", "06-55012307"]
    laat_alles_mee(bureau, lambda: dienst.weeg(alle))
    assert dienst.weeg(alle) == alle


def test_samen_gelezen_is_wat_los_wordt_gelezen(bureau: Bureau) -> None:
    tafel = bureau.tafel()
    een, twee, los = (bureau.casus(f"Testpersoon {naam}") for naam in ("Een", "Twee", "Drie"))
    bureau.punt(tafel, een, "Politie", "OM")
    bureau.punt(tafel, twee, "Politie")
    nummers = [*map(bureau.nummer, (een, twee, los)), "2019-9999"]
    aan = naar_elders("een ander huis", "proef")
    with bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        samen = Lezers(sessie)
        samen.lees_vooraf([*nummers, "", nummers[0]])
        for nummer in nummers:
            assert samen.bij(aan, nummer) == Lezers(sessie).bij(aan, nummer)
        politie, om = (int(bureau.partij(kort)) for kort in ("Politie", "OM"))
        assert samen.bij(aan, nummers[0]).partijen == {politie, om}
        assert samen.bij(aan, nummers[1]).partijen == {politie}
        assert samen.bij(aan, nummers[2]).partijen == samen.bij(aan, nummers[3]).partijen == frozenset()
