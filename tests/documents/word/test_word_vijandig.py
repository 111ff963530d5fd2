"""Files from outside: too large, hostile or broken, as a template of the house and as a document that comes back."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date

import pytest
from wordhulp import DOCUMENT, W, delen, met, pakket

from zvh_desktop.documents.word.keuren import keur_sjabloon
from zvh_desktop.documents.word.lezen import lees_terug
from zvh_desktop.documents.word.pakket import MEESTE_BYTES, lees_pakket
from zvh_desktop.documents.word.velden import VELDEN
from zvh_desktop.documents.word.vullen import zonder_sporen
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort
from zvh_desktop.paths import lees_hulpbron

PLAN = lees_hulpbron("word/plan.docx")
RELATIES = "word/_rels/document.xml.rels"


def _na_body(xml: bytes, erbij: bytes) -> bytes:
    return xml.replace(b"<w:body>", b"<w:body>" + erbij, 1)


def alinea(tekst: str) -> bytes:
    return f'<w:p><w:r><w:t xml:space="preserve">{tekst}</w:t></w:r></w:p>'.encode()


def met_alineas(*teksten: str) -> bytes:
    return met(PLAN, DOCUMENT, lambda xml: _na_body(xml, b"".join(alinea(een) for een in teksten)))


def met_xml(erbij: bytes) -> bytes:
    return met(PLAN, DOCUMENT, lambda xml: _na_body(xml, erbij))


def zinnen(inhoud: bytes) -> str:
    return "\n".join(een.zin for een in keur_sjabloon(inhoud, VELDEN[Wordsoort.PLAN]))


def relatie(soort: str, doel: str) -> bytes:
    een = f'<Relationship Id="rX" Type="http://x/{soort}" Target="{doel}" TargetMode="External"/></Relationships>'
    return met(PLAN, RELATIES, lambda xml: xml.replace(b"</Relationships>", een.encode()))


def bom() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        pak.writestr(DOCUMENT, b"<w:p/>" * 10_000_000)
    return uit.getvalue()


def veel_delen() -> bytes:
    return pakket({DOCUMENT: b"<a/>", **{f"word/{nummer}.xml": b"<a/>" for nummer in range(500)}})


def elders(soort: str = "application/xml") -> bytes:
    """The main part is another one than everybody looks at; a broken one, as far as it is read."""
    stukken = delen(PLAN)
    stukken["_rels/.rels"] = stukken["_rels/.rels"].replace(b"word/document.xml", b"word/echt.bin")
    override = f'<Override PartName="/word/echt.bin" ContentType="{HOOFD if soort == "main" else soort}"/></Types>'
    stukken["[Content_Types].xml"] = stukken["[Content_Types].xml"].replace(b"</Types>", override.encode())
    stukken["word/echt.bin"] = stukken[DOCUMENT][:-20] if soort == "main" else stukken[DOCUMENT]
    return pakket(stukken)


def voet_elders() -> bytes:
    """A foot that calls itself something else than XML, with a field in it that starts a program."""
    stukken = delen(PLAN)
    een = b'<Relationship Id="rX" Type="http://x/relationships/footer" Target="voet.bin"/></Relationships>'
    stukken[RELATIES] = stukken[RELATIES].replace(b"</Relationships>", een)
    een = b'<Default Extension="bin" ContentType="application/octet-stream"/></Types>'
    stukken["[Content_Types].xml"] = stukken["[Content_Types].xml"].replace(b"</Types>", een)
    stukken["word/voet.bin"] = b"<w:ftr/>"
    return pakket(stukken)


def veld(*stukken: str, vooraf: str = "") -> bytes:
    """A field whose code is cut in pieces."""
    teken = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    runs = "".join(f"<w:r><w:instrText>{een}</w:instrText></w:r>" for een in stukken)
    return f"{teken('begin')}{vooraf}{runs}{teken('separate')}<w:r><w:t>1</w:t></w:r>{teken('end')}".encode()


def in_alinea(inhoud: bytes) -> bytes:
    return met_xml(b"<w:p>" + inhoud + b"</w:p>")


VORM = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HOOFD = f"{VORM}.document.main+xml"
_DTD = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
_BUITEN = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

VIJANDIG = {
    "geen zip": (b"%PDF-1.4 niets", "geen Word-document"),
    "leeg": (b"", "geen Word-document"),
    "half": (PLAN[: len(PLAN) // 2], "geen Word-document"),
    "geen document": (pakket({"xl/workbook.xml": b"<a/>"}), "geen Word-document"),
    "te groot": (b"PK" + bytes(MEESTE_BYTES), "te groot"),
    "zipbom": (bom(), "te groot"),
    "veel delen": (veel_delen(), "te groot"),
    "macro": (met(PLAN, "word/vbaProject.bin", lambda _: b"x"), "macro"),
    "macrosoort": (
        met(
            PLAN,
            "[Content_Types].xml",
            lambda xml: xml.replace(b"wordprocessingml.document.main", b"macroEnabled.main"),
        ),
        "macro",
    ),
    "activex": (met(PLAN, "word/activeX/activeX1.xml", lambda _: b"<a/>"), "macro"),
    "ingesloten": (met(PLAN, "word/embeddings/oleObject1.bin", lambda _: b"x"), "ander bestand"),
    "beeld van elders": (relatie("image", "http://verzonnen.invalid/a.png"), "van een andere plek"),
    "sjabloon van elders": (relatie("attachedTemplate", "file://verzonnen.invalid/a.dotm"), "een sjabloon van"),
    "wmf": (met(PLAN, "word/media/a.wmf", lambda _: b"x"), "geen PNG"),
    "dde": (met_xml(b"<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText></w:r></w:p>"), "veld dat een ander"),
    "include": (met_xml(b'<w:p><w:fldSimple w:instr=" INCLUDETEXT x "/></w:p>'), "veld dat een ander"),
    "dde in stukken": (in_alinea(veld("DDEA", "UTO c:")), "veld dat een ander"),
    "dde half gesloten": (
        in_alinea(veld("DDE", "AUTO c:")[: -len(b'<w:r><w:fldChar w:fldCharType="end"/></w:r>')]),
        "veld",
    ),
    "veld dat een veld maakt": (
        in_alinea(veld(" PAGE c:", vooraf=veld("REF naam").decode())),
        "veld dat een ander",
    ),
    "onbekend veld van een programma": (in_alinea(veld("ZOMAAR iets")), "veld dat een ander"),
    "lijf elders": (elders(), "niet opgebouwd"),
    "lijf elders en kapot": (elders("main"), "beschadigd"),
    "voet elders": (voet_elders(), "niet opgebouwd"),
    "andere letters": (met(PLAN, "word/DOCUMENT.xml", lambda _: b"<a/>"), "niet opgebouwd"),
    "macrosoort in utf-16": (
        met(
            PLAN,
            "[Content_Types].xml",
            lambda xml: (
                xml.decode()
                .replace("UTF-8", "UTF-16")
                .replace("wordprocessingml.document.main", "macroEnabled.main")
                .encode("utf-16")
            ),
        ),
        "macro",
    ),
    "altchunk": (met_xml(b"<w:altChunk/>"), "ander bestand"),
    "entiteiten": (met(PLAN, DOCUMENT, lambda xml: _DTD + xml[xml.index(b"?>") + 2 :]), "niet opgebouwd"),
    "bestand lezen": (met(PLAN, DOCUMENT, lambda xml: _BUITEN + xml[xml.index(b"?>") + 2 :]), "niet opgebouwd"),
    "kapotte xml": (met(PLAN, DOCUMENT, lambda xml: xml[:-20]), "beschadigd"),
    "buiten de map": (met(PLAN, "../../x.xml", lambda _: b"<a/>"), "niet opgebouwd"),
}


@pytest.mark.parametrize("naam", VIJANDIG)
def test_een_vijandig_bestand_wordt_geweigerd_waar_het_ook_binnenkomt(naam: str) -> None:
    inhoud, zin = VIJANDIG[naam]
    with pytest.raises(InvoerOngeldig, match=zin):
        lees_pakket(inhoud)
    with pytest.raises(InvoerOngeldig, match=zin):
        lees_terug(inhoud, b"verzonnen")
    assert zin in zinnen(inhoud)


def test_een_dubbel_deel_wordt_geweigerd() -> None:
    uit = io.BytesIO(PLAN)
    with zipfile.ZipFile(uit, "a") as pak, pytest.warns(UserWarning, match="Duplicate"):
        pak.writestr(DOCUMENT, b"<a/>")
    with pytest.raises(InvoerOngeldig, match="niet opgebouwd"):
        lees_pakket(uit.getvalue())


def test_een_wachtwoord_wordt_gezegd() -> None:
    inhoud = bytearray(pakket({DOCUMENT: b"<a/>"}))
    inhoud[6] |= 1
    inhoud[inhoud.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InvoerOngeldig, match="wachtwoord"):
        lees_pakket(bytes(inhoud))


def test_beschadigde_bestanden_geven_een_zin_en_nooit_een_fout() -> None:
    toeval = random.Random(15)  # noqa: S311  the same files each time
    for _ in range(150):
        inhoud = bytearray(PLAN)
        for _ in range(toeval.randint(1, 30)):
            inhoud[toeval.randrange(len(inhoud))] = toeval.randrange(256)
        try:
            lees_terug(bytes(inhoud), b"verzonnen")
        except InvoerOngeldig as fout:
            assert fout.veld == "bestand"
        keur_sjabloon(bytes(inhoud), VELDEN[Wordsoort.PLAN])


@pytest.mark.parametrize(
    "code", [("PA", "GE"), ('HYPERLINK "https://verzonnen.invalid/import/database"',), ("= 1 + 1",)]
)
def test_een_gewoon_veld_mag_ook_met_een_woord_erin_dat_anders_niet_mag(code: tuple[str, ...]) -> None:
    assert zinnen(in_alinea(veld(*code))) == ""


STOUT = {
    "onbekend veld": (("{{ casusnumer }}",), "Het veld casusnumer is niet bekend. Bedoelt u casusnummer?"),
    "onbekend in lus": (("{%p for doel in doelen %}", "{{ doel.wie }}", "{%p endfor %}"), "Het veld doel.wie"),
    "lus niet dicht": (("{%p for doel in doelen %}",), "wordt niet gesloten"),
    "voorwaarde niet dicht": (("{%p if status %}",), "wordt niet gesloten"),
    "dicht zonder begin": (("{%p endfor %}",), "niet is begonnen"),
    "onbekende opdracht": (("{%p voor doel in doelen %}",), "Deze opdracht bestaat niet"),
    "half veld": (("{{ status",), "niet"),
    "rekenen": (("{{ 7 * 7 }}",), "niets berekend"),
    "aanroep": (("{{ status.upper() }}",), "niets berekend"),
    "filter": (("{{ status|safe }}",), "niets berekend"),
    "onderkant": (("{{ status.__class__.__mro__ }}",), "niet bekend"),
    "tekst als veld": (("{{ '&lt;w:p/&gt;' }}",), "niets berekend"),
    "lijst als veld": (("{{ doelen }}",), "is een lijst"),
    "lus door een veld": (("{%p for a in status %}", "{%p endfor %}"), "is geen lijst"),
    "zetten": (("{%p set a = 1 %}",), "kan niet in een sjabloon"),
    "invoegen": (("{%p include 'a' %}",), "kan niet in een sjabloon"),
    "lus in dezelfde lus": (
        ("{%p for a in doelen %}", "{%p for b in doelen %}", "{%p endfor %}", "{%p endfor %}"),
        "Een lus in een lus",
    ),
    "tekst in een regel": (("Criteria: {{ criteria }}",), "Schrijf {{p criteria }}"),
    "regel als alinea": (("{{p status }}",), "zonder p"),
    "letterlijk": (("{% raw %}{{ status }}{% endraw %}",), "kan niet in een sjabloon"),
    "te lange voorwaarde": (("{%p if " + " and ".join(["status"] * 5000) + " %}", "{%p endif %}"), "te ingewikkeld"),
    "te diep": ((*["{%p if status %}"] * 150, *["{%p endif %}"] * 150), "te ingewikkeld"),
    "lus met de naam van een veld": (
        ("{%p for titel in doelen %}", "{{ titel.leefgebied }}", "{%p endfor %}"),
        "titel is al de naam van iets anders",
    ),
    "lus die loop heet": (("{%p for loop in doelen %}", "{%p endfor %}"), "al de naam van iets anders"),
    "opmerking": (("{# weg {{ status }} #}",), "een opmerking"),
    "lus over alineas heen": (("Begin {% for a in doelen %}", "einde {% endfor %} rest {% if status %}"), "niet"),
}


@pytest.mark.parametrize("naam", STOUT)
def test_een_fout_in_een_sjabloon_wordt_gezegd_in_gewone_taal(naam: str) -> None:
    teksten, zin = STOUT[naam]
    gevonden = zinnen(met_alineas(*teksten))
    assert zin in gevonden
    assert "Error" not in gevonden
    assert "<w:" not in gevonden


def test_een_bevinding_zegt_waar_het_staat() -> None:
    (bevinding,) = keur_sjabloon(met_alineas("Zaak {{ zaaknummer_x }} hier"), VELDEN[Wordsoort.PLAN])
    assert bevinding.plek == "Zaak {{ zaaknummer_x }} hier"


def test_een_opdracht_die_in_stukken_is_getypt_wordt_ook_gelezen() -> None:
    stukken = b"<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ casus</w:t></w:r><w:r><w:t>numer }}</w:t></w:r></w:p>"
    assert "casusnumer is niet bekend" in zinnen(met_xml(stukken))


def test_sporen_van_wie_eraan_werkte_gaan_er_eerst_uit() -> None:
    spoor = b'<w:p><w:ins w:id="1" w:author="X"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
    assert "bijgehouden wijzigingen" in zinnen(met_xml(spoor))
    assert "opmerkingen" in zinnen(met(PLAN, "word/comments.xml", lambda _: b"<a/>"))


_DOOR = 'w:id="1" w:author="Verzonnen Maker" w:date="2026-01-01T00:00:00Z"'
_WIE = {
    "opmaak van letters": f"<w:p><w:r><w:rPr><w:rPrChange {_DOOR}><w:rPr/></w:rPrChange></w:rPr></w:r></w:p>",
    "opmaak van een alinea": f"<w:p><w:pPr><w:pPrChange {_DOOR}><w:pPr/></w:pPrChange></w:pPr></w:p>",
    "een cel": f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns {_DOOR}/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    "wat later wordt bedacht": f"<w:p><w:pPr><w:verzonnen {_DOOR}/></w:pPr></w:p>",
}


@pytest.mark.parametrize("waar", _WIE)
def test_de_naam_bij_een_wijziging_gaat_er_eerst_uit_waar_die_ook_staat(waar: str) -> None:
    assert "bijgehouden wijzigingen" in zinnen(met_xml(_WIE[waar].encode()))


def test_een_veld_dat_toont_wie_het_maakte_gaat_er_eerst_uit() -> None:
    assert "toont wie het sjabloon maakte" in zinnen(in_alinea(veld("AUT", "HOR")))


def test_wat_een_tekstverwerker_van_de_maker_bewaart_staat_niet_in_wat_wordt_bewaard() -> None:
    instellingen = (
        b'<w:docVars><w:docVar w:name="Maker" w:val="Verzonnen Maker"/></w:docVars><w:rsids>'
        b'<w:rsid w:val="00ABCDEF"/></w:rsids><w:mailMerge><w:query w:val="SELECT geheim"/></w:mailMerge></w:settings>'
    )
    inhoud = met(PLAN, "word/settings.xml", lambda xml: xml.replace(b"</w:settings>", instellingen))
    inhoud = met(inhoud, DOCUMENT, lambda xml: _na_body(xml, b'<w:p w:rsidR="00ABCDEF" w:rsidRDefault="00ABCDEF"/>'))
    assert zinnen(inhoud) == ""
    for deel in delen(zonder_sporen(inhoud, "Sjabloon", "Huis", date(2026, 1, 1))).values():
        for spoor in (b"Verzonnen Maker", b"00ABCDEF", b"geheim", b"rsid"):
            assert spoor not in deel


@pytest.mark.parametrize("letters", ["{{ status }}", "{{ 7 * 7 }}", "{% if status %}"])
def test_een_veld_in_een_noot_wordt_geweigerd_hoe_het_deel_ook_heet(letters: str) -> None:
    noten = f"{VORM}.footnotes+xml"
    erbij = f'<Override PartName="/word/voet.xml" ContentType="{noten}"/></Types>'.encode()
    half = len(letters) // 2
    runs = "".join(f"<w:r><w:t>{een}</w:t></w:r>" for een in (letters[:1], letters[1:half], letters[half:]))
    ruimte = W[1:-1]
    stukken = delen(PLAN)
    stukken["word/voet.xml"] = (
        f'<w:footnotes xmlns:w="{ruimte}"><w:footnote><w:p>{runs}</w:p></w:footnote></w:footnotes>'.encode()
    )
    stukken["[Content_Types].xml"] = stukken["[Content_Types].xml"].replace(b"</Types>", erbij)
    een = b'<Relationship Id="rX" Type="http://x/relationships/footnotes" Target="voet.xml"/></Relationships>'
    stukken[RELATIES] = stukken[RELATIES].replace(b"</Relationships>", een)
    assert "niet in een noot" in zinnen(pakket(stukken))


def test_een_veld_in_een_eigenschap_wordt_geweigerd() -> None:
    kern = met(PLAN, "docProps/core.xml", lambda xml: xml.replace(b"</dc:title>", b"{{ 7 * 7 }}</dc:title>"))
    assert "een eigenschap" in zinnen(kern)


def test_zonder_een_enkel_veld_is_het_geen_sjabloon() -> None:
    kaal = {
        naam: deel
        if naam != DOCUMENT and not naam.startswith(("word/header", "word/footer"))
        else b"".join((deel[: deel.index(b"<w:body>") + 8], alinea("Niets."), b"</w:body></w:document>"))
        if naam == DOCUMENT
        else deel[: deel.index(b"<w:p")] + b"<w:p/>" + deel[deel.rindex(b"</w:p>") + 6 :]
        for naam, deel in delen(PLAN).items()
    }
    assert "geen enkel veld" in zinnen(pakket(kaal))
