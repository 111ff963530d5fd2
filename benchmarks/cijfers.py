"""The figures of ten years of 1,500 cases each, with what was discussed, against counting the cases by year alone."""

from __future__ import annotations

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
from zvh_desktop.ui.pages.rapportage.tijdvakkeuze import Tijdvaksoort

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
    """Ten years counted, and on the screen."""
    kluismap = kluizen.kopie("cijfers", CASUSSEN)
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
        *haper,
    ]


def _haper(diensten: Diensten, tijdvak: Tijdvak, ini: Path) -> list[Uitslag]:
    """How long it takes until other figures stand there, and the longest time that the window does not answer.

    The page as it is: every table with its chart, the casussen that were closed, and another period of ten years.
    """
    thema, opruimer, taken = zet_op()
    gereedschap = Gereedschap(taken, Meldingen(), Instellingen(ini), Klembord())
    pagina = RapportagePagina(diensten, gereedschap)
    pagina.resize(1280, 800)
    pagina.show()
    wacht = Wacht(taken)
    try:
        rust = mediaan([wacht.rust() for _ in range(3)])
        eerste = wacht.tot_rust(pagina.vernieuw)
        wissels = [wacht.tot_rust(partial(_kies, pagina, een)) for een in _tijdvakken(tijdvak)]
        bladeren = [wacht.tot_rust(partial(_blader, pagina, blad)) for blad in range(pagina.cijfers.welke.count())]
        bladeren += [wacht.tot_rust(partial(pagina.bladen.setCurrentIndex, blad)) for blad in (2, 1, 0)]
        geven = wacht.langste(partial(diensten.cijfers.geef_uit, tijdvak))
    finally:
        taken.stop_alles()
        opruimer.stop()
        pagina.maak_leeg()
        pagina.hide()
        thema.deleteLater()
    duurt = rustig([een.duur for een in wissels])
    langste = max(mediaan([een.langste for een in wissels]), eerste.langste, *(een.langste for een in bladeren), geven)
    return [
        Uitslag(
            f"ander tijdvak tot het er staat, {JAREN} jaar",
            ms(duurt),
            "",
            "",
            f"{HOOGSTENS * MILLI:.0f} ms",
            duurt <= HOOGSTENS,
        ),
        Uitslag(
            f"langste haper: rapportage van {JAREN} jaar, met tabellen, staven en uitgeven",
            ms(langste),
            ms(rust),
            "",
            f"{STIL * MILLI:.0f} ms",
            langste <= STIL,
        ),
    ]


def _tijdvakken(tijdvak: Tijdvak) -> list[Tijdvak]:
    """All of it, and without its last quarter: by turns, so that each is another one than stands there."""
    korter = Tijdvak(tijdvak.van, (tijdvak.tot[0], tijdvak.tot[1] - 1))
    return [tijdvak, korter] * KEREN


def _kies(pagina: RapportagePagina, tijdvak: Tijdvak) -> None:
    """As somebody who chooses in the lists."""
    keuze = pagina.keuze
    keuze.soort.setCurrentIndex(keuze.soort.findData(Tijdvaksoort.EIGEN.value))
    for veld, kwartaal in ((keuze.van, tijdvak.van), (keuze.tot, tijdvak.tot)):
        veld.setCurrentText(Tijdvak(kwartaal, kwartaal).naam)


def _blader(pagina: RapportagePagina, blad: int) -> None:
    pagina.cijfers.welke.setCurrentIndex(blad)


def _spreid(verbinding: Connection, jaar: int) -> None:
    waarden = {"jaar": jaar, "jaren": JAREN, "behoud": _BEHOUD}
    for opdracht in _SPREID:
        verbinding.execute(text(opdracht), {naam: w for naam, w in waarden.items() if f":{naam}" in opdracht})


def _tel_kaal(verbinding: Connection) -> int:
    return len(verbinding.execute(text(_KAAL)).all())
