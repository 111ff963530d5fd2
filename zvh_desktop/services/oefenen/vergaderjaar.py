"""A year of meetings without casussen in a practice vault: each kind of the house, as often as its convenant says.

They are prepared, attended, decided and signed like real ones, and one of each kind lies ahead. Nothing in them is
about a casus: the services refuse it, and the demo reads every document back.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from zvh_desktop.models.bestuurskeuzes import BesluitUitkomst, Stem
from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, OverlegBesluitId, OverlegId, Rol
from zvh_desktop.models.profiel.huisprofiel import Overlegsoort
from zvh_desktop.paths import lees_hulpbron
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, LidRegel, VoorstelInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.klok import werkdag_na, werkdag_voor
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.tafel.tafels import OverlegInvoer

JAAR, TOT = 365, 75
"""The year begins so many days ago; the last so many days are those of the casussen."""
_WEKEN_PER_JAAR = 52
_UITGENODIGD = 2
_MEESTE = 12
_VOORAF = timedelta(days=21)
_BEGIN, _EINDE = time(13), time(15)
_POSTVAK = "oefen.example"


def keren(soort: Overlegsoort) -> int:
    """How often this kind is held in a year of practice: what its convenant says, or else twice."""
    if soort.ritme is None:
        return 2
    if soort.ritme.weken:
        return max(1, _WEKEN_PER_JAAR // soort.ritme.weken)
    return max(1, soort.ritme.keer // soort.ritme.jaren)


def houd_vergaderjaar(ploeg: Oefenploeg) -> int:
    """Hold every meeting of the year that lies behind, or of each kind the last where nobody collects; how many."""
    data = tomllib.loads(lees_hulpbron("oefen/vergaderjaar.toml").decode())
    hoogstens = _MEESTE if ploeg.uitgifte is not None else 1
    dagen = sorted(
        (JAAR - (JAAR - TOT) * (nummer + 1) // keren(soort) + 7 * plaats, soort.sleutel)
        for plaats, soort in enumerate(_soorten(ploeg))  # a week apart, so that no two are on one day
        for nummer in range(keren(soort))[-hoogstens:]
    )
    for geleden, sleutel in reversed(dagen):
        _houd(ploeg, sleutel, werkdag_voor(ploeg.vandaag - timedelta(days=geleden)), data)
    return len(dagen)


def plan_volgende(ploeg: Oefenploeg, diensten: Diensten) -> int:
    """One of each kind ahead, with an agenda that is not finished; returns how many."""
    soorten = _soorten(ploeg)
    for nummer, soort in enumerate(soorten):
        dag = werkdag_na(ploeg.vandaag + timedelta(days=28 + 7 * nummer))
        overleg = diensten.overleggen.plan(_invoer(soort.sleutel, dag, "Vergaderzaal Oefendorp"))
        diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Opening", 5))
    return len(soorten)


def _soorten(ploeg: Oefenploeg) -> list[Overlegsoort]:
    return [soort for soort in ploeg.profiel.overlegsoorten if not soort.casuistiek]


def _invoer(sleutel: str, dag: date, plaats: str) -> OverlegInvoer:
    return OverlegInvoer(sleutel, dag, _BEGIN, _EINDE, plaats, "J. Oefenman")


def _houd(ploeg: Oefenploeg, sleutel: str, dag: date, data: Mapping[str, Any]) -> None:
    vooraf = (ploeg.vandaag - werkdag_voor(dag - _VOORAF)).days
    diensten = ploeg.op(vooraf, Rol.PROCESREGISSEUR)
    overleg = diensten.overleggen.plan(_invoer(sleutel, dag, data["plaats"]))
    _vul_zetels(ploeg, diensten, overleg)
    punten = _zet_agenda(diensten, overleg, data)
    _nodig_uit(ploeg, diensten, overleg, data)
    diensten = ploeg.teken_op((ploeg.vandaag - dag).days, _EINDE)
    _besluit(ploeg, diensten, overleg, punten, data)
    diensten.overleggen.stel_vast(overleg)
    if ploeg.uitgifte is not None:
        _deel_uit(ploeg, diensten.overleggen.agenda_pdf(overleg), diensten.overleggen.verslag_pdf(overleg))
    for brief in diensten.besluitenbrieven.lijst(overleg):
        _deel_uit(ploeg, diensten.besluitenbrieven.noteer_verstuurd(overleg, brief.soort))


def _vul_zetels(ploeg: Oefenploeg, diensten: Diensten, overleg: OverlegId) -> None:
    """An invented person for every seat of which the register knows none."""
    namen = ploeg.gegevens.namen
    for nummer, lid in enumerate(diensten.overleggen.toon(overleg).leden):
        if lid.invoer.email:
            continue
        achternaam = namen.achternamen[nummer % len(namen.achternamen)]
        wie = f"{namen.voorletters[(nummer + 1) % len(namen.voorletters)]} {achternaam}"
        adres = f"zetel{nummer}.{achternaam.lower()}@{_POSTVAK}"
        diensten.overlegleden.wijzig(lid.id, replace(lid.invoer, vertegenwoordiger=wie, email=adres))


def _zet_agenda(
    diensten: Diensten, overleg: OverlegId, data: Mapping[str, Any]
) -> list[tuple[AgendapuntId, OverlegBesluitId | None, Mapping[str, Any]]]:
    uit: list[tuple[AgendapuntId, OverlegBesluitId | None, Mapping[str, Any]]] = []
    for punt in data["punten"]:
        punt_id = diensten.overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer(punt["onderwerp"], 20))
        voorstel = punt.get("voorstel")
        besluit_id = diensten.besluitvorming.leg_voor(punt_id, VoorstelInvoer(voorstel)) if voorstel else None
        uit.append((punt_id, besluit_id, punt))
    return uit


def _nodig_uit(ploeg: Oefenploeg, diensten: Diensten, overleg: OverlegId, data: Mapping[str, Any]) -> None:
    """The first members are asked something and get their letter; the rest would be the same letter again."""
    leden = [lid.id for lid in diensten.overleggen.toon(overleg).leden[:_UITGENODIGD]]
    diensten.overlegleden.vraag_inbreng(leden, data["inbreng_vraag"])
    for stukken in diensten.overleguitnodigingen.noteer_verstuurd(leden):
        _deel_uit(ploeg, stukken.brief, stukken.agenda_item, stukken.concept)


def _besluit(
    ploeg: Oefenploeg,
    diensten: Diensten,
    overleg: OverlegId,
    punten: list[tuple[AgendapuntId, OverlegBesluitId | None, Mapping[str, Any]]],
    data: Mapping[str, Any],
) -> None:
    """Everybody is there but the last with a vote, who was asked and let know what he thinks."""
    leden = diensten.overleggen.toon(overleg).leden
    stemmers = [lid for lid in leden if lid.zetel.stemrecht]
    diensten.overlegleden.zet_aanwezigheid([lid.id for lid in leden], Aanwezigheid.AANWEZIG)
    weg = stemmers.pop()
    diensten.overlegleden.wijzig(
        weg.id,
        replace(
            weg.invoer,
            aanwezigheid=Aanwezigheid.SCHRIFTELIJK,
            inbreng_gevraagd_op=weg.invoer.inbreng_gevraagd_op or ploeg.klok().date(),
            inbreng=data["inbreng"],
        ),
    )
    diensten.overleggen.houd(overleg)
    for punt_id, besluit_id, punt in punten:
        diensten.overleggen.bewaar_verslag(punt_id, punt["verslag"])
        if besluit_id is not None:
            _neem(diensten, besluit_id, stemmers, stemmen=_stemt(ploeg, overleg, diensten) and "stemmen" in punt)


def _stemt(ploeg: Oefenploeg, overleg: OverlegId, diensten: Diensten) -> bool:
    sleutel = diensten.overleggen.toon(overleg).kop.invoer.soort
    return ploeg.profiel.overlegsoort(sleutel).stemregel.wijze == "meerderheid"


def _neem(diensten: Diensten, besluit_id: OverlegBesluitId, stemmers: list[LidRegel], *, stemmen: bool) -> None:
    uitslag = diensten.besluitvorming.leg_consensus_vast(besluit_id, bereikt=not stemmen)
    if stemmen:
        gegeven = {lid.id: Stem.TEGEN if nummer == 0 else Stem.VOOR for nummer, lid in enumerate(stemmers)}
        uitslag = diensten.besluitvorming.leg_stemmen_vast(besluit_id, gegeven)
    if uitslag.uitkomst is BesluitUitkomst.PATSTELLING:
        diensten.besluitvorming.leg_beslissing_elders_vast(besluit_id, "Het voorstel is aangenomen.")


def _deel_uit(ploeg: Oefenploeg, *stukken: Stuk) -> None:
    """Into the folder of the regie: these documents are no part of what a partij gets about casussen."""
    ploeg.geef(*(replace(stuk, partij_id=None, partij="") for stuk in stukken))
