"""Check what only shows when the parts of a huisprofiel are laid side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from zvh_desktop.models.keuzen.niveau import Niveau
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.naam import bezwaar_tegen_naam
from zvh_desktop.models.profiel.fasen import controleer_fasen
from zvh_desktop.models.profiel.huiscontrole import (
    controleer_ingevuld,
    controleer_termen,
    controleer_vaste_regels,
)
from zvh_desktop.models.profiel.huisprofiel import Besluitsoort, Huisprofiel, Lezing, Overlegsoort
from zvh_desktop.models.profiel.overnemen import controleer_overnemen
from zvh_desktop.models.profiel.samenwerking import controleer_samenwerking
from zvh_desktop.models.profiel.tabel import Bevindingen, toon
from zvh_desktop.models.vouwing import gevouwen

AFSCHALING_BESLISSERS = ("overleg", "procesregisseur", "casusregisseur", "manager")


def controleer_samenhang(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    """Report every doubled name, dangling reference and impossible combination."""
    _eenmaligheid(profiel, bevindingen)
    _overleggen(profiel, bevindingen)
    _vergaderen(profiel, bevindingen)
    controleer_termen(profiel, bevindingen)
    controleer_vaste_regels(profiel, bevindingen)
    controleer_ingevuld(profiel, bevindingen)
    _aanpakken(profiel, bevindingen)
    controleer_fasen(profiel.fasen, [aanpak.sleutel for aanpak in profiel.aanpakken], bevindingen)
    _besluiten(profiel, bevindingen)
    _beslissers(profiel, bevindingen)
    _criteria(profiel, bevindingen)
    _grondslagen(profiel, bevindingen)
    controleer_overnemen(profiel.overnemen, profiel.systemen, bevindingen)
    bestuur = {soort.sleutel for soort in profiel.overlegsoorten if not soort.casuistiek}
    controleer_samenwerking(profiel.samenwerking, profiel.convenant.verlenging, bestuur, bevindingen)


def _aanpakken(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    kan = [soort.sleutel for soort in profiel.casusoverleggen]
    partijen = [partij.kort for partij in profiel.partijen]
    for nummer, aanpak in enumerate(profiel.aanpakken, 1):
        _verwijzing(f"aanpakken[{nummer}].vaste_partijen", aanpak.vaste_partijen, partijen, bevindingen)
        if aanpak.weging_door and aanpak.weging_door not in kan:
            plaats = f"aanpakken[{nummer}].weging_door"
            bevindingen.meld(plaats, toon(aanpak.weging_door), "een overlegsoort met casuïstiek: " + ", ".join(kan))


def _eenmaligheid(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    lijsten: dict[str, Sequence[object]] = {
        "overlegsoorten": profiel.overlegsoorten,
        "aanpakken": profiel.aanpakken,
        "fasen": profiel.fasen,
        "besluiten": profiel.besluiten,
        "criteria": profiel.criteria,
        "partijen": profiel.partijen,
        "grondslagen": profiel.grondslagen,
        "bewaartermijnen": profiel.bewaartermijnen,
        "afschaling.checklist": profiel.afschaling.checklist,
        "afschaling.lezingen": profiel.afschaling.lezingen,
        "aanwijzing_casusregisseur.lezingen": profiel.aanwijzing_casusregisseur.lezingen,
        "toetreding.lezingen": profiel.toetreding.lezingen if profiel.toetreding else (),
    }
    for plaats, delen in lijsten.items():
        # "kort" of an overlegsoort is only a word; of a partij it is the header of a column.
        velden = ("naam", "kort") if plaats == "partijen" else ("sleutel", "nummer", "naam")
        for veld in velden:
            waarden = [str(getattr(deel, veld, "")) for deel in delen]
            _meld_dubbel(plaats, veld, waarden, bevindingen)
            for nummer, waarde in enumerate(waarden, 1):
                _meld_naam(f"{plaats}[{nummer}].{veld}", waarde, bevindingen)
    _meld_naam("naam", profiel.naam, bevindingen)
    _meld_naam("korte_naam", profiel.korte_naam, bevindingen)


def _meld_naam(plaats: str, naam: str, bevindingen: Bevindingen) -> None:
    """A name of a house is one like any other: it goes into the register and onto every document."""
    bezwaar = bezwaar_tegen_naam(naam)
    if bezwaar is not None:
        bevindingen.meld(plaats, toon(naam), f"een naam die is wat u ziet. {bezwaar[0]}")


def _meld_dubbel(plaats: str, veld: str, waarden: list[str], bevindingen: Bevindingen) -> None:
    gezien: dict[str, int] = {}
    for nummer, waarde in enumerate(waarden, 1):
        eerste = gezien.setdefault(gevouwen(waarde), nummer)
        if waarde and eerste != nummer:
            bevindingen.meld(f"{plaats}[{nummer}].{veld}", toon(waarde), f"iets anders dan bij {plaats}[{eerste}]")


def _overleggen(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    for nummer, soort in enumerate(profiel.overlegsoorten, 1):
        if soort.casuistiek and soort.niveau is not Niveau.OPERATIONEEL:
            bevindingen.meld(f"overlegsoorten[{nummer}].casuistiek", "true", f"false bij niveau {soort.niveau.value}")
    if not profiel.casusoverleggen:
        bevindingen.meld(
            "overlegsoorten", "geen overleg met casuïstiek", "minstens een operationeel met casuistiek = true"
        )


def _vergaderen(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    """Seats, and which meeting tells which: they name partijen, groups and other meetings."""
    soorten = [soort.sleutel for soort in profiel.overlegsoorten if not soort.casuistiek]
    partijen = [partij.kort for partij in profiel.partijen]
    groepen = sorted({partij.groep for partij in profiel.partijen})
    for nummer, soort in enumerate(profiel.overlegsoorten, 1):
        plaats = f"overlegsoorten[{nummer}]"
        _wie_er_zit(plaats, soort, partijen, bevindingen)
        for zetel_nummer, zetel in enumerate(soort.leden, 1):
            hier = f"{plaats}.leden[{zetel_nummer}]"
            _verwijzing(f"{hier}.partij", [zetel.partij] if zetel.partij else [], partijen, bevindingen)
            _verwijzing(f"{hier}.groepen", zetel.groepen, groepen, bevindingen)
            _verwijzing(f"{hier}.zonder_groepen", zetel.zonder_groepen, groepen, bevindingen)
            _meld_naam(f"{hier}.functie", zetel.functie, bevindingen)
        for kennis in soort.informeert:
            anderen = [sleutel for sleutel in soorten if sleutel != soort.sleutel]
            _verwijzing(f"{plaats}.informeert", [kennis.overleg], anderen, bevindingen)


def _wie_er_zit(plaats: str, soort: Overlegsoort, partijen: Sequence[str], bevindingen: Bevindingen) -> None:
    """Seats belong to a meeting without casussen; at the others sits who may, and a usual partij is only proposed."""
    _verwijzing(f"{plaats}.vaste_partijen", soort.vaste_partijen, partijen, bevindingen)
    if soort.casuistiek and soort.leden:
        bevindingen.meld(f"{plaats}.leden", "een samenstelling", "vaste_partijen: hier bepaalt de poort wie er zit")
    if not soort.casuistiek and soort.vaste_partijen:
        bevindingen.meld(f"{plaats}.vaste_partijen", "partijen", "leden, want hier komen geen casussen")


def _besluiten(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    fasen = {fase.sleutel: fase for fase in profiel.fasen}
    overleggen = [soort.sleutel for soort in profiel.casusoverleggen]
    aanpakken = [aanpak.sleutel for aanpak in profiel.aanpakken]
    for nummer, besluit in enumerate(profiel.besluiten, 1):
        plaats = f"besluiten[{nummer}]"
        _verwijzing(f"{plaats}.overlegsoorten", besluit.overlegsoorten, overleggen, bevindingen)
        _verwijzing(f"{plaats}.aanpakken", besluit.aanpakken, aanpakken, bevindingen)
        if besluit.naar_fase:
            _verwijzing(f"{plaats}.naar_fase", [besluit.naar_fase], fasen, bevindingen)
            _fase_van_elke_aanpak(profiel, besluit, plaats, bevindingen)
            if besluit.leidt_tot == "afschaling" and besluit.naar_fase in fasen and fasen[besluit.naar_fase].vooruit:
                verwacht = "een fase zonder naar, want na afschaling komt er geen fase meer"
                bevindingen.meld(f"{plaats}.naar_fase", toon(besluit.naar_fase), verwacht)
        elif besluit.leidt_tot == "afschaling":
            bevindingen.meld(f"{plaats}.naar_fase", "niets", "de fase waarin een casus wordt afgeschaald")
        elif besluit.leidt_tot == "opschaling":
            bevindingen.meld(f"{plaats}.naar_fase", "niets", "de fase waarin een casus wordt opgeschaald")
        if besluit.leidt_tot == "opschaling" and any(
            fase.sleutel == besluit.naar_fase and not fase.delen_toegestaan for fase in profiel.fasen
        ):
            bevindingen.meld(f"{plaats}.naar_fase", toon(besluit.naar_fase), "een fase met delen_toegestaan = true")
        if besluit.leidt_tot == "opschaling" and profiel.opschaling is None:
            bevindingen.meld(f"{plaats}.leidt_tot", '"opschaling"', "een blok [opschaling], of een ander gevolg")
    einden = profiel.besluiten_tot("afschaling")
    if not einden:
        bevindingen.meld("besluiten", "geen afschaling", 'een besluit met leidt_tot = "afschaling"')
    for sleutel in aanpakken if einden else ():
        if not any(not besluit.aanpakken or sleutel in besluit.aanpakken for besluit in einden):
            verwacht = 'een besluit met leidt_tot = "afschaling" van elke aanpak'
            bevindingen.meld("besluiten", f"geen afschaling bij aanpak {toon(sleutel)}", verwacht)
    if profiel.opschaling and not profiel.besluiten_tot("opschaling"):
        bevindingen.meld("opschaling", "geen besluit daartoe", 'een besluit met leidt_tot = "opschaling"')
    geldt = profiel.geldt(Regel.OPSCHALING_BESLUIT)
    if geldt is not (profiel.opschaling is not None):
        verwacht = "false, want er is geen blok [opschaling]" if geldt else "true, want er is een blok [opschaling]"
        bevindingen.meld("regels.opschaling_besluit.geldt", "true" if geldt else "false", verwacht)


def _fase_van_elke_aanpak(profiel: Huisprofiel, besluit: Besluitsoort, plaats: str, bevindingen: Bevindingen) -> None:
    """A besluit leads nowhere in an aanpak that does not have its fase."""
    fase = next((een for een in profiel.fasen if een.sleutel == besluit.naar_fase), None)
    for aanpak in profiel.aanpakken if fase is not None else ():
        geldt_hier = not besluit.aanpakken or aanpak.sleutel in besluit.aanpakken
        if fase is not None and geldt_hier and not fase.hoort_bij(aanpak.sleutel):
            verwacht = f"een fase van aanpak {toon(aanpak.sleutel)}, of aanpakken = [...] bij dit besluit"
            bevindingen.meld(f"{plaats}.naar_fase", toon(besluit.naar_fase), verwacht)


def _beslissers(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    overleggen = {soort.sleutel for soort in profiel.casusoverleggen}
    bestuur = {soort.sleutel for soort in profiel.overlegsoorten if not soort.casuistiek}
    for deel, plaats, mogelijk in (
        (profiel.afschaling, "afschaling", {*AFSCHALING_BESLISSERS, *overleggen}),
        (profiel.aanwijzing_casusregisseur, "aanwijzing_casusregisseur", overleggen),
        (profiel.toetreding, "toetreding", {"elders", *bestuur}),
    ):
        if deel is None:
            continue
        for hier, beslissers in _per_lezing(plaats, deel.beslissers, deel.lezingen):
            _verwijzing(f"{hier}.beslissers", beslissers, mogelijk, bevindingen)


def _per_lezing(
    plaats: str, beslissers: tuple[str, ...], lezingen: tuple[Lezing, ...]
) -> Iterable[tuple[str, tuple[str, ...]]]:
    if not lezingen:
        yield plaats, beslissers
    for nummer, lezing in enumerate(lezingen, 1):
        yield f"{plaats}.lezingen[{nummer}]", lezing.beslissers


def _criteria(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    bekend = [criterium.sleutel for criterium in profiel.criteria]
    gebruikt = profiel.criteria_logica.sleutels()
    _verwijzing("criteria_logica", gebruikt, bekend, bevindingen)
    aanpakken = [aanpak.sleutel for aanpak in profiel.aanpakken]
    for nummer, criterium in enumerate(profiel.criteria, 1):
        _verwijzing(f"criteria[{nummer}].aanpakken", criterium.aanpakken, aanpakken, bevindingen)
    for nummer, sleutel in enumerate(bekend, 1):
        if sleutel not in gebruikt:
            bevindingen.meld(f"criteria[{nummer}]", toon(sleutel), "een criterium dat in criteria_logica staat")


def _grondslagen(profiel: Huisprofiel, bevindingen: Bevindingen) -> None:
    groepen = sorted({partij.groep for partij in profiel.partijen})
    for nummer, grondslag in enumerate(profiel.grondslagen, 1):
        _verwijzing(f"grondslagen[{nummer}].groepen", grondslag.groepen, groepen, bevindingen)


def _verwijzing(plaats: str, gevonden: Iterable[str], mogelijk: Collection[str], bevindingen: Bevindingen) -> None:
    for sleutel in gevonden:
        if sleutel not in mogelijk:
            _meld_geen(plaats, sleutel, mogelijk, "iets uit dit profiel", bevindingen)


def _meld_geen(plaats: str, gevonden: str, mogelijk: Collection[str], anders: str, bevindingen: Bevindingen) -> None:
    verwacht = "een van: " + ", ".join(sorted(mogelijk)) if mogelijk else anders
    bevindingen.meld(plaats, toon(gevonden), verwacht)
