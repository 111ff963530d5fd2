"""Who may do what (ONTWERP 7): one table, asked by every use case and by every button."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from zvh_desktop.errors import NietBevoegd
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.profiel.termen import Termen

_BUREAU = frozenset({Rol.MEDEWERKER, Rol.PROCESREGISSEUR})
_REGIE = frozenset({Rol.PROCESREGISSEUR})
_BEHEER = frozenset({Rol.BEHEERDER})


class Recht(StrEnum):
    """An act that asks for a role, in words; a term of the house stands between braces."""

    CASUS_LEZEN = "casussen bekijken"
    PARTIJEN_LEZEN = "partijen bekijken"
    PARTIJEN_BEHEREN = "partijen bijhouden"
    AANMELDEN = "{termen.aanmeldingen} vastleggen"
    AANMELDING_BEOORDELEN = "{termen.aanmeldingen} beoordelen"
    TRIAGE_BIJHOUDEN = "vastleggen waar een casus thuishoort en wie daarover is gevraagd"
    TRIAGE_AFRONDEN = "bepalen hoe een casus verder gaat"
    OORDELEN = "oordelen of een partij rechtmatig aanwezig is"
    TAFEL_BEHEREN = "overleggen plannen en agenda's maken"
    OVERLEGGEN_LEZEN = "overleggen bekijken"
    AGENDA_AKKOORD = "een agenda akkoord geven"
    UITNODIGEN = "uitnodigen"
    INFORMATIE_BIJHOUDEN = "informatie van partijen bijhouden"
    INZAGE_VRIJGEVEN = "informatie vooraf laten inzien"
    VERSTREKKINGEN_BIJHOUDEN = "verstrekkingen aan derden vastleggen"
    VERSLAG_SCHRIJVEN = "verslag leggen"
    VERSLAG_VASTSTELLEN = "een verslag vaststellen"
    RONDSTUREN = "stukken rondsturen en reacties vastleggen"
    ACTIES_BIJHOUDEN = "acties bijhouden"
    PLAN_SCHRIJVEN = "een {termen.plan_van_aanpak} schrijven"
    PLAN_VASTSTELLEN = "een {termen.plan_van_aanpak} vaststellen"
    AFSCHALEN = "tot {termen.afschaling} besluiten"
    AFSCHALING_BIJHOUDEN = "{afschaling} bijhouden"
    VERNIETIGEN = "dossiers langer bewaren, schonen en vernietigen"
    OPSCHALEN = "tot {termen.opschaling} besluiten en de uitkomst vastleggen"
    OPSCHALING_BIJHOUDEN = "{opschaling} bijhouden"
    ACCOUNTS_BEHEREN = "accounts beheren"
    ROLLEN_BEVESTIGEN = "wijzigingen van rollen bevestigen"
    ROLLEN_GEZIEN = "bevestigen dat een wijziging van rollen is gezien"
    LOGBOEK_LEZEN = "het logboek lezen"
    INSTELLINGEN_BEHEREN = "instellingen van het huis beheren"
    DATALEKKEN_LEZEN = "het register van datalekken bekijken"
    DATALEK_BIJHOUDEN = "datalekken vastleggen en melden"
    SAMENWERKING_LEZEN = "bekijken wie er toetreedt en uittreedt"
    SAMENWERKING_BIJHOUDEN = "toetreding, uittreding en geschillen bijhouden"
    SAMENWERKING_BESLUITEN = "vastleggen wat over een partij is besloten"
    CIJFERS_LEZEN = "de cijfers van het huis bekijken"
    CIJFERS_UITGEVEN = "cijfers uitgeven en doelen bijhouden"
    BRIEVEN_MAKEN = "brieven maken en als verstuurd noteren"
    BRIEFTEKSTEN_BEHEREN = "de teksten van brieven wijzigen"
    VERZOEK_BIJHOUDEN = "verzoeken van betrokkenen bijhouden"
    VERZOEK_BESLUITEN = "besluiten op een verzoek van een betrokkene"
    KOFFER_UITGEVEN = "een koffer meegeven of intrekken"
    KOFFER_INLEVEREN = "een koffer inleveren"
    WOORDENLIJST_BIJHOUDEN = "de woordenlijst bijhouden"
    TEKSTBLOKKEN_BIJHOUDEN = "tekstblokken bijhouden"
    WEERGAVEN_BIJHOUDEN = "weergaven van lijsten bewaren"
    RESERVEKOPIE = "reservekopieën maken en controleren"
    STAND_AANVAARDEN = "een oudere stand aanvaarden"


BEVOEGD: dict[Recht, frozenset[Rol]] = {
    Recht.CASUS_LEZEN: _BUREAU,
    Recht.PARTIJEN_LEZEN: _BUREAU | _BEHEER,
    Recht.PARTIJEN_BEHEREN: _BUREAU,
    Recht.AANMELDEN: _BUREAU,
    Recht.AANMELDING_BEOORDELEN: _REGIE,
    Recht.TRIAGE_BIJHOUDEN: _BUREAU,
    Recht.TRIAGE_AFRONDEN: _REGIE,
    Recht.OORDELEN: _REGIE,
    Recht.TAFEL_BEHEREN: _BUREAU,
    Recht.OVERLEGGEN_LEZEN: _BUREAU | _BEHEER,
    Recht.AGENDA_AKKOORD: _REGIE,
    Recht.UITNODIGEN: _BUREAU,
    Recht.INFORMATIE_BIJHOUDEN: _BUREAU,
    Recht.INZAGE_VRIJGEVEN: _REGIE,
    Recht.VERSTREKKINGEN_BIJHOUDEN: _BUREAU,
    Recht.VERSLAG_SCHRIJVEN: _BUREAU,
    Recht.VERSLAG_VASTSTELLEN: _REGIE,
    Recht.RONDSTUREN: _BUREAU,
    Recht.ACTIES_BIJHOUDEN: _BUREAU,
    Recht.PLAN_SCHRIJVEN: _BUREAU,
    Recht.PLAN_VASTSTELLEN: _REGIE,
    Recht.AFSCHALEN: _REGIE,
    Recht.AFSCHALING_BIJHOUDEN: _BUREAU,
    Recht.VERNIETIGEN: _REGIE,
    Recht.BRIEVEN_MAKEN: _BUREAU,
    Recht.BRIEFTEKSTEN_BEHEREN: _REGIE | _BEHEER,
    Recht.OPSCHALEN: _REGIE,
    Recht.OPSCHALING_BIJHOUDEN: _BUREAU,
    Recht.ACCOUNTS_BEHEREN: _BEHEER,
    Recht.ROLLEN_BEVESTIGEN: _REGIE | _BEHEER,
    Recht.ROLLEN_GEZIEN: _REGIE,
    Recht.LOGBOEK_LEZEN: _REGIE | _BEHEER,
    Recht.INSTELLINGEN_BEHEREN: _BEHEER,
    Recht.DATALEKKEN_LEZEN: _REGIE | _BEHEER,
    Recht.DATALEK_BIJHOUDEN: _REGIE,
    Recht.SAMENWERKING_LEZEN: _BUREAU | _BEHEER,
    Recht.SAMENWERKING_BIJHOUDEN: _BUREAU,
    Recht.SAMENWERKING_BESLUITEN: _REGIE,
    Recht.CIJFERS_LEZEN: _BUREAU | _BEHEER,
    Recht.CIJFERS_UITGEVEN: _BUREAU,
    Recht.VERZOEK_BIJHOUDEN: _BUREAU,
    Recht.VERZOEK_BESLUITEN: _REGIE,
    Recht.KOFFER_UITGEVEN: _BUREAU,
    Recht.KOFFER_INLEVEREN: _REGIE,
    Recht.WOORDENLIJST_BIJHOUDEN: _BUREAU,
    Recht.TEKSTBLOKKEN_BIJHOUDEN: _BUREAU,
    Recht.WEERGAVEN_BIJHOUDEN: _BUREAU | _BEHEER,
    Recht.RESERVEKOPIE: _BEHEER,
    Recht.STAND_AANVAARDEN: _BEHEER,
}

ONDERWEG: frozenset[Recht] = frozenset(
    {Recht.VERSLAG_SCHRIJVEN, Recht.ACTIES_BIJHOUDEN, Recht.OORDELEN, Recht.ROLLEN_GEZIEN}
)
"""What is done in a tafelkoffer: that comes back (database/koffer/terugkeer.py); everything else is of the office."""


def niet_onderweg(recht: Recht | None = None) -> NietBevoegd:
    """Said of every other act in a koffer."""
    if recht is Recht.VERSLAG_VASTSTELLEN:
        return NietBevoegd(
            "Een verslag stelt u op kantoor vast. Dat kan pas als de koffer is ingeleverd: op kantoor kan intussen een "
            "oordeel zijn ingetrokken, en dan komt niet alles van onderweg in het verslag.",
            veilig="Wat u in deze koffer schreef, is bewaard.",
            advies="Lever de koffer in, lees daar na wat ervan is overgenomen en stel het verslag vast.",
        )
    return NietBevoegd(
        "Dit is een koffer: hier houdt u het overleg, legt u besluiten en acties vast en geeft u oordelen. De rest "
        "doet u op kantoor.",
        veilig="Er is niets gewijzigd.",
        advies="Lever de koffer na het overleg in en doe dit daar.",
    )


_OP_SERVER: dict[Recht, tuple[str, str]] = {
    Recht.RESERVEKOPIE: (
        "Kopieën van een huis op een server maakt en controleert de afdeling ICT.",
        "Zij doet dat met zvh team haal en zvh team controleer, en met kopieën van de database zelf.",
    ),
}
NIET_OP_SERVER: frozenset[Recht] = frozenset(_OP_SERVER)
"""What a house on a server cannot do yet, or leaves to who runs the server (ADR 0096)."""


def niet_op_server(recht: Recht) -> NietBevoegd:
    """Said of such an act in a house on a server."""
    gebeurd, advies = _OP_SERVER[recht]
    return NietBevoegd(gebeurd, veilig="Er is niets gewijzigd.", advies=advies)


_UIT_DOSSIERS: dict[Recht, tuple[str, str]] = {
    Recht.CIJFERS_LEZEN: (
        "De cijfers worden uit de dossiers geteld, en die geeft de server alleen aan wie casussen mag bekijken.",
        "Vraag de cijfers aan een collega die casussen mag bekijken.",
    ),
}
UIT_DOSSIERS: frozenset[Recht] = frozenset(_UIT_DOSSIERS)
"""What rests on every dossier, and so cannot be done under a database account that sees none (ADR 0100)."""


def uit_dossiers(recht: Recht) -> NietBevoegd:
    """Said of such an act to who sees no dossiers on a server."""
    gebeurd, advies = _UIT_DOSSIERS[recht]
    return NietBevoegd(gebeurd, veilig="Er is niets gewijzigd.", advies=advies)


LEZEND = frozenset(
    {
        Recht.CASUS_LEZEN,
        Recht.PARTIJEN_LEZEN,
        Recht.OVERLEGGEN_LEZEN,
        Recht.LOGBOEK_LEZEN,
        Recht.DATALEKKEN_LEZEN,
        Recht.SAMENWERKING_LEZEN,
        Recht.CIJFERS_LEZEN,
    }
)
"""What can be done in a vault that is opened to read."""
ALLEEN_LEZEN = "De kluis is hier geopend om alleen te lezen."


@dataclass(frozen=True, slots=True)
class Toestemming:
    """Whether an act is allowed, and if not, why in one sentence for a disabled button."""

    mag: bool
    reden: str = ""


def rolnaam(rol: Rol, termen: Termen) -> str:
    """What this house calls someone with this role; the beheerder is a role of the application alone."""
    namen = {Rol.MEDEWERKER: termen.administratief_medewerker, Rol.PROCESREGISSEUR: termen.procesregisseur}
    return namen.get(rol, rol.value)


def heeft_recht(rollen: Iterable[Rol], recht: Recht) -> bool:
    """Whether one of these roles allows it."""
    return bool(BEVOEGD[recht] & frozenset(rollen))


def toestemming(rollen: Iterable[Rol], recht: Recht, termen: Termen) -> Toestemming:
    """Whether someone with these roles may do this, with the reason in the words of the house."""
    if heeft_recht(rollen, recht):
        return Toestemming(mag=True)
    wie = " of ".join(sorted(rolnaam(rol, termen) for rol in BEVOEGD[recht]))
    met_lidwoord = {term: termen.met_lidwoord(term) for term in ("afschaling", "opschaling")}
    wat = recht.value.format(termen=termen, **met_lidwoord)
    return Toestemming(mag=False, reden=f"Alleen een {wie} mag {wat}.")


def rol_voor(rollen: Iterable[Rol], recht: Recht, termen: Termen) -> Rol:
    """The role with which this act is done and logged.

    Raises NietBevoegd when none of the roles allows it.
    """
    eigen = frozenset(rollen)
    for rol in (Rol.MEDEWERKER, Rol.PROCESREGISSEUR, Rol.BEHEERDER):
        if rol in eigen and rol in BEVOEGD[recht]:
            return rol
    raise NietBevoegd(toestemming(eigen, recht, termen).reden, advies="Vraag het een collega met die rol.")
