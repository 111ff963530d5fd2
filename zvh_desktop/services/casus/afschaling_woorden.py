"""An afschaling in its own words: who was casusregisseur, what the plan asked and how the house said it, as signed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.services.casus.aanmeldingen import aanpak_kader
from zvh_desktop.services.poort.getekend import MELD
from zvh_desktop.services.werkplek.vaste_woorden import als_woorden, uit_woorden
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class AfschalingWoorden:
    """All that the checklist prints beside its own lines, and that stands in a register or in the profile.

    ``casusregisseur_partij_id`` is kept beside the name: whether that partij may be named is asked anew.
    """

    huis_naam: str
    huis_kort: str
    termen: Termen
    casusregisseur: str
    casusregisseur_partij: str
    casusregisseur_partij_id: int | None
    besluit_door: tuple[str, ...]
    criteria_uit_plan: tuple[str, ...]
    artikel: str
    artikel_criteria: str
    aanpak: str = ""


def afschaling_van_nu(
    werkplek: Werkplek,
    sessie: Session,
    casus: Casus,
    *,
    besluit_door: tuple[str, ...],
    criteria_uit_plan: tuple[str, ...],
    artikel: str,
) -> AfschalingWoorden:
    """The words as the registers and the profile say them now."""
    profiel = werkplek.profiel
    regie = next((regel for regel in casus.casusregie if regel.tot is None), None)
    return AfschalingWoorden(
        huis_naam=profiel.naam,
        huis_kort=profiel.korte_naam,
        termen=profiel.termen,
        casusregisseur=regie.naam if regie else "",
        casusregisseur_partij=sessie.get_one(Partij, regie.partij_id).naam if regie else "",
        casusregisseur_partij_id=regie.partij_id if regie else None,
        besluit_door=besluit_door,
        criteria_uit_plan=criteria_uit_plan,
        artikel=artikel,
        artikel_criteria=profiel.artikel(Regel.AFSCHALING_CRITERIA),
        aanpak=aanpak_kader(werkplek, casus.aanpak),
    )


def leg_afschalingwoorden_vast(rij: Afschaling, woorden: AfschalingWoorden) -> None:
    """Write them down, just before the afschaling is signed."""
    rij.woorden = als_woorden(woorden)


def bewaarde_afschaling(rij: Afschaling) -> AfschalingWoorden | None:
    """The words that were signed; None where none were kept. The caller verifies the signature."""
    if rij.besloten_op is None or not rij.woorden:
        return None
    try:
        return uit_woorden(AfschalingWoorden, rij.woorden)
    except ValueError as fout:
        raise HandtekeningOnjuist(
            "Het besluit over het einde van de casus is na het ondertekenen gewijzigd. Er is niets gemaakt.",
            advies=MELD,
        ) from fout
