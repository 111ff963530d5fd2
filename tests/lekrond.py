"""A round of notulen in which something stands that the reader may not have to know."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from factories import Bureau
from pypdf import PdfReader
from rondtafel import Rond

from zvh_desktop.models.keuzen.lekkeuzes import Lekkeuze
from zvh_desktop.models.rondsturen.lekoordeel import Lekoordeel
from zvh_desktop.services.lek.gegevens import Lekbevinding, LekOpen
from zvh_desktop.services.lek.getekend import LEKKEUZE
from zvh_desktop.services.lek.lekken import LekService
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

BEELD = (
    "Moeder belt elke week. Zij is bereikbaar op 06-55012345 en haar BSN is 999990019. "
    "De buurman, T. Eenmans, klaagt. Rustig verder."
)


class Lekrond:
    """The round, what waits in it for a choice, and whoever has only the key of the database."""

    def __init__(self, bureau: Bureau) -> None:
        bureau.casus("Testpersoon Eenman")
        self.bureau = bureau
        self._rond = Rond(bureau, vast=False)
        bureau.verslagen.bewaar_tekst(self._rond.punten[1], VerslagTekst(BEELD, "Rustig.", "Zo doorgaan."))
        bureau.alsof_bevestigd()
        bureau.verslagen.stel_vast(self._rond.tafel)
        self.dienst = LekService(bureau.werkplek)

    def opnieuw(self) -> None:
        """For whoever has the vault open now."""
        self.dienst = LekService(self.bureau.werkplek)

    def open(self, kort: str) -> tuple[Lekbevinding, ...]:
        """What waits for a choice."""
        with pytest.raises(LekOpen) as gevangen:
            self._rond.dienst.concepten([self._rond.vraag(kort)])
        return gevangen.value.bevindingen

    def kies_alles(self, kort: str, keuze: Lekkeuze) -> None:
        """The same about everything."""
        for een in self.open(kort):
            if keuze is Lekkeuze.WEG:
                self.dienst.haal_weg(een)
            else:
                self.dienst.laat_mee(een)

    def notulen(self, kort: str) -> str:
        """The text of the notulen for this partij, as they would leave."""
        inhoud = self._rond.dienst.stukken(self._rond.vraag(kort)).stukken[0].inhoud
        return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages).split())

    def kraak(self, opdracht: str, **waarden: object) -> None:
        """Plain SQL, with every trigger taken away that keeps a row as it is, and no constraint asked."""
        wachters = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'zoek%'"
        self.bureau.zonder_triggers(str(self.bureau.waarde(wachters)).split(","))
        ruw = self.bureau.kluis.engine.raw_connection()
        try:
            aanwijzer = ruw.cursor()
            aanwijzer.execute("PRAGMA foreign_keys = OFF")
            aanwijzer.execute("PRAGMA ignore_check_constraints = ON")
            aanwijzer.execute(opdracht, waarden)
        finally:
            ruw.invalidate()

    def onderteken_zelf(self, een: Lekbevinding, keuze: Lekkeuze) -> None:
        """Somebody with a key of the own signs what the service refuses."""
        werkplek = self.bureau.werkplek
        with werkplek.kluis.sessies() as sessie, sessie.begin():
            sessie.connection().exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            plek = {"begin": een.vondst.begin, "eind": een.vondst.eind, "soort": een.vondst.soort}
            rij = Lekoordeel(
                **plek, partij_id=een.aan.partij_id, lezer=een.aan.lezer,
                casus_id=een.casus_id, digest=een.digest, keuze=keuze, reden="",
                op=werkplek.nu(), door=werkplek.gebruiker, versie=1,
            )  # fmt: skip
            sessie.add(rij)
            sessie.flush()
            with sessie.no_autoflush:
                LEKKEUZE.teken(werkplek, sessie, rij, met_wachtwoord=False)


def laat_alles_mee(bureau: Bureau, maak: Callable[[], object]) -> tuple[Lekbevinding, ...]:
    """Let everything go that waits for a choice before this can be made; what that was."""
    return _kies(bureau, maak, LekService.laat_mee)


def haal_alles_weg(bureau: Bureau, maak: Callable[[], object]) -> tuple[Lekbevinding, ...]:
    """Leave everything out that waits for a choice before this can be made; what that was."""
    return _kies(bureau, maak, LekService.haal_weg)


def ging_alles_ten_onrechte(bureau: Bureau, noteer: Callable[[], object]) -> tuple[Lekbevinding, ...]:
    """Say of everything that waits for a choice that it went and should not have; what that was."""
    return _kies(bureau, noteer, LekService.ging_ten_onrechte)


def _kies(
    bureau: Bureau, maak: Callable[[], object], hoe: Callable[[LekService, Lekbevinding], None]
) -> tuple[Lekbevinding, ...]:
    dienst = LekService(bureau.werkplek)
    try:
        maak()
    except LekOpen as fout:
        for een in fout.bevindingen:
            hoe(dienst, een)
        return fout.bevindingen
    return ()
