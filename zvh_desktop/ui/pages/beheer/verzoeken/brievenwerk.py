"""The letters after a decision: who is told, the letter, the draft, and that it went out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekId
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.verzoeken.gegevens import VerzoekbriefRegel, VerzoekRegel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.verzoeken.keuzedialoog import Keuzeantwoord, KeuzeDialoog
from zvh_desktop.ui.pages.beheer.verzoeken.vragen import BEKIJK, CONCEPT, brievenvraag
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, bewaar_concept_als


class Brievenwerk:
    """Asks which letter and what to do with it. ``lukt`` shows a refusal."""

    def __init__(
        self,
        diensten: Diensten,
        gereedschap: Gereedschap,
        venster: QWidget,
        lukt: Callable[[Callable[[], object]], bool],
    ) -> None:
        self._diensten, self._melder = diensten, gereedschap.melder
        self._venster, self._lukt = venster, lukt

    def open(self, regel: VerzoekRegel) -> bool:
        """Whether a letter was noted as sent."""
        gelezen, keuze = list[tuple[VerzoekbriefRegel, ...]](), list[Keuzeantwoord]()
        if not self._lukt(partial(self._lees, regel, gelezen)):
            return False
        if KeuzeDialoog.vraag_om(brievenvraag(gelezen[0]), partial(onthoud, keuze), ouder=self._venster) is None:
            return False
        brief, daad = keuze[0].onderdeel, keuze[0].daad
        if not isinstance(brief, VerzoekbriefRegel):
            return False
        if daad == BEKIJK:
            self._bekijk(brief)
            return False
        if daad == CONCEPT:
            self._bewaar(brief)
            return False
        return self._lukt(
            partial(self._diensten.verzoeken.brieven.noteer_verstuurd, *_welke(brief), opheffing=brief.opheffing)
        )

    def _lees(self, regel: VerzoekRegel, gelezen: list[tuple[VerzoekbriefRegel, ...]]) -> None:
        gelezen.append(self._diensten.verzoeken.brieven.lijst(regel.id))

    def _bekijk(self, brief: VerzoekbriefRegel) -> None:
        dienst, gemaakt = self._diensten.verzoeken.brieven, list[Stuk]()
        if self._lukt(partial(_maak, partial(dienst.brief, *_welke(brief), opheffing=brief.opheffing), gemaakt)):
            stuk = gemaakt[0]
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Brief", self._melder, ouder=self._venster)

    def _bewaar(self, brief: VerzoekbriefRegel) -> None:
        dienst, gemaakt = self._diensten.verzoeken.brieven, list[Stuk]()
        if brief.partij_id is None or not self._lukt(
            partial(
                _maak, partial(dienst.concept, brief.verzoek_id, brief.partij_id, opheffing=brief.opheffing), gemaakt
            )
        ):
            return
        bewaar_concept_als(self._melder, self._venster, gemaakt[0])


def _welke(brief: VerzoekbriefRegel) -> tuple[VerzoekId, PartijId | None]:
    return brief.verzoek_id, brief.partij_id


def _maak(bron: Callable[[], Stuk], gemaakt: list[Stuk]) -> None:
    gemaakt.append(bron())


def onthoud(keuze: list[Keuzeantwoord], wat: Keuzeantwoord) -> None:
    """Keep what was chosen. Raises InvoerOngeldig for a draft to the betrokkene: its address is not kept."""
    if wat.daad == CONCEPT and isinstance(wat.onderdeel, VerzoekbriefRegel) and wat.onderdeel.partij_id is None:
        raise InvoerOngeldig("daad", "De brief aan de betrokkene gaat niet per e-mail. Bekijk hem en druk hem af.")
    keuze[:] = [wat]
