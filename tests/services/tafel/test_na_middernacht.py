"""An overleg ends on the day on which it begins; an agenda that runs on later gives times of the next day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.uitnodigen.stukken import moment_van


@pytest.mark.parametrize(("begin", "einde"), [(time(22), time(1)), (time(9), time(9)), (time(9), time(0))])
def test_een_overleg_over_middernacht_wordt_geweigerd(bureau: Bureau, begin: time, einde: time) -> None:
    with pytest.raises(InvoerOngeldig, match="op dezelfde dag, op zijn laatst om 23:59") as fout:
        bureau.tafel(begin=begin, einde=einde)
    assert fout.value.veld == "einde"


def test_een_agenda_die_uitloopt_eindigt_op_de_volgende_dag() -> None:
    overleg = Overleg(datum=date(2026, 12, 15), begin=time(22), einde=time(23, 30))
    assert moment_van(overleg, time(22)) == datetime(2026, 12, 15, 21, 0, tzinfo=UTC)
    assert moment_van(overleg, time(23, 30)) == datetime(2026, 12, 15, 22, 30, tzinfo=UTC)
    assert moment_van(overleg, time(0, 30)) == datetime(2026, 12, 15, 23, 30, tzinfo=UTC)
