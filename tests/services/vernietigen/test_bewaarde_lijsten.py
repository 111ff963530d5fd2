"""A file that stood in a list that was saved: the vernietigingsverklaring says that such a list is out there."""

from __future__ import annotations

import io

from opruimhulp import Gesloten, vernietiger
from pypdf import PdfReader

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import CasusId, VernietigSoort
from zvh_desktop.services.bewerkbaar.lijsten import LijstService
from zvh_desktop.services.stukken.lijsten import Lijstrij, Lijstvraag


def test_de_vernietigingsverklaring_noemt_de_lijst_waar_de_casus_in_staat(gesloten: Gesloten) -> None:
    bureau, casus, ander = gesloten.bureau, gesloten.casus, gesloten.ander
    dienst = LijstService(bureau.werkplek)

    def bewaar(lijst: Lijst, *casussen: CasusId, aanmelding: int = 0) -> None:
        rijen = tuple(Lijstrij(("J. Oefenman",), bureau.nummer(een), aanmelding) for een in casussen)
        dienst.maak(Lijstvraag(lijst, ("Betrokkene",), rijen, len(rijen)))

    bewaar(Lijst.CASUSSEN, casus, ander)
    bewaar(Lijst.CASUSSEN, casus)
    bewaar(Lijst.ACTIES, ander)
    aanmelding = bureau.waarde("SELECT aanmelding_id FROM casus WHERE id = :c", c=casus)
    dienst.maak(Lijstvraag(Lijst.AANMELDINGEN, ("Van",), (Lijstrij(("GGD",), "", aanmelding),), 1))
    kort = f"{bureau.werkplek.profiel.korte_naam} zelf"
    vooraf = vernietiger(bureau).inhoud(casus, VernietigSoort.VERNIETIGEN).uitgiften
    assert [(een.wat, een.aantal) for een in vooraf if een.partij == kort] == [
        ("bestand met aanmeldingen", 1),
        ("bestand met casussen", 2),
    ]
    gedaan = vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)
    stuk = vernietiger(bureau).verklaring(gedaan.id)
    gelezen = "".join(blad.extract_text() for blad in PdfReader(io.BytesIO(stuk.inhoud)).pages)
    eerder = " ".join(gelezen.partition("Wat eerder is uitgegeven")[2].split())
    assert "bestand met casussen 2" in eerder and kort in eerder and "acties" not in eerder
