"""How the log is looked at now, and back to how it was: who, what, about what and between which days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.huis.weergaven import Weergavestand
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_WAAROVER: Final = "waarover"


class Logboekstand:
    """Of the fields above the log."""

    def __init__(
        self,
        zoek: Invoerregel,
        waarover: Invoerregel,
        keuzes: Mapping[str, Keuzeveld],
        dagen: Mapping[str, Datumveld],
    ) -> None:
        self._zoek = zoek
        self._waarover = waarover
        self._keuzes = dict(keuzes)
        self._dagen = dict(dagen)

    def lees(self) -> Weergavestand:
        """What is asked for now; a day that cannot be read is none."""
        gekozen = [(sleutel, str(veld.currentData() or "")) for sleutel, veld in self._keuzes.items()]
        dagen = [(sleutel, _als_tekst(veld)) for sleutel, veld in self._dagen.items()]
        return Weergavestand(
            zoek=self._zoek.text(),
            filters=((_WAAROVER, self._waarover.text()),) if self._waarover.text().strip() else (),
            keuzes=tuple((sleutel, waarde) for sleutel, waarde in (*gekozen, *dagen) if waarde),
        )

    def zet(self, stand: Weergavestand) -> tuple[str, ...]:
        """Ask for it; who or what is no longer in the log is left out."""
        gevraagd = dict(stand.keuzes)
        weg = []
        for sleutel, keuze in self._keuzes.items():
            plek = keuze.findData(gevraagd.get(sleutel, ""))
            keuze.setCurrentIndex(max(0, plek))
            if plek < 0:
                weg.append(f'een keuze bij "{keuze.accessibleName()}"')
        for sleutel, dag in self._dagen.items():
            dag.zet_datum(_dag(gevraagd.get(sleutel, "")))
        self._waarover.setText(dict(stand.filters).get(_WAAROVER, ""))
        self._zoek.setText(stand.zoek)
        return tuple(weg)

    def gewoon(self) -> Weergavestand:
        """Everything."""
        return Weergavestand()


def _als_tekst(veld: Datumveld) -> str:
    try:
        dag = veld.datum()
    except InvoerOngeldig:  # the field itself says so
        return ""
    return dag.isoformat() if dag is not None else ""


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None
