"""In a house with more than one kind of overleg over casussen: each kind that did not meet yet meets once.

Its notulen are of the same form as those of the tafel that was held, so the demo hands out no documents of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zvh_desktop.models.keuzes import Aanwezigheid, CasusStatus, PoortStand, PuntUitkomst
from zvh_desktop.models.profiel.huisprofiel import Overlegsoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.gegevens import OefenCasus
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.oefenen.tafel import plan_tafel
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

_BESPROKEN = VerslagTekst("De voortgang is besproken.", "De afspraken houden.", "")


def houd_overige(ploeg: Oefenploeg, casussen: Sequence[OefenCasus]) -> None:
    """Hold them all on the last working day, each about one of these casussen that still runs."""
    regie = ploeg.teken_op(1)
    gehad = {regel.naam for regel in regie.tafels.lijst()}
    for soort in ploeg.profiel.casusoverleggen:
        if soort.naam in gehad:
            continue
        casus = next(_geschikt(ploeg, regie, soort, casussen), None)
        if casus is not None:
            _houd(ploeg, regie, soort, casus)


def _geschikt(
    ploeg: Oefenploeg, regie: Diensten, soort: Overlegsoort, casussen: Sequence[OefenCasus]
) -> Iterator[OefenCasus]:
    """The casussen that can be on its table, first those of an aanpak by which it is called."""
    passend: list[OefenCasus] = []
    ander: list[OefenCasus] = []
    for casus in casussen:
        beeld = regie.casussen.toon(ploeg.casussen[casus.sleutel])
        fase = ploeg.profiel.fase(beeld.fase_sleutel)
        mag = any(regel.stand is PoortStand.RECHTMATIG for regel in regie.oordelen.blad(beeld.id))
        if mag and beeld.status is CasusStatus.LOPEND and fase.delen_toegestaan:
            (passend if beeld.aanpak_sleutel in soort.sleutel else ander).append(casus)
    yield from (*passend, *ander)


def _houd(ploeg: Oefenploeg, regie: Diensten, soort: Overlegsoort, casus: OefenCasus) -> None:
    overleg_id = plan_tafel(ploeg, regie, regie.werkplek.vandaag(), soort.sleutel)
    punt_id = regie.agenda.voeg_casus_toe(overleg_id, ploeg.casussen[casus.sleutel])
    besluit = regie.agenda.toon(overleg_id).besluiten[-1].sleutel
    regie.agenda.wijzig_punt(punt_id, PuntInvoer(casus.minuten, "", casus.doel, besluit, casus.themas))
    regie.agenda.nodig_alle_uit(punt_id)
    regie.agenda.geef_akkoord(overleg_id)
    regie.verslagen.start_punt(punt_id)
    (punt,) = regie.verslagen.toon(overleg_id).punten
    for regel in punt.aanwezigen:
        regie.verslagen.zet_aanwezigheid(punt.id, regel.partij_id, Aanwezigheid.AANWEZIG)
    regie.verslagen.bewaar_tekst(punt.id, _BESPROKEN)
    regie.uitkomsten.zet(punt.id, PuntUitkomst.BESPROKEN)
    regie.verslagen.rond_punt_af(punt.id)
    regie.verslagen.stel_vast(overleg_id)
    ploeg.meld(f"{soort.naam} gehouden: een casus besproken, zonder nieuw besluit.")
