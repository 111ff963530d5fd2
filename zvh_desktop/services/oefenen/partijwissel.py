"""A partij that leaves and one that goes on under another name, in a practice vault: told, decided, signed, told again.

Those are chosen on which nothing hangs, so that what was played before stays as it was. In a small house something
hangs on everybody: then it is the one with the least, and what is left lying is said, as the window says it.
"""

from __future__ import annotations

from datetime import date, timedelta

from zvh_desktop.models.bestuurskeuzes import Opzegreden, TrajectId, TrajectSoort
from zvh_desktop.models.keuzes import PartijSoort, Regel, Rol
from zvh_desktop.models.taal import datum_kort, opsomming
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.partijen.partijen import PartijRegel
from zvh_desktop.services.regelboek.samenwerking import eerste_einddatum
from zvh_desktop.services.samenwerking.gegevens import TrajectBesluit, TrajectInvoer

_BEGIN, _BESLUIT = 6, 2
_STRAKS = timedelta(days=90)
"""After every overleg that is planned, so that no seat has to move."""
_NIEUW, _KORT = "Verzonnen Fusiepartner", "Fusie"


def wissel_partijen(ploeg: Oefenploeg) -> None:
    """The notice of one, along the term of this house, and another that goes on under a new name."""
    if ploeg.profiel.geldt(Regel.UITTREDING):
        _treed_uit(ploeg)
    _ga_verder(ploeg)


def _treed_uit(ploeg: Oefenploeg) -> None:
    diensten = ploeg.op(_BEGIN, Rol.PROCESREGISSEUR)
    vandaag = diensten.werkplek.vandaag()
    straks, begin = ploeg.vandaag + _STRAKS, ploeg.profiel.convenant.geldig_van
    eerste = eerste_einddatum(ploeg.profiel, vandaag, begin)
    if eerste is not None and eerste < straks:  # it may leave sooner; it chooses a day on which no seat has to move
        eerste = eerste_einddatum(ploeg.profiel, straks, begin)
    # Where the term hangs on a day that nobody recorded, it is a partij that ceases to exist.
    per = eerste or straks
    begonnen = _begin(diensten, TrajectSoort.OPZEGGING, per, Opzegreden.GEWOON if eerste else Opzegreden.OPGEHOUDEN)
    if begonnen is None:
        return
    traject, partij = begonnen
    _vertel(diensten, traject)
    ploeg.teken_op(_BESLUIT).samenwerking.trajecten.besluit(traject, TrajectBesluit(op=vandaag))
    na = ploeg.op(_BESLUIT, Rol.PROCESREGISSEUR)
    brieven = na.samenwerking.trajecten.brieven
    if any(regel.partij_id == partij.id and regel.aan for regel in brieven.lijst(traject)):
        ploeg.geef_regie(brieven.brief(traject, partij.id))
    _vertel(na, traject)
    ploeg.meld(f"{partij.naam} zegt op en doet mee tot {datum_kort(per)}; voor en na het besluit ging er een brief.")
    hangt = na.samenwerking.trajecten.hangt_nog(traject)
    if hangt:
        ploeg.meld(f"Wat er nog aan hangt en moet worden overgedragen: {opsomming([een.zin for een in hangt])}.")


def _ga_verder(ploeg: Oefenploeg) -> None:
    diensten = ploeg.op(_BEGIN, Rol.PROCESREGISSEUR)
    begonnen = _begin(diensten, TrajectSoort.OPVOLGING, ploeg.vandaag + _STRAKS)
    if begonnen is None:
        return
    traject, partij = begonnen
    tekenaar = ploeg.teken_op(_BESLUIT).samenwerking.opvolgingen
    aantal = tekenaar.teken(traject, [regel.casus_id for regel in tekenaar.voorstel(traject)])
    _vertel(ploeg.op(_BESLUIT, Rol.PROCESREGISSEUR), traject)
    oordelen = "er waren geen oordelen om mee te nemen" if not aantal else f"{aantal} oordelen gingen mee"
    ploeg.meld(f"{partij.naam} gaat verder als {_NIEUW}, ondertekend; {oordelen}.")


def _begin(
    diensten: Diensten, soort: TrajectSoort, per: date, reden: Opzegreden = Opzegreden.GEWOON
) -> tuple[TrajectId, PartijRegel] | None:
    """The procedure of the last partij by name on which nothing hangs, or else the least."""
    trajecten, vandaag = diensten.samenwerking.trajecten, diensten.werkplek.vandaag()
    bezig = {regel.invoer.partij_id for regel in trajecten.lijst()}
    naam, kort = (_NIEUW, _KORT) if soort is TrajectSoort.OPVOLGING else ("", "")
    gewogen: list[tuple[int, TrajectInvoer, PartijRegel]] = []
    for partij in reversed(diensten.partijen.lijst()):
        vrij = partij.soort is PartijSoort.CONVENANTPARTIJ and partij.uitgetreden_op is None
        if not vrij or partij.id in bezig:
            continue
        invoer = TrajectInvoer(soort, vandaag, partij.id, naam=naam, kort=kort, reden=reden, gevraagd_per=per)
        traject = trajecten.begin(invoer)
        gewicht = len(trajecten.hangt_nog(traject)) + len(diensten.samenwerking.opvolgingen.voorstel(traject))
        if not gewicht:
            return traject, partij
        trajecten.verwijder(traject)
        gewogen.append((gewicht, invoer, partij))
    if not gewogen:
        return None
    _gewicht, invoer, partij = min(gewogen, key=_eerste)
    return trajecten.begin(invoer), partij


def _eerste(een: tuple[int, TrajectInvoer, PartijRegel]) -> int:
    return een[0]


def _vertel(diensten: Diensten, traject: TrajectId) -> None:
    brieven = diensten.samenwerking.trajecten.brieven
    for regel in brieven.lijst(traject):
        if regel.aan:
            brieven.noteer_verstuurd(traject, regel.partij_id)
