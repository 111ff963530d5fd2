"""Closed files with what comes next, and what is gone with its verklaring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.vernietigen.eigen import NAAM
from zvh_desktop.services.vernietigen.gegevens import Inhoudsopgave, TeDoen, Vernietigd, VernietigdRegel
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.pages.casus.opruimen.paneel import NIET_GEWIST
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.opruimen import GEDAAN, WERKWOORD, wat_er_gaat
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.meldregel import Meldregel


def _nummer(regel: TeDoen | VernietigdRegel) -> object:
    return regel.nummer


def _stap(regel: TeDoen) -> object:
    return f"{NAAM[regel.soort]} vernietigen" if regel.soort in NAAM else WERKWOORD[regel.soort]


def _gesloten(regel: TeDoen) -> object:
    return regel.gesloten_op


def _vanaf(regel: TeDoen) -> object:
    return regel.vanaf if regel.vanaf is not None else "geen termijn ingevuld"


def _vanaf_volgorde(regel: TeDoen) -> object:
    return regel.vanaf or date.max


def _bijzonder(regel: TeDoen) -> object:
    return ", ".join(
        woord for woord, is_zo in (("verlengd", regel.verlengd), ("voorgesteld", regel.voorgesteld)) if is_zo
    )


def _wat(regel: VernietigdRegel) -> object:
    return f"{NAAM[regel.soort]} vernietigd" if regel.soort in NAAM else GEDAAN[regel.soort]


def _op(regel: VernietigdRegel) -> object:
    return regel.gedaan_op


def _door(regel: VernietigdRegel) -> object:
    return regel.gedaan_door


class OpruimenDeel(BeheerDeel):
    """Two lists: what may go and when, and what is gone."""

    recht = Recht.CASUS_LEZEN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Opruimen",
            f"Gesloten dossiers, {diensten.termen.aanmeldingen} die niet doorgingen en verzoeken van betrokkenen, met "
            "de dag waarop hun bewaartermijn voorbij is. Daaronder wat weg is, met de verklaring daarvan.",
            diensten,
            gereedschap,
            ouder,
            rolt=False,
        )
        self.setObjectName("beheer_opruimen")
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.open_knop = knop("opruimen_open_knop", "&Open dit dossier", self, Icoon.CASUSSEN)
        term = letterlijk(self._diensten.termen.aanmelding)
        self.aanmelding_knop = knop("opruimen_aanmelding_knop", f"&Vernietig deze {term}", self, Icoon.PRULLENBAK)
        self.verzoek_knop = knop("opruimen_verzoek_knop", "Vernietig dit ver&zoek", self, Icoon.PRULLENBAK)
        self.verklaring_knop = gereedschapsknop(
            "opruimen_verklaring_knop", Icoon.OOG, "Verklarin&g", "De vernietigingsverklaring bekijken", self
        )
        self.te_doen: FilterTabel[TeDoen] = FilterTabel(
            "opruimen",
            "gesloten dossiers",
            (
                Kolom[TeDoen]("nummer", "Dossier", _nummer, breedte=24),
                Kolom[TeDoen]("stap", "Volgende stap", _stap, breedte=26),
                Kolom[TeDoen]("gesloten", "Gesloten op", _gesloten, breedte=16),
                Kolom[TeDoen]("vanaf", "Kan vanaf", _vanaf, breedte=24, sorteer=_vanaf_volgorde),
                Kolom[TeDoen]("bijzonder", "Bijzonder", _bijzonder, breedte=20),
            ),
            leeg=LegeStaat(Icoon.VINK, "Er zijn geen gesloten dossiers", "Hier komen gesloten casussen te staan."),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )
        self.weg: FilterTabel[VernietigdRegel] = FilterTabel(
            "vernietigd",
            "vernietigde dossiers",
            (
                Kolom[VernietigdRegel]("nummer", "Dossier", _nummer, breedte=30),
                Kolom[VernietigdRegel]("wat", "Wat", _wat, breedte=28),
                Kolom[VernietigdRegel]("op", "Op", _op, breedte=16),
                Kolom[VernietigdRegel]("door", "Door", _door, breedte=24),
            ),
            leeg=LegeStaat(Icoon.VINK, "Er is nog niets vernietigd", "Van wat weg is, blijft hier een verklaring."),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )
        for tabel in (self.te_doen, self.weg):
            rust_lijst_uit(tabel, (), self._diensten, self._gereedschap)
        self.meldregel = Meldregel(self)
        self.inhoud.addLayout(self.rij(self.open_knop, self.aanmelding_knop, self.verzoek_knop))
        self.inhoud.addWidget(self.te_doen, 3)
        self.inhoud.addLayout(self.rij(self.verklaring_knop))
        self.inhoud.addWidget(self.weg, 2)
        self.inhoud.addWidget(self.meldregel)
        if not self.mag():
            self.te_doen.setVisible(False)
            self.weg.setVisible(False)
            self.ruimte()

    def _verbind(self) -> None:
        self.open_knop.clicked.connect(self.open_dossier)
        self.aanmelding_knop.clicked.connect(self.vernietig_aanmelding)
        self.verzoek_knop.clicked.connect(self.vernietig_verzoek)
        self.verklaring_knop.clicked.connect(self.toon_verklaring)
        self.te_doen.regel_gekozen.connect(self._on_gekozen)
        self.te_doen.regel_geopend.connect(self._on_geopend)
        self.weg.regel_gekozen.connect(self._on_gekozen)

    def vernieuw(self) -> None:
        if self.mag():
            self.te_doen.zet_regels(self._diensten.vernietigen.lijst())
            self.weg.zet_regels(self._diensten.vernietigen.vernietigd())
            for tabel in (self.te_doen, self.weg):
                if tabel.gekozen() is None:
                    tabel.kies(0)
            self.meldregel.zeg(NIET_GEWIST if self._diensten.vernietigen.moet_nog_wissen() else "")
        self._toon_knoppen()

    def maak_leeg(self) -> None:
        self.te_doen.maak_leeg()
        self.weg.maak_leeg()
        self.meldregel.zeg("")

    def eerste_focus(self) -> QWidget | None:
        return self.te_doen.tabel if self.mag() else None

    # --- acts -------------------------------------------------------------------------------------

    def open_dossier(self) -> None:
        """Go to the casus, where it is done."""
        regel = self.te_doen.gekozen()
        if regel is not None and regel.casus_id is not None:
            self.ga_naar.emit(Plaats("casussen", BijCasus(regel.casus_id, "opruimen")))

    def vernietig_aanmelding(self) -> None:
        """Show what goes, ask to sign, and let it go."""
        regel = self.te_doen.gekozen()
        if regel is None or regel.aanmelding_id is None:
            return
        dienst, id_ = self._diensten.vernietigen, regel.aanmelding_id
        self._vernietig(
            regel.nummer,
            dienst.inhoud_aanmelding(id_),
            partial(dienst.keur_aanmelding, id_),
            partial(dienst.doe_aanmelding, id_),
        )

    def vernietig_verzoek(self) -> None:
        """The same of a verzoek of a betrokkene."""
        regel = self.te_doen.gekozen()
        if regel is None or regel.verzoek_id is None:
            return
        dienst, id_ = self._diensten.verzoeken.opruimen, regel.verzoek_id
        self._vernietig(regel.nummer, dienst.inhoud(id_), partial(dienst.keur, id_), partial(dienst.doe, id_))

    def _vernietig(
        self, nummer: str, inhoud: Inhoudsopgave, keur: Callable[[], None], doe: Callable[..., Vernietigd]
    ) -> None:
        if self.teken(keur, list(wat_er_gaat(f"{nummer} vernietigen", inhoud))):
            self._gereedschap.taken.start_met_voortgang(
                doe,
                ouder=self,
                titel="Vernietigen",
                gelukt=self._on_gedaan,
                mislukt=self._on_mislukt,
            )

    def toon_verklaring(self) -> None:
        """Make the verklaring and show it."""
        regel = self.weg.gekozen()
        if regel is not None:
            maak = partial(self._diensten.vernietigen.verklaring, regel.id)
            self._gereedschap.taken.start(maak, gelukt=self._on_stuk_gemaakt, mislukt=self._on_mislukt)

    def _on_stuk_gemaakt(self, stuk: Stuk) -> None:
        melder = self._gereedschap.melder
        PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Vernietigingsverklaring", melder, ouder=self)

    def _on_gedaan(self, gedaan: Vernietigd) -> None:
        self.vernieuw()
        self.meldregel.zeg(
            f"Vernietigd op {datum_kort(self._gereedschap.klok().date())}." if gedaan.gewist else NIET_GEWIST
        )
        self.opgeslagen.emit()

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self.toon_weigering(fout)

    def _on_geopend(self, _regel: TeDoen) -> None:
        self.open_dossier()

    def _on_gekozen(self, _regel: object) -> None:
        self._toon_knoppen()

    def _toon_knoppen(self) -> None:
        regel, vandaag = self.te_doen.gekozen(), self._gereedschap.klok().date()
        casus = regel is not None and regel.casus_id is not None
        self.zet_recht(self.open_knop, Recht.CASUS_LEZEN, verder=casus, reden="Kies eerst een dossier van een casus.")
        over = regel is not None and regel.vanaf is not None and regel.vanaf <= vandaag
        for een, soort, wat in (
            (self.aanmelding_knop, VernietigSoort.AANMELDING, self._diensten.termen.aanmelding),
            (self.verzoek_knop, VernietigSoort.VERZOEK, "verzoek"),
        ):
            deze = regel is not None and regel.soort is soort
            reden = "De bewaartermijn is nog niet voorbij." if deze else f"Kies eerst een {wat}."
            self.zet_recht(een, Recht.VERNIETIGEN, verder=deze and over, reden=reden)
        gekozen = self.weg.gekozen() is not None
        self.zet_recht(self.verklaring_knop, Recht.CASUS_LEZEN, verder=gekozen, reden="Er is nog niets vernietigd.")
