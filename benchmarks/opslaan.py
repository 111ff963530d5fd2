"""Save a field while typing, committed, against one UPDATE in a bare SQLCipher connection with the same pragmas.

The bare side works in a copy of the same database, with the same key, table, trigger and text.
"""

from __future__ import annotations

import shutil
from itertools import count

from benchmarks.kluizen import Kluizen
from benchmarks.meting import Uitslag, duur, om_en_om, rustig, verhouding
from benchmarks.teksten import alinea
from zvh_desktop.database.bestand.engine import verbinder
from zvh_desktop.models.keuzes import AgendapuntId
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

CASUSSEN = 1_000
HOOGSTENS = 2.0
PUNT = 41
TEKENS = 1_500


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line: the discussion of an agendapunt, saved as the window does."""
    with kluizen.diensten(CASUSSEN) as diensten:
        kluis = diensten.werkplek.kluis
        kopie = kluizen.los_bestand("opslaan.sqlite")
        with kluis.engine.connect() as rust:  # nothing in the log file: the copy is whole
            rust.exec_driver_sql("COMMIT")
            rust.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            shutil.copyfile(kluis.databasepad, kopie)
        kaal_open = verbinder(kopie, kluis.databasesleutel)()
        aanwijzer = kaal_open.cursor()
        teksten = [alinea(TEKENS, begin) for begin in range(6)]
        eigen_teller, kale_teller = count(), count()

        def eigen_werk() -> None:
            tekst = teksten[next(eigen_teller) % len(teksten)]
            diensten.verslagen.bewaar_tekst(AgendapuntId(PUNT), VerslagTekst(tekst, "", ""))

        def kaal_werk() -> None:
            tekst = teksten[next(kale_teller) % len(teksten)]
            aanwijzer.execute("BEGIN IMMEDIATE")
            aanwijzer.execute("UPDATE agendapunt SET beeld = ? WHERE id = ?", (tekst, PUNT))
            aanwijzer.execute("COMMIT")

        try:
            eigen, kaal = om_en_om(lambda: duur(eigen_werk), lambda: duur(kaal_werk), keren=150, warm=20)
        finally:
            kaal_open.close()
        return [verhouding("veld opslaan, vastgelegd op schijf", rustig(eigen), rustig(kaal), HOOGSTENS)]
