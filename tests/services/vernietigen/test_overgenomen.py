"""Ticks of overnemen when a file goes: its own are gone, those of another casus of the same overleg still hold."""

from __future__ import annotations

from opruimhulp import Gesloten, vernietiger

from zvh_desktop.models.keuzes import VernietigSoort


def test_wat_van_een_ander_is_overgenomen_blijft_overgenomen(gesloten: Gesloten) -> None:
    bureau, casus, ander = gesloten.bureau, gesloten.casus, gesloten.ander
    dienst = bureau.diensten().overnemen
    (tafel,) = {regel.id for regel in bureau.tafels.lijst()}
    nummers = {bureau.nummer(casus), bureau.nummer(ander)}
    for regel in dienst.lijst(tafel):
        assert regel.casusnummer in nummers
        if regel.systeem != "Amazone":
            dienst.vink_af(regel.punt_id, regel.systeem)
    vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)
    over = {regel.systeem: (regel.overgenomen, regel.eerder) for regel in bureau.diensten().overnemen.lijst(tafel)}
    assert over == {"GCOS": (True, False), "Vis2": (True, False), "Amazone": (False, False)}
    assert bureau.waarde("SELECT count(*) FROM overname") == 2
