"""The sheet of oordelen: mark each partij by keyboard, sign them together, and see what was signed before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import CasusId, CasusStatus, OordeelUitkomst, PartijId, PoortStand
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer, OordeelRegel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.casus.oordelenmodel import OordeelKolom, OordelenModel, Voornemen
from zvh_desktop.ui.pages.casus.oordelentabel import OordelenTabel
from zvh_desktop.ui.pages.casus.oordelenzoeker import Partijzoeker
from zvh_desktop.ui.teksten.datums import datum_voluit, tijd_kort
from zvh_desktop.ui.teksten.dossier import OORDEEL_ICOON, OORDEEL_TEKST
from zvh_desktop.ui.teksten.ondertekenlijst import oordeel_regels
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.oordeelvraagknop import Oordeelvraagknop
from zvh_desktop.ui.widgets.regelhoogte import Regelhoogte
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel

_MEESTE_RIJEN = 18


def _moment(regel: OordeelRegel) -> object:
    return f"{datum_voluit(regel.gegeven_op.date())} {tijd_kort(regel.gegeven_op)}"


def _volgorde(regel: OordeelRegel) -> object:
    return int(regel.id)


def _partij(regel: OordeelRegel) -> object:
    return regel.partij


def _uitkomst(regel: OordeelRegel) -> object:
    return OORDEEL_TEKST[regel.uitkomst] + ("" if regel.geldt else ", vervangen of nog niet van kracht")


def _uitkomst_icoon(regel: OordeelRegel) -> Icoon:
    return OORDEEL_ICOON[regel.uitkomst]


def _echt(regel: OordeelRegel) -> object:
    return "klopt" if regel.echt else "klopt niet, telt niet mee"


def _echt_icoon(regel: OordeelRegel) -> Icoon:
    return Icoon.SCHILD if regel.echt else Icoon.FOUT


def _grondslag(regel: OordeelRegel) -> object:
    return regel.grondslag


def _motivering(regel: OordeelRegel) -> object:
    return regel.motivering


def _motivering_heel(regel: OordeelRegel) -> str:
    return regel.motivering


def _vanaf(regel: OordeelRegel) -> object:
    return regel.geldig_vanaf


def _tot(regel: OordeelRegel) -> object:
    return regel.geldig_tot


def _door(regel: OordeelRegel) -> object:
    return regel.gegeven_door


_KOLOMMEN = (
    Kolom[OordeelRegel]("moment", "Gegeven op", _moment, breedte=28, sorteer=_volgorde),
    Kolom[OordeelRegel]("partij", "Partij", _partij, breedte=24),
    Kolom[OordeelRegel]("uitkomst", "Oordeel", _uitkomst, breedte=24, icoon=_uitkomst_icoon),
    Kolom[OordeelRegel]("echt", "Handtekening", _echt, breedte=16, icoon=_echt_icoon),
    Kolom[OordeelRegel]("grondslag", "Grondslag", _grondslag, breedte=28),
    Kolom[OordeelRegel]("motivering", "Motivering", _motivering, breedte=28, uitleg=_motivering_heel),
    Kolom[OordeelRegel]("vanaf", "Geldig vanaf", _vanaf, breedte=22),
    Kolom[OordeelRegel]("tot", "Geldig tot en met", _tot, breedte=22),
    Kolom[OordeelRegel]("door", "Door", _door, breedte=18),
)


class OordelenPaneel(CasusOnderdeel):
    """What is marked stays, per casus, until it is signed or taken back; it is never signed by itself."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_oordelen")
        self._geschiedenis: tuple[OordeelRegel, ...] = ()
        self._bewaard: dict[CasusId, dict[PartijId, Voornemen]] = {}
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.waarom = Aandachtsregel(self)
        self.waarom.setObjectName("oordelen_regel")
        self.uitleg = StilleTekst("", self)
        self.model = OordelenModel(self)
        self.tabel = OordelenTabel(self.model, self, instellingen=self._gereedschap.instellingen)
        self.zoek = Partijzoeker(self.tabel, self)
        self.knoppen: dict[OordeelUitkomst, QToolButton] = {
            OordeelUitkomst.RECHTMATIG: gereedschapsknop(
                "oordeel_rechtmatig_knop", Icoon.VINK, "Rechtmatig (1)", "Gekozen rijen: rechtmatig aanwezig", self
            ),
            OordeelUitkomst.NIET_RECHTMATIG: gereedschapsknop(
                "oordeel_niet_knop", Icoon.STREEPJE, "Niet rechtmatig (2)", "Gekozen rijen: niet rechtmatig", self
            ),
            OordeelUitkomst.INGETROKKEN: gereedschapsknop(
                "oordeel_intrekken_knop", Icoon.UITROEP, "Intrekken (3)", "Eerder positief oordeel intrekken", self
            ),
        }
        self.wis_knop = gereedschapsknop(
            "oordeel_wis_knop", Icoon.ONGEDAAN, "Wissen", "Wat nog niet is ondertekend wissen (Delete)", self
        )
        self.tot = Datumveld("Nieuwe oordelen gelden tot en met", self, mag_leeg=True)
        self.tot.setObjectName("oordeel_geldig_tot")
        self.teken_knop = knop("oordeel_teken_knop", "Onderteke&n", self, Icoon.SCHILD)
        self.melding = Statuslabel(Icoon.UITROEP, "", self)
        self.melding.setObjectName("oordeel_melding")
        self.melding.laat_afbreken()
        gereedschap = Loopregel(tussen=RASTER)
        for deel in (self.zoek, *self.knoppen.values(), self.wis_knop):
            gereedschap.addWidget(deel)
        self.vraag_knop = Oordeelvraagknop(
            "oordelen_vragen", self._diensten.termen.met_lidwoord("procesregisseur"), self
        )
        gereedschap.rek()
        gereedschap.addWidget(self.vraag_knop)
        slot = QHBoxLayout()
        slot.setSpacing(RASTER)
        slot.addWidget(Formulierregel("Nieuwe oordelen gelden tot en met", self.tot, ouder=self))
        slot.addStretch(1)
        slot.addWidget(self.teken_knop)
        kopregel = self._bouw_geschiedenis()
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.waarom)
        indeling.addWidget(self.uitleg)
        indeling.addLayout(gereedschap)
        indeling.addWidget(self.tabel)
        indeling.addWidget(self.melding)
        indeling.addLayout(slot)
        indeling.addSpacing(RASTER)
        indeling.addLayout(kopregel)
        indeling.addWidget(self.geschiedenis)

    def _bouw_geschiedenis(self) -> QHBoxLayout:
        """The list of earlier oordelen; what comes back is the row with its heading."""
        self.geschiedenis_kop = Kop("Eerdere oordelen", self, factor=1.05)
        self.alle_knop = gereedschapsknop(
            "oordeel_alle_knop", Icoon.GESCHIEDENIS, "Alle partijen",
            "Eerdere oordelen over alle partijen tonen", self,
        )  # fmt: skip
        self.alle_knop.setCheckable(True)
        self.geschiedenis = FilterTabel(
            "oordelen_geschiedenis",
            "eerdere oordelen",
            _KOLOMMEN,
            leeg=LegeStaat(
                Icoon.GESCHIEDENIS,
                "Nog geen oordeel",
                "Hier staat elk oordeel dat is gegeven, ook als het is vervangen of ingetrokken.",
            ),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )
        self.hoogte = Regelhoogte(self.geschiedenis.tabel, 7)
        kopregel = QHBoxLayout()
        kopregel.addWidget(self.geschiedenis_kop, 1)
        kopregel.addWidget(self.alle_knop)
        return kopregel

    def _verbind(self) -> None:
        for deel in self.knoppen.values():
            deel.clicked.connect(self._on_uitkomst_geklikt)
        self.wis_knop.clicked.connect(self.wis)
        self.vraag_knop.gekozen_gevraagd.connect(self._on_gekozen_gevraagd)
        self.vraag_knop.alle_gevraagd.connect(self._on_alle_gevraagd)
        self.teken_knop.clicked.connect(self.onderteken)
        self.alle_knop.toggled.connect(self._toon_geschiedenis)
        self.tabel.uitkomst_gevraagd.connect(self.kies)
        self.tabel.wissen_gevraagd.connect(self.wis)
        self.tabel.ondertekenen_gevraagd.connect(self.onderteken)
        self.tabel.partij_gekozen.connect(self._toon_geschiedenis)
        self.model.voornemens_gewijzigd.connect(self._toon_stand)

    # --- showing ----------------------------------------------------------------------------------

    def toon_casus(self, beeld: CasusBeeld) -> None:
        self._onthoud()
        if self._casus is not None and self._casus.id != beeld.id:
            self.tot.zet_datum(None)  # until when was said of the partijen of the other casus
        super().toon_casus(beeld)

    def laad(self, beeld: CasusBeeld) -> None:
        dienst = self._diensten.oordelen
        self.waarom.zet(dienst.wie_erbij_mag(), Icoon.SCHILD)
        rij = self.tabel.currentIndex().row()
        self._geschiedenis = dienst.geschiedenis(beeld.id)
        vals = {regel.partij_id for regel in self._geschiedenis if not regel.echt}
        mag = self.mag_hier(Recht.OORDELEN)
        lopend = beeld.status is CasusStatus.LOPEND
        self.model.laad(dienst.blad(beeld.id), vals, vast=not (mag.mag and lopend))
        if mag.mag and lopend:
            self.model.zet_voornemens(self._bewaard.pop(beeld.id, {}))
        self.uitleg.setText(
            "Kies een of meer rijen en druk op 1 (rechtmatig), 2 (niet rechtmatig) of 3 (intrekken). De grondslag of "
            "reden geldt voor alle gekozen rijen. Enter gaat naar de volgende partij zonder oordeel, een letter zoekt, "
            "Ctrl+Enter ondertekent."
            if mag.mag
            else mag.reden
        )
        self.tot.setEnabled(mag.mag and lopend)
        self.vraag_knop.setVisible(lopend and not mag.mag and self.mag_hier(Recht.TAFEL_BEHEREN).mag)
        self._pas_hoogte_aan()
        if self.model.rowCount():
            eerste = self.model.volgende_ontbrekende(-1) if rij < 0 else rij
            self.tabel.setCurrentIndex(self.model.index(min(eerste or 0, self.model.rowCount() - 1), 0))
            self.tabel.filter(self.zoek.text())
        self._toon_stand()
        self._toon_geschiedenis()

    def _pas_hoogte_aan(self) -> None:
        rijen = max(3, min(self.model.rowCount(), _MEESTE_RIJEN))
        hoog = self.tabel.verticalHeader().defaultSectionSize() * rijen
        hoog += self.tabel.horizontalHeader().sizeHint().height() + self.tabel.horizontalScrollBar().sizeHint().height()
        self.tabel.setMinimumHeight(hoog + 2 * self.tabel.frameWidth())

    def _toon_stand(self) -> None:
        aantal = len(self.model.voornemens())
        bezwaren = self.model.bezwaren(self.uitgeleend)
        tekst = f"Onderteke&n {aantal} {'oordeel' if aantal == 1 else 'oordelen'}" if aantal else "Onderteke&n"
        self.teken_knop.setText(tekst)
        self.teken_knop.setAccessibleName(tekst.replace("&", ""))
        lopend = self._casus is not None and self._casus.status is CasusStatus.LOPEND
        reden = "; ".join(bezwaren) or "Kies eerst bij ten minste één rij een nieuw oordeel."
        self.zet_recht(self.teken_knop, Recht.OORDELEN, verder=lopend and bool(aantal) and not bezwaren, reden=reden)
        for deel in (*self.knoppen.values(), self.wis_knop):
            self.zet_recht(deel, Recht.OORDELEN, verder=lopend, reden="Deze casus loopt niet meer.")
        if lopend and self.uitgeleend:
            opent = self.knoppen[OordeelUitkomst.RECHTMATIG]
            self.zet_recht(opent, Recht.OORDELEN, verder=False, reden=self.uitgeleend)
        if bezwaren:
            self.melding.zet(Icoon.UITROEP, "Nog aan te vullen. " + "; ".join(bezwaren) + ".", kleur=Kleur.LET_OP)
        else:
            self.melding.zet(Icoon.UITROEP, "")
        self._zeg_stand(aantal)

    def _zeg_stand(self, aantal: int) -> None:
        standen = [regel.stand for rij in range(self.model.rowCount()) if (regel := self.model.regel(rij))]
        mag = standen.count(PoortStand.RECHTMATIG)
        open_ = standen.count(PoortStand.NIET_BEOORDEELD)
        if any(not regel.echt for regel in self._geschiedenis):
            self.zeg_stand(Icoon.FOUT, "een handtekening klopt niet", Kleur.FOUT)
        elif aantal:
            self.zeg_stand(Icoon.POTLOOD, f"{aantal} nog te ondertekenen", Kleur.LET_OP)
        else:
            self.zeg_stand(Icoon.SCHILD, f"{mag} rechtmatig, {open_} nog niet beoordeeld")

    def _toon_geschiedenis(self) -> None:
        regel = self.model.regel(self.tabel.currentIndex().row())
        if self.alle_knop.isChecked() or regel is None:
            self.geschiedenis_kop.setText("Eerdere oordelen")
            self.geschiedenis.zet_regels(self._geschiedenis)
            return
        self.geschiedenis_kop.setText(f"Eerdere oordelen over {regel.partij}")
        self.geschiedenis.zet_regels([oud for oud in self._geschiedenis if oud.partij_id == regel.partij_id])

    # --- acts -------------------------------------------------------------------------------------

    def kies(self, uitkomst: OordeelUitkomst) -> None:
        """Mark the chosen rows; the text that goes with it is asked at once, for all of them together."""
        rijen = self.tabel.rijen()
        if not rijen or not self.knoppen[uitkomst].isEnabled():
            return
        if not self.tot.neem_aan():
            self.melding.zet(Icoon.FOUT, self.tot.fout(), kleur=Kleur.FOUT)
            self.tot.setFocus()
            return
        geweigerd = self.model.kies(rijen, uitkomst, self.tot.datum())
        if geweigerd:
            self.melding.zet(Icoon.UITROEP, f"Niet gekozen. {geweigerd}.", kleur=Kleur.LET_OP)
        self.tabel.setFocus()
        samen = self.model.gemarkeerd(rijen, uitkomst)
        if samen and not geweigerd:
            positief = uitkomst is OordeelUitkomst.RECHTMATIG
            self.tabel.bewerk(samen[0], OordeelKolom.GRONDSLAG if positief else OordeelKolom.MOTIVERING, samen)

    def wis(self) -> None:
        """Take back what was marked on the chosen rows."""
        self.model.wis(self.tabel.rijen())
        self.tabel.setFocus()

    def vraag(self, partijen: Sequence[PartijId]) -> None:
        """Ask the procesregisseur for oordelen on these partijen, for the next overleg with this casus."""
        if self._casus is None:
            return
        try:
            nieuw = self._diensten.oordelen.vraag(self._casus.id, partijen)
        except GebruikersFout as fout:
            self.toon_weigering(fout)
            return
        self.toon_casus(self._casus)
        self.gewijzigd.emit()
        wie = self._diensten.termen.met_lidwoord("procesregisseur")
        wat = "1 vraag staat" if nieuw == 1 else f"{nieuw} vragen staan"
        zin = f"{wat} nu bij Vandaag van {wie}." if nieuw else f"Dit is al gevraagd; het staat bij Vandaag van {wie}."
        self.melding.zet(Icoon.VINK, zin, kleur=Kleur.GOED)

    def onderteken(self) -> None:
        """Sign everything that is marked, at once."""
        invoer = self.model.invoer()
        if self._casus is None or not invoer or not self.teken_knop.isEnabled():
            return
        if self.teken(partial(self._diensten.oordelen.geef, self._casus.id, invoer), self._wat(invoer)):
            self.model.wis_alles()
            self._bewaard.pop(self._casus.id, None)
            self.toon_casus(self._casus)
            self.gewijzigd.emit()
        self.tabel.setFocus()

    def _wat(self, invoer: Sequence[OordeelInvoer]) -> tuple[str, ...]:
        regels = (self.model.regel(rij) for rij in range(self.model.rowCount()))
        namen = {regel.partij_id: regel.partij for regel in regels if regel is not None}
        return oordeel_regels(self._casus.nummer if self._casus else "", namen, invoer)

    def toon_weigering(self, fout: GebruikersFout) -> None:
        self.melding.zet_fout(fout)

    # --- leaving and coming back ------------------------------------------------------------------

    def _onthoud(self) -> None:
        if self._casus is None:
            return
        voornemens = dict(self.model.voornemens())
        if voornemens:
            self._bewaard[self._casus.id] = voornemens
        else:
            self._bewaard.pop(self._casus.id, None)

    def onbewaard(self) -> object:
        self._onthoud()
        return dict(self._bewaard) or None

    def herstel_onbewaard(self, wat: object) -> None:
        if isinstance(wat, dict):
            self._bewaard = dict(wat)
            if self._casus is not None:
                self.model.zet_voornemens(self._bewaard.pop(self._casus.id, {}))

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._bewaard.clear()
        self._geschiedenis = ()
        self.model.maak_leeg()
        self.geschiedenis.maak_leeg()
        self.zoek.clear()
        self.geschiedenis_kop.setText("Eerdere oordelen")
        self.melding.zet(Icoon.UITROEP, "")

    def eerste_focus(self) -> QWidget:
        return self.tabel

    def _on_gekozen_gevraagd(self) -> None:
        rijen = self.tabel.rijen()
        self.vraag([regel.partij_id for rij in rijen if (regel := self.model.regel(rij)) is not None])

    def _on_alle_gevraagd(self) -> None:
        self.vraag(self.model.te_beoordelen())

    def _on_uitkomst_geklikt(self) -> None:
        zender = self.sender()
        for uitkomst, deel in self.knoppen.items():
            if deel is zender:
                self.kies(uitkomst)
