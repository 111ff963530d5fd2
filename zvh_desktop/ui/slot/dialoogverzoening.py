"""What stood in a dialog, put over what is read in it now that it is opened anew (verzoening.py).

A dialog is filled in from one thing to the next: what is chosen in one field fills a list, or makes another field one
to write in. So the fields go first, the lists after them, and then both once more; each is judged when it is there.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.tekst.samenvoegen import Botsing
from zvh_desktop.ui.slot.lijststand import Lijststand, Rijenstand, Sleutel
from zvh_desktop.ui.slot.veldstand import (
    Dialoogstand,
    herstel_invoer,
    herstel_stand,
    is_tekst,
    keuzegroepen,
    lees_invoer,
    lees_stand,
    veldnamen,
)
from zvh_desktop.ui.slot.verzoening import Invoer, Verzoend, vertel, weeg

_KEREN = 2


def verzoen_dialoog(dialoog: QWidget, grond: Invoer, getypt: Dialoogstand) -> Verzoend:
    """What was ticked or chosen in a list in it comes back as well.

    ``grond``: what stood in it before anything was changed; a field of which that is not known counts as changed.
    """
    return _Verzoener(dialoog, grond, getypt).verzoen()


class _Verzoener:
    """Of one dialog."""

    def __init__(self, dialoog: QWidget, grond: Invoer, getypt: Dialoogstand) -> None:
        self._dialoog = dialoog
        self._grond = grond
        self._getypt = getypt
        self._eerst = lees_stand(dialoog).velden
        self._te_doen = dict(getypt.velden)
        self._velden: dict[str, object] = {}
        self._lijsten: dict[str, object] = {}
        self._botsingen: list[Botsing] = []
        self._over: list[str] = []

    def verzoen(self) -> Verzoend:
        for _keer in range(_KEREN):
            # What is put back may show another field.
            while self._zet_velden():
                pass
            self._zet_lijsten()
        namen = veldnamen(self._dialoog)
        for sleutel, waarde in self._te_doen.items():
            if waarde != self._grond.get(sleutel):
                self._over.extend(self._verteld(sleutel, waarde, namen))
        return Verzoend(self._eerst, tuple(self._botsingen), tuple(filter(None, self._over)))

    def _zet_velden(self) -> bool:
        """Whether there was any that could be judged."""
        nu, lijsten = lees_stand(self._dialoog).velden, self._lijstsleutels()
        velden = {
            sleutel: waarde
            for sleutel, waarde in self._te_doen.items()
            if sleutel in nu and sleutel not in lijsten and _staat_vast(sleutel, nu, self._getypt.velden)
        }
        namen = veldnamen(self._dialoog)
        grond = {sleutel: self._was(sleutel, nu[sleutel]) for sleutel in {**nu, **velden}}
        anders = {sleutel: waarde for sleutel, waarde in velden.items() if waarde != nu[sleutel]}
        oordeel = weeg(anders, grond, nu, velden, keuzegroepen(self._dialoog))
        self._velden.update(oordeel.terug)
        self._botsingen.extend(oordeel.botsingen)
        self._over.extend(vertel(sleutel, velden[sleutel], namen, grond[sleutel]) for sleutel in oordeel.over)
        for sleutel in velden:
            del self._te_doen[sleutel]
        herstel_invoer(self._dialoog, self._getypt, self._velden)
        return bool(velden)

    def _was(self, sleutel: str, staat: object) -> object:
        """What stood in it. Of what came into view with what was put back that is what stands in it now."""
        nieuw = bool(self._grond) and sleutel not in self._eerst and not (is_tekst(sleutel) and staat)
        return self._grond.get(sleutel, staat if nieuw else None)

    def _lijstsleutels(self) -> set[str]:
        return set(lees_stand(self._dialoog).velden).difference(lees_invoer(self._dialoog).velden)

    def _zet_lijsten(self) -> None:
        nu, namen = lees_stand(self._dialoog).velden, veldnamen(self._dialoog)
        for sleutel in self._lijstsleutels().intersection(self._te_doen):
            waarde = self._te_doen.pop(sleutel)
            was, staat, naam = self._grond.get(sleutel), nu[sleutel], namen.get(sleutel, "")
            if isinstance(waarde, Lijststand) and isinstance(staat, Lijststand):
                self._weeg_lijst(sleutel, was, waarde, staat)
            elif isinstance(waarde, Rijenstand | int) or staat == was:  # which row or tab is in view nobody stores
                self._lijsten[sleutel] = waarde
            elif _gekozen(was) != _gekozen(waarde):
                self._over.append(_keuze_in(naam))
        herstel_stand(self._dialoog, Dialoogstand(self._lijsten, "", 0, 0))
        self._zeg_wat_weg_is(namen)

    def _weeg_lijst(self, sleutel: str, was: object, waarde: Lijststand, staat: Lijststand) -> None:
        naam = veldnamen(self._dialoog).get(sleutel, "")
        if not isinstance(was, Lijststand):
            if waarde.gekozen() != staat.gekozen():
                self._over.append(_keuze_in(naam))
            return
        gedeeld = was.vinken.keys() & staat.vinken.keys()
        door_ander = any(was.vinken[een] != staat.vinken[een] for een in gedeeld)
        gewijzigd = {een: aan for een, aan in waarde.vinken.items() if aan != was.vinken.get(een)}
        if door_ander and any(staat.vinken.get(een) != aan for een, aan in gewijzigd.items()):
            self._over.append(_keuze_in(naam))
            return
        vinken = {**staat.vinken, **{een: aan for een, aan in gewijzigd.items() if een in staat.vinken}}
        self._lijsten[sleutel] = Lijststand(vinken, waarde.huidig, staat.namen)
        weg = [een for een, aan in gewijzigd.items() if aan and een not in staat.vinken]
        if not waarde.vinken and waarde.huidig != was.huidig and waarde.huidig not in staat.namen:
            weg.append(waarde.huidig)
        self._over.extend(_regels_in(naam, waarde, weg))

    def _zeg_wat_weg_is(self, namen: dict[str, str]) -> None:
        """Of a table only what it shows by then tells which rows are still there."""
        nu = lees_stand(self._dialoog).velden
        for sleutel, waarde in self._lijsten.items():
            was, staat = self._grond.get(sleutel), nu.get(sleutel)
            if isinstance(waarde, Rijenstand) and isinstance(was, Rijenstand) and isinstance(staat, Rijenstand):
                zin = _keuze_in(namen.get(sleutel, ""))
                if set(waarde.rijen).difference(was.rijen, staat.rijen) and zin not in self._over:
                    self._over.append(zin)

    def _verteld(self, sleutel: str, waarde: object, namen: dict[str, str]) -> Iterable[str]:
        """Of what is no longer there at all."""
        naam = namen.get(sleutel) or sleutel.split("|")[2]
        if isinstance(waarde, Lijststand):
            was = self._grond.get(sleutel)
            eerder = was.gekozen() if isinstance(was, Lijststand) else {}
            return _regels_in(naam, waarde, [een for een, aan in waarde.gekozen().items() if aan != eerder.get(een)])
        return [vertel(sleutel, waarde, namen, self._grond.get(sleutel))]


def _staat_vast(sleutel: str, nu: Invoer, getypt: Invoer) -> bool:
    """Whether it is sure which field this is: where some have the same name, as the rows of a list, it is by place."""
    naam = sleutel.rpartition("|")[0]
    return {een for een in nu if een.rpartition("|")[0] == naam} == {
        een for een in getypt if een.rpartition("|")[0] == naam
    }


def _gekozen(stand: object) -> object:
    """Of a field that knows itself what comes back: which line is in view is nothing that is stored."""
    return stand[0] if isinstance(stand, tuple) and len(stand) == 2 else None


def _keuze_in(naam: str) -> str:
    return f"Uw keuze in “{naam}”" if naam else ""


def _regels_in(naam: str, stand: Lijststand, regels: Iterable[Sleutel]) -> list[str]:
    """These lines as they read."""
    waar = f" in “{naam}”" if naam else ""
    return [f"“{stand.namen.get(een, '')}”{waar}" for een in regels]
