"""Settings of the house that live in the vault: sender, lock delay, term for answers, chosen readings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.adres import Postvak
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.werkplek.invoer import emailadres, regel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

VERGRENDEL_MINUTEN = 5
VERGRENDEL_MINUTEN_TAFEL = 30
MEESTE_MINUTEN_TAFEL = 120
ANTWOORD_DAGEN = 7
REACTIE_DAGEN = 0
"""No convenant sets a term for a reaction on a verslag; a house that has one fills it in."""
MEESTE_REACTIE_DAGEN = 90


@dataclass(frozen=True, slots=True)
class HuisInstellingen:
    """Minutes without use before the window locks, and days before the overleg by which an answer is asked.

    ``vergrendel_minuten_tafel`` holds while an overleg of today is being held: one talks longer than one types.
    """

    afzender_email: str = ""
    afzender_telefoon: str = ""
    vergrendel_minuten: int = VERGRENDEL_MINUTEN
    vergrendel_minuten_tafel: int = VERGRENDEL_MINUTEN_TAFEL
    antwoord_dagen: int = ANTWOORD_DAGEN
    reactie_dagen: int = REACTIE_DAGEN
    """Days in which a partij may react on what went round; 0 is no term."""
    lezing_afschaling: str = ""
    lezing_casusregisseur: str = ""
    lezing_toetreding: str = ""


class InstellingenService:
    """Use cases on the settings of the house."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self) -> HuisInstellingen:
        """The settings; readable by every role."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            return lees_instellingen(sessie)

    def bewaar(self, invoer: HuisInstellingen) -> None:
        """Change the settings (beheerder). Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.INSTELLINGEN_BEHEREN, "instellingen gewijzigd", "huis") as werk:
            bewaar_instellingen(werk.sessie, self._werkplek, invoer)


def huispost(sessie: Session, profiel: Huisprofiel) -> Postvak:
    """Who a draft is from: the secretariat. Without its address the mail program fills in the sender."""
    return Postvak(f"Secretariaat {profiel.korte_naam}", lees_instellingen(sessie).afzender_email)


_GELEZEN: Final = "zvh_instellingen"
"""On a session: its transaction, and what was read in it."""


def lees_instellingen(sessie: Session) -> HuisInstellingen:
    """The settings within a transaction, read once in it; what was never set has its default."""
    sessie.connection()
    transactie, gelezen = sessie.info.get(_GELEZEN, (None, None))
    if isinstance(gelezen, HuisInstellingen) and transactie is sessie.get_transaction():
        return gelezen
    nieuw = _lees(sessie)
    sessie.info[_GELEZEN] = sessie.get_transaction(), nieuw
    return nieuw


def _lees(sessie: Session) -> HuisInstellingen:
    rijen = {rij.sleutel: rij.waarde for rij in sessie.query(Instelling)}
    standaard = HuisInstellingen()
    return HuisInstellingen(
        afzender_email=rijen.get("afzender_email", ""),
        afzender_telefoon=rijen.get("afzender_telefoon", ""),
        vergrendel_minuten=int(rijen.get("vergrendel_minuten", standaard.vergrendel_minuten)),
        vergrendel_minuten_tafel=int(rijen.get("vergrendel_minuten_tafel", standaard.vergrendel_minuten_tafel)),
        antwoord_dagen=int(rijen.get("antwoord_dagen", standaard.antwoord_dagen)),
        reactie_dagen=int(rijen.get("reactie_dagen", standaard.reactie_dagen)),
        lezing_afschaling=rijen.get("lezing_afschaling", ""),
        lezing_casusregisseur=rijen.get("lezing_casusregisseur", ""),
        lezing_toetreding=rijen.get("lezing_toetreding", ""),
    )


def bewaar_instellingen(sessie: Session, werkplek: Werkplek, invoer: HuisInstellingen) -> None:
    """Write the settings within a transaction. Raises InvoerOngeldig."""
    if not 1 <= invoer.vergrendel_minuten <= 60:
        raise InvoerOngeldig("vergrendel_minuten", "Kies een tijd tussen 1 en 60 minuten.")
    if not 1 <= invoer.vergrendel_minuten_tafel <= MEESTE_MINUTEN_TAFEL:
        raise InvoerOngeldig("vergrendel_minuten_tafel", f"Kies een tijd tussen 1 en {MEESTE_MINUTEN_TAFEL} minuten.")
    if not 0 <= invoer.antwoord_dagen <= 60:
        raise InvoerOngeldig("antwoord_dagen", "Kies een aantal dagen tussen 0 en 60.")
    if not 0 <= invoer.reactie_dagen <= MEESTE_REACTIE_DAGEN:
        raise InvoerOngeldig("reactie_dagen", f"Kies een aantal dagen tussen 0 en {MEESTE_REACTIE_DAGEN}.")
    for veld, gekozen, mogelijk in (
        ("lezing_afschaling", invoer.lezing_afschaling, werkplek.profiel.afschaling),
        ("lezing_casusregisseur", invoer.lezing_casusregisseur, werkplek.profiel.aanwijzing_casusregisseur),
        ("lezing_toetreding", invoer.lezing_toetreding, werkplek.profiel.toetreding),
    ):
        if gekozen and gekozen not in {lezing.sleutel for lezing in (mogelijk.lezingen if mogelijk else ())}:
            raise InvoerOngeldig(veld, "Deze lezing kent het huisprofiel niet.")
    waarden = {
        "afzender_email": emailadres("afzender_email", invoer.afzender_email),
        "afzender_telefoon": regel("afzender_telefoon", invoer.afzender_telefoon),
        "vergrendel_minuten": str(invoer.vergrendel_minuten),
        "vergrendel_minuten_tafel": str(invoer.vergrendel_minuten_tafel),
        "antwoord_dagen": str(invoer.antwoord_dagen),
        "reactie_dagen": str(invoer.reactie_dagen),
        "lezing_afschaling": invoer.lezing_afschaling,
        "lezing_casusregisseur": invoer.lezing_casusregisseur,
        "lezing_toetreding": invoer.lezing_toetreding,
    }
    for sleutel, waarde in waarden.items():
        sessie.merge(Instelling(sleutel=sleutel, waarde=waarde))
    sessie.info.pop(_GELEZEN, None)
