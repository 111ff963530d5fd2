"""Read the table and its verslag: who comes and goes at each point, what was said, and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import (
    CasusId,
    OverlegStatus,
    VerslagStatus,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.services.casus.aanmeldingen import aanpak_naam
from zvh_desktop.services.casus.acties import actierijen_van, acties_per_punt
from zvh_desktop.services.poort.deelnames import Tafelschikking, lees_schikking
from zvh_desktop.services.regelboek.afspraken import geheimhouding_niet_gemeld
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.tafel.eerder.voortgang_lezen import voortgang_per_punt, voortgangrijen_van
from zvh_desktop.services.tafel.eerder.vorig_verslag import eerder_verslag, lees_vorige
from zvh_desktop.services.tafel.genodigden import Genodigden, genodigden
from zvh_desktop.services.tafel.tafelorde import aan_tafel
from zvh_desktop.services.tafel.uitkomstregels import is_behandeld, mist_aanwezigheid, mist_uitkomst, zonder_uitkomst
from zvh_desktop.services.tafel.verloop.geheimhouding import gewezen_punten, zonder_wijzing
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import geopende_punten, rijen_van
from zvh_desktop.services.tafel.verslag_gegevens import (
    AanTafelPunt,
    AanwezigeRegel,
    BesluitInvoer,
    BesluitRegel,
    Persoon,
    UitkomstRegel,
    VerslagPunt,
    VerslagTekst,
)
from zvh_desktop.services.tafel.verslag_namen import betrokkenen_van
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek

MET_BETROKKENEN = joinedload(Casus.betrokkenen)
"""What a verslag needs of a casus beside the gate: about whom it is."""

_NAAR_ELDERS = ("afschaling", "opschaling", "procesregie_elders")
"""After a besluit with one of these consequences the house itself does not go on with the casus."""


def wisselingen(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    gelezen: Tafelschikking | None = None,
    alleen: Sequence[Agendapunt] | None = None,
    *,
    genodigd: Genodigden | None = None,
) -> tuple[AanTafelPunt, ...]:
    """Per point who leaves, who comes in and who stays; at a point without casus the house is alone.

    In the order of the table, and once it has begun against who sits there now; or as planned, for the points in
    ``alleen``.
    """
    gebeurd, genood, schikking = naast(
        sessie,
        lambda: rijen_van(sessie, overleg) if alleen is None else (),
        lambda: genodigden(sessie, overleg.id) if genodigd is None else genodigd,
        lambda: gelezen or lees_schikking(werkplek, sessie, overleg),
    )
    rijen = aan_tafel(overleg) if alleen is None else alleen
    gehad = geopende_punten(gebeurd, overleg) if alleen is None else []
    gewezen = gewezen_punten(gebeurd)
    contacten = _contactnamen(genood)
    per_punt = {punt.id: _personen(schikking, punt, contacten) for punt in rijen}
    zittend: dict[int, Persoon] = {}
    moment = datetime.combine(overleg.datum, overleg.begin)
    punten = []
    for nummer, punt in enumerate(rijen, start=1):
        mogen = per_punt[punt.id]
        if gehad:
            ervoor = gehad[-1] if punt.id != gehad[-1] else gehad[-2] if len(gehad) > 1 else None
            zittend = per_punt[ervoor] if ervoor is not None else {}
        casus = schikking.casus(punt)
        punten.append(
            AanTafelPunt(
                id=punt.id,
                nummer=nummer,
                casus_id=casus.id if casus else None,
                titel=punt_titel(werkplek, casus, punt),
                begin=moment.time(),
                minuten=punt.minuten,
                van_tafel=tuple(p for partij, p in zittend.items() if partij not in mogen),
                aan_tafel=tuple(p for partij, p in mogen.items() if partij not in zittend),
                blijft=tuple(p for partij, p in mogen.items() if partij in zittend),
                gestart_op=als_lokaal(punt.gestart_op) if punt.gestart_op else None,
                afgerond_op=als_lokaal(punt.afgerond_op) if punt.afgerond_op else None,
                gewezen=punt.id in gewezen,
            )
        )
        zittend = dict(mogen)
        moment += timedelta(minutes=punt.minuten)
    return tuple(punten)


def punt_titel(werkplek: Werkplek, casus: Casus | None, punt: Agendapunt) -> str:
    """The subject, or for a casus its number and aanpak; never a person."""
    return f"{casus.nummer}  {aanpak_naam(werkplek, casus.aanpak)}" if casus else punt.onderwerp


def _personen(schikking: Tafelschikking, punt: Agendapunt, contacten: Mapping[int, str]) -> dict[int, Persoon]:
    return {
        partij.id: Persoon(partij.id, partij.naam, deelname.afgevaardigde or contacten.get(partij.id, ""))
        for deelname, partij in schikking.bij(punt)
    }


def _contactnamen(genodigd: Genodigden) -> Mapping[int, str]:
    """Whom the invitation of each partij went to: the likely afgevaardigde. Nobody, for a shared mailbox."""
    return {partij: naam for partij, (naam, gedeeld) in genodigd.items() if not gedeeld}


def verslag_punten(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    gelezen: Tafelschikking | None = None,
    alleen: Sequence[Agendapunt] | None = None,
    *,
    met_opbrengst: bool = True,
    genodigd: Genodigden | None = None,
) -> tuple[VerslagPunt, ...]:
    """Every point, with only partijen whose seat holds; in the order of the table, or those in ``alleen``.

    Without ``met_opbrengst`` what came of it is not read: besluiten, acties and how those of before went.
    """
    besluiten = {b.sleutel: b.naam for b in werkplek.profiel_van(sessie, overleg).besluiten}
    genood, schikking, genomen, actierijen, voortgangrijen, _ = _lees_tafel(
        werkplek, sessie, overleg, gelezen, genodigd, met_opbrengst=met_opbrengst
    )
    namen = {punt.id: {p.id: p.naam for _, p in schikking.bij(punt)} for punt in overleg.agendapunten}
    acties = acties_per_punt(actierijen, namen)
    voortgang = voortgang_per_punt(voortgangrijen, namen)
    moment = datetime.combine(overleg.datum, overleg.begin)
    punten = []
    for nummer, punt in enumerate(aan_tafel(overleg) if alleen is None else alleen, start=1):
        casus = schikking.casus(punt)
        tot = moment + timedelta(minutes=punt.minuten)
        punten.append(
            VerslagPunt(
                id=punt.id,
                nummer=nummer,
                casus_id=casus.id if casus else None,
                casusnummer=casus.nummer if casus else "",
                titel=punt_titel(werkplek, casus, punt),
                betrokkenen=betrokkenen_van(overleg, punt, casus),
                doel=punt.doel,
                besluit_naam=besluiten.get(punt.besluit_type, ""),
                begin=moment.time(),
                einde=tot.time(),
                minuten=punt.minuten,
                tekst=VerslagTekst(punt.beeld, punt.oordeelsvorming, punt.besluitvorming),
                aanwezigen=_aanwezigen(schikking, punt, _contactnamen(genood)),
                uitkomst=UitkomstRegel(punt.uitkomst, punt.aangehouden_tot),
                gestart=punt.gestart_op is not None,
                ter_tafel=punt.ter_tafel,
                besluiten=tuple(
                    BesluitRegel(
                        b.id,
                        besluit_invoer(b),
                        besluiten.get(b.soort, b.soort),
                        namen[punt.id].get(b.belegd_bij_id, "") if b.belegd_bij_id else "",
                    )
                    for b in genomen.get(punt.id, ())
                ),
                acties=acties.get(punt.id, ()),
                voortgang=voortgang.get(punt.id, ()),
                eerder_verslag=eerder_verslag(sessie, punt),
            )
        )
        moment = tot
    return tuple(punten)


def _lees_tafel(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    gelezen: Tafelschikking | None,
    genodigd: Genodigden | None,
    *,
    met_opbrengst: bool,
) -> list[Any]:
    """Whom it was sent to, who sat there, what came of it three times, and the verslagen that were settled there."""
    return naast(
        sessie,
        lambda: genodigden(sessie, overleg.id) if genodigd is None else genodigd,
        lambda: gelezen or lees_schikking(werkplek, sessie, overleg, MET_BETROKKENEN),
        lambda: _besluiten(sessie, overleg) if met_opbrengst else {},
        lambda: actierijen_van(sessie, overleg.id) if met_opbrengst else (),
        lambda: voortgangrijen_van(sessie, overleg.id) if met_opbrengst else (),
        lambda: lees_vorige(sessie, overleg.agendapunten),
    )


def _aanwezigen(
    schikking: Tafelschikking, punt: Agendapunt, contacten: Mapping[int, str]
) -> tuple[AanwezigeRegel, ...]:
    return tuple(
        AanwezigeRegel(
            p.id,
            p.naam,
            p.kort,
            d.afgevaardigde or contacten.get(p.id, ""),
            d.aanwezigheid,
            d.gevraagde_bijdrage,
        )
        for d, p in schikking.bij(punt)
    )


def _besluiten(sessie: Session, overleg: Overleg) -> Mapping[int, list[Besluit]]:
    """The besluiten of a whole overleg, by point."""
    per_punt: dict[int, list[Besluit]] = {}
    for rij in sessie.scalars(
        select(Besluit)
        .join(Agendapunt, Agendapunt.id == Besluit.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg.id)
        .order_by(Besluit.id)
    ):
        per_punt.setdefault(rij.agendapunt_id, []).append(rij)
    return per_punt


def nog_nodig_voor_vaststellen(
    overleg: Overleg, punten: tuple[VerslagPunt, ...], profiel: Huisprofiel
) -> tuple[Aandachtspunt, ...]:
    """What came of each casus, and attendance: what must be recorded before vaststellen."""
    if overleg.verslag_status == VerslagStatus.VASTGESTELD:
        return ()
    nodig: list[Aandachtspunt] = []
    if overleg.status != OverlegStatus.GEHOUDEN:
        nodig.append(Aandachtspunt("Het overleg is nog niet gehouden."))
    for punt in punten:
        if (eerder := punt.eerder_verslag) is not None and punt.gestart and not eerder.zin:
            zin = f"Bij punt {punt.nummer} staat nog niet of het verslag van {datum_kort(eerder.datum)} is vastgesteld."
            nodig.append(Aandachtspunt(zin))
        if punt.casus_id is None:
            continue
        if mist_uitkomst(profiel, overleg.soort, punt):
            nodig.append(Aandachtspunt(zonder_uitkomst(punt.casusnummer)))
        if mist_aanwezigheid(punt):
            zin = f"Bij casus {punt.casusnummer} is niet van elke partij bekend of die aanwezig was."
            nodig.append(Aandachtspunt(zin))
    return tuple(nodig)


def zonder_geheimhouding(
    sessie: Session, overleg: Overleg, punten: Sequence[VerslagPunt], profiel: Huisprofiel
) -> tuple[Aandachtspunt, ...]:
    """Rule ``geheimhouding``, once the overleg has been held: of the whole, else of each casus."""
    if overleg.status != OverlegStatus.GEHOUDEN:
        return ()
    casussen = () if not overleg.geheimhouding_gemeld else zonder_wijzing(rijen_van(sessie, overleg), punten)
    punt = geheimhouding_niet_gemeld(profiel, gemeld=overleg.geheimhouding_gemeld, casussen=casussen)
    return (punt,) if punt is not None else ()


def blijvende_casussen(punten: tuple[VerslagPunt, ...], profiel: Huisprofiel) -> tuple[CasusId, ...]:
    """The casussen that this house goes on with."""
    weg = {besluit.sleutel for besluit in profiel.besluiten if besluit.leidt_tot in _NAAR_ELDERS}
    return tuple(
        punt.casus_id
        for punt in punten
        if punt.casus_id is not None
        and is_behandeld(punt)
        and not any(besluit.invoer.soort in weg for besluit in punt.besluiten)
    )


def besluit_invoer(rij: Besluit) -> BesluitInvoer:
    """What was typed for this besluit."""
    return BesluitInvoer(
        rij.soort,
        rij.omschrijving,
        rij.conditie,
        rij.informering,
        rij.belegd_bij_id,
    )
