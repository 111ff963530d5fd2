"""Check first, sign last: what is missing is said before the password is asked, for everything that is signed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factories import Bureau

from zvh_desktop.errors import BevestigingNodig, GebruikersFout
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer


def _agenda(bureau: Bureau) -> None:
    bureau.agenda.geef_akkoord(bureau.tafel())


def _verslag(bureau: Bureau) -> None:
    overleg = bureau.tafel(bureau.klok.vandaag)
    bureau.punt(overleg, bureau.casus(), "Politie")
    bureau.akkoord(overleg)
    bureau.werkplek._bevestigd_tot = None
    bureau.verslagen.stel_vast(overleg)


def _plan(bureau: Bureau) -> None:
    bureau.plannen.stel_vast(bureau.plannen.begin(bureau.casus()))


def _afschaling(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.afschalingen.bewaar(casus, AfschalingInvoer())
    bureau.afschalingen.besluit(casus, "overleg")


@pytest.mark.parametrize("teken", [_agenda, _verslag, _plan, _afschaling])
def test_wat_ontbreekt_wordt_gezegd_voor_het_wachtwoord(bureau: Bureau, teken: Callable[[Bureau], None]) -> None:
    with pytest.raises(GebruikersFout) as fout:
        teken(bureau)
    assert not isinstance(fout.value, BevestigingNodig)
