"""Before the database of a vault gets a newer form: a backup of how it was, checked, or it does not get one.

A step that goes wrong is taken back by the transaction it is in. What it does well and should not have done is not:
then this backup is the only way back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, text

from zvh_desktop.database.bestand.bestanden import sync_map, vervang
from zvh_desktop.database.bestand.revisies import werk_bij, wordt_bijgewerkt
from zvh_desktop.database.eerst import ga_door_bij_fout
from zvh_desktop.database.kopie.kenmerk import Kopiekenmerk, Kopiesoort
from zvh_desktop.database.kopie.voorraad import kopienaam, standaardplaats
from zvh_desktop.database.kopiebouw import Kopiebron, in_aanbouw
from zvh_desktop.errors import KluisFout
from zvh_desktop.models.instelling import KOPIE_PLAATS
from zvh_desktop.paths import gebruikersmap


def werk_bij_na_kopie(engine: Engine, bron: Kopiebron, nu: datetime) -> None:
    """Bring the database to the newest form, after a backup where there is something to lose.

    Of a koffer there is one: a copy of it would come back as well, and stay behind when it is destroyed. Raises
    KluisFout when no backup could be made anywhere; then nothing was changed.
    """
    los = bron.bestand.koffer is None and not bron.bestand.register.oefen
    if los and wordt_bijgewerkt(engine):
        _maak_kopie(engine, bron, nu)
    werk_bij(engine)


def _maak_kopie(engine: Engine, bron: Kopiebron, nu: datetime) -> None:
    kenmerk = Kopiekenmerk(bron.bestand.kluis_id, nu, Kopiesoort.BIJWERKEN)
    eerste: KluisFout | None = None
    for plaats in _plaatsen(engine, bron):
        doel = plaats / kopienaam(bron.kluismap, nu.astimezone())
        try:
            with in_aanbouw(bron, doel, kenmerk) as klad:
                vervang(klad, doel)
                ga_door_bij_fout(lambda: sync_map(plaats))  # noqa: B023 - called at once
        except KluisFout as fout:
            eerste = eerste or fout
        else:
            return
    if eerste is not None:
        raise KluisFout(
            "Deze kluis is van een oudere versie. Voordat hij wordt bijgewerkt, is een reservekopie nodig, en die kon "
            f"niet worden gemaakt. {eerste.gebeurd}",
            veilig="Er is niets gewijzigd.",
            advies=eerste.advies or "Maak ruimte op de schijf en open de kluis opnieuw.",
        ) from eerste


def _plaatsen(engine: Engine, bron: Kopiebron) -> Iterator[Path]:
    """Beside the vault; else the second place of the house; else with the user."""
    yield standaardplaats(bron.kluismap)
    with engine.connect() as verbinding:
        tweede = verbinding.scalar(text("SELECT waarde FROM instelling WHERE sleutel = :naam"), {"naam": KOPIE_PLAATS})
    if tweede:
        yield Path(tweede) / standaardplaats(bron.kluismap).name
    yield gebruikersmap() / standaardplaats(bron.kluismap).name
