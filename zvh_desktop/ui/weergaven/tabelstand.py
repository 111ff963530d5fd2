"""How a FilterTabel is looked at now, and back to how it was: columns, order, filters and the fields above it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt

from zvh_desktop.services.huis.weergaven import Weergavestand
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_PROEF = 100


class Tabelstand:
    """Of one table; ``keuzes`` are the fields above it that choose what is read, by a key that lasts."""

    def __init__(self, tabel: FilterTabel[Any], keuzes: Mapping[str, Keuzeveld]) -> None:
        self._tabel = tabel
        self._keuzes = dict(keuzes)
        self._begin = {sleutel: _gekozen(veld) for sleutel, veld in self._keuzes.items()}

    def lees(self) -> Weergavestand:
        """What is shown now."""
        tabel = self._tabel
        kop = tabel.tabel.horizontalHeader()
        teken = tekstbreedte(tabel, _PROEF) / _PROEF
        return Weergavestand(
            zoek=tabel.zoek_veld.text(),
            filters=tuple((sleutel, veld.text()) for sleutel, veld in tabel.kolomvelden.items() if veld.text().strip()),
            keuzes=tuple((sleutel, _gekozen(veld)) for sleutel, veld in self._keuzes.items()),
            kolommen=tuple(kolom.sleutel for kolom in tabel.getoonde_kolommen()),
            breedtes=tuple(
                (tabel.model.kolommen[nummer].sleutel, round(breed / teken, 1))
                for nummer, breed in sorted(tabel.breedtes.eigen().items())
            ),
            sorteer=tabel.model.kolommen[kop.sortIndicatorSection()].sleutel,
            aflopend=kop.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
        )

    def zet(self, stand: Weergavestand) -> tuple[str, ...]:
        """Show it so; what is in it and no longer exists is left out and given back, in words."""
        weg = [*self._zet_keuzes(stand), *self._zet_kolommen(stand), *self._zet_filters(stand)]
        nummers = self._nummers()
        if stand.sorteer in nummers:
            richting = Qt.SortOrder.DescendingOrder if stand.aflopend else Qt.SortOrder.AscendingOrder
            self._tabel.tabel.sortByColumn(nummers[stand.sorteer], richting)
        elif stand.sorteer:
            weg.append("de kolom waarop de lijst was gesorteerd")
        self._tabel.naar_tabel()  # a filter that is shown takes the keyboard
        return tuple(dict.fromkeys(weg))

    def gewoon(self) -> Weergavestand:
        """Without a view: every row of what is read at first, in the columns that the list begins with."""
        kolommen = self._tabel.model.kolommen
        return Weergavestand(
            keuzes=tuple(self._begin.items()), kolommen=tuple(een.sleutel for een in kolommen if een.zichtbaar)
        )

    def _nummers(self) -> dict[str, int]:
        return {kolom.sleutel: nummer for nummer, kolom in enumerate(self._tabel.model.kolommen)}

    def _zet_keuzes(self, stand: Weergavestand) -> list[str]:
        weg = []
        for sleutel, gekozen in stand.keuzes:
            veld = self._keuzes.get(sleutel)
            plek = next((rij for rij in range(veld.count()) if str(veld.itemData(rij)) == gekozen), -1) if veld else -1
            if veld is not None and plek >= 0:
                veld.setCurrentIndex(plek)
            else:
                waar = f'bij "{veld.accessibleName()}"' if veld is not None else "boven de lijst"
                weg.append(f"een keuze {waar}")
        return weg

    def _zet_kolommen(self, stand: Weergavestand) -> list[str]:
        nummers = self._nummers()
        bekend = [sleutel for sleutel in stand.kolommen if sleutel in nummers]
        if bekend:
            self._tabel.zet_kolommen([nummers[sleutel] for sleutel in bekend])
        teken = tekstbreedte(self._tabel, _PROEF) / _PROEF
        self._tabel.breedtes.zet_eigen(
            {nummers[sleutel]: round(breed * teken) for sleutel, breed in stand.breedtes if sleutel in nummers}
        )
        return ["een kolom"] * (len(bekend) < len(stand.kolommen))

    def _zet_filters(self, stand: Weergavestand) -> list[str]:
        velden = self._tabel.kolomvelden
        filters = {sleutel: getypt for sleutel, getypt in stand.filters if sleutel in velden}
        self._tabel.filter_knop.setChecked(bool(filters))
        for sleutel, veld in velden.items():
            veld.setText(filters.get(sleutel, ""))
        self._tabel.zoek_veld.setText(stand.zoek)
        return ["een filter"] * (len(filters) < len(stand.filters))


def _gekozen(veld: Keuzeveld) -> str:
    return str(veld.currentData())
