"""The register is wrong about a partij, its kind or the day it left: put right under a signature, with the reason."""

from __future__ import annotations

from datetime import date

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import Opzegreden, TrajectId, TrajectSoort, TrajectStand
from zvh_desktop.models.keuzes import PartijId, PartijSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.samenwerking.traject import Traject
from zvh_desktop.services.poort.gevolgen import volg_register
from zvh_desktop.services.samenwerking.getekend import TRAJECT
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.hangt_aan import hangt_eraan
from zvh_desktop.services.werkplek.invoer import tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


class UittredingcorrectieService:
    """One use case: it is a procedure of one step, so it stands in the same list and is signed as the others are."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def corrigeer(
        self, partij_id: PartijId, uitgetreden_op: date | None, reden: str, soort: PartijSoort | None = None
    ) -> TrajectId:
        """Set the day of leaving, or take it away, and which kind of partij it is (None: as it was); signed.

        Raises InvoerOngeldig, also when nothing would change, BevestigingNodig.
        """
        with self._werkplek.schrijf(Recht.SAMENWERKING_BESLUITEN, "uittreding gecorrigeerd", "samenwerking") as werk:
            partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
            voorheen, wordt = partij.soort, soort or partij.soort
            if PartijSoort.CONVENANTPARTIJ not in (voorheen, wordt):
                raise InvoerOngeldig("partij_id", f"{partij.naam} is geen partij bij het convenant.")
            if wordt is PartijSoort.DERDE and voorheen is not wordt and hangt_eraan(werk.sessie, partij):
                raise InvoerOngeldig("soort", f"Aan {partij.naam} hangt al werk. Een derde zit niet aan tafel.")
            if uitgetreden_op and partij.aangesloten_op and uitgetreden_op < partij.aangesloten_op:
                raise InvoerOngeldig("uitgetreden_op", "De datum van uittreding ligt vóór die van toetreding.")
            if partij.uitgetreden_op == uitgetreden_op and wordt is voorheen:
                raise InvoerOngeldig("uitgetreden_op", "Zo staat het al in het register.")
            netjes = verplicht("reden", tekst("reden", reden).strip(), "Vul in waarom dit wordt gecorrigeerd.")
            eis_geen_casus(werk.sessie, reden=netjes)
            self._werkplek.eis_bevestiging()
            rij = self._rij(partij, uitgetreden_op, netjes, wordt)
            partij.uitgetreden_op, partij.soort = uitgetreden_op, wordt
            werk.sessie.add(rij)
            volg_register(self._werkplek, werk.sessie, partij)
            werk.raakt(rij.id)
            with werk.sessie.no_autoflush:  # the database takes a signed state only together with the number
                rij.stand, rij.versie = TrajectStand.AFGEROND, 1
                TRAJECT.teken(self._werkplek, werk.sessie, rij)
            TRAJECT.eis_bewaard(self._werkplek, werk.sessie, rij.id)
            return rij.id

    def _rij(self, partij: Partij, uitgetreden_op: date | None, reden: str, wordt: PartijSoort) -> Traject:
        vandaag, nu = self._werkplek.vandaag(), self._werkplek.nu()
        leeg = dict.fromkeys(
            ("vestigingsplaats", "kantoor", "vertegenwoordiger", "functie", "bijdrage", "grondslag", "ontvangen_bij",
             "advies", "besloten_door", "oordelen"),
            "",
        )  # fmt: skip
        return Traject(
            soort=TrajectSoort.CORRECTIE,
            stand=TrajectStand.OPEN,
            partij_id=partij.id,
            naam=partij.naam,
            kort=partij.kort,
            groep=partij.groep,
            reden=Opzegreden.GEWOON,
            ontvangen_op=vandaag,
            besloten_op=vandaag,
            ingang=uitgetreden_op,
            motivering=reden,
            soort_voorheen=partij.soort if partij.soort is not wordt else None,
            toelichting=self._andere_soort(partij.soort, wordt),
            versie=0,
            vastgelegd_op=nu,
            vastgelegd_door=self._werkplek.naam,
            **leeg,
        )

    def _andere_soort(self, was: PartijSoort, wordt: PartijSoort) -> str:
        """What changed in the kind, in the words of the house; nothing when it stays."""
        eigen = {PartijSoort.CONVENANTPARTIJ: self._werkplek.profiel.termen.convenantpartij}
        return "" if was is wordt else f"Van {eigen.get(was, was.value)} naar {eigen.get(wordt, wordt.value)}."
