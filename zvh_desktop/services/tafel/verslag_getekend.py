"""What is signed when a verslag is vastgesteld or corrected.

The text of the points, and around it the frame: when and where it was, who led it, who sat at each point and about
whom it was. A correction changes the text of one point and never the frame, so each version before it can be
verified from the text that was kept of it (ADR 0022).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg, ProfielVersie, VerslagCorrectie
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.poort.getekend import VORM, Getekend
from zvh_desktop.services.poort.stempels import inhoudstempel, tekststempel, verificatie
from zvh_desktop.services.tafel.gang.verslag_verloop import verloop_inhoud, verloop_van_eerder
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.tafel.verslag_lezen import verslag_punten
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.vaste_woorden import woordstempel
from zvh_desktop.services.werkplek.werkplek import Werkplek


def verslag_inhoud(punten: Sequence[VerslagPunt], vorm: int = 3) -> str:
    """What was vastgesteld, as the text that is kept: texts, besluiten and acties as agreed at the table.

    State and term of an actie are left out: those may change.
    """
    inhoud = [
        [
            punt.id,
            punt.casusnummer,
            punt.tekst.beeld,
            punt.tekst.oordeelsvorming,
            punt.tekst.besluitvorming,
            [
                [b.invoer.soort, b.invoer.omschrijving, b.invoer.conditie, b.invoer.informering, b.invoer.belegd_bij]
                for b in punt.besluiten
            ],
            [
                [a.invoer.belegd_bij, a.invoer.omschrijving, a.invoer.conditie, a.invoer.informering]
                for a in punt.acties
            ],
        ]
        for punt in punten
    ]
    return json.dumps(inhoud, ensure_ascii=False) if vorm == 1 else canoniek(inhoud).decode("utf-8")


def getekende_inhoud(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> str:
    """The text as the statement under this verslag is about it: in the form in which it was signed."""
    verklaring = sessie.get(Verklaring, overleg.vaststelling_verklaring)
    if verklaring is None:
        raise ProgrammaFout("een verslag zonder verklaring heeft geen getekende inhoud")
    vorm = _vorm_van(verificatie(werkplek, sessie).inhoud(verklaring))
    return verslag_inhoud(verslag_punten(werkplek, sessie, overleg), vorm)


def correcties_van(sessie: Session, overleg: Overleg) -> Sequence[VerslagCorrectie]:
    """The corrections of this verslag, the first one first."""
    return sessie.scalars(
        select(VerslagCorrectie).filter_by(overleg_id=overleg.id).order_by(VerslagCorrectie.versie)
    ).all()


def verklaringen_onder(sessie: Session, overleg: Overleg) -> Sequence[Verklaring]:
    """The statements under this verslag and its corrections, as they stand there: nothing of them was verified."""
    van_correcties = select(VerslagCorrectie.verklaring_nummer).where(VerslagCorrectie.overleg_id == overleg.id)
    nu = Verklaring.nummer == (overleg.vaststelling_verklaring or 0)
    return sessie.scalars(select(Verklaring).where(or_(nu, Verklaring.nummer.in_(van_correcties)))).all()


def correctie_inhoud(punt_id: int, reden: str, vervangt: int) -> dict[str, object]:
    """What is signed for a correction beside the verslag: the point, the reason, the statement that it replaces."""
    return {"agendapunt": punt_id, "reden_stempel": tekststempel(reden), "vervangt": vervangt}


def _vorm_1(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    return {**_met_inhoud(werkplek, sessie, overleg, 1), **verloop_van_eerder(sessie, overleg)}


def _vorm_2(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    inhoud = {**_met_inhoud(werkplek, sessie, overleg, 2), "kader": _kader(sessie, overleg)}
    return {**inhoud, **verloop_van_eerder(sessie, overleg)}


def _vorm_3(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    return {**_met_woorden(werkplek, sessie, overleg), **verloop_van_eerder(sessie, overleg)}


def _vorm_4(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    """Also what happened at the table otherwise than agreed (verslag_verloop.py)."""
    woorden, verloop = naast(
        sessie, lambda: _met_woorden(werkplek, sessie, overleg), lambda: verloop_inhoud(sessie, overleg)
    )
    return {**woorden, **verloop}


def _met_woorden(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    """Also every name and term as it is printed, and the words of the house in which."""
    inhoud, kader, woorden = naast(
        sessie,
        lambda: _met_inhoud(werkplek, sessie, overleg, 3),
        lambda: _kader(sessie, overleg),
        lambda: _eigen_woorden(sessie, overleg, overleg.verslag_woorden),
    )
    return {**inhoud, "kader": kader, **woorden}


def _eigen_woorden(sessie: Session, overleg: Overleg, woorden: str) -> dict[str, object]:
    profiel = sessie.get_one(ProfielVersie, overleg.profiel_versie_id)
    return {"woorden": woordstempel(woorden), "profiel": woordstempel(profiel.inhoud)}


def _met_inhoud(werkplek: Werkplek, sessie: Session, overleg: Overleg, vorm: int) -> dict[str, object]:
    vraag = select(VerslagCorrectie).filter_by(overleg_id=overleg.id, versie=overleg.verslag_versie)
    punten, correctie = naast(
        sessie, lambda: verslag_punten(werkplek, sessie, overleg), lambda: sessie.scalars(vraag).first()
    )
    inhoud = verslag_inhoud(punten, vorm)
    return {
        "overleg": overleg.id,
        "versie": overleg.verslag_versie,
        "stempel": _stempel(inhoud),
        **(
            correctie_inhoud(correctie.agendapunt_id, correctie.reden, correctie.eerder_verklaring)
            if correctie is not None
            else {}
        ),
    }


def _stempel(inhoud: str) -> str:
    """Hash of the text, literally as it is kept."""
    return hashlib.sha256(inhoud.encode()).hexdigest()


def _kader(sessie: Session, overleg: Overleg) -> str:
    """Hash of what no correction changes: when, where, who led it, who sat where, and about whom it was.

    Seats that lapsed since are in it too: what was recorded at the table stays recorded.
    """
    stoelen: dict[int, list[list[object]]] = {}
    for rij in sessie.scalars(
        select(Deelname)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg.id)
        .order_by(Deelname.partij_id)
    ):
        stoelen.setdefault(rij.agendapunt_id, []).append([rij.partij_id, rij.afgevaardigde, rij.aanwezigheid])
    waar_en_wie = [overleg.soort, *(str(deel) for deel in (overleg.datum, overleg.begin, overleg.einde))]
    waar_en_wie += [overleg.plaats, overleg.voorzitter, overleg.notulist]
    punten = [
        [p.id, p.casus_id, p.onderwerp, p.doel, p.besluit_type, p.minuten, p.betrokkenen, stoelen.get(p.id, [])]
        for p in overleg.agendapunten
    ]
    return inhoudstempel(VerklaringSoort.VERSLAG_VASTGESTELD, [waar_en_wie, punten])


def _eerdere_kloppen(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> bool:
    """Whether every version before this one is what was signed then, back to the first."""
    versie = overleg.verslag_versie
    correcties = correcties_van(sessie, overleg)
    for plaats in range(len(correcties) - 1, -1, -1):
        correctie = correcties[plaats]
        eerder = sessie.get(Verklaring, correctie.eerder_verklaring)
        if correctie.versie != versie or eerder is None or eerder.soort != VerklaringSoort.VERSLAG_VASTGESTELD:
            return False
        versie -= 1
        vorige = correcties[plaats - 1] if plaats else None
        if vorige is not None and vorige.verklaring_nummer != eerder.nummer:
            return False
        getekend = verificatie(werkplek, sessie).inhoud(eerder)
        if getekend != _eerdere_inhoud(sessie, overleg, correctie, vorige, _vorm_van(getekend)):
            return False
    return versie == 1 and (not correcties or correcties[-1].verklaring_nummer == overleg.vaststelling_verklaring)


def _eerdere_inhoud(
    sessie: Session, overleg: Overleg, correctie: VerslagCorrectie, vorige: VerslagCorrectie | None, vorm: int
) -> dict[str, object]:
    """What the statement before this correction must say, from the text that was kept of it."""
    inhoud: dict[str, object] = {
        "overleg": overleg.id,
        "versie": correctie.versie - 1,
        "stempel": _stempel(correctie.eerder_inhoud),
    }
    if vorige is not None:
        inhoud |= correctie_inhoud(vorige.agendapunt_id, vorige.reden, vorige.eerder_verklaring)
    if vorm > 1:
        inhoud = {VORM: vorm, **inhoud, "kader": _kader(sessie, overleg)}
    if vorm > 2:
        inhoud |= _eigen_woorden(sessie, overleg, correctie.eerder_woorden)
    return inhoud | (verloop_inhoud(sessie, overleg) if vorm > 3 else verloop_van_eerder(sessie, overleg))


def _vorm_van(getekend: Mapping[str, object]) -> int:
    vorm = getekend.get(VORM, 1)
    return vorm if isinstance(vorm, int) else 0


def _moet(_sessie: Session, overleg: Overleg) -> bool:
    return overleg.verslag_status == VerslagStatus.VASTGESTELD


def _geweigerd(_sessie: Session, _overleg: Overleg) -> str:
    return "Het verslag is niet het verslag dat is vastgesteld. Er is niets gemaakt."


def _bevinding(_sessie: Session, overleg: Overleg) -> str:
    return f"Het verslag van {datum_kort(overleg.datum)} is niet het verslag dat is vastgesteld."


VERSLAG = Getekend(
    soort=VerklaringSoort.VERSLAG_VASTGESTELD,
    rij=Overleg,
    van_deze_soort=Overleg.casuistiek,
    over="overleg",
    versie="verslag_versie",
    meteen=True,
    kolom="vaststelling_verklaring",
    moet=_moet,
    vormen=(_vorm_1, _vorm_2, _vorm_3, _vorm_4),
    hangt_samen=_eerdere_kloppen,
    geweigerd=_geweigerd,
    bevinding=_bevinding,
    verwijderd="Het verslag dat is ondertekend als verklaring {}, is verwijderd.",
)
"""A correction is a next version of the same verslag, signed at once."""
