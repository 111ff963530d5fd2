"""What a letter about a procedure says, to the partij itself and to the others."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from zvh_desktop.models.bestuurskeuzes import Opzegreden, TrajectSoort, TrajectStand
from zvh_desktop.models.keuzes import PartijId, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.samenwerking.traject import Traject
from zvh_desktop.models.taal import datum_lang, verwijzing
from zvh_desktop.services.regelboek.samenwerking import na_uittreding


@dataclass(frozen=True, slots=True)
class Partijbrieftekst:
    """The parts of a letter that differ."""

    betreft: str
    aanhef: str
    feiten: tuple[tuple[str, str], ...]
    vragen: tuple[str, ...]
    plichten: tuple[str, ...]
    artikel: str


def brieftekst(sessie: Session, profiel: Huisprofiel, rij: Traject, aan: PartijId) -> Partijbrieftekst:
    """The words for this partij."""
    zelf = rij.partij_id == aan
    if rij.soort is TrajectSoort.TOETREDING:
        return _toetreding(profiel, rij)
    if rij.soort is TrajectSoort.OPZEGGING:
        return _opzegging(profiel, rij, zelf=zelf)
    if rij.soort is TrajectSoort.UITSLUITING:
        return _uitsluiting(profiel, rij, zelf=zelf)
    if rij.soort is TrajectSoort.OPVOLGING and rij.partij_id is not None:
        return _opvolging(rij, sessie.get_one(Partij, rij.partij_id).naam)
    artikel = profiel.artikel(Regel.CONVENANT_DUUR)
    return Partijbrieftekst("Het convenant", "Met deze brief informeren wij u over het convenant", (), (), (), artikel)


def _toetreding(profiel: Huisprofiel, rij: Traject) -> Partijbrieftekst:
    regels = profiel.samenwerking.toetreding
    vragen: tuple[str, ...] = ("Hebt u vragen of bezwaren, laat ons dat dan weten.",)
    if regels.akkoord:
        artikel = verwijzing(profiel.artikel(Regel.TOETREDING))
        vragen = (f"Laat ons schriftelijk weten of u akkoord bent. Zonder akkoord van alle partijen kan de organisatie "
                  f"niet toetreden{artikel}.",)  # fmt: skip
    return Partijbrieftekst(
        "Een organisatie wil toetreden",
        f"Met deze brief informeren wij u vooraf dat {rij.naam} wil toetreden tot het convenant",
        (
            ("Organisatie", rij.naam),
            ("Vestigingsplaats", rij.vestigingsplaats or "niet opgegeven"),
            ("Aanvraag", datum_lang(rij.ontvangen_op) + (f", bij {rij.ontvangen_bij}" if rij.ontvangen_bij else "")),
            ("Bijdrage", rij.bijdrage or "niet opgegeven"),
            ("Taak of grondslag", rij.grondslag or "niet opgegeven"),
        ),
        vragen,
        (),
        profiel.artikel(Regel.TOETREDING_BERICHT),
    )


def _opzegging(profiel: Huisprofiel, rij: Traject, *, zelf: bool) -> Partijbrieftekst:
    regels = profiel.samenwerking.opzegging
    artikel = {
        Opzegreden.GEWOON: regels.artikel,
        Opzegreden.NA_WIJZIGING: regels.na_wijziging,
        Opzegreden.OPGEHOUDEN: regels.ophouden,
    }[rij.reden]
    per = datum_lang(rij.gevraagd_per) if rij.gevraagd_per is not None else "nog niet bekend"
    opgehouden = rij.reden is Opzegreden.OPGEHOUDEN
    gezegd = "Gemeld op" if opgehouden else "Opgezegd op"
    feiten = (("Partij", rij.naam), (gezegd, datum_lang(rij.ontvangen_op)), ("Doet mee tot", per))
    if zelf and opgehouden:
        aanhef = "Met deze brief bevestigen wij dat uw organisatie ophoudt te bestaan en dat uw deelname dan eindigt"
        return Partijbrieftekst("Het einde van uw deelname", aanhef, feiten, (), plichten(profiel), artikel)
    if zelf:
        aanhef = "Met deze brief bevestigen wij uw opzegging"
        return Partijbrieftekst("Bevestiging van uw opzegging", aanhef, feiten, (), plichten(profiel), artikel)
    aanhef = f"Met deze brief informeren wij u dat {rij.naam} de deelname aan het convenant beëindigt"
    vragen = (f"Stuur vanaf {per} niets meer aan deze partij.",)
    return Partijbrieftekst("Een partij treedt uit", aanhef, feiten, vragen, (), artikel)


def _uitsluiting(profiel: Huisprofiel, rij: Traject, *, zelf: bool) -> Partijbrieftekst:
    artikel = profiel.artikel(Regel.UITSLUITING)
    gebreke = datum_lang(rij.in_gebreke_op) if rij.in_gebreke_op is not None else "nog niet"
    gehoord = datum_lang(rij.gehoord_op) if rij.gehoord_op is not None else "nog niet"
    besloten = rij.ingang if rij.stand is TrajectStand.AFGEROND else None
    feiten = (
        ("Partij", rij.naam),
        ("In gebreke gesteld", gebreke),
        ("Gehoord", gehoord),
        ("Uitgesloten per", datum_lang(besloten) if besloten is not None else "nog niet besloten"),
    )
    if zelf:
        aanhef = "Met deze brief informeren wij u over uw uitsluiting van de samenwerking"
        if besloten is None:
            aanhef = "Met deze brief informeren wij u dat uitsluiting van de samenwerking wordt overwogen"
        vragen = () if besloten is not None else ("U kunt uw kant van de zaak geven. Laat ons weten wanneer dat kan.",)
        return Partijbrieftekst("Uitsluiting", aanhef, feiten, vragen, plichten(profiel), artikel)
    vraag = "Laat ons schriftelijk weten of u akkoord bent."
    if besloten is not None:
        vraag = "Stuur niets meer aan deze partij."
    aanhef = f"Met deze brief informeren wij u over de uitsluiting van {rij.naam}"
    return Partijbrieftekst("Uitsluiting van een partij", aanhef, feiten, (vraag,), (), artikel)


def _opvolging(rij: Traject, oude_naam: str) -> Partijbrieftekst:
    per = datum_lang(rij.gevraagd_per) if rij.gevraagd_per is not None else "nog niet bekend"
    feiten = (("Tot nu toe", oude_naam), ("Verder als", rij.naam), ("Vanaf", per))
    aanhef = f"Met deze brief informeren wij u dat {oude_naam} verdergaat als {rij.naam}"
    vragen = ("Gebruik vanaf die dag de nieuwe naam. Wat u eerder kreeg, houdt de oude naam.",)
    return Partijbrieftekst("Een partij gaat verder onder een andere naam", aanhef, feiten, vragen, (), "")


def plichten(profiel: Huisprofiel) -> tuple[str, ...]:
    """What binds a partij after it left."""
    geheim = verwijzing(profiel.artikel(Regel.GEHEIMHOUDING))
    blijft = na_uittreding(profiel)
    zinnen = [f"De geheimhouding blijft gelden, ook na vertrek{geheim}."]
    if blijft is not None:
        zinnen.append(blijft.zin)
    zinnen.append(
        "Wat u van ons of van andere partijen kreeg en niet meer nodig hebt voor uw eigen wettelijke taak, geeft u "
        "terug of vernietigt u. Laat ons weten dat dit is gebeurd."
    )
    zinnen.append("Wat u eerder kreeg, staat in ons overzicht van verzonden stukken. Dat overzicht blijft bewaard.")
    return tuple(zinnen)
