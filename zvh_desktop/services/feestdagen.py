"""Dutch holidays, to warn when an overleg is planned on one."""

from __future__ import annotations

from datetime import date

import holidays


def feestdag(dag: date) -> str:
    """The name of the Dutch holiday on this day, or an empty text."""
    return str(holidays.country_holidays("NL", years=dag.year, language="nl").get(dag, ""))
