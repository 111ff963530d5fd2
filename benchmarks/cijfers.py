"""The figures of ten years of 1,500 cases each, with what was discussed, against counting the cases by year alone."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, text

from benchmarks.kluizen import GEBRUIKER, WACHTWOORD, Kluizen
from benchmarks.meting import MILLI, Uitslag, duur, mediaan, ms, om_en_om, rustig
from benchmarks.vloeiend import HOOGSTENS as STIL
from benchmarks.vloeiend import Wacht, zet_op
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.services.cijfers.tijdvak import Tijdvak, laatste_kwartaal
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.klembord import Klembord
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.pages.rapportage.rapportage import RapportagePagina

JAREN, PER_JAAR = 10, 1_500
CASUSSEN = 20_000
HOOGSTENS = 1.0
KEREN = 5
_BEHOUD = JAREN * PER_JAAR
_SPREID = (
    "DELETE FROM casus WHERE id > :behoud AND NOT EXISTS (SELECT 1 FROM agendapunt a WHERE a.casus_id = casus.id)",
    "UPDATE casus SET geopend_op = (:jaar - id % :jaren) || '-' || printf('%02d', 1 + id % 9) || '-05', "
    "gesloten_op = (:jaar - id % :jaren) || '-' || printf('%02d', 3 + id % 9) || '-20', status = 'afgeschaald' "
    "WHERE id <= :behoud",
    "UPDATE betrokkene SET gemeente = coalesce((SELECT p.naam FROM partij p WHERE p.groep = 'gemeente' "
    "AND p.id % 7 = betrokkene.id % 7 LIMIT 1), '') WHERE casus_id IS NOT NULL",
    "INSERT INTO fasestap (casus_id, van, naar, op) SELECT id, fase, fase, gesloten_op FROM casus WHERE id <= :behoud",
)
_KAAL = "SELECT substr(geopend_op, 1, 4), count(*) FROM casus GROUP BY 1"


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line: ten years on the screen."""
    kluismap = kluizen.los_bestand("cijfers.kluis")
    shutil.rmtree(kluismap, ignore_errors=True)
    shutil.copytree(kluizen.map_van(CASUSSEN), kluismap)
    with open_kluis(kluismap, GEBRUIKER, WACHTWOORD) as kluis:
        diensten = bouw_diensten(kluis)
        jaar = laatste_kwartaal(diensten.werkplek.vandaag())[0] - 1
        with kluis.engine.begin() as verbinding:
            _spreid(verbinding, jaar)
        tijdvak = Tijdvak((jaar - JAREN + 1, 1), (jaar, 4))
        with kluis.lees_sessies() as sessie:
            gemeten, kale = om_en_om(
                partial(duur, partial(diensten.cijfers.rapport, tijdvak)),
                partial(duur, partial(_tel_kaal, sessie.connection())),
                keren=KEREN,
            )
        haper = _haper(diensten, tijdvak, kluizen.los_bestand("rapportage.ini"))
    eigen, kaal = rustig(gemeten), rustig(kale)
    return [
        Uitslag(
            f"jaarcijfers, {JAREN} jaar van {PER_JAAR} casussen",
            ms(eigen),
            ms(kaal),
            f"{eigen / kaal:.1f}x",
            f"{HOOGSTENS * MILLI:.0f} ms",
            eigen <= HOOGSTENS,
        ),
        haper,
    ]


def _haper(diensten: Diensten, tijdvak: Tijdvak, ini: Path) -> Uitslag:
    """The longest time that the window does not answer while Rapportage is read, drawn and given out."""
    thema, opruimer, taken = zet_op()
    gereedschap = Gereedschap(taken, Meldingen(), Instellingen(ini), Klembord())
    pagina = RapportagePagina(diensten, gereedschap)
    pagina.resize(1280, 800)
    pagina.show()
    wacht = Wacht(taken)
    try:
        rust = mediaan([wacht.rust() for _ in range(3)])
        lezen = [wacht.langste(partial(diensten.cijfers.rapport, tijdvak), pagina.cijfers.zet) for _ in range(KEREN)]
        geven = wacht.langste(partial(diensten.cijfers.geef_uit, tijdvak))
    finally:
        taken.stop_alles()
        opruimer.stop()
        pagina.maak_leeg()
        pagina.hide()
        thema.deleteLater()
    langste = max(mediaan(lezen), geven)
    return Uitslag(
        f"langste haper: rapportage van {JAREN} jaar, lezen en uitgeven",
        ms(langste),
        ms(rust),
        "",
        f"{STIL * MILLI:.0f} ms",
        langste <= STIL,
    )


def _spreid(verbinding: Connection, jaar: int) -> None:
    waarden = {"jaar": jaar, "jaren": JAREN, "behoud": _BEHOUD}
    for opdracht in _SPREID:
        verbinding.execute(text(opdracht), {naam: w for naam, w in waarden.items() if f":{naam}" in opdracht})


def _tel_kaal(verbinding: Connection) -> int:
    return len(verbinding.execute(text(_KAAL)).all())
