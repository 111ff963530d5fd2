"""Which casussen can be put on an agenda: one statement over the columns that are shown, however many there are."""

from __future__ import annotations

import functools
from operator import itemgetter

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzes import CasusStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.services.regelboek.instroom import geen_verstrekking_voor_overleg
from zvh_desktop.services.regelboek.uitleg import uit_bezwaar
from zvh_desktop.services.regelboek.weging import weger, wordt_hier_gewogen
from zvh_desktop.services.tafel.agenda_gegevens import CasusKeuze
from zvh_desktop.services.werkplek.kolommen import lees_kolommen
from zvh_desktop.services.werkplek.uitleen import alles_uit, zinnen_van
from zvh_desktop.services.werkplek.werkplek import Werkplek

_NUMMER = itemgetter(1)
"""In a row of the list."""


def lees_kiesbare_casussen(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> tuple[CasusKeuze, ...]:
    """Every running casus that is not yet on this agenda, with the reason when it may not be."""
    al_op = select(Agendapunt.casus_id).where(Agendapunt.overleg_id == overleg.id, Agendapunt.casus_id.is_not(None))
    vraag = (
        select(Casus.id, Casus.nummer, Casus.aanpak, Casus.fase, Betrokkene.naam)
        .outerjoin(Betrokkene, (Betrokkene.casus_id == Casus.id) & (Betrokkene.volgorde == 0))
        .where(Casus.status == CasusStatus.LOPEND, Casus.id.not_in(al_op))
    )
    profiel = werkplek.profiel
    aanpakken = {aanpak.sleutel: aanpak.naam for aanpak in profiel.aanpakken}
    fasen = {fase.sleutel: fase for fase in profiel.fasen}

    @functools.cache
    def mag_hier(aanpak: str, fase: str) -> bool:
        """The same for every casus of this aanpak in this fase: nothing is forbidden, or it is weighed here."""
        if wordt_hier_gewogen(profiel, overleg.soort, aanpak, fasen.get(fase)):
            return True
        return geen_verstrekking_voor_overleg(profiel, "", fasen.get(fase)) is None

    uit = zinnen_van(sessie, lees_kolommen(sessie, alles_uit()))
    keuzes = []
    for id_, nummer, aanpak, fase, naam in sorted(lees_kolommen(sessie, vraag), key=_NUMMER, reverse=True):
        bezwaar = None
        if not mag_hier(aanpak, fase):
            weigering = geen_verstrekking_voor_overleg(profiel, nummer, fasen.get(fase), weger(profiel, aanpak))
            bezwaar = uit_bezwaar(weigering) if weigering is not None else None
        zin = uit.get(id_) or (bezwaar.zin if bezwaar is not None else "")
        keuzes.append(CasusKeuze(id_, nummer, aanpakken.get(aanpak, aanpak), naam or "", not zin, zin, bezwaar))
    return tuple(keuzes)
