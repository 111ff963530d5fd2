"""Destroy one case in a large vault, against the bare recipe (KLUIS 4): delete, erase, copy under a new key."""

from __future__ import annotations

import time
from datetime import timedelta

from sqlalchemy import text

from benchmarks.kluizen import GEBRUIKER, WACHTWOORD, Kluizen
from benchmarks.meting import Uitslag, duur, mediaan, ms, om_en_om, rustig, verhouding
from benchmarks.vloeiend import HOOGSTENS as STIL
from benchmarks.vloeiend import Wacht, zet_op
from zvh_desktop.database.bestand.wissen import wis_resten
from zvh_desktop.database.kluis import OpenKluis, open_kluis
from zvh_desktop.database.kopie.kopie import kopieer_database, verwijder_database
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.database.vernietigen.wegdoen import Dossier, zonder_wachters
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.eindekeuzes import EindeSoort
from zvh_desktop.models.keuzes import CasusId, VernietigSoort
from zvh_desktop.services.casus.einden import beeindig_casus
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.werkplek.klok import systeemklok
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import haal

CASUSSEN = 20_000
HOOGSTENS = 2.0
KEREN, WARM = 5, 2
_TERMIJN_OVER = timedelta(days=2 * 365)
_BEWAAR = {"bewaar_beeindigd": "1 jaar", "bewaar_beeindigd_bron": "meting"}
_VAN_DE_AGENDA = "DELETE FROM agendapunt WHERE casus_id = :c"
_KAAL = ("actie", "betrokkene", "triage", "agendapunt", "oordeel")


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """The time of it, each time of another case of the same vault; and how long the window does not answer then."""
    kluismap = kluizen.kopie("vernietigen", CASUSSEN)
    casussen = [CasusId(7 * nummer) for nummer in range(1, 2 * (KEREN + WARM) + 2)]
    with open_kluis(kluismap, GEBRUIKER, WACHTWOORD) as kluis:
        _eindig(kluis, casussen)
        diensten = bouw_diensten(kluis)
        diensten.bevestig(WACHTWOORD)
        diensten.termijnbesluit.onderteken()
        over = iter(casussen)

        def eigen() -> float:
            diensten.bevestig(WACHTWOORD)
            return duur(lambda: diensten.vernietigen.doe(next(over), VernietigSoort.VERNIETIGEN))

        gemeten, kale = om_en_om(eigen, lambda: _kaal(kluis, next(over)), keren=KEREN, warm=WARM)
        haper = _haper(diensten, next(over))
    return [
        verhouding(f"casus vernietigen, {CASUSSEN} casussen", rustig(gemeten), rustig(kale), HOOGSTENS),
        haper,
    ]


def _haper(diensten: Diensten, casus: CasusId) -> Uitslag:
    """With its progress told, as the window has it."""
    thema, opruimer, taken = zet_op()
    wacht, zinnen = Wacht(taken), set[str]()

    def hoe_ver(_gedaan: int, _totaal: int, zin: str) -> None:
        zinnen.add(zin)

    try:
        rust = mediaan([wacht.rust() for _ in range(3)])
        diensten.bevestig(WACHTWOORD)
        langste = wacht.langste(lambda: diensten.vernietigen.doe(casus, VernietigSoort.VERNIETIGEN, hoe_ver))
    finally:
        taken.stop_alles()
        opruimer.stop()
        thema.deleteLater()
    wat = f"langste haper: casus vernietigen, voortgang in {len(zinnen)} zinnen"
    return Uitslag(wat, ms(langste), ms(rust), "", ms(STIL), langste <= STIL)


def _eindig(kluis: OpenKluis, casussen: list[CasusId]) -> None:
    """They ended two years ago, and that was signed then."""
    with kluis.engine.begin() as verbinding:
        for sleutel, waarde in _BEWAAR.items():
            verbinding.execute(
                text("INSERT INTO instelling (sleutel, waarde) VALUES (:s, :w)"), {"s": sleutel, "w": waarde}
            )
        for casus in casussen:
            verbinding.execute(text(_VAN_DE_AGENDA), {"c": casus})
    toen = bouw_diensten(kluis, lambda: systeemklok() - _TERMIJN_OVER)
    toen.bevestig(WACHTWOORD)
    with toen.werkplek.schrijf(Recht.TRIAGE_AFRONDEN, "casus beëindigd", "casus") as werk:
        for casus in casussen:
            rij = haal(werk.sessie, Casus, casus, "Deze casus")
            beeindig_casus(toen.werkplek, werk.sessie, rij, EindeSoort.PROCESREGIE_ELDERS, bij="een ander")


def _kaal(kluis: OpenKluis, casus: CasusId) -> float:
    with kluis.engine.begin() as verbinding, zonder_wachters(verbinding, Dossier(casus, None)):
        begin = time.perf_counter()
        for tabel in (*_KAAL, "casus_einde"):
            verbinding.execute(text(f"DELETE FROM {tabel} WHERE casus_id = :c"), {"c": casus})  # noqa: S608
        verbinding.execute(text("DELETE FROM casus WHERE id = :c"), {"c": casus})
        rijen = time.perf_counter() - begin
    return rijen + duur(lambda: _wis(kluis))


def _wis(kluis: OpenKluis) -> None:
    wis_resten(kluis.engine)
    doel = kluis.databasepad.with_name("meting.sqlite")
    kopieer_database(kluis.databasepad, kluis.databasesleutel, doel, willekeurig())
    verwijder_database(doel)
