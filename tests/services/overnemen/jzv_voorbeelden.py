"""A Melding as a chain partner could hand it in; everybody in it is invented."""

from __future__ import annotations

from typing import Any

BSN = "123456782"


def _kenmerk(wat: str) -> dict[str, str]:
    return {"id": f"{wat}-1", "url": f"https://voorbeeld.invalid/{wat}/1"}


def melding() -> dict[str, Any]:
    return {
        **_kenmerk("melding"),
        "soort": "ZVH",
        "datumTijd": "2025-11-02T23:30:00Z",
        "verzoek": "Verzoekwoord: wilt u de regie nemen?",
        "terugkoppelingGewenst": False,
        "zorgelijkeSituatie": {
            **_kenmerk("situatie"),
            "situatieSchets": "Schetswoord.",
            "nadereOmschrijving": "Naderwoord.",
            "vraagAntwoord": {**_kenmerk("vraag"), "vraag": "Vraagwoord?", "antwoord": "Antwoordwoord."},
        },
        "contact": {
            **_kenmerk("contact"),
            "naam": "Contact Voorbeeld",
            "emailAdres": "contact@voorbeeld.invalid",
            "telefoonnummer": "06-00000000",
        },
        "overigeInformatie": {**_kenmerk("informatie"), "omschrijving": "Overigwoord."},
        "naarAanleidingVan": [
            {
                **_kenmerk("incident"),
                "datumTijd": "2025-10-31T20:15:00+01:00",
                "locatie": "Plaatswoord",
                "omschrijving": "Incidentwoord.",
                "periodeVanTot": {
                    **_kenmerk("periode"),
                    "datumTijdBegin": "2025-10-31T20:00:00+01:00",
                    "datumTijdEinde": "2025-10-31T21:00:00+01:00",
                },
            }
        ],
        "heeftBetrekkingOp": [
            {
                "url": "https://voorbeeld.invalid/betrokkene/1",
                "burgerservicenummer": BSN,
                "geslacht": "9",
                "naam": {
                    **_kenmerk("naam"),
                    "voornamen": "Testpersoon",
                    "voorvoegsel": "van der",
                    "geslachtsnaam": "Melding",
                },
                "adres": {
                    **_kenmerk("adres"),
                    "straatnaam": "Voorbeeldstraat",
                    "huisnummer": 12,
                    "postcode": "1234 AB",
                    "plaats": "Voorbeelddorp",
                },
            }
        ],
    }
