"""How procedures, answers and days of the convenant are called."""

from __future__ import annotations

from zvh_desktop.models.bestuurskeuzes import Instemming, Momentsoort, Opzegreden, TrajectSoort, TrajectStand

SOORT_TEKST = {
    TrajectSoort.TOETREDING: "Toetreding",
    TrajectSoort.OPZEGGING: "Opzegging",
    TrajectSoort.UITSLUITING: "Uitsluiting",
    TrajectSoort.OPVOLGING: "Andere naam of fusie",
    TrajectSoort.CONVENANT: "Bericht over het convenant",
    TrajectSoort.CORRECTIE: "Correctie in het register",
}
STAND_TEKST = {
    TrajectStand.OPEN: "loopt",
    TrajectStand.BESLOTEN: "besloten, nog te tekenen",
    TrajectStand.AFGEROND: "afgerond",
    TrajectStand.AFGEWEZEN: "gaat niet door",
}
INSTEMMING_TEKST = {
    Instemming.OPEN: "nog geen antwoord",
    Instemming.AKKOORD: "akkoord",
    Instemming.BEZWAAR: "bezwaar",
}
REDEN_TEKST = {
    Opzegreden.GEWOON: "opzegging",
    Opzegreden.NA_WIJZIGING: "na een wijziging van het convenant",
    Opzegreden.OPGEHOUDEN: "de partij houdt op te bestaan",
}
MOMENT_TEKST = {
    Momentsoort.GETEKEND: "getekend",
    Momentsoort.EVALUATIE: "evaluatie",
    Momentsoort.VERLENGING: "verlenging",
    Momentsoort.EINDE: "einde",
}
