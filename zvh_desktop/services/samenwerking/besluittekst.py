"""What the second letter about a procedure says: what was decided, and what that means for who reads it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.models.bestuurskeuzes import Opzegreden, TrajectSoort, TrajectStand
from zvh_desktop.models.keuzes import PartijId, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.samenwerking.traject import Traject
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.services.samenwerking.brieftekst import Partijbrieftekst, brieftekst, plichten

_WAT = {
    TrajectSoort.TOETREDING: ("Een organisatie treedt toe", "Toetreding gaat niet door"),
    TrajectSoort.OPZEGGING: ("Een partij treedt uit", "Uittreding gaat niet door"),
    TrajectSoort.UITSLUITING: ("Uitsluiting van een partij", "Uitsluiting gaat niet door"),
    TrajectSoort.OPVOLGING: ("Een partij gaat verder onder een andere naam", "Andere naam gaat niet door"),
    TrajectSoort.CONVENANT: ("Besluit over het convenant", "Voorstel over het convenant gaat niet door"),
}


def besloten(rij: Traject) -> bool:
    """Whether there is a decision to write about; a new partij first has to sign its form."""
    return rij.stand in (TrajectStand.AFGEROND, TrajectStand.AFGEWEZEN)


def besluittekst(sessie: Session, profiel: Huisprofiel, rij: Traject, aan: PartijId) -> Partijbrieftekst:
    """The words for this partij."""
    eerder = brieftekst(sessie, profiel, rij, aan)
    door, niet_door = _WAT[rij.soort]
    feiten = _feiten(sessie, rij)
    if rij.stand is TrajectStand.AFGEWEZEN:
        aanhef = "Met deze brief informeren wij u dat dit niet doorgaat"
        vragen = ("Er verandert niets. Wat u eerder van ons hoorde, hoeft u niet verder te beantwoorden.",)
        return Partijbrieftekst(niet_door, aanhef, feiten, vragen, (), eerder.artikel)
    zelf, gevolg = rij.partij_id == aan, _gevolg(rij, zelf=rij.partij_id == aan)
    if zelf and rij.soort in (TrajectSoort.OPZEGGING, TrajectSoort.UITSLUITING):
        return Partijbrieftekst(
            "Uw deelname aan het convenant eindigt",
            _aanhef(rij, zelf=True),
            feiten,
            gevolg,
            plichten(profiel),
            eerder.artikel or profiel.artikel(Regel.UITTREDING),
        )
    return Partijbrieftekst(door, _aanhef(rij, zelf=zelf), feiten, gevolg, (), eerder.artikel)


def _aanhef(rij: Traject, *, zelf: bool) -> str:
    """Who gave notice was not decided about: that is confirmed."""
    if rij.soort is TrajectSoort.OPZEGGING:
        wie = "uw deelname aan het convenant" if zelf else f"de deelname van {rij.naam} aan het convenant"
        return f"Met deze brief bevestigen wij dat {wie} eindigt"
    over = " over uw deelname aan het convenant" if zelf else ""
    return f"Met deze brief informeren wij u over het besluit{over}"


def _feiten(sessie: Session, rij: Traject) -> tuple[tuple[str, str], ...]:
    feiten = [("Partij", rij.naam)] if rij.soort is not TrajectSoort.CONVENANT else []
    if rij.soort is TrajectSoort.OPVOLGING and rij.partij_id is not None:
        feiten.insert(0, ("Tot nu toe", sessie.get_one(Partij, rij.partij_id).naam))
    if rij.soort is TrajectSoort.OPZEGGING and rij.stand is TrajectStand.AFGEROND:
        opgehouden = rij.reden is Opzegreden.OPGEHOUDEN
        feiten.append(("Gemeld op" if opgehouden else "Opgezegd op", datum_lang(rij.ontvangen_op)))
    elif rij.besloten_op is not None:
        feiten.append(("Besloten op", datum_lang(rij.besloten_op)))
    if rij.ingang is not None and rij.stand is TrajectStand.AFGEROND:
        erbij = rij.soort in (TrajectSoort.TOETREDING, TrajectSoort.OPVOLGING)
        feiten.append(("Doet mee vanaf" if erbij else "Doet niet mee vanaf", datum_lang(rij.ingang)))
    return tuple(feiten)


def _gevolg(rij: Traject, *, zelf: bool) -> tuple[str, ...]:
    per = datum_lang(rij.ingang) if rij.ingang is not None else ""
    match rij.soort:
        case TrajectSoort.TOETREDING:
            return (f"Vanaf {per} kunt u met deze partij samenwerken binnen het convenant.",)
        case TrajectSoort.OPZEGGING | TrajectSoort.UITSLUITING if zelf:
            return (f"Vanaf {per} krijgt u van ons geen uitnodigingen en stukken meer.",)
        case TrajectSoort.OPZEGGING | TrajectSoort.UITSLUITING:
            return (f"Stuur vanaf {per} niets meer aan deze partij.",)
        case TrajectSoort.OPVOLGING:
            return (f"Gebruik vanaf {per} de nieuwe naam. Wat u eerder kreeg, houdt de oude naam.",)
    return ()
