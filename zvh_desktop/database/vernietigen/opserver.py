"""What a server itself looks at before a file goes, and which rows may go then: in the words of the server (ADR 0097).

Whoever works on a server cannot take its guards off. So a function of the owner notes, for this one transaction, which
rows belong to a file that may go, after it has looked that it may: closed, with no overleg that is not settled and no
koffer out. Each guard lets exactly those rows go. Before the transaction is kept it is looked at that all of them went,
and that a destruction was signed in it; else nothing of it happened.

``make schema`` writes this to resources/team/vernietigen.sql, from which a server is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import Table

from zvh_desktop.database.motor import wijzigingen
from zvh_desktop.database.motor.plpgsql import GAAT_WEG, GEWEIGERD, MAG_ANDERS
from zvh_desktop.database.motor.teamschema import (
    SCHEMA,
    TUSSEN,
    VERNIETIGDAAD,
    VERNIETIGRIJ,
    rijnaam,
)
from zvh_desktop.database.vernietigen.loten import EIGEN_LOTEN, LOTEN, MET_BIJLAGE, Deel, Lot, voor_een_server
from zvh_desktop.models.alles import Base

_ALLES: Final = frozenset(lot.deel for lot in LOTEN)
_PUNTEN_VAN_GEDEELD: Final = (
    "agendapunt_id IN (SELECT id FROM agendapunt WHERE overleg_id IN (SELECT value FROM json_each(:gedeeld)))"
)
_BLIJVEND: Final[Mapping[str, str]] = {
    "overleg": "id IN (SELECT value FROM json_each(:gedeeld))",
    "verzending": "overleg_id IN (SELECT value FROM json_each(:gedeeld))",
    "overname": _PUNTEN_VAN_GEDEELD,
}
"""Rows of an overleg about others too: they stay, and what is left of them is signed again."""
_VARIABELEN: Final[Mapping[str, str]] = {
    "(SELECT value FROM json_each(:alleen))": "(SELECT unnest(zvh_alleen))",
    "(SELECT value FROM json_each(:gedeeld))": "(SELECT unnest(zvh_gedeeld))",
    ":casus": "zvh_casus",
    ":aanmelding": "zvh_aanmelding",
    ":verzoek": "zvh_verzoek",
}
_OP_VOLGORDE: Final = "er wordt alleen op volgorde geschreven"
_NU: Final = "pg_current_xact_id()::text::bigint"


def opdrachten() -> str:
    """Everything that a server needs for it, for the resource."""
    return f"{TUSSEN.join((_LAAT_GAAN.format(lijf=_lijf()), _HELEMAAL.format(lijf=_helemaal())))}\n"


_LAAT_GAAN: Final = (
    f"CREATE FUNCTION {SCHEMA}.laat_gaan(zvh_casus bigint, zvh_aanmelding bigint, zvh_verzoek bigint, "
    "zvh_delen text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER "
    f"SET search_path = {SCHEMA}, pg_temp AS $laat_gaan${{lijf}}$laat_gaan$"
)
_HELEMAAL: Final = (
    f"CREATE FUNCTION {SCHEMA}.helemaal_weg() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
    f"SET search_path = {SCHEMA}, pg_temp AS $helemaal_weg${{lijf}}$helemaal_weg$"
)


def _weiger(zin: str) -> str:
    return f"RAISE EXCEPTION USING ERRCODE = '{GEWEIGERD}', MESSAGE = '{zin}';"


def _als(voorwaarde: str, zin: str) -> str:
    return f"IF {voorwaarde} THEN {_weiger(zin)} END IF;"


def _lijf() -> str:
    alle = ", ".join(f"'{deel}'" for deel in sorted(_ALLES))
    return "\n".join(
        (
            "",
            "#variable_conflict use_column",
            "DECLARE zvh_alleen bigint[] := '{}'; zvh_gedeeld bigint[] := '{}'; zvh_nummer text := '';",
            "BEGIN",
            _als(
                "current_setting('transaction_isolation') <> 'serializable'", "er wordt alleen op volgorde geschreven"
            ),
            _als(
                f"EXISTS (SELECT 1 FROM {VERNIETIGDAAD} WHERE handeling = {_NU})",  # noqa: S608
                "er gaat één dossier tegelijk weg",
            ),
            # What an earlier transaction left: that it was for one file stands until another transaction begins one.
            f"DELETE FROM {VERNIETIGDAAD} WHERE handeling <> {_NU};",  # noqa: S608
            _als("zvh_delen IS NULL OR cardinality(zvh_delen) = 0", "er is niet gezegd wat er weg gaat"),
            _als(
                f"'{Deel.KERN}' = ANY (zvh_delen) AND NOT zvh_delen @> ARRAY[{alle}]",
                "een dossier gaat helemaal of voor een deel dat bij elkaar hoort",
            ),
            "IF zvh_verzoek IS NOT NULL THEN",
            _als(
                f"zvh_casus IS NOT NULL OR zvh_aanmelding IS NOT NULL OR zvh_delen <> ARRAY['{Deel.VERZOEK}']",
                "een verzoek gaat op zichzelf",
            ),
            _als(
                "NOT EXISTS (SELECT 1 FROM verzoek v WHERE v.id = zvh_verzoek AND v.uitkomst <> 'open' "
                "AND v.besloten_op IS NOT NULL)",
                "op dit verzoek is nog niet besloten",
            ),
            "ELSIF zvh_casus IS NOT NULL THEN",
            *_eisen_aan_een_casus(),
            "ELSE",
            _als(
                "NOT EXISTS (SELECT 1 FROM aanmelding a WHERE a.id = zvh_aanmelding AND a.uitkomst <> 'geaccepteerd') "
                "OR EXISTS (SELECT 1 FROM casus c WHERE c.aanmelding_id = zvh_aanmelding)",
                "alleen een aanmelding die geen casus werd gaat zo weg",
            ),
            "END IF;",
            *(_noteer(lot) for lot in (*LOTEN, *EIGEN_LOTEN)),
            *_noteer_wat_blijft(),
            # After all of its rows: who has it looked over at once has it looked over with them.
            f"INSERT INTO {VERNIETIGDAAD}(handeling, nummer) VALUES ({_NU}, zvh_nummer);",  # noqa: S608
            "END",
            "",
        )
    )


def _eisen_aan_een_casus() -> Iterator[str]:
    yield _als(
        "NOT EXISTS (SELECT 1 FROM casus c WHERE c.id = zvh_casus AND c.status <> 'lopend' "
        "AND c.gesloten_op IS NOT NULL)",
        "een casus die loopt gaat niet weg",
    )
    yield _als(
        "zvh_aanmelding IS DISTINCT FROM (SELECT c.aanmelding_id FROM casus c WHERE c.id = zvh_casus)",
        "een casus gaat met haar eigen aanmelding",
    )
    yield _als(
        "EXISTS (SELECT 1 FROM verlenging v WHERE v.casus_id = zvh_casus AND v.tot > current_date)",
        "dit dossier wordt langer bewaard",
    )
    yield _als(
        "EXISTS (SELECT 1 FROM agendapunt a JOIN overleg o ON o.id = a.overleg_id WHERE a.casus_id = zvh_casus "
        "AND o.status <> 'afgelast' AND (o.status <> 'gehouden' OR o.verslag_status <> 'vastgesteld'))",
        "deze casus staat in een overleg waarvan het verslag niet is vastgesteld",
    )
    yield _als(
        "EXISTS (SELECT 1 FROM koffer_casus k JOIN koffer f ON f.id = k.koffer_id WHERE k.casus_id = zvh_casus "
        "AND f.stand = 'uit')",
        "deze casus is mee in een koffer",
    )
    yield "SELECT c.nummer INTO zvh_nummer FROM casus c WHERE c.id = zvh_casus;"
    anderen = (
        "(EXISTS (SELECT 1 FROM agendapunt b WHERE b.overleg_id = o.id AND b.casus_id IS NOT NULL "
        "AND b.casus_id <> zvh_casus) OR EXISTS (SELECT 1 FROM agendapunt v WHERE v.verslag_van_id = o.id))"
    )
    for naam, waar in (("zvh_alleen", f"NOT {anderen}"), ("zvh_gedeeld", anderen)):
        yield (
            f"SELECT coalesce(array_agg(o.id), '{{}}') INTO {naam} FROM overleg o "  # noqa: S608
            "WHERE EXISTS (SELECT 1 FROM agendapunt a WHERE a.overleg_id = o.id AND a.casus_id = zvh_casus) "
            f"AND {waar};"
        )


def _noteer(lot: Lot) -> str:
    return f"IF '{lot.deel}' = ANY (zvh_delen) THEN {_zet(lot.rij.__tablename__, lot.waar, GAAT_WEG)} END IF;"


def _noteer_wat_blijft() -> Iterator[str]:
    for tabel, waar in _BLIJVEND.items():
        yield f"IF '{Deel.WERK}' = ANY (zvh_delen) THEN {_zet(tabel, waar, MAG_ANDERS)} END IF;"
    yield f"IF '{Deel.BIJLAGEN}' = ANY (zvh_delen) THEN {_zet('informatie_item', MET_BIJLAGE, MAG_ANDERS)} END IF;"


def _zet(tabel: str, waar: str, mag: str) -> str:
    voorwaarde = voor_een_server(waar)
    for oud, nieuw in _VARIABELEN.items():
        voorwaarde = voorwaarde.replace(oud, nieuw)
    return (
        f"INSERT INTO {VERNIETIGRIJ}(handeling, tabel, rij, mag) SELECT DISTINCT {_NU}, '{tabel}', "  # noqa: S608
        f"{rijnaam(_tabel(tabel), tabel)}, '{mag}' FROM {tabel} WHERE {voorwaarde} ON CONFLICT DO NOTHING;"
    )


def _helemaal() -> str:
    tabellen = dict.fromkeys(lot.rij.__tablename__ for lot in (*LOTEN, *EIGEN_LOTEN))
    return "\n".join(
        (
            "",
            "BEGIN",
            *(
                _als(
                    f"EXISTS (SELECT 1 FROM {VERNIETIGRIJ} g JOIN {tabel} t ON {rijnaam(_tabel(tabel), 't')} = g.rij "  # noqa: S608
                    f"WHERE g.handeling = NEW.handeling AND g.tabel = '{tabel}' AND g.mag = '{GAAT_WEG}')",
                    "een vernietiging gaat helemaal of niet",
                )
                for tabel in tabellen
            ),
            _als(
                "NOT EXISTS (SELECT 1 FROM verklaring k WHERE k.soort IN ('vernietiging', 'vernietiging_opnieuw') "  # noqa: S608
                f"AND k.xmin::text::bigint = NEW.handeling % {2**32})",
                "een vernietiging wordt ondertekend",
            ),
            _als(
                "NEW.nummer <> '' AND NOT EXISTS (SELECT 1 FROM vernietiging v WHERE v.nummer = NEW.nummer) "  # noqa: S608
                "AND NOT EXISTS (SELECT 1 FROM verklaring k WHERE k.soort = 'vernietiging_opnieuw' "
                f"AND k.xmin::text::bigint = NEW.handeling % {2**32})",
                "een vernietiging staat in de lijst van wat is vernietigd",
            ),
            # Which rows changed is of the file as well. What this act itself did, other windows have yet to hear.
            f"DELETE FROM {wijzigingen.TABEL} w WHERE w.op < clock_timestamp() - interval '{wijzigingen.BEWAARD}' "  # noqa: S608
            f"OR (w.handeling <> NEW.handeling AND EXISTS (SELECT 1 FROM {VERNIETIGRIJ} g WHERE g.handeling = "
            "NEW.handeling AND g.mag = 'weg' AND g.tabel = w.tabel AND replace(g.rij, '|', '/') = w.sleutel));",
            # The row of the file itself stays: looked over halfway, the transaction is not free for another file.
            f"DELETE FROM {VERNIETIGRIJ} WHERE handeling = NEW.handeling;",  # noqa: S608
            "RETURN NULL;",
            "END",
            "",
        )
    )


def _tabel(naam: str) -> Table:
    return Base.metadata.tables[naam]
