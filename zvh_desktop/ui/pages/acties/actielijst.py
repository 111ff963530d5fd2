"""A list of acties in which the state, the term and the rest can be changed; on the page Acties and at a casus."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import ActieId, ActieStatus, CasusId, PartijId, PoortStand
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.woorden import ACTIE_TEKST
from zvh_desktop.services.casus.aanmelding_gegevens import uit_elkaar
from zvh_desktop.services.casus.acties import ActieRegel, ActieService
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_oordelen
from zvh_desktop.ui.bewaren.lijstbewaren import tabelbron
from zvh_desktop.ui.dialogs.actiedialoog import ActieDialoog, ActieKeuzes
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom, OpVolgorde
from zvh_desktop.ui.pages.acties.actie_bij_casus import ActieBijCasusDialoog, Casuskeuze
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.teksten.dossier import ACTIE_ICOON
from zvh_desktop.ui.terugweg import Terugweg
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.eigenaar import toont_van
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.meldregel import Meldregel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


class ActieStand:
    """Changing the state of some acties, with the way back."""

    def __init__(self, acties: ActieService, regels: Sequence[ActieRegel], status: ActieStatus) -> None:
        self._acties = acties
        self._regels = tuple(regels)
        self._status = status
        aantal = len(self._regels)
        wat = "De actie staat" if aantal == 1 else f"{aantal} acties staan"
        self.tekst = f"{wat} nu op {ACTIE_TEKST[status]}."

    def doe(self) -> None:
        """Give them the new state."""
        for regel in self._regels:
            self._acties.zet_status(regel.id, self._status)

    def terug(self) -> None:
        """Give each its old state."""
        for regel in self._regels:
            self._acties.zet_status(regel.id, regel.status)


def _casus(regel: ActieRegel) -> object:
    return regel.casusnummer


def _over(regel: ActieRegel) -> tuple[str, int]:
    return regel.casusnummer, 0


def _omschrijving(regel: ActieRegel) -> object:
    return " ".join(regel.invoer.omschrijving.split())


def _omschrijving_heel(regel: ActieRegel) -> str:
    delen = (regel.invoer.omschrijving, regel.invoer.conditie, regel.invoer.informering)
    return "\n".join(deel for deel in delen if deel.strip())


def _belegd_bij(regel: ActieRegel) -> object:
    return regel.belegd_bij or "niet meer te noemen"


def _eigenaar(regel: ActieRegel) -> object:
    return regel.invoer.eigenaar


def _termijn(regel: ActieRegel) -> object:
    return regel.invoer.termijn


def _leefgebied(regel: ActieRegel) -> object:
    return regel.invoer.leefgebied


def _afgerond(regel: ActieRegel) -> object:
    return regel.afgerond_op


class ActieLijst(Paneel):
    """Space or the menu changes the state, F2 the rest, Ins adds."""

    toegevoegd = Signal(int)
    """The number of an actie that was added here."""

    def __init__(
        self,
        sleutel: str,
        diensten: Diensten,
        gereedschap: Gereedschap,
        ouder: QWidget | None = None,
        *,
        naam: str = "acties",
        erbij: Callable[[], None] | None = None,
        keuzes: Mapping[str, Keuzeveld] | None = None,
    ) -> None:
        """``erbij`` adds an actie where the list is about more than a casus, such as a plan."""
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName(f"{sleutel}_lijst")
        self._erbij = erbij
        self._te_wijzigen = True
        self._casus_id: CasusId | None = None
        self._net_gezet = False
        self._nieuw: ActieId | None = None
        self._bouw(sleutel, naam)
        bron = tabelbron(self.tabel, Lijst.ACTIES, _over)
        rust_lijst_uit(self.tabel, [bron], diensten, gereedschap, keuzes)
        self._toetsen = {
            naam: sneltoets(naam, waar=waar)
            for naam, waar in (("Ins", self), ("F2", self), ("Space", self.tabel.tabel))
        }
        self._verbind()

    def _bouw(self, sleutel: str, naam: str) -> None:
        self.nieuw_knop = gereedschapsknop(
            f"{sleutel}_nieuw_knop", Icoon.PLUS, "Voeg actie toe", "Actie toevoegen (Insert)", self
        )
        self.wijzig_knop = gereedschapsknop(
            f"{sleutel}_wijzig_knop", Icoon.POTLOOD, "Wijzig", "De gekozen actie wijzigen (F2)", self
        )
        self.gereed_knop = gereedschapsknop(
            f"{sleutel}_gereed_knop", Icoon.VINK, "Gereed", "De gekozen acties zijn gereed (spatie)", self
        )
        self.stand_knop = gereedschapsknop(
            f"{sleutel}_stand_knop", Icoon.KLOK, "Stand", "De stand van de gekozen acties wijzigen", self
        )
        self.stand_knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.stand_menu = QMenu(self)
        for status in ActieStatus:
            keuze = self.stand_menu.addAction(hoofdletter(ACTIE_TEKST[status]))
            keuze.setData(status)
            zet_icoon(keuze, ACTIE_ICOON[status])
        self.stand_knop.setMenu(self.stand_menu)
        self.tabel = FilterTabel(
            sleutel,
            naam,
            self._kolommen(),
            leeg=LegeStaat(
                Icoon.ACTIES,
                "Geen acties",
                "Hier staan afspraken over wie wat doet en voor wanneer. Ze komen uit een overleg, een plan, of van "
                "de pagina van een casus.",
            ),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )
        self.meldregel = Meldregel(self)
        self.knoppen = QHBoxLayout()
        self.knoppen.setSpacing(RASTER)
        for deel in (self.nieuw_knop, self.wijzig_knop, self.gereed_knop, self.stand_knop):
            deel.setAccessibleName(f"{deel.text()}, {naam}")
            self.knoppen.addWidget(deel)
        self.knoppen.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(self.knoppen)
        indeling.addWidget(self.tabel, 1)
        indeling.addWidget(self.meldregel)
        self._terugweg = Terugweg(self, self.lukt)

    def _kolommen(self) -> tuple[Kolom[ActieRegel], ...]:
        return (
            Kolom[ActieRegel]("termijn", "Termijn", _termijn, breedte=24),
            Kolom[ActieRegel]("stand", "Stand", self._stand, breedte=16, icoon=self._stand_icoon),
            Kolom[ActieRegel]("casus", "Casus", _casus, breedte=13),
            Kolom[ActieRegel]("omschrijving", "Wat", _omschrijving, breedte=44, uitleg=_omschrijving_heel),
            Kolom[ActieRegel]("belegd", "Belegd bij", _belegd_bij, breedte=26),
            Kolom[ActieRegel]("eigenaar", "Eigenaar", _eigenaar, breedte=18),
            Kolom[ActieRegel]("leefgebied", "Leefgebied", _leefgebied, breedte=18),
            Kolom[ActieRegel]("afgerond", "Afgerond op", _afgerond, breedte=22, zichtbaar=False),
        )

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.voeg_toe)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.gereed_knop.clicked.connect(self.meld_gereed)
        self.stand_menu.triggered.connect(self._on_stand_gekozen)
        self._toetsen["Ins"].activated.connect(self.voeg_toe)
        self._toetsen["F2"].activated.connect(self.wijzig)
        self._toetsen["Space"].activated.connect(self.meld_gereed)
        self._terugweg.gedaan.connect(self._on_gedaan)
        self._terugweg.ongedaan.connect(self._on_ongedaan)
        self.meldregel.terug_gevraagd.connect(self.maak_ongedaan)
        self.tabel.regel_gekozen.connect(self._toon_knoppen)
        self.tabel.regel_geopend.connect(self._on_regel_geopend)

    # --- showing ----------------------------------------------------------------------------------

    def zet_regels(
        self, regels: Sequence[ActieRegel] | OpVolgorde[ActieRegel], casus_id: CasusId | None = None
    ) -> None:
        """Show these acties; with a casus new ones can be added to it."""
        if casus_id != self._casus_id:
            self._terugweg.vergeet()
            self.meldregel.zeg("")
            toont_van(self, casus_id)
        self._casus_id = casus_id
        gekozen, nieuw = self.tabel.gekozen(), self._nieuw
        houdt = self._net_gezet and self._heeft_toetsenbord()
        self._net_gezet = False
        self.tabel.zet_regels(regels)
        wie = nieuw or (gekozen.id if gekozen is not None else None)
        if wie is not None:
            self.kies(wie)
        self._nieuw = None
        self._toon_knoppen()
        if houdt:
            self._houd_toetsenbord()

    def kies(self, actie_id: ActieId) -> None:
        """Choose this actie in the list."""
        for rij, regel in enumerate(self.tabel.model.regels):
            if regel.id == actie_id:
                self.tabel.kies(rij)

    def laat_erbij(self, te_wijzigen: bool) -> None:
        """Whether an actie can be added to what the list is about."""
        self._te_wijzigen = te_wijzigen
        self.nieuw_knop.setVisible(te_wijzigen)
        self._toon_knoppen()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._terugweg.vergeet()
        self.meldregel.zeg("")
        self.tabel.maak_leeg()

    def te_laat(self, regel: ActieRegel) -> bool:
        """Whether this actie is past its term."""
        return regel.te_laat(self._gereedschap.klok().date())

    def _stand(self, regel: ActieRegel) -> object:
        return ACTIE_TEKST[regel.status] + (", te laat" if self.te_laat(regel) else "")

    def _stand_icoon(self, regel: ActieRegel) -> Icoon:
        return Icoon.UITROEP if self.te_laat(regel) else ACTIE_ICOON[regel.status]

    def _toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        gekozen = regel is not None
        hier_bij = partial(
            self.zet_recht,
            self.nieuw_knop,
            Recht.ACTIES_BIJHOUDEN,
            verder=self._te_wijzigen,
            reden="Hier komt geen actie meer bij.",
        )
        if self._casus_id is None:  # of each casus that is chosen, and a new one can be at any
            self.uitgeleend = ""
            hier_bij()
            self.uitgeleend = self._diensten.acties.uitgeleend(regel.casus_id) if regel is not None else ""
        else:
            hier_bij()
        for deel in (self.wijzig_knop, self.gereed_knop, self.stand_knop):
            self.zet_recht(deel, Recht.ACTIES_BIJHOUDEN, verder=gekozen, reden="Kies eerst een actie.")

    # --- acts -------------------------------------------------------------------------------------

    def zet_stand(self, status: ActieStatus) -> None:
        """Give the chosen acties this state; Ctrl+Z takes it back."""
        huidig = self.tabel.gekozen()
        # a table that just got the keyboard has a current row that is not selected yet
        gekozen = self.tabel.alle_gekozen() or ((huidig,) if huidig is not None else ())
        regels = [regel for regel in gekozen if regel.status is not status]
        if not regels or not self.stand_knop.isEnabled():
            return
        # all of them or none: one that is out would stop it halfway
        uit = next((zin for een in regels if (zin := self._diensten.acties.uitgeleend(een.casus_id))), "")
        if uit:
            self.meldregel.zeg(uit)
            return
        self._terugweg.probeer(ActieStand(self._diensten.acties, regels, status))

    def _on_gedaan(self, tekst: str) -> None:
        self.meldregel.zeg(tekst, terug=True)
        self._lees_opnieuw()

    def _on_ongedaan(self, _tekst: str) -> None:
        if self.meldregel.terug_knop.hasFocus():
            self.setFocus()  # that button goes, and Qt would hand the keyboard to another part of the page
        self.meldregel.zeg("De vorige stand is terug. Opnieuw kan met Ctrl+Y.")
        self._lees_opnieuw()

    def _lees_opnieuw(self) -> None:
        """The list is read again, at once or in the background; until then the keyboard is kept here."""
        self._net_gezet = True
        self.gewijzigd.emit()

    def _heeft_toetsenbord(self) -> bool:
        waar = QApplication.focusWidget()
        return waar is None or waar is self or self.isAncestorOf(waar)

    def _houd_toetsenbord(self) -> None:
        """When the last actie went off the list the table is gone; the way back is then what the keyboard is for."""
        if self.tabel.model.rowCount():
            self.tabel.naar_tabel()
        else:
            self.meldregel.terug_knop.setFocus()

    def meld_gereed(self) -> None:
        """The chosen acties are done."""
        self.zet_stand(ActieStatus.GEREED)

    def maak_ongedaan(self) -> None:
        """Take back the last change of state."""
        self._terugweg.maak_ongedaan()

    def voeg_toe(self) -> None:
        """Record an actie at the casus that is shown, or at one that is chosen in the dialog."""
        if not self.nieuw_knop.isEnabled():
            return
        if self._erbij is not None:
            self._erbij()
            return
        if self._casus_id is None:
            self._voeg_toe_bij_een_casus()
            return
        bewaar = partial(self._diensten.acties.voeg_toe_bij_casus, self._casus_id)
        keuzes = self._keuzes(self._casus_id)
        nieuw = keuzes and ActieDialoog.vraag("Actie toevoegen", "&Voeg toe", None, keuzes, bewaar, ouder=self)
        self._toegevoegd(nieuw)

    def _voeg_toe_bij_een_casus(self) -> None:
        casussen = self._diensten.casussen.lijst(ook_gesloten=False)
        if not casussen:
            self.toon_weigering(GebruikersFout("Er is nog geen lopende casus om een actie bij vast te leggen."))
            return
        regel = self.tabel.gekozen()
        lopend = {casus.id for casus in casussen}
        begin = regel.casus_id if regel is not None and regel.casus_id in lopend else None
        uit = self._diensten.acties.wachtende([casus.id for casus in casussen])
        keuze = Casuskeuze([(casus.id, f"{casus.nummer}  {casus.betrokkene}") for casus in casussen], begin, uit)
        voeg_toe = self._diensten.acties.voeg_toe_bij_casus
        self._toegevoegd(ActieBijCasusDialoog.vraag_bij_casus(keuze, self._keuzes, voeg_toe, ouder=self))

    def _toegevoegd(self, nieuw: object) -> None:
        if isinstance(nieuw, int) and not isinstance(nieuw, bool):
            self._nieuw = ActieId(nieuw)
            self.toegevoegd.emit(nieuw)
            self._bewaard()

    def wijzig(self) -> None:
        """Change the chosen actie."""
        regel = self.tabel.gekozen()
        if regel is None or not self.wijzig_knop.isEnabled():
            return
        bewaar = partial(self._diensten.acties.wijzig, regel.id)
        keuzes = self._keuzes(regel.casus_id)
        titel = f"Actie wijzigen, {regel.casusnummer}"
        if keuzes and ActieDialoog.vraag(titel, "&Bewaar", regel.invoer, keuzes, bewaar, ouder=self):
            self._bewaard()

    def _bewaard(self) -> None:
        self.opgeslagen.emit()
        self.gewijzigd.emit()

    def _keuzes(self, casus_id: CasusId) -> ActieKeuzes | None:
        try:
            casus = self._diensten.casussen.toon(casus_id)
            blad = self._diensten.oordelen.blad(casus_id)
        except GebruikersFout as fout:
            self.toon_weigering(fout)
            return None
        partijen = [(PartijId(r.partij_id), r.partij) for r in blad if r.stand is PoortStand.RECHTMATIG]
        return ActieKeuzes(
            partijen,
            uit_elkaar(casus.betrokkenen),
            self._diensten.profiel.leefgebieden,
            self._diensten.regisseurs.medewerkers(),
            naar_oordelen(self._diensten.werkplek, casus_id),
        )

    def _on_stand_gekozen(self, keuze: QAction) -> None:
        self.zet_stand(ActieStatus(keuze.data()))

    def _on_regel_geopend(self, _regel: ActieRegel) -> None:
        self.wijzig()
