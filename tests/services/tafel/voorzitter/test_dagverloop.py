"""What a point that runs over does to the rest of the day, and whom somebody has to call."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from factories import Bureau

from zvh_desktop.models.keuzen.ordekeuzes import WensSoort
from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, PartijId
from zvh_desktop.services.tafel.volgorde.wens_gegevens import WensInvoer
from zvh_desktop.services.tafel.voorzitter.dagverloop import Dagplan, Dagpunt, Dagverloop, reken_dag
from zvh_desktop.services.tafel.voorzitter.voorzitterdienst import VoorzitterService

DAG = datetime.combine(date(2026, 12, 15), time(9))
A, B, C = PartijId(1), PartijId(2), PartijId(3)
NAMEN = {A: "Politie", B: "OM", C: "GGD"}


def om(uur: int, minuut: int = 0) -> datetime:
    return DAG.replace(hour=uur, minute=minuut)


def punt(nummer: int, begin: datetime | None, *partijen: PartijId, **anders: object) -> Dagpunt:
    gegevens: dict[str, object] = {"minuten": 20, **anders}
    return Dagpunt(AgendapuntId(nummer), f"punt {nummer}", partijen=partijen, gepland=begin, **gegevens)  # type: ignore[arg-type]


def dag(nu: datetime, *punten: Dagpunt, kan_tot: dict[PartijId, datetime] | None = None) -> Dagverloop:
    return reken_dag(punten, nu, Dagplan(NAMEN, kan_tot or {}, om(10)))


def test_uitloop_schuift_alles_wat_nog_komt() -> None:
    verloop = dag(
        om(9, 32),
        punt(1, om(9), A, gestart_op=om(9)),
        punt(2, om(9, 20), B),
        punt(3, om(9, 40), A, C),
    )
    assert [(een.verwacht, een.later) for een in verloop.punten] == [(om(9, 32), 12), (om(9, 52), 12)]
    assert (verloop.klaar, verloop.uitloop) == (om(10, 12), 12)
    assert [een.partij for een in verloop.te_waarschuwen] == ["OM", "GGD"]
    assert verloop.te_waarschuwen[0].zin == "09:32-09:52 in plaats van 09:20-09:40"


def test_wie_aan_tafel_zit_hoort_het_daar() -> None:
    verloop = dag(om(9, 32), punt(1, om(9), A, gestart_op=om(9)), punt(2, om(9, 40), A))
    assert verloop.te_waarschuwen == ()


def test_een_punt_dat_nog_loopt_neemt_de_tijd_die_is_gepland() -> None:
    verloop = dag(om(9, 15), punt(1, om(9), A, gestart_op=om(9, 10)), punt(2, om(9, 20), B))
    assert verloop.punten[0].verwacht == om(9, 30)


def test_wie_voorloopt_wacht_op_wie_is_uitgenodigd() -> None:
    verloop = dag(
        om(9, 5), punt(1, om(9), A, gestart_op=om(9), afgerond_op=om(9, 5)), punt(2, om(9, 20), B), punt(3, None, C)
    )
    assert [een.verwacht for een in verloop.punten] == [om(9, 20), om(9, 40)]
    assert verloop.verschuivingen == ()
    assert verloop.uitloop == 0


def test_wie_niet_zo_lang_kan_wordt_gewaarschuwd_ook_aan_tafel() -> None:
    verloop = dag(
        om(9, 30),
        punt(1, om(9), A, gestart_op=om(9)),
        punt(2, om(9, 20), A),
        kan_tot={A: om(9, 45)},
    )
    (een,) = verloop.te_waarschuwen
    assert "kan maar tot 09:45" in een.zin


def test_een_onderbroken_punt_komt_terug_met_de_tijd_die_over_is() -> None:
    half = punt(1, om(9), A, gestart_op=om(9), afgerond_op=om(9, 8), onderbroken=True)
    verloop = dag(om(9, 30), punt(2, om(9, 20), B, gestart_op=om(9, 20)), half)
    assert [(een.id, een.verwacht, een.einde) for een in verloop.punten] == [(1, om(9, 40), om(9, 52))]


def test_een_minuut_is_niemand_waard() -> None:
    verloop = dag(om(9, 24), punt(1, om(9), A, gestart_op=om(9)), punt(2, om(9, 20), B))
    assert verloop.verschuivingen == ()


def test_van_een_echt_overleg(bureau: Bureau) -> None:
    casussen = [bureau.casus(naam) for naam in ("Oefenman A", "Voorbeeldsma B")]
    overleg = bureau.tafel(bureau.klok.vandaag)
    een, _ = bureau.punt(overleg, casussen[0], "Politie"), bureau.punt(overleg, casussen[1], "OM", "Politie")
    begin = bureau.tafels.toon(overleg).invoer.begin
    minuten = bureau.agenda.toon(overleg).punten[0].minuten
    tweede = (datetime.combine(bureau.klok.vandaag, begin) + timedelta(minutes=minuten)).time()
    klaar = (datetime.combine(bureau.klok.vandaag, tweede) + timedelta(minutes=5)).time()
    bureau.agenda.wensen.voeg_toe(overleg, WensInvoer(WensSoort.TOT, partij_id=bureau.partij("OM"), tijd=klaar))
    bureau.akkoord(overleg)
    gang = VoorzitterService(bureau.werkplek)
    assert gang.dag(overleg) is None
    bureau.klok.verder(minuten=30)  # from nine o'clock to the begin
    bureau.verslagen.start_punt(een)
    bureau.verslagen.zet_aanwezigheid(een, bureau.partij("Politie"), Aanwezigheid.AANWEZIG)
    bureau.klok.verder(minuten=minuten + 9)
    verloop = gang.dag(overleg)
    assert verloop is not None
    (volgend,) = verloop.punten
    assert (volgend.titel.split()[0], volgend.later) == (bureau.nummer(casussen[1]), 9)
    assert [wie.partij for wie in verloop.te_waarschuwen] == ["OM"]
    assert f"{klaar:%H:%M}" in verloop.te_waarschuwen[0].zin
    bureau.klok.verder(dagen=1)
    assert gang.dag(overleg) is None
