"""One search box over casussen, partijen, tafels, acties and what was written: parts of words, through two indexes."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row, select, text
from sqlalchemy.orm import Session

from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.taal import datum_lijst, geboren_tekst
from zvh_desktop.services.werkplek.datumtekst import lees_zoekdag, lees_zoekdatum
from zvh_desktop.services.werkplek.invoer import zoekwoord
from zvh_desktop.services.werkplek.naamindex import met_letterfout
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import leesbaar
from zvh_desktop.services.werkplek.werkplek import Werkplek
from zvh_desktop.services.zoeken.gegevens import Treffer, Vindplaats
from zvh_desktop.services.zoeken.namen import anders_geschreven, klinkt_als
from zvh_desktop.services.zoeken.teksten import zoek_in_teksten
from zvh_desktop.services.zoeken.woorden import Woorden, rijen_met, zonder_jokers

MEESTE = 20
VEEL = 500
"""From so many names with the words on, they are not ranked any more."""
KIJK = 5000
"""In the texts of so many names a word of one or two letters is looked for."""
MINSTENS_TEKSTEN = 8
"""So many lines are kept free for texts, when there are texts with the words."""
_KLINKT = "klinkt zo"
_LIJKT = "één letter anders"
"""What stands behind a name that was found loosely: it was not typed like that."""
_SOORTEN = (Vindplaats.CASUS, Vindplaats.PARTIJ, Vindplaats.OVERLEG, Vindplaats.ACTIE)
_OVERLEG = _SOORTEN.index(Vindplaats.OVERLEG)


class ZoekService:
    """The search box."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def zoek(self, tekst: str) -> tuple[Treffer, ...]:
        """What holds every word that was typed, best first, at most 20. Anything may be typed."""
        woorden = zoekwoord(tekst).replace('"', " ").split()
        if not woorden:
            return ()
        with self._werkplek.lees(Recht.CASUS_LEZEN) as bron, leesbaar(bron) as sessie:
            dag = lees_zoekdatum(tekst, self._werkplek.vandaag())
            rijen = _op_dag(sessie, dag) if dag is not None else _op_dag_van_elk_jaar(sessie, lees_zoekdag(tekst))
            gezocht = Woorden.uit(woorden)
            if not rijen and (dag is None or tekst.strip().isdecimal()):
                rijen = _trigrammen(sessie, gezocht) or _kort(sessie, gezocht)
            los: Mapping[int, str] = {}
            if dag is None and len(rijen) < MEESTE:
                rijen, los = _met_andere_spelling(sessie, tekst, rijen)
            overleggen = self._overleggen(sessie, [rij.rij // 4 for rij in rijen if rij.rij % 4 == _OVERLEG])
            namen = [
                replace(treffer, toelichting=f"{treffer.toelichting}, {los[rij.rij]}") if rij.rij in los else treffer
                for rij in rijen
                if (treffer := _treffer(rij, overleggen)) is not None
            ]
            over = max(MINSTENS_TEKSTEN, MEESTE - len(namen))
            teksten = zoek_in_teksten(self._werkplek, sessie, gezocht, over)
            if dag is None and not teksten and all(rij.rij in los for rij in rijen):
                namen += self._met_letterfout(sessie, tekst, {rij.rij for rij in rijen})
            plaats = MEESTE - min(len(teksten), MINSTENS_TEKSTEN)
            return (*namen[:plaats], *teksten)[:MEESTE]

    def bereid_voor(self) -> None:
        """Have ready what is searched, where that has to be read first: beside the window, before somebody searches."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as bron, leesbaar(bron):
            pass

    def _met_letterfout(self, sessie: Session, getypt: str, behalve: Collection[int]) -> list[Treffer]:
        """Nothing has these very words: then what is one letter away, and said to be."""
        gevonden = [rij for rij in met_letterfout(sessie, getypt, MEESTE) if rij not in behalve]
        rijen = _lees_rijen(sessie, gevonden)
        overleggen = self._overleggen(sessie, [rij.rij // 4 for rij in rijen if rij.rij % 4 == _OVERLEG])
        treffers = (_treffer(rij, overleggen) for rij in rijen)
        return [replace(een, toelichting=f"{een.toelichting}, {_LIJKT}") for een in treffers if een is not None]

    def _overleggen(self, sessie: Session, sleutels: list[int]) -> Mapping[int, Treffer]:
        """The overleggen among the results: each is named by the profile under which it was planned."""
        if not sleutels:
            return {}
        gevonden: dict[int, Treffer] = {}
        for overleg in sessie.scalars(select(Overleg).where(Overleg.id.in_(sleutels))):
            naam = self._werkplek.overlegsoort_van(sessie, overleg).naam
            plaats = Vindplaats.OVERLEG if overleg.casuistiek else Vindplaats.BESTUUR
            gevonden[overleg.id] = Treffer(plaats, overleg.id, naam, f"{datum_lijst(overleg.datum)}, {overleg.plaats}")
        return gevonden


def _treffer(rij: Row[Any], overleggen: Mapping[int, Treffer]) -> Treffer | None:
    sleutel, soort = rij.rij // 4, _SOORTEN[rij.rij % 4]
    if soort is Vindplaats.OVERLEG:
        return overleggen.get(sleutel)
    if rij.titel is None:
        return None
    if soort is Vindplaats.ACTIE:
        return Treffer(soort, rij.casus_id, rij.titel[:80], f"actie bij {rij.toelichting}")
    toelichting = rij.toelichting or ""
    if rij.geboortedatum:
        toelichting = f"{toelichting}, {geboren_tekst(Geboortedatum.uit_code(rij.geboortedatum))}"
    return Treffer(soort, sleutel, rij.titel, toelichting)


# What is shown comes along in the same query: asking for each result apart took ten times as long as finding it.
_MET_TITEL = """
    SELECT g.rij,
           coalesce(c.nummer, p.naam, a.omschrijving) AS titel,
           coalesce(b.naam, p.kort, ac.nummer) AS toelichting,
           b.geboortedatum,
           a.casus_id
    FROM ({gevonden}) g
    LEFT JOIN casus c ON g.rij % 4 = 0 AND c.id = g.rij / 4
    LEFT JOIN betrokkene b ON b.casus_id = c.id AND b.volgorde = 0
    LEFT JOIN partij p ON g.rij % 4 = 1 AND p.id = g.rij / 4
    LEFT JOIN actie a ON g.rij % 4 = 3 AND a.id = g.rij / 4
    LEFT JOIN casus ac ON ac.id = a.casus_id
    ORDER BY g.plek
"""
_BESTE = text(
    _MET_TITEL.format(
        gevonden="SELECT rowid AS rij, rank AS plek FROM zoek WHERE zoek MATCH :zin ORDER BY rank LIMIT :meeste"
    )
)
_VAN_RIJEN = text(
    _MET_TITEL.format(
        gevonden="SELECT rowid AS rij, length(tekst) AS plek FROM zoek "
        "WHERE rowid IN (SELECT value FROM json_each(:rijen)) ORDER BY plek LIMIT :meeste"
    )
)


def _nieuwste() -> str:
    """Of each kind the newest, first some of each: partijen, casussen, overleggen, acties.

    The kinds lie between each other in the index, and each counts from one: from the newest of its own down, a kind is
    found among the first rows.
    """
    soorten = (("partij", 1), ("casus", 0), ("overleg", 2), ("actie", 3))
    delen = " UNION ALL ".join(
        f"SELECT rij, {plaats} AS soort, row_number() OVER (ORDER BY rij DESC) AS nummer FROM (SELECT rowid AS rij "  # noqa: S608
        f"FROM zoek WHERE zoek MATCH :zin AND rowid <= (SELECT max(id) * 4 + {rest} FROM {tabel}) "
        f"ORDER BY rowid DESC LIMIT :veel) WHERE rij % 4 = {rest}"
        for plaats, (tabel, rest) in enumerate(soorten)
    )
    eerst = MEESTE // len(soorten)
    return (
        f"SELECT rij, (nummer > {eerst}) * 1000000 + soort * 100000 + nummer AS plek FROM ({delen}) "  # noqa: S608
        "ORDER BY plek LIMIT :meeste"
    )


_NIEUWSTE = text(_MET_TITEL.format(gevonden=_nieuwste()))


def _trigrammen(sessie: Session, woorden: Woorden) -> Sequence[Row[Any]]:
    """Names with every word. A word in more than ``VEEL`` of them is not ranked: that reads every one of them."""
    if not woorden.lang:
        return []
    rijen = rijen_met(sessie, "zoek", woorden, VEEL, KIJK)
    if not rijen:
        return []
    if woorden.kort:
        return sessie.execute(_VAN_RIJEN, {"rijen": json.dumps(rijen), "meeste": MEESTE}).all()
    vraag = _BESTE if len(rijen) < VEEL else _NIEUWSTE
    return sessie.execute(vraag, {"zin": woorden.zin, "meeste": MEESTE, "veel": VEEL}).all()


def _op_dag(sessie: Session, dag: date) -> Sequence[Row[Any]]:
    """Who was born on a day and which overleg is then, however it was typed; '1-3-1985' is not in '11-3-1985'."""
    return _trigrammen(sessie, Woorden((f" {dag.day}-{dag.month}-{dag.year}",)))


def _op_dag_van_elk_jaar(sessie: Session, dag: tuple[int, int] | None) -> Sequence[Row[Any]]:
    """The same for a day that was typed without its year, such as '22 september' or '22/9'."""
    return [] if dag is None else _trigrammen(sessie, Woorden((f" {dag[0]}-{dag[1]}-",)))


def _met_andere_spelling(
    sessie: Session, getypt: str, rijen: Sequence[Row[Any]]
) -> tuple[Sequence[Row[Any]], Mapping[int, str]]:
    """What was found, then names that are spelled otherwise; those that only sound so when there is nothing else.

    With it, of those that were found loosely, the words for that.
    """
    bekend = [rij.rij for rij in rijen]
    anders = anders_geschreven(sessie, getypt, bekend, MEESTE - len(bekend))
    klinkt = () if rijen or anders else klinkt_als(sessie, getypt, MEESTE)
    erbij = [*anders, *klinkt]
    return (*rijen, *_lees_rijen(sessie, erbij)), dict.fromkeys(klinkt, _KLINKT)


def _lees_rijen(sessie: Session, nummers: Sequence[int]) -> Sequence[Row[Any]]:
    """These rows of the index with what is shown of them, in this order."""
    if not nummers:
        return []
    gelezen = sessie.execute(_VAN_RIJEN, {"rijen": json.dumps(list(nummers)), "meeste": MEESTE}).all()
    return sorted(gelezen, key=lambda rij: nummers.index(rij.rij))


def _kort(sessie: Session, woorden: Woorden) -> Sequence[Row[Any]]:
    """One or two letters give no trigram: then the names with words that begin with them, the first word first."""
    if woorden.lang:
        return []
    waarden = {f"deel{i}": f"{zonder_jokers(woord)}%" for i, woord in enumerate(woorden.kort)}
    partij = " AND ".join(f"(vouw(kort) LIKE :{deel} ESCAPE '!' OR {_begint('naam', deel)})" for deel in waarden)
    betrokkene = " AND ".join(_begint("naam", deel) for deel in waarden)
    gevonden = (
        f"SELECT id * 4 + 1 AS rij, vouw(naam) NOT LIKE :deel0 ESCAPE '!' AS plek FROM partij WHERE {partij} "  # noqa: S608
        "UNION ALL SELECT DISTINCT casus_id * 4, 2 + (vouw(naam) NOT LIKE :deel0 ESCAPE '!') FROM betrokkene "
        f"WHERE casus_id IS NOT NULL AND {betrokkene} "
        "ORDER BY plek LIMIT :meeste"
    )
    return sessie.execute(text(_MET_TITEL.format(gevonden=gevonden)), {"meeste": MEESTE, **waarden}).all()


def _begint(kolom: str, deel: str) -> str:
    """Whether a word in this column begins with what was typed. Only a name with other letters has to be folded."""
    zo, gevouwen = _lijkt(kolom, deel), _lijkt(f"vouw({kolom})", deel)
    return f"({zo} OR ({kolom} GLOB '*[^ -~]*' AND ({gevouwen})))"


def _lijkt(wat: str, deel: str) -> str:
    return f"{wat} LIKE :{deel} ESCAPE '!' OR {wat} LIKE '% ' || :{deel} ESCAPE '!'"
