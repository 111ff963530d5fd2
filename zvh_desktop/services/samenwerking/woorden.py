"""What may stand in the texts about partijen: no casus and no betrokkene, whoever reads them."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.bestuur.casusgegevens import casusgegevens_in


def eis_geen_casus(sessie: Session, **teksten: str) -> None:
    """Raise InvoerOngeldig at the field that names a casus or a betrokkene."""
    for veld, inhoud in teksten.items():
        if casusgegevens_in(sessie, (inhoud,)):
            raise InvoerOngeldig(
                veld,
                "In deze tekst staat een nummer van een casus of de naam van een betrokkene.",
                advies="Schrijf het zonder. Over casussen gaat dit niet.",
            )
