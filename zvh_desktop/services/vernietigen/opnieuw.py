"""An older copy of the vault holds what was destroyed since: it goes again, before anyone can look at it (ADR 0048).

Asked at every way into a vault, before the first use case. What was destroyed is known from the database itself, from
the folder of the vault and from the user's own folder; only what a procesregisseur of this vault signed counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.keten.geleegd import LEEG, OORSPRONKELIJK, leeg, leeg_inhoud, te_legen, vernietigingen
from zvh_desktop.database.keten.geverifieerd import herlees_keten
from zvh_desktop.database.keten.logketen import schrijf_logregel
from zvh_desktop.database.keten.ondertekening import Toets, VerklaringRij, voeg_verklaring_toe
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.database.vernietigen.loten import Deel
from zvh_desktop.database.vernietigen.register import getekend, lees_register
from zvh_desktop.database.vernietigen.wegdoen import (
    Dossier,
    doe_weg,
    dossier_van_casus,
    losse_keuzes,
    verklaringen_over,
    zonder_wachters,
)
from zvh_desktop.errors import AlleenLezen, HandtekeningOnjuist, NietBevoegd
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keuzes import AanmeldingUitkomst, Rol, VerklaringSoort, VernietigSoort
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek
from zvh_desktop.services.casus.afschaling_getekend import AFSCHALING
from zvh_desktop.services.cijfers.bewaren import telt_mee
from zvh_desktop.services.huis.weergaven import vergeet_weergaven_over
from zvh_desktop.services.vernietigen.gedeeld import (
    maak_schoon,
    rust_op_verslag,
    teken_afschaling,
    teken_gedeeld,
    verifieer_gedeeld,
)
from zvh_desktop.services.vernietigen.tellen import tel_opnieuw
from zvh_desktop.services.vernietigen.wissen import noteer
from zvh_desktop.services.werkplek.werkplek import Werkplek

OPNIEUW_GEDAAN: Final = "dossier opnieuw vernietigd"
ONTHOUDEN: Final = "vernietiging onthouden"
GEOPEND: Final = "geopend"
"""On which day the file was opened, of an aanmelding its origin: beside the number what tells it from another."""
AANMELDING_KENMERK: Final = "aanmelding {} van {}, afgewezen op {}"
"""What tells an aanmelding that never was a casus from others; it names nobody."""
NIET_BEOORDEELD_KENMERK: Final = "niet beoordeeld"
VERZOEK_KENMERK: Final = "verzoek {} van {}, besloten op {}"
"""The same of a verzoek."""


@dataclass(frozen=True, slots=True)
class _Terug:
    """A file that is back: the destruction that was signed, and what it was about."""

    verklaring: VerklaringRij
    inhoud: Mapping[str, Any]
    dossier: Dossier | None

    @property
    def is_terug(self) -> bool:
        """Whether there is something to destroy; else it is only noted, so that its number is not given out again."""
        return self.dossier is not None


def vernietig_opnieuw(werkplek: Werkplek) -> int:
    """Destroy again what is back in this vault; how many files. Raises AlleenLezen where nothing can be written.

    On a server a file is let go for a procesregisseur alone: nobody else comes in before. Raises NietBevoegd. Who sees
    no dossiers does nothing here: that a file is not seen does not tell that it is not back.
    """
    kluis = werkplek.kluis
    if not kluis.stand.ziet_dossiers:
        return 0
    toets = Toets(kluis.wortel, kluis.kluis_id)
    with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
        terug = _terug(sessie, kluis, toets)
    aantal = sum(een.is_terug for een in terug)
    if not terug or (kluis.alleen_lezen and not aantal):
        return 0
    if kluis.alleen_lezen:
        raise AlleenLezen(
            "In deze kluis staat een dossier dat na het maken van deze kopie is vernietigd.",
            veilig="Er is niets getoond of gewijzigd.",
            advies="Open de kluis een keer gewoon, om te wijzigen: dan wordt het dossier opnieuw vernietigd.",
        )
    if kluis.op_server and aantal and Rol.PROCESREGISSEUR not in kluis.gebruiker.rollen:
        raise NietBevoegd(
            "Op de server staat een dossier dat al was vernietigd: er is een oudere stand teruggezet.",
            veilig="Er is niets getoond of gewijzigd.",
            advies=f"Laat eerst een {werkplek.profiel.termen.procesregisseur} openen: dan gaat het opnieuw weg.",
        )
    for een in terug:
        with vertaal_databasefout(kluis.map), kluis.sessies() as sessie, sessie.begin():
            _doe(sessie, werkplek, een)
    with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
        herlees_keten(sessie)
    return aantal


def aanmelding_kenmerk(rij: Aanmelding) -> str:
    """What this aanmelding is called in the register."""
    if rij.beoordeeld_op is None:
        return f"aanmelding {rij.id} van {rij.datum.isoformat()}, {NIET_BEOORDEELD_KENMERK}"
    return AANMELDING_KENMERK.format(rij.id, rij.datum.isoformat(), rij.beoordeeld_op)


def aanmelding_oorsprong(sessie: Session, aanmelding_id: int) -> str:
    """The link of the log that says that it was recorded: the same in every state that holds this one."""
    return _oorsprong(sessie, "aanmelding", aanmelding_id)


def verzoek_oorsprong(sessie: Session, verzoek_id: int) -> str:
    """The same of a verzoek."""
    return _oorsprong(sessie, "verzoek", verzoek_id)


def _oorsprong(sessie: Session, soort: str, object_id: int) -> str:
    # A number of a row that went is given out again: the last line says of this one when it was recorded.
    return (
        sessie.scalar(
            select(Logregel.hash)
            .where(
                Logregel.object_soort == soort,
                Logregel.handeling == f"{soort} vastgelegd",
                Logregel.object_id == str(object_id),
            )
            .order_by(Logregel.nummer.desc())
            .limit(1)
        )
        or ""
    )


def _terug(sessie: Session, kluis: OpenKluis, toets: Toets) -> list[_Terug]:
    hier = vernietigingen(sessie)
    bekend = {rij.hash for rij in hier}
    for rij in hier:
        if rij.soort == VerklaringSoort.VERNIETIGING_OPNIEUW:
            with suppress(ValueError, TypeError, KeyError, AttributeError):
                gegevens = json.loads(rij.inhoud or "")["gegevens"]
                bekend.add(VerklaringRij._make(gegevens[OORSPRONKELIJK]).hash)
    nieuw = [
        (rij, getekend(toets, rij)) for hash_, rij in lees_register(kluis.map, toets).items() if hash_ not in bekend
    ]
    gevonden = [_Terug(rij, inhoud, _zoek(sessie, inhoud)) for rij, inhoud in nieuw if inhoud is not None]
    if kluis.koffer is not None:
        # A koffer gives out no numbers: what is not in it is not noted in it either.
        gevonden = [een for een in gevonden if een.is_terug]
    # A file was geschoond before it was destroyed: the same order again.
    return sorted(gevonden, key=_nummer)


def _nummer(een: _Terug) -> int:
    return een.verklaring.nummer


def _zoek(sessie: Session, inhoud: Mapping[str, Any]) -> Dossier | None:
    """What this is about; None when this state does not hold it."""
    nummer = str(inhoud.get("nummer"))
    # Before it was decided, or before its day was changed, an older state called it otherwise; its origin is the same.
    oorsprong = inhoud.get(GEOPEND)
    match inhoud.get("soort"):
        case VernietigSoort.AANMELDING:
            niet_begonnen = Aanmelding.uitkomst != AanmeldingUitkomst.GEACCEPTEERD
            for rij in sessie.scalars(select(Aanmelding).where(niet_begonnen)):
                if aanmelding_kenmerk(rij) == nummer or (
                    oorsprong and aanmelding_oorsprong(sessie, rij.id) == oorsprong
                ):
                    return Dossier(None, rij.id)
            return None
        case VernietigSoort.VERZOEK:
            ids = sessie.scalars(select(Betrokkeneverzoek.id)).all() if oorsprong else ()
            zelfde = (id_ for id_ in ids if verzoek_oorsprong(sessie, id_) == oorsprong)
            return next((Dossier(None, None, verzoek=id_) for id_ in zelfde), None)
    casus = sessie.scalars(select(Casus).where(Casus.nummer == nummer)).first()
    if casus is None or not _is_dezelfde(sessie, casus, inhoud):
        return None
    return dossier_van_casus(sessie.connection(), casus.id)


def _is_dezelfde(sessie: Session, casus: Casus, inhoud: Mapping[str, Any]) -> bool:
    """Two states that went on apart may have given one number to two files: then they differ in what was signed."""
    if casus.geopend_op.isoformat() != inhoud.get(GEOPEND):
        return False
    dossier = dossier_van_casus(sessie.connection(), casus.id)
    hier = te_legen(sessie, verklaringen_over(sessie, dossier))
    toen = {int(nummer): bytes.fromhex(afdruk) for nummer, afdruk in inhoud.get(LEEG, ())}
    return not hier or not toen or any(toen.get(nummer) == afdruk for nummer, afdruk in hier.items())


def _doe(sessie: Session, werkplek: Werkplek, een: _Terug) -> None:
    if not een.is_terug:
        tel_opnieuw(sessie, een.inhoud)
    geleegd = _neem_weg(sessie, werkplek, een.inhoud, een.dossier) if een.dossier is not None else {}
    kluis, tijd = werkplek.kluis, werkplek.klok().astimezone(UTC)
    voeg_verklaring_toe(
        sessie,
        kluis.ondertekenaar,
        VerklaringSoort.VERNIETIGING_OPNIEUW,
        {
            "nummer": een.inhoud["nummer"],
            OORSPRONKELIJK: list(een.verklaring),
            LEEG: leeg_inhoud(geleegd),
        },
        tijd,
    )
    schrijf_logregel(
        sessie,
        tijd=tijd,
        gebruiker=kluis.gebruiker.naam,
        rol="",
        handeling=OPNIEUW_GEDAAN if een.is_terug else ONTHOUDEN,
        object_soort="casus",
        object_id=str(een.inhoud["nummer"]),
        resultaat="gelukt",
        herkomst=werkplek.herkomst,
    )


def _neem_weg(sessie: Session, werkplek: Werkplek, inhoud: Mapping[str, Any], dossier: Dossier) -> dict[int, bytes]:
    delen = frozenset(Deel(deel) for deel in inhoud["delen"])
    verbinding = sessie.connection()
    if dossier.casus is not None:  # it may have been geschoond a moment ago
        dossier = dossier_van_casus(verbinding, dossier.casus)
    werk = Deel.WERK in delen
    besluit = rust_op_verslag(sessie, dossier) if werk and Deel.KERN not in delen else None
    tekent = werk and _kan_tekenen(sessie, werkplek, dossier, besluit)
    geleegd = te_legen(sessie, verklaringen_over(sessie, dossier, delen) | losse_keuzes(sessie, dossier, delen))
    with telt_mee(sessie, werkplek.profiel, dossier), zonder_wachters(verbinding, dossier, delen):
        if werk:
            maak_schoon(sessie, dossier)
        if {Deel.BETROKKENEN, Deel.KERN} & delen:
            vergeet_weergaven_over(sessie, dossier.casus, dossier.aanmelding)
        doe_weg(verbinding, dossier, delen)
        sessie.expire_all()
        if tekent:
            teken_gedeeld(werkplek, sessie, dossier, bij_openen=True)
            if besluit is not None:
                teken_afschaling(werkplek, sessie, besluit.id, bij_openen=True)
        leeg(sessie, geleegd)
        noteer(sessie)
        sessie.flush()
    sessie.expire_all()
    return geleegd


def _kan_tekenen(sessie: Session, werkplek: Werkplek, dossier: Dossier, besluit: Afschaling | None) -> bool:
    """Whether who opens may sign what is left of the overleggen about others too, and it is what was signed.

    For anybody else it stays unsigned, and the check names it: nobody vouches for what only the rows say.
    """
    if Rol.PROCESREGISSEUR not in werkplek.kluis.gebruiker.rollen:
        return False
    try:
        verifieer_gedeeld(werkplek, sessie, dossier)
        if besluit is not None:
            AFSCHALING.verifieer(werkplek, sessie, besluit)
    except HandtekeningOnjuist:
        return False
    return True
