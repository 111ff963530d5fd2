"""The members of a meeting without casussen: who they are, whether they vote, who is there, what was asked of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from zvh_desktop.models.bestuur import OverlegLid
from zvh_desktop.models.keuzes import Aanwezigheid, LidId, OverlegId, PartijId
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.bestuur.gegevens import LidInvoer, LidKeuze, ZetelInvoer
from zvh_desktop.services.bestuur.leden import (
    afgevaardigde,
    eis_geen_stem,
    eis_geen_uitnodiging,
    eis_zetel,
    leden_van,
    lid_keuzes,
    mogelijke_leden,
    nieuw_lid,
    uit_samenstelling,
    zet_erbij,
)
from zvh_desktop.services.bestuur.lezen import eis_doet_mee, eis_geen_casusgegevens, eis_wijzigbaar, haal_bestuur
from zvh_desktop.services.werkplek.invoer import emailadres, naamveld, tekst
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_WIE = "Dit lid"


class LedenService:
    """Use cases on the seats of one meeting without casussen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def keuzes(self, overleg_id: OverlegId) -> tuple[LidKeuze, ...]:
        """Who is a member, and who can be: the composition of the house, and the partijen without a seat."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            overleg = haal_bestuur(sessie, overleg_id)
            return lid_keuzes(sessie, self._werkplek.profiel_van(sessie, overleg), overleg)

    def partijen(self) -> tuple[tuple[PartijId, str], ...]:
        """The partijen that can stand behind a seat."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            return tuple((partij.id, partij.naam) for partij in mogelijke_leden(sessie))

    def zet(
        self,
        overleg_id: OverlegId,
        partijen: Sequence[PartijId] = (),
        *,
        blijven: Sequence[LidId] = (),
        zetels: Sequence[int] = (),
    ) -> None:
        """Make exactly these the members; who stays keeps what was recorded.

        A seat stays when it is in ``blijven``, or when its partij is in ``partijen``; such a partij without a seat
        gets one, and so does each of the ``zetels`` of the composition. Rules ``toetreding`` and ``uittreding``, on
        the day of the meeting. Raises RegelGeweigerd, and GebruikersFout for who voted or has an uitnodiging.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "leden gewijzigd", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal_bestuur(werk.sessie, overleg_id)
            eis_wijzigbaar(overleg)
            over = set()
            for lid in leden_van(werk.sessie, overleg.id):
                if lid.id in blijven or (lid.partij_id is not None and lid.partij_id in partijen):
                    over.add(lid.partij_id)
                else:
                    self._haal_weg(werk.sessie, lid)
            profiel = self._werkplek.profiel_van(werk.sessie, overleg)
            alle = mogelijke_leden(werk.sessie)
            samenstelling = profiel.overlegsoort(overleg.soort).leden
            zet_erbij(werk.sessie, [uit_samenstelling(overleg, samenstelling[nummer], alle) for nummer in zetels])
            for partij_id in partijen:
                if partij_id not in over:
                    partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
                    eis_zetel(werk.sessie, ZetelInvoer(partij_id=partij.id))
                    eis_doet_mee(profiel, partij, overleg.datum)
                    zet_erbij(werk.sessie, [afgevaardigde(werk.sessie, overleg, partij)])

    def voeg_toe(self, overleg_id: OverlegId, zetel: ZetelInvoer, invoer: LidInvoer | None = None) -> LidId:
        """A seat that the composition does not name. Raises InvoerOngeldig, RegelGeweigerd."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "leden gewijzigd", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal_bestuur(werk.sessie, overleg_id)
            eis_wijzigbaar(overleg)
            lid = nieuw_lid(overleg.id, self._zetel(werk.sessie, overleg, zetel))
            zet_erbij(werk.sessie, [lid])
            if invoer is not None:
                self._vul(werk.sessie, overleg, lid, invoer)
            return lid.id

    def wijzig_zetel(self, lid_id: LidId, zetel: ZetelInvoer) -> None:
        """Change whose seat it is or whether it votes. Raises GebruikersFout for a seat whose vote is recorded."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "leden gewijzigd", "overleg") as werk:
            lid = haal(werk.sessie, OverlegLid, lid_id, _WIE)
            overleg = haal_bestuur(werk.sessie, lid.overleg_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            netjes = self._zetel(werk.sessie, overleg, zetel)
            if (netjes.partij_id, netjes.stemrecht) != (lid.partij_id, lid.stemrecht):
                eis_geen_stem(werk.sessie, lid)
            lid.functie, lid.partij_id, lid.rol, lid.stemrecht = (
                netjes.functie,
                netjes.partij_id,
                netjes.rol,
                netjes.stemrecht,
            )

    def verwijder(self, lid_id: LidId) -> None:
        """Take a seat away. Raises GebruikersFout for who voted or has an uitnodiging."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "leden gewijzigd", "overleg") as werk:
            lid = haal(werk.sessie, OverlegLid, lid_id, _WIE)
            overleg = haal_bestuur(werk.sessie, lid.overleg_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            self._haal_weg(werk.sessie, lid)

    def wijzig(self, lid_id: LidId, invoer: LidInvoer) -> None:
        """Record who comes, presence, and input before and instead of it. Raises InvoerOngeldig, RegelGeweigerd."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "aanwezigheid vastgelegd", "overleg") as werk:
            lid = haal(werk.sessie, OverlegLid, lid_id, _WIE)
            overleg = haal_bestuur(werk.sessie, lid.overleg_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            self._vul(werk.sessie, overleg, lid, invoer)

    def zet_aanwezigheid(self, leden: Sequence[LidId], aanwezigheid: Aanwezigheid) -> None:
        """Record presence of all these at once; the rest of what is known of them stays. All or none."""
        self.herstel_aanwezigheid(dict.fromkeys(leden, aanwezigheid))

    def herstel_aanwezigheid(self, wie: Mapping[LidId, Aanwezigheid]) -> None:
        """Record presence per member at once, as it was before. All or none. Raises GebruikersFout after a vote."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "aanwezigheid vastgelegd", "overleg") as werk:
            for lid_id, aanwezigheid in wie.items():
                lid = haal(werk.sessie, OverlegLid, lid_id, _WIE)
                overleg = haal_bestuur(werk.sessie, lid.overleg_id)
                werk.raakt(overleg.id)
                eis_wijzigbaar(overleg)
                self._zet_aanwezigheid(werk.sessie, lid, aanwezigheid)

    def vraag_inbreng(self, leden: Sequence[LidId], vraag: str) -> None:
        """What is asked of these members beforehand; it goes along with their uitnodiging. Raises as ``wijzig``."""
        with self._werkplek.schrijf(Recht.UITNODIGEN, "inbreng gevraagd", "overleg") as werk:
            for lid_id in leden:
                lid = haal(werk.sessie, OverlegLid, lid_id, _WIE)
                overleg = haal_bestuur(werk.sessie, lid.overleg_id)
                werk.raakt(overleg.id)
                eis_wijzigbaar(overleg)
                lid.gevraagde_inbreng = tekst("gevraagde_inbreng", vraag).strip()
                eis_geen_casusgegevens(self._werkplek, werk.sessie, overleg, lid.gevraagde_inbreng)

    def _zetel(self, sessie: Session, overleg: Overleg, zetel: ZetelInvoer) -> ZetelInvoer:
        netjes = ZetelInvoer(naamveld("functie", zetel.functie), zetel.partij_id, zetel.rol, zetel.stemrecht)
        eis_zetel(sessie, netjes)
        if netjes.partij_id is not None:
            partij = haal(sessie, Partij, netjes.partij_id, "Deze partij")
            eis_doet_mee(self._werkplek.profiel_van(sessie, overleg), partij, overleg.datum)
        eis_geen_casusgegevens(self._werkplek, sessie, overleg, netjes.functie)
        return netjes

    def _haal_weg(self, sessie: Session, lid: OverlegLid) -> None:
        eis_geen_stem(sessie, lid)
        eis_geen_uitnodiging(sessie, lid)
        sessie.delete(lid)
        sessie.flush()

    def _zet_aanwezigheid(self, sessie: Session, lid: OverlegLid, aanwezigheid: Aanwezigheid) -> None:
        if aanwezigheid is not Aanwezigheid.AANWEZIG and lid.aanwezigheid == Aanwezigheid.AANWEZIG:
            eis_geen_stem(sessie, lid)
        lid.aanwezigheid = aanwezigheid

    def _vul(self, sessie: Session, overleg: Overleg, lid: OverlegLid, invoer: LidInvoer) -> None:
        self._zet_aanwezigheid(sessie, lid, invoer.aanwezigheid)
        lid.vertegenwoordiger = naamveld("vertegenwoordiger", invoer.vertegenwoordiger)
        lid.email = emailadres("email", invoer.email) if invoer.email.strip() else ""
        lid.inbreng_gevraagd_op = invoer.inbreng_gevraagd_op
        lid.gevraagde_inbreng = tekst("gevraagde_inbreng", invoer.gevraagde_inbreng).strip()
        lid.inbreng = tekst("inbreng", invoer.inbreng).strip()
        lid.gehoord_op = invoer.gehoord_op
        eis_geen_casusgegevens(self._werkplek, sessie, overleg, lid.gevraagde_inbreng, lid.inbreng)
