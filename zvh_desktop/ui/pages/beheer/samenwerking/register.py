"""The procedures about partijen: the list, what is still needed, the acts, and the letters of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.bestuurskeuzes import TrajectSoort, TrajectStand
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.samenwerking.gegevens import TrajectInvoer, TrajectRegel
from zvh_desktop.services.werkplek.plekken import BijToetreding
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.keuring import Keuring
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.lijstdeel import LijstDeel
from zvh_desktop.ui.pages.beheer.samenwerking.brieven import TrajectPartijen
from zvh_desktop.ui.pages.beheer.samenwerking.correctiedialoog import Uittredingcorrectie, UittredingcorrectieDialoog
from zvh_desktop.ui.pages.beheer.samenwerking.dialogen import (
    AfwijsDialoog,
    OpvolgDialoog,
    ToelaatDialoog,
    TrajectBesluitDialoog,
)
from zvh_desktop.ui.pages.beheer.samenwerking.handelingen import Beginnen, TrajectWeghalen, TrajectWijzigen
from zvh_desktop.ui.pages.beheer.samenwerking.trajectdialoog import TrajectDialoog
from zvh_desktop.ui.pages.beheer.samenwerking.woorden import SOORT_TEKST, STAND_TEKST
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.dossier import partijsoort_tekst
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.weg.keuze import na_keuze
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_KIES = "Kies eerst een procedure."
_BESLOTEN = "Over deze procedure is al besloten."
_MET_AKKOORD = (TrajectSoort.TOETREDING, TrajectSoort.UITSLUITING)
_ZONDER_WIE = (TrajectSoort.OPZEGGING, TrajectSoort.CONVENANT)


def _soort(regel: TrajectRegel) -> object:
    return SOORT_TEKST[regel.soort]


def _wie(regel: TrajectRegel) -> object:
    return regel.wie or "alle partijen"


def _begonnen(regel: TrajectRegel) -> object:
    return regel.ontvangen_op


def _per(regel: TrajectRegel) -> object:
    return regel.ingang


def _stand(regel: TrajectRegel) -> object:
    return STAND_TEKST[regel.stand]


def _stand_icoon(regel: TrajectRegel) -> Icoon:
    return {TrajectStand.AFGEROND: Icoon.VINK, TrajectStand.AFGEWEZEN: Icoon.SLUITEN}.get(regel.stand, Icoon.KLOK)


def _brieven(regel: TrajectRegel) -> object:
    bericht = f"{regel.aantal_bericht} van {regel.aantal_partijen} bericht"
    return f"{bericht}, {regel.aantal_akkoord} akkoord" if regel.soort in _MET_AKKOORD else bericht


class Samenwerking(LijstDeel[TrajectRegel]):
    """One line per procedure, with what is done about it."""

    recht = Recht.SAMENWERKING_LEZEN
    als_bestand = Lijst.TRAJECTEN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Toetreden en uittreden",
            "Wie partij wordt of niet meer is, en wat partijen daarover kregen en antwoordden. Over casussen gaat het "
            "hier niet.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_samenwerking")
        self.soort = Keuzeveld(self)
        self.soort.setObjectName("traject_soort")
        self.soort.setAccessibleName("Soort procedure")
        for soort, tekst in SOORT_TEKST.items():
            self.soort.addItem(tekst, soort)
        self.nieuw_knop = knop("traject_nieuw_knop", "Begin…", self, Icoon.PLUS)
        self.wijzig_knop = knop("traject_wijzig_knop", "Wijzig…", self, Icoon.POTLOOD)
        self.besluit_knop = knop("traject_besluit_knop", "Besluit…", self, Icoon.SCHILD)
        self.formulier_knop = knop("traject_formulier_knop", "Verklaring…", self, Icoon.DOCUMENT)
        self.toelaat_knop = knop("traject_toelaat_knop", "Treedt toe…", self, Icoon.PARTIJEN)
        self.afwijs_knop = knop("traject_afwijs_knop", "Gaat niet door…", self, Icoon.SLUITEN)
        self.weg_knop = gereedschapsknop(
            "traject_weg_knop", Icoon.PRULLENBAK, "Haal weg", "Deze procedure uit de lijst halen", self
        )
        self.nog = Statuslabel(Icoon.INFO, "", self, kleur=Kleur.STIL)
        self.nog.setObjectName("traject_nog")
        self.nog.laat_afbreken()
        self.ongedaan = OngedaanRegel(self, self.lukt, self.vernieuw)
        self.partijen = TrajectPartijen(diensten, gereedschap, self._doe, self._klaar, self)
        self.bouw_lijst(
            "procedures",
            (
                Kolom[TrajectRegel]("soort", "Soort", _soort, breedte=20),
                Kolom[TrajectRegel]("wie", "Wie", _wie, breedte=34),
                Kolom[TrajectRegel]("begonnen", "Begonnen", _begonnen, breedte=14),
                Kolom[TrajectRegel]("per", "Per", _per, breedte=14),
                Kolom[TrajectRegel]("stand", "Stand", _stand, breedte=22, icoon=_stand_icoon),
                Kolom[TrajectRegel]("brieven", "Partijen", _brieven, breedte=28),
            ),
            LegeStaat(Icoon.PARTIJEN, "Geen procedures", "Kies een soort en begin een procedure."),
            knoppen=(self._balk(),),
            eronder=(self.nog, self.partijen, self.ongedaan),
        )
        self._verbind()

    def _balk(self) -> QWidget:
        balk = QWidget(self)
        balk.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rij = Loopregel(balk, tussen=RASTER)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.addWidget(self.soort)
        for een in (self.nieuw_knop, self.wijzig_knop, self.besluit_knop, self.formulier_knop):
            rij.addWidget(een)
        rij.addWidget(self.toelaat_knop)
        rij.addWidget(self.afwijs_knop)
        rij.addWidget(self.weg_knop)
        return balk

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.nieuw)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.besluit_knop.clicked.connect(self.besluit)
        self.formulier_knop.clicked.connect(self.toon_formulier)
        self.toelaat_knop.clicked.connect(self.laat_toe)
        self.afwijs_knop.clicked.connect(self.wijs_af)
        self.weg_knop.clicked.connect(self.haal_weg)

    def lees(self) -> Sequence[TrajectRegel]:
        return self._diensten.samenwerking.trajecten.lijst()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.ongedaan.vergeet()
        self.partijen.toon(None)
        self.nog.zet(Icoon.INFO, "")

    def _vandaag(self) -> date:
        return self._gereedschap.klok().date()

    # --- what can be taken back -----------------------------------------------------------------------

    def nieuw(self) -> None:
        """Begin a procedure of the chosen kind; a correction is signed at once."""
        if self.soort.currentData() == TrajectSoort.CORRECTIE:
            self._corrigeer()
            return
        begin = TrajectInvoer(TrajectSoort(self.soort.currentData()), self._vandaag())
        self._vraag(begin, self._begin, nieuw=True)

    def begin_toetreding(self, wie: BijToetreding) -> None:
        """Begin one for who was typed at Partijen, with what was typed there."""
        if self.nieuw_knop.isEnabled():
            self.soort.setCurrentIndex(self.soort.findData(TrajectSoort.TOETREDING))
            begin = TrajectInvoer(TrajectSoort.TOETREDING, self._vandaag(), naam=wie.naam, kort=wie.kort)
            self._vraag(replace(begin, groep=wie.groep), self._begin, nieuw=True)

    def _begin(self, invoer: TrajectInvoer) -> None:
        self._klaar(Beginnen(self._diensten.samenwerking.trajecten, invoer))

    def wijzig(self) -> None:
        """Record what is known by now."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self._vraag(regel.invoer, partial(self._wijzig, regel), nieuw=False)

    def _wijzig(self, regel: TrajectRegel, invoer: TrajectInvoer) -> None:
        self._klaar(TrajectWijzigen(self._diensten.samenwerking.trajecten, regel.id, regel.invoer, invoer))

    def _vraag(self, begin: TrajectInvoer, bewaar: Callable[[TrajectInvoer], object], *, nieuw: bool) -> None:
        bij, advies = self._diensten.samenwerking.trajecten.aanvraaghulp()
        partijen = self._diensten.partijen.lijst()
        TrajectDialoog.vraag(begin, partijen, bij, advies, bewaar, nieuw=nieuw, ouder=self)

    def haal_weg(self) -> None:
        """It was a mistake; with a way back."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self._doe(TrajectWeghalen(self._diensten.samenwerking.trajecten, regel.id))

    def _doe(self, handeling: Omkeerbaar) -> None:
        self.ongedaan.probeer(handeling)

    def _klaar(self, handeling: Omkeerbaar) -> None:
        """From a dialog, which shows the refusal itself."""
        self.ongedaan.doe(handeling)
        self.opgeslagen.emit()

    def _corrigeer(self) -> None:
        partijen = {een.id: een for een in self._diensten.partijen.lijst()}
        term = self._diensten.termen.convenantpartij
        bezig = Keuring(self._diensten, self._corrigeer_met)
        dialoog = UittredingcorrectieDialoog(tuple(partijen.values()), bezig.keur, self, term)
        if not dialoog.antwoord() or not bezig.gekozen:
            return
        keuze = bezig.gekozen[-1]
        op = f"uitgetreden op {datum_kort(keuze.op)}" if keuze.op is not None else "niet uitgetreden"
        soort = partijsoort_tekst(keuze.soort or partijen[keuze.partij_id].soort, term)
        wat = (f"Correctie: {partijen[keuze.partij_id].naam} is {soort}, {op}", keuze.reden.strip())
        if self.teken(partial(self._corrigeer_met, keuze), wat):
            self._opnieuw("De correctie is ondertekend.")

    def _corrigeer_met(self, keuze: Uittredingcorrectie) -> None:
        self._diensten.samenwerking.correcties.corrigeer(keuze.partij_id, keuze.op, keuze.reden, keuze.soort)

    # --- what is signed -------------------------------------------------------------------------------

    def besluit(self) -> None:
        """Decide, or confirm the oordelen of a successor."""
        regel = self.tabel.gekozen()
        if regel is None:
            return
        if regel.soort is TrajectSoort.OPVOLGING:
            self._volg_op(regel)
            return
        dienst = self._diensten.samenwerking.trajecten
        vraag, met_wie = dienst.besluitvraag(regel.id), regel.soort not in _ZONDER_WIE
        bezig = Keuring(self._diensten, partial(dienst.besluit, regel.id))
        if (
            TrajectBesluitDialoog(vraag, self._vandaag(), bezig.keur, self, met_wie=met_wie).antwoord()
            and bezig.gekozen
        ):
            wie = regel.wie or "alle partijen"
            wat = (f"{SOORT_TEKST[regel.soort]}: {wie}", *_wat(regel), *self._hangt(regel))
            if self.teken(partial(dienst.besluit, regel.id, bezig.gekozen[-1]), wat):
                self._opnieuw("Het besluit is ondertekend.")

    def _volg_op(self, regel: TrajectRegel) -> None:
        dienst = self._diensten.samenwerking.opvolgingen
        bezig = Keuring(self._diensten, partial(dienst.teken, regel.id))
        lijst = dienst.voorstel(regel.id)
        if not OpvolgDialoog(regel.wie, lijst, bezig.keur, self).antwoord() or not bezig.gekozen:
            return
        gekozen = bezig.gekozen[-1]
        nummers = [een.nummer for een in lijst if een.casus_id in gekozen]
        oordelen = (f"Casus {nummer}: rechtmatig aanwezig" for nummer in nummers)
        wat = (regel.wie, *oordelen, *self._hangt(regel))
        if self.teken(partial(dienst.teken, regel.id, gekozen), wat):
            self._opnieuw(f"De opvolging is ondertekend, met {len(nummers)} oordelen.")

    def wijs_af(self) -> None:
        """It does not go on."""
        regel = self.tabel.gekozen()
        if regel is None:
            return
        bezig = Keuring(self._diensten, partial(self._wijs_af, regel))
        if AfwijsDialoog(self._vandaag(), bezig.keur, self).antwoord() and bezig.gekozen:
            op, reden = bezig.gekozen[-1]
            wat = (f"{SOORT_TEKST[regel.soort]}: {regel.wie}", f"Gaat niet door sinds {datum_kort(op)}", reden.strip())
            if self.teken(partial(self._wijs_af, regel, bezig.gekozen[-1]), wat):
                self._opnieuw("Vastgelegd dat dit niet doorgaat.")

    def _wijs_af(self, regel: TrajectRegel, keuze: tuple[date, str]) -> None:
        self._diensten.samenwerking.trajecten.wijs_af(regel.id, *keuze)

    def laat_toe(self) -> None:
        """The form is signed: the partij comes into the register."""
        regel = self.tabel.gekozen()
        if regel is None:
            return
        bezig = Keuring(self._diensten, partial(self._laat_toe, regel))
        if ToelaatDialoog(self._vandaag(), bezig.keur, self).antwoord() and bezig.gekozen:
            getekend, ingang = bezig.gekozen[-1]
            wat = (f"{regel.wie} treedt toe", f"Verklaring getekend op {datum_kort(getekend)}")
            if self.teken(partial(self._laat_toe, regel, bezig.gekozen[-1]), (*wat, f"Vanaf {datum_kort(ingang)}")):
                self._opnieuw(f"{regel.wie} staat bij de partijen, vanaf {datum_kort(ingang)}.")

    def _laat_toe(self, regel: TrajectRegel, keuze: tuple[date, date]) -> None:
        self._diensten.samenwerking.trajecten.laat_toe(regel.id, *keuze)

    def _opnieuw(self, zin: str) -> None:
        self.ongedaan.vergeet()
        self.vernieuw()
        self.meldregel.zeg(zin)
        self.opgeslagen.emit()

    # --- showing --------------------------------------------------------------------------------------

    def toon_formulier(self) -> None:
        """The form that the new partij signs."""
        regel = self.tabel.gekozen()
        if regel is None:
            return
        melder = self._gereedschap.melder
        try:
            stuk = na_keuze(self, partial(self._diensten.samenwerking.trajecten.brieven.formulier, regel.id))
        except GebruikersFout as fout:
            melder.toon_fout(self, fout)
            return
        PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Toetredingsverklaring", melder, ouder=self)

    def toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        open_ = regel is not None and regel.open
        toe = regel is not None and regel.soort is TrajectSoort.TOETREDING
        niet = _KIES if regel is None else _BESLOTEN
        self.zet_recht(self.nieuw_knop, Recht.SAMENWERKING_BIJHOUDEN)
        for een in (self.wijzig_knop, self.weg_knop):
            self.zet_recht(een, Recht.SAMENWERKING_BIJHOUDEN, verder=open_, reden=niet)
        self.zet_recht(self.besluit_knop, Recht.SAMENWERKING_BESLUITEN, verder=open_, reden=niet)
        loopt = regel is not None and regel.stand in (TrajectStand.OPEN, TrajectStand.BESLOTEN)
        self.zet_recht(self.afwijs_knop, Recht.SAMENWERKING_BESLUITEN, verder=loopt, reden=niet)
        besloten = regel is not None and regel.stand is TrajectStand.BESLOTEN
        self.zet_recht(
            self.toelaat_knop,
            Recht.SAMENWERKING_BESLUITEN,
            verder=besloten,
            reden="Daarvoor is eerst een besluit nodig.",
        )
        alleen = "Een verklaring hoort bij een toetreding."
        self.zet_recht(self.formulier_knop, Recht.SAMENWERKING_LEZEN, verder=toe, reden=alleen)
        self.nog.zet(Icoon.INFO, self._nog(regel), kleur=Kleur.STIL)
        self.partijen.toon(regel)

    def _nog(self, regel: TrajectRegel | None) -> str:
        """What is still needed before the decision, or what still hangs on who leaves."""
        if regel is None:
            return ""
        if regel.nog:
            return " ".join(punt.zin for punt in regel.nog)
        hangt = self._hangt(regel)
        return f"Wat er nog aan hangt: {'; '.join(hangt)}." if hangt else ""

    def _hangt(self, regel: TrajectRegel) -> tuple[str, ...]:
        """Named where it is signed too: nobody lets a partij go without knowing what is left lying."""
        if not self._diensten.mag(Recht.CASUS_LEZEN).mag:
            return ()
        return tuple(een.zin for een in self._diensten.samenwerking.trajecten.hangt_nog(regel.id))


def _wat(regel: TrajectRegel) -> tuple[str, ...]:
    per = (f"Per {datum_kort(regel.ingang)}",) if regel.ingang is not None else ()
    if regel.soort not in _MET_AKKOORD:
        return per
    return (*per, f"{regel.aantal_akkoord} van {regel.aantal_partijen} partijen akkoord")
