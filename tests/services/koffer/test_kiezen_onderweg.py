"""In a koffer nothing is asked that cannot be recorded there: it says that it is done at the office."""

from __future__ import annotations

import pytest
from kofferhulp import Kantoor

from zvh_desktop.errors import NietBevoegd
from zvh_desktop.services.lek.gegevens import LekNietHier
from zvh_desktop.services.overnemen.gegevens import Overneemdeel


def test_in_een_koffer_opent_niets_een_keuze_die_daar_niet_te_maken_is(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    nummer = kantoor.bureau.nummer(kantoor.een)
    with kantoor.laptop() as diensten:
        with pytest.raises(NietBevoegd, match="Dit is een koffer"):
            diensten.verzoeken.rijen.weeg(((nummer, "Bel 06-55012345 gerust."),))
        deel = Overneemdeel("Beeld", "Bel 06-55012345 gerust.", systeem="Proefsysteem")
        with pytest.raises(LekNietHier, match="Dit is een koffer"):
            diensten.overnemen.om_te_kopieren(nummer, (deel,))
