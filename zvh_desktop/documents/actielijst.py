"""The open acties of one partij: what it promised, at which casus, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from zvh_desktop.documents.opmaak.blad import Tabelkolom, alinea, feiten, kader, maak_pdf, tabel, titelblok, wit
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel
from zvh_desktop.models.keuzes import ActieStatus
from zvh_desktop.models.taal import datum_cijfers, datum_lang
from zvh_desktop.models.woorden import ACTIE_TEKST

_VOLGT: Final = (
    "Deze lijst volgt de stand van de acties op de dag hierboven. In de notulen staat wat er aan tafel is afgesproken."
)


@dataclass(frozen=True, slots=True)
class ActieOpLijst:
    """One actie. ``afgesproken_op`` is the date of the overleg where it was agreed."""

    casusnummer: str | None
    omschrijving: str
    termijn: date | None
    status: ActieStatus
    conditie: str = ""
    afgesproken_op: date | None = None


@dataclass(frozen=True, slots=True)
class ActielijstGegevens:
    """The list of one partij as it stands on ``peildatum``; terms before it are marked as late."""

    kop: Documentkop
    partij: str
    contactpersoon: str
    peildatum: date
    acties: tuple[ActieOpLijst, ...]
    artikel_geheimhouding: str


@gewogen
def bouw_actielijst_pdf(gegevens: ActielijstGegevens) -> bytes:
    """The list, earliest term first; what is late says so in words."""
    acties = sorted(gegevens.acties, key=lambda actie: (actie.termijn or date.max, actie.casusnummer or ""))
    te_laat = sum(_is_te_laat(actie, gegevens.peildatum) for actie in acties)
    inhoud = titelblok(gegevens.kop.titel, gegevens.partij)
    inhoud += feiten(
        (
            ("Contactpersoon", gegevens.contactpersoon),
            ("Stand op", datum_lang(gegevens.peildatum)),
            ("Acties", f"{len(acties)}, waarvan {te_laat} over de termijn" if te_laat else str(len(acties))),
        )
    )
    inhoud += [wit()]
    if acties:
        inhoud += tabel(
            (
                Tabelkolom("Termijn", 2.5),
                Tabelkolom("Casus", 2.4, vet=True),
                Tabelkolom("Actie", 7.2),
                Tabelkolom("Status", 1.8),
                Tabelkolom("Afgesproken", 2.4),
            ),
            [
                (
                    datum_cijfers(actie.termijn)
                    + ("\nover de termijn" if _is_te_laat(actie, gegevens.peildatum) else ""),
                    actie.casusnummer or "–",
                    _omschrijving(actie),
                    ACTIE_TEKST[actie.status],
                    datum_cijfers(actie.afgesproken_op),
                )
                for actie in acties
            ],
        )
    else:
        inhoud += [alinea("Er staan geen acties open.")]
    inhoud += [alinea(_VOLGT)]
    zin = "Meld het ons als een actie klaar is. Deze lijst is vertrouwelijk"
    inhoud += kader([met_artikel(zin, gegevens.artikel_geheimhouding)])
    return maak_pdf(gegevens.kop, inhoud)


def _is_te_laat(actie: ActieOpLijst, peildatum: date) -> bool:
    lopend = actie.status in (ActieStatus.OPEN, ActieStatus.BEZIG)
    return lopend and actie.termijn is not None and actie.termijn < peildatum


def _omschrijving(actie: ActieOpLijst) -> str:
    if not actie.conditie.strip():
        return actie.omschrijving
    return f"{actie.omschrijving}\nOp voorwaarde dat: {actie.conditie}"
