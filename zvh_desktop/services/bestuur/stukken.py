"""Values of agenda and verslag of a meeting without casussen. The verslag is made of what was signed, or not at all."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.documents.bestuur.overleg_agenda import AgendaLid, AgendaOnderwerp, OverlegAgendaGegevens
from zvh_desktop.documents.bestuur.overleg_verslag import (
    OverlegVerslagGegevens,
    VerslagLid,
    VerslagOnderwerp,
    VerslagVoorstel,
)
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.bestuur.gegevens import VoorstelRegel
from zvh_desktop.services.bestuur.lezen import lees_beeld
from zvh_desktop.services.bestuur.verslag_getekend import BESTUURSVERSLAG
from zvh_desktop.services.bestuur.verslag_woorden import gedrukt_beeld
from zvh_desktop.services.stukken.kop import maak_kop, maak_overlegkop, maak_vaststelling
from zvh_desktop.services.werkplek.werkplek import Werkplek


def overleg_agenda(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> OverlegAgendaGegevens:
    """The agenda as it stands now."""
    profiel = werkplek.profiel_van(sessie, overleg)
    soort = profiel.overlegsoort(overleg.soort)
    beeld = lees_beeld(werkplek, sessie, overleg)
    return OverlegAgendaGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Agenda",
            ontvanger=f"de leden van {soort.met_lidwoord}",
            versie=str(overleg.agenda_versie),
            artikel=soort.artikel,
        ),
        overleg=maak_overlegkop(werkplek, sessie, overleg),
        punten=tuple(
            AgendaOnderwerp(
                begin=punt.begin,
                minuten=punt.invoer.minuten,
                onderwerp=punt.invoer.onderwerp,
                toelichting=punt.invoer.toelichting,
                voorstellen=tuple(_voorgesteld(voorstel) for voorstel in punt.voorstellen),
            )
            for punt in beeld.punten
        ),
        leden=tuple(AgendaLid(lid.naam, lid.invoer.vertegenwoordiger, lid.zetel.stemrecht) for lid in beeld.leden),
        afspraken=beeld.stemregel,
        geen_casus=beeld.geen_casus,
    )


def overleg_verslag(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> OverlegVerslagGegevens:
    """The verslag. Raises HandtekeningOnjuist when it differs from what was signed."""
    profiel = werkplek.profiel_van(sessie, overleg)
    soort = profiel.overlegsoort(overleg.soort)
    vaststelling = maak_vaststelling(werkplek, sessie, BESTUURSVERSLAG.verifieer(werkplek, sessie, overleg))
    beeld = gedrukt_beeld(werkplek, sessie, overleg)
    return OverlegVerslagGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Verslag",
            ontvanger=f"de leden van {soort.met_lidwoord}",
            versie=f"{overleg.verslag_versie}{'' if vaststelling else ' (concept)'}",
            artikel=soort.artikel,
        ),
        overleg=maak_overlegkop(werkplek, sessie, overleg),
        leden=tuple(
            VerslagLid(
                partij=lid.naam,
                vertegenwoordiger=lid.invoer.vertegenwoordiger,
                aanwezigheid=lid.invoer.aanwezigheid,
                inbreng_gevraagd_op=lid.invoer.inbreng_gevraagd_op,
                inbreng=lid.invoer.inbreng,
                gehoord_op=lid.invoer.gehoord_op,
            )
            for lid in beeld.leden
        ),
        punten=tuple(
            VerslagOnderwerp(
                onderwerp=punt.invoer.onderwerp,
                tekst=punt.tekst,
                voorstellen=tuple(
                    VerslagVoorstel(
                        voorstel=voorstel.invoer.voorstel,
                        toelichting=voorstel.invoer.toelichting,
                        raakt=voorstel.raakt,
                        uitslag=voorstel.zin,
                        stemmen=tuple((stem.lid, stem.stem) for stem in voorstel.stemmen),
                    )
                    for voorstel in punt.voorstellen
                ),
            )
            for punt in beeld.punten
        ),
        afspraken=beeld.stemregel,
        geen_casus=beeld.geen_casus,
        vaststelling=vaststelling,
    )


def _voorgesteld(voorstel: VoorstelRegel) -> str:
    return ". ".join(deel for deel in (voorstel.invoer.voorstel.rstrip("."), voorstel.invoer.toelichting) if deel)
