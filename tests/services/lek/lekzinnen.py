"""Sentences with something in them that may not leave, and sentences without, put together by a grammar of its own.

Nothing here knows how the finder looks: a slot is filled as people fill it, and what was put in is kept beside it.
All names, numbers and streets are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort

_VOOR: Final = """
    Aaltje Bertus Cornelia Daan Esma Fenna Gijs Hanneke Ibrahim Jelle Karima Lotte Mounir Noor Okan Pien Quint
    Rosa Samir  Tess Ursula Vera Wout Xandra Yusuf Zoë André Müberra Søren Łukasz
"""
VOOR: Final = _VOOR.split()
TUSSEN: Final = ("", "", "", "van", "van der", "van den", "de", "ter", "van 't", "el", "op den", "von")
_STAM: Final = """
    Oefen Proef Voorbeeld Verzin Bedacht Denk Schijn Nep Fictie Mock Dummy Zogeheten Papier Karton Droom Nevel
    Mist Spook  Fabel Sprook Waan Sjab Klad Mölder Këster Çevir
"""
STAM: Final = _STAM.split()
_STAART: Final = """
    man stra ma inga huizen veld bergen ga sma kamp donk ink oğlu ić sen mans aar
"""
STAART: Final = _STAART.split()
_MAANDEN: Final = "januari februari maart april mei juni juli augustus september oktober november december"
MAANDEN: Final = _MAANDEN.split()
PARTIJEN: Final = (
    ("Stichting Oefenzorg Noord", "OZN"),
    ("Proefpolitie Schijnland", "PPS"),
    ("GGZ Verzonnen Kust", "GVK"),
    ("Gemeente Nergenshuizen", "Nergenshuizen"),
    ("Reclassering Denkbeeld", "RD"),
    ("Veilig Thuis Fantasia", "VTF"),
    ("Woonbedrijf De Dagdroom", "Dagdroom"),
    ("Openbaar Ministerie Mistland", "OMM"),
)
PLAATSEN: Final = ("Nergenshuizen", "Schijndorp", "Mistland", "Verzonnen aan Zee")


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence, and what of which kind was put in."""

    tekst: str
    soort: Leksoort
    lek: str


def worp(zaad: int) -> Random:
    """The same each time."""
    return Random(zaad)  # noqa: S311  no secret


def maak_namen(bron: Random, aantal: int) -> list[str]:
    """Names of persons, all different."""
    namen: dict[str, None] = {}
    while len(namen) < aantal:
        achter = bron.choice(STAM) + bron.choice(("", "e", "er", "el", "es")) + bron.choice(STAART)
        if bron.random() < 0.1:
            achter += f"-{bron.choice(STAM)}{bron.choice(STAART)}"
        if bron.random() < 0.7:
            achter = achter[:1] + achter[1:].replace("e", bron.choice("eaiou"), 1) + bron.choice(("", "", "a", "sma"))
        namen[" ".join(deel for deel in (bron.choice(VOOR), bron.choice(TUSSEN), achter) if deel)] = None
    return list(namen)


def buig(bron: Random, naam: str) -> str:
    """A name as somebody types it who does not have it before him."""
    woorden = naam.split()
    voor, rest = woorden[0], " ".join(woorden[1:])
    achter = woorden[-1]
    kort = rest.replace("van der ", "v.d. ").replace("van den ", "v/d ").replace("van ", "v. ")
    vormen: tuple[Callable[[], str], ...] = (
        lambda: naam,
        naam.upper,
        naam.lower,
        lambda: f"{voor[0]}. {rest}",
        lambda: f"{voor[0]}.{bron.choice('ABCDEF')}. {rest}",
        lambda: f"{voor[0]}. {kort}",
        lambda: f"{rest}s",
        lambda: f"{naam}'s",
        lambda: f"{achter}-{bron.choice(('Bijnaam', 'Tweedenaam'))}",
        lambda: f"{bron.choice(('meneer', 'mevrouw', 'dhr.', 'mw.', 'de heer'))} {rest}",
        lambda: f"{bron.choice(('fam.', 'familie'))} {rest.lower()}",
        lambda: f"{rest}, {voor}",
        lambda: naam.replace(" ", "  ").replace("-", "–"),
        lambda: f"{voor}\u00a0{rest}".replace("ö", "oe").replace("ü", "ue"),
        lambda: achter,
        lambda: f"{voor} {achter}",
        lambda: naam.replace("ë", "e").replace("ö", "o").replace("ü", "u").replace("ć", "c").replace("Ł", "L"),
        lambda: naam[:3] + "\u200b" + naam[3:],
    )
    return bron.choice(vormen)()


def bsn(bron: Random) -> str:
    """A number that passes the elfproef, though handed out to nobody: it begins with two nines or noughts."""
    while True:
        begin = bron.choice(("99", "00")) + "".join(str(bron.randrange(10)) for _ in range(6))
        rest = sum(int(c) * w for c, w in zip(begin, range(9, 1, -1), strict=True)) % 11
        if rest < 10:
            heel = begin + str(rest)
            vormen = (
                heel,
                f"{heel[:4]}.{heel[4:6]}.{heel[6:]}",
                f"{heel[:3]} {heel[3:6]} {heel[6:]}",
                f"{heel[:4]}-{heel[4:6]}-{heel[6:]}",
            )
            return bron.choice(vormen)


def telefoon(bron: Random) -> str:
    """Numbers that are kept free for stories."""
    los = "".join(str(bron.randrange(10)) for _ in range(5))
    return bron.choice(
        (
            f"06550{los}",
            f"06-550{los}",
            f"06 550 {los[:2]} {los[2:]}",
            f"+31 6 550{los}",
            f"+316550{los}",
            f"0031 6 550 {los}",
            f"+31 (0)6 550{los}",
            f"(020) 55{los}",
            f"020-55{los}",
            f"0555-5{los}",
            f"020 55 {los[:3]} {los[3:]}",
            f"06‑550 {los}",
            f"+49 30 5550 {los}",
            f"06.550.{los}",
            f"06/550{los}",
        )
    )


def email(bron: Random) -> str:
    """Addresses in domains that cannot exist."""
    naam = bron.choice(VOOR[:20]).lower()
    los = bron.choice((naam, f"{naam}.proef", f"{naam[0]}.proefman+zvh", f"info_{naam}"))
    return bron.choice(
        (
            f"{los}@voorbeeld.invalid",
            f"{los}@mail.nergens.test",
            f"{los} (at) voorbeeld.test",
            f"{los}[at]nergens punt nl",
        )
    )


def adres(bron: Random) -> str:
    """A street that nobody lives in."""
    nummer = bron.randrange(1, 400)
    straat = bron.choice(STAM) + bron.choice(
        ("straat", "laan", "weg", "plein", "kade", "dijk", "hof", "singel", "steeg")
    )
    voor = bron.choice(("", "", "Oude ", "Burgemeester ", "Van der "))
    heel = f"{voor}{straat}"
    postcode = f"{bron.randrange(3000, 9999)}{bron.choice((' ', ''))}{bron.choice(('XX', 'QZ', 'YB'))}"
    return bron.choice(
        (
            f"{heel} {nummer}",
            f"{heel} {nummer}{bron.choice('abc')}",
            f"{heel} nr. {nummer}",
            f"{heel} {nummer}-2",
            f"{heel} {nummer}, {postcode} {bron.choice(PLAATSEN)}",
            f"Laan van {bron.choice(STAM)} {nummer}",
            f"{heel} nummer {nummer}",
            f"{heel.lower()} {nummer}" if straat.endswith(("straat", "laan")) else heel + f" {nummer}",
            f"{postcode}",
            f"{postcode} {bron.choice(PLAATSEN)}",
        )
    )


def geboortedag(bron: Random) -> str:
    """A date as it is written, without what says that it is one of birth."""
    dag, maand, jaar = bron.randrange(1, 29), bron.randrange(1, 13), bron.randrange(1935, 2012)
    naam = MAANDEN[maand - 1]
    return bron.choice(
        (
            f"{dag:02}-{maand:02}-{jaar}",
            f"{dag}-{maand}-{jaar}",
            f"{dag}/{maand}/{jaar}",
            f"{dag}.{maand}.{jaar}",
            f"{dag} {naam} {jaar}",
            f"{dag} {naam[:3]} {jaar}" if naam not in ("maart",) else f"{dag} mrt {jaar}",
            f"{jaar}-{maand:02}-{dag:02}",
            f"{dag:02}-{maand:02}-{jaar % 100:02}",
            f"{dag:02}–{maand:02}–{jaar}",
        )
    )


ZINNEN: Final = {
    Leksoort.BSN: (
        "Het BSN is {}.",
        "BSN: {}",
        "In het dossier van de woningbouw staat {} als nummer.",
        "Zie {} in het systeem.",
        "Zijn burgerservicenummer ({}) is bekend bij de gemeente.",
        "Graag {} gebruiken bij de aanvraag.",
    ),
    Leksoort.TELEFOON: (
        "Bel gerust op {}.",
        "Moeder is bereikbaar op {}, liefst na vieren.",
        "Tel. {}",
        "Hij heeft een nieuw nummer: {}.",
        "Volgens de wijkagent ({}) neemt niemand op.",
        "Nummer {} staat op naam van een buurman.",
    ),
    Leksoort.EMAIL: (
        "Mail naar {}.",
        "Zij reageert op {} binnen een dag.",
        "E-mail: {}",
        "Stukken graag naar {} sturen.",
    ),
    Leksoort.ADRES: (
        "Hij woont op {}.",
        "Het gezin verblijft tijdelijk aan de {}.",
        "Adres: {}",
        "Er was overlast bij {} en omgeving.",
        "De melding kwam van {}.",
        "Huisbezoek op {} staat gepland.",
    ),
    Leksoort.GEBOORTEDATUM: (
        "Geboren op {}.",
        "Zij is geb. {} en woont bij haar tante.",
        "Geboortedatum: {}",
        "De zoon (geboren {}) gaat naar school.",
        "Het gaat om een man, geboortedatum {}.",
        "Hij is op {} geboren in het buitenland.",
        "Jongste kind, *{}.",
    ),
    Leksoort.BETROKKENE: (
        "Vorige week is {} gezien bij de opvang.",
        "De buurman kent {} nog van vroeger.",
        "Er is ruzie met {}.",
        "{} kwam niet opdagen.",
        "Volgens school speelt ook {} een rol.",
        "De situatie lijkt op die van {}, zegt de politie.",
        "Zus van {} heeft gebeld.",
        "Contact met {} verloopt stroef.",
    ),
    Leksoort.PARTIJ: (
        "Ook {} heeft informatie.",
        "Dit is besproken met {}.",
        "{} pakt dit op.",
        "De gegevens komen van {}.",
        "Afgestemd met een collega van {}.",
    ),
}
"""What stands around it, per kind."""


def lekke_zinnen(bron: Random, aantal: int, namen: list[str]) -> list[Zin]:
    """As many sentences, each with one leak, the kinds in turn and names most of all."""
    in_een_zin = (een for een in Leksoort if een is not Leksoort.ONLEESBAAR)
    rij = (*in_een_zin, Leksoort.BETROKKENE, Leksoort.BETROKKENE, Leksoort.BETROKKENE)
    uit = []
    for plaats in range(aantal):
        soort = rij[plaats % len(rij)]
        lek = {
            Leksoort.BSN: lambda: bsn(bron),
            Leksoort.TELEFOON: lambda: telefoon(bron),
            Leksoort.EMAIL: lambda: email(bron),
            Leksoort.ADRES: lambda: adres(bron),
            Leksoort.GEBOORTEDATUM: lambda: geboortedag(bron),
            Leksoort.BETROKKENE: lambda: buig(bron, bron.choice(namen)),
            Leksoort.PARTIJ: lambda: _partij(bron),
        }[soort]()
        uit.append(Zin(bron.choice(ZINNEN[soort]).format(lek), soort, lek))
    return uit


def _partij(bron: Random) -> str:
    naam, kort = bron.choice(PARTIJEN)
    return bron.choice(
        (naam, naam.upper(), naam.lower(), naam.replace(" ", "-"), f"{naam}s", kort, naam.replace(" ", "  "))
    )


ONSCHULDIG: Final = (
    "{wie} {doet} {n} keer per {tijd}.",
    "Op {datum} om {uur} is er een overleg met {wie}.",
    "{wie} {doet} sinds {maand} {jaar}.",
    "Casus 2026-{vier} staat als punt {n} op de agenda.",
    "De kosten zijn {n}.{drie},50 euro per {tijd}.",
    "In {jaar} {doet} {wie} al {n} {tijd}en niets meer.",
    "Zie artikel {n}, lid 2, van het convenant van {datum}.",
    "Kenmerk {jaar}-{vier}{drie} hoort bij de aanvraag van {datum}.",
    "{wie} {doet}, zegt {wie2}, en dat al {n} {tijd}en lang.",
    "Afspraak: {wie2} belt voor {datum} met {wie}.",
    "De {plek} {n} keer bezocht; {wie} {doet}.",
    "Goed nieuws: {wie2} {doet}. Groot is de zorg over {plek}.",
    "Het wetsartikel is sinds {datum} van kracht.",
    "Jonge kinderen in het gezin: {n}. Oude afspraken lopen door.",
    "Bakker en slager {n} zijn dicht op {dag}.",
    "Van {uur} tot {uur} uur is {wie} aan de {plek}.",
    "Vanaf {maand} {jaar} ligt de regie bij {wie2}.",
    "Bel bij nood 112, of 0800-{vier} van de hulplijn.",
    "Er lopen {n} acties, waarvan {n} voor {datum} klaar moeten zijn.",
    "Het bedrag van {drie}.{drie}.{drie} euro is begroot voor {jaar}.",
    "Dossier {drie}{drie} is op {datum} gesloten.",
    "{wie} is {n} jaar en {doet}.",
    "Kunt u {datum} om {uur} uur in zaal {n} zijn?",
    "Onderweg {n} keer gestopt bij {plek}.",
)


def onschuldige_zinnen(bron: Random, aantal: int) -> list[str]:
    """As many sentences with numbers, days and ordinary words, in which nothing is that may not leave."""
    wie = (
        "de moeder",
        "zijn vader",
        "het gezin",
        "de jongste zoon",
        "een buurvrouw",
        "de wijkagent",
        "school",
        "de cliënt",
        "Moeder",
        "De begeleider",
        "Het wijkteam",
        "De huisarts",
    )
    doet = (
        "komt op gesprek",
        "gaat naar dagbesteding",
        "vraagt om hulp",
        "slaapt slecht",
        "betaalt de huur weer op tijd",
        "is in beeld bij schuldhulp",
        "volgt de training",
        "houdt zich aan de afspraak",
    )
    plek = (
        "het wijkcentrum",
        "schoolplein",
        "de markt",
        "het park",
        "de opvang",
        "de snelweg",
        "de supermarkt",
        "het station",
    )
    uit = []
    for _ in range(aantal):
        jaar = bron.randrange(2015, 2028)
        dag, maand = bron.randrange(1, 29), bron.randrange(12)
        datum = bron.choice(
            (
                f"{dag}-{maand + 1}-{jaar}",
                f"{dag} {MAANDEN[maand]} {jaar}",
                f"{dag:02}-{maand + 1:02}-{jaar}",
                f"{dag} {MAANDEN[maand]}",
            )
        )
        zin = bron.choice(ONSCHULDIG).format(
            wie=bron.choice(wie),
            wie2=bron.choice(wie),
            doet=bron.choice(doet),
            plek=bron.choice(plek),
            n=bron.randrange(2, 60),
            tijd=bron.choice(("dag", "week", "maand")),
            datum=datum,
            maand=MAANDEN[maand],
            jaar=jaar,
            uur=f"{bron.randrange(8, 19)}.{bron.choice(('00', '15', '30'))}",
            vier=f"{bron.randrange(10_000):04}",
            drie=f"{bron.randrange(100, 1000)}",
            dag=bron.choice(("maandag", "dinsdag", "vrijdag")),
        )
        uit.append(zin[0].upper() + zin[1:])
    return uit
