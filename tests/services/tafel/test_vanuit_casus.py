"""A casus put on an agenda from its own page: who was there last time is proposed, and each goes through the gate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import BEHEER, Bureau, ProefKlok, kopieer
from sqlalchemy import text

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.keuzes import CasusId, OverlegId
from zvh_desktop.services.tafel.vanuit_casus import VanuitCasusService


@pytest.fixture
def bureau(twents_sjabloon: Path, tmp_path: Path) -> Iterator[Bureau]:
    gemaakt = Bureau(kopieer(twents_sjabloon, tmp_path / "proef.kluis"), ProefKlok())
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def dienst(bureau: Bureau) -> VanuitCasusService:
    return bureau.agenda.vanuit_casus


def aan_de_agenda(bureau: Bureau, overleg_id: OverlegId, casus_id: CasusId) -> set[str]:
    """The short names of who sits there by the agenda."""
    (punt,) = (een for een in bureau.agenda.toon(overleg_id).punten if een.casus_id == casus_id)
    namen = {bureau.partij(kort): kort for kort in ("Politie", "OM", "Enschede")}
    zitten = bureau.werkplek.kluis.sessies()
    with zitten as sessie:
        rijen = sessie.execute(text("SELECT partij_id FROM deelname WHERE agendapunt_id = :p"), {"p": punt.id})
        return {namen[partij_id] for (partij_id,) in rijen}


def test_komende_agendas_waar_de_casus_nog_niet_op_staat(bureau: Bureau, dienst: VanuitCasusService) -> None:
    casus = bureau.casus()
    verder, eerst, al_op = bureau.tafel(bureau.klok.over(40)), bureau.tafel(), bureau.tafel(bureau.klok.over(30))
    bureau.punt(al_op, casus)
    assert [een.overleg_id for een in dienst.agendas(casus)] == [eerst, verder]
    assert all(een.mag and not een.reden for een in dienst.agendas(casus))
    bureau.klok.verder(dagen=25)
    assert [een.overleg_id for een in dienst.agendas(casus)] == [verder]


def test_waar_de_fase_het_niet_toelaat_staat_waarom(bureau: Bureau, dienst: VanuitCasusService) -> None:
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding("T. Testpersoon"))
    overleg = bureau.tafel()
    (agenda,) = dienst.agendas(casus)
    assert not agenda.mag and agenda.reden
    with pytest.raises(GebruikersFout):
        dienst.zet_op(casus, overleg, ())
    assert bureau.waarde("SELECT count(*) FROM agendapunt") == 0


def test_wie_er_de_vorige_keer_was_gaat_opnieuw_door_de_poort(bureau: Bureau, dienst: VanuitCasusService) -> None:
    casus = bureau.casus()
    eerder = bureau.tafel()
    bureau.punt(eerder, casus, "Politie", "OM")
    nieuw = bureau.tafel(bureau.klok.over(40))
    assert [(een.naam, een.mag) for een in dienst.vorige_keer(casus, nieuw).partijen] == [
        (naam, True) for naam in sorted_namen(bureau, "OM", "Politie")
    ]
    bureau.oordeel(casus, "OM", tot=bureau.klok.over(30))
    vorige = dienst.vorige_keer(casus, nieuw)
    assert vorige.op == bureau.klok.over(21)
    mag = {een.partij_id: (een.mag, bool(een.reden)) for een in vorige.partijen}
    assert mag == {
        bureau.partij("OM"): (False, True),
        bureau.partij("Politie"): (True, mag[bureau.partij("Politie")][1]),
    }
    uitkomst = dienst.zet_op(casus, nieuw, [bureau.partij("OM"), bureau.partij("Politie"), bureau.partij("Enschede")])
    assert uitkomst.erbij == ("Politie",) and len(uitkomst.niet) == 2
    assert aan_de_agenda(bureau, nieuw, casus) == {"Politie"}
    with pytest.raises(InvoerOngeldig, match="staat al op deze agenda"):
        dienst.zet_op(casus, nieuw, ())


def sorted_namen(bureau: Bureau, *korte_namen: str) -> list[str]:
    """Their names in the order of the register."""
    ids = sorted(bureau.partij(kort) for kort in korte_namen)
    namen = {regel.id: regel.naam for regel in bureau.diensten().partijen.lijst()}
    return [namen[een] for een in ids]


def test_een_casus_die_nog_nergens_op_stond_stelt_niemand_voor(bureau: Bureau, dienst: VanuitCasusService) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    vorige = dienst.vorige_keer(casus, overleg)
    assert vorige.op is None and vorige.partijen == ()
    assert dienst.zet_op(casus, overleg, ()).erbij == ()


def test_alleen_wie_agendas_maakt_zet_erop(bureau: Bureau) -> None:
    casus, overleg = bureau.casus(), bureau.tafel()
    bureau.als(BEHEER)
    with pytest.raises(NietBevoegd):
        VanuitCasusService(bureau.werkplek).zet_op(casus, overleg, ())
