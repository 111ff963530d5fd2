"""The parts of the name of a person: what stands before the last name, and which words are names and ordinary words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zvh_desktop.models.tekst.naamvormen import losse_woorden
from zvh_desktop.models.vouwing import gevouwen

_VOORVOEGSELS: Final = """
    van de den der des ten ter te het t v d vd vdr von zu el al ben bin ibn la le les du da di dos das op in aan bij
"""
VOORVOEGSELS: Final = frozenset(_VOORVOEGSELS.split())
_AANSPREEK: Final = """
    dhr heer meneer mijnheer mw mevr mevrouw meneer mej mejuffrouw fam familie gezin echtpaar broer zus zoon dochter
"""
AANSPREEK: Final = frozenset(losse_woorden(gevouwen(_AANSPREEK)))
_GEWOON: Final = """
    een twee drie vier vijf zes zeven acht negen tien elf twaalf aap aarde ander baas bakker bank beek beer beker
    berg best beste bijl blank blauw bloem boer bon boom boot bos bosch brand breed brouwer bruin bruins brug burger
    buis daal dam deur dijk dik dokter dorp draak duif engel engels frank gans geel geluk goed goede graaf groen
    groep groot grote haan haas hart heer heide helder hemel hert hoek hof hond hoog hoop huis ijzer jager jong
    jonge kaas kamp kant kat keizer kerk kers keuken klein kleine kok koning koper kort korte kraan kramer kuiper
    kwaad laan lam land lang lange leeuw lente licht lief linde maan markt meer meester meijer mol molen mond mooi
    moor muis mulder naald noord oost oud oude paard park peper pijl plein poort post pot prins proef punt put raad
    ring rijk rood roos ruiter schaap schild schilder schipper school slager sluis smal smid smit spit staal stam
    steen ster storm straat sterk timmer timmerman tuin toren veen veer veld ven verre vis visser vlam vogel voort
    vos vriend vries vrij waard wagen water weg west wever wiel wijk wild winter wit witte wolf woud zand zee zon
    zomer zwaan zwart zuid test testpersoon persoon partij zorg politie gemeente
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
    september oktober november december kerst pasen herfst voorjaar najaar morgen avond middag nacht dag week jaar
    buiten binnen boven onder voor achter naast tegen vader moeder kind neef oom knecht heel half veel weinig snel
    traag sterk zwak stil luid warm koud open dicht vol leeg recht krom scherp stomp trouw vroeg laat vandaag
    blijf blijft geen niemand iedereen samen alleen toen later eerder nieuw nieuwe hulp plan zaak feest
"""
GEWOON: Final = frozenset(losse_woorden(gevouwen(_GEWOON)))
"""Words that are a last name as well: at the beginning of a sentence they are taken for what they say."""
KORTST: Final = 4
"""A last name of fewer letters counts with a first name, an initial or a title before it alone."""


@dataclass(frozen=True, slots=True)
class Naamdelen:
    """The words of one name, folded."""

    voor: tuple[str, ...]
    tussen: tuple[str, ...]
    achter: tuple[str, ...]


def ontleed(woorden: tuple[str, ...]) -> Naamdelen:
    """Where the last name begins: behind the last word that is put before names, or else at the last word.

    A name of one word is a last name.
    """
    if len(woorden) < 2:
        return Naamdelen((), (), woorden)
    plekken = [i for i, woord in enumerate(woorden[:-1]) if woord in VOORVOEGSELS]
    if not plekken:
        return Naamdelen(woorden[:-1], (), woorden[-1:])
    eerste = next(i for i in plekken if all(w in VOORVOEGSELS for w in woorden[i : plekken[0] + 1]))
    einde = eerste
    while einde < len(woorden) - 1 and woorden[einde] in VOORVOEGSELS:
        einde += 1
    return Naamdelen(woorden[:eerste], woorden[eerste:einde], woorden[einde:])
