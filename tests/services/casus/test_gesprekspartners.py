"""Who in the register may have been spoken with beforehand, or said yes for the other house."""

from __future__ import annotations

from factories import Bureau

from zvh_desktop.models.keuzes import PartijSoort, VastleggingSoort
from zvh_desktop.services.casus.vooroverleg import VooroverlegService
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer


def test_de_aanmelder_de_gemeente_van_de_betrokkene_en_anders_elke_gemeente(bureau: Bureau) -> None:
    for kort in ("Politie", "Almelo", "Enschede"):
        bureau.partijen.voeg_contact_toe(bureau.partij(kort), ContactpersoonInvoer(f"Testpersoon {kort}"))
    aanmelding = bureau.aanmelding("J. Oefenman", partij_id=bureau.partij("Politie"))
    dienst = VooroverlegService(bureau.werkplek)

    def namen(soort: VastleggingSoort) -> list[str]:
        return [een.naam for een in dienst.contacten(soort, aanmelding_id=aanmelding)]

    assert namen(VastleggingSoort.AANMELDER) == ["Testpersoon Politie"]
    assert namen(VastleggingSoort.BETROKKENE) == []
    bureau.sql("UPDATE betrokkene SET gemeente = 'ENSCHEDÉ'")
    assert namen(VastleggingSoort.GEMEENTE) == ["Testpersoon Enschede"]
    bureau.sql("UPDATE betrokkene SET gemeente = ''")
    assert namen(VastleggingSoort.GEMEENTE) == ["Testpersoon Almelo", "Testpersoon Enschede"]
    casus = bureau.aanmeldingen.accepteer(aanmelding)
    bij_casus = dienst.contacten(VastleggingSoort.AANMELDER, casus_id=casus)
    assert [een.naam for een in bij_casus] == ["Testpersoon Politie"]


def test_wie_bij_het_andere_huis_akkoord_gaf_staat_onder_de_naam_van_dat_huis(bureau: Bureau) -> None:
    huis = bureau.partijen.voeg_toe(PartijInvoer("Zorg- en Veiligheidshuis Élders", "Élders", PartijSoort.DERDE))
    bureau.partijen.voeg_contact_toe(huis, ContactpersoonInvoer("R. Regiovoorbeeld", "procesregisseur"))
    gevonden = bureau.partijen.contacten_bij_naam("zorg- en veiligheidshuis elders")
    assert [(een.naam, een.functie) for een in gevonden] == [("R. Regiovoorbeeld", "procesregisseur")]
    assert bureau.partijen.contacten_bij_naam("Een huis dat er niet is") == ()
