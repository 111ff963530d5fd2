"""Per partij its own time on the uitnodiging, also after the points got another order."""

from __future__ import annotations

from datetime import UTC, datetime, time

import icalendar
from factories import Bureau

from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen
from zvh_desktop.services.werkplek.klok import AMSTERDAM


class Uitgenodigd:
    """OM at the first and last of three casussen, GGD at the second."""

    def __init__(self, bureau: Bureau) -> None:
        self.b = bureau
        bureau.contact("OM", "GGD")
        with bureau.kluis.sessies.begin() as sessie:
            bewaar_instellingen(sessie, bureau.werkplek, HuisInstellingen(afzender_email="balie@voorbeeld.invalid"))
        self.dienst = bureau.diensten().uitnodigingen
        self.tafel: OverlegId = bureau.tafel()
        for nummer, partij in enumerate(("OM", "GGD", "OM")):
            bureau.punt(self.tafel, bureau.casus(f"Proef {nummer}"), partij)
        bureau.akkoord(self.tafel)
        self.dienst.bereid_voor(self.tafel)

    def tijdvak(self, kort: str) -> tuple[time, time]:
        """As it stands in the calendar item."""
        regel = next(een for een in self.dienst.lijst(self.tafel) if een.partij == self.b.naam(kort))
        stukken = self.dienst.stukken(regel.id)
        [item] = icalendar.Calendar.from_ical(stukken.agenda_item.inhoud).walk("VEVENT")
        van, tot = (_lokaal(item.decoded(veld)) for veld in ("DTSTART", "DTEND"))
        return van, tot

    def verstuur(self) -> None:
        for regel in self.dienst.lijst(self.tafel):
            self.dienst.markeer_verzonden(regel.id)


def _lokaal(moment: datetime) -> time:
    return moment.astimezone(UTC).astimezone(AMSTERDAM).time().replace(tzinfo=None)


def test_het_eigen_tijdvak_volgt_de_nieuwe_volgorde(bureau: Bureau) -> None:
    post = Uitgenodigd(bureau)
    assert post.tijdvak("OM") == (time(9, 30), time(10, 30))
    assert post.tijdvak("GGD") == (time(9, 50), time(10, 10))
    post.verstuur()
    bureau.agenda.terug_naar_concept(post.tafel)
    voorstel = bureau.agenda.stel_volgorde_voor(post.tafel)
    assert voorstel.wachten_straks == 0
    bureau.akkoord(post.tafel)
    assert post.dienst.bereid_voor(post.tafel) == 2  # both times changed, so both get a new one
    om, ggd = post.tijdvak("OM"), post.tijdvak("GGD")
    assert {om, ggd} in (
        {(time(9, 30), time(10, 10)), (time(10, 10), time(10, 30))},
        {(time(9, 50), time(10, 30)), (time(9, 30), time(9, 50))},
    )
    assert om in ((time(9, 30), time(10, 10)), (time(9, 50), time(10, 30)))
