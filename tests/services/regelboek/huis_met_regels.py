"""A house in which a rule is tried: its office, three of its partijen, and what a refusal in it must look like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count

import pytest
from convenanten import artikel_van
from factories import Bureau

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, OverlegId, PartijId, PartijSoort, Regel
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, uitleg

RESERVE = 60


class Huis:
    """``een``, ``twee`` and ``drie`` are short names of partijen of this house."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.profiel = bureau.profiel
        self.diensten = bureau.diensten()
        self.een, self.twee, self.drie = (p.kort for p in sorted(bureau.partijen.lijst(), key=lambda p: p.id)[:3])
        self._nummers = count(1)
        # Once a tafel was held a partij joins by a procedure; the rules that are about something else begin with these.
        self._partijen = iter([self._nieuw(PartijSoort.CONVENANTPARTIJ) for _een in range(RESERVE)])

    def artikel(self, regel: Regel) -> str:
        """The article that the profile gives, after a look whether it is the one of the convenant."""
        gevonden = self.profiel.artikel(regel)
        assert gevonden == artikel_van(regel, self.profiel.sleutel)
        assert uitleg(regel, self.profiel).zin
        return gevonden

    @contextmanager
    def weigert(self, regel: Regel, *, artikel: str | None = None) -> Iterator[pytest.ExceptionInfo[RegelGeweigerd]]:
        """What happens inside is refused under this rule, with the article and the text of this house."""
        eigen = self.artikel(regel)
        with pytest.raises(RegelGeweigerd) as fout:
            yield fout
        genoemd = eigen if artikel is None else artikel
        assert (fout.value.regel, fout.value.artikel) == (regel, genoemd)
        assert genoemd in fout.value.gebeurd
        assert fout.value.regeltekst == uitleg(regel, self.profiel).zin

    def noemt(self, regel: Regel, punten: Iterable[Aandachtspunt | None]) -> bool:
        """Whether one of these lines names the article of this rule, and can tell what the rule says in this house."""
        artikel, tekst = self.artikel(regel), uitleg(regel, self.profiel).zin
        gevonden = [punt for punt in punten if punt is not None and punt.regel == regel]
        for punt in gevonden:
            assert (punt.artikel, punt.regeltekst) == (artikel, tekst)
            assert f"({artikel})" in punt.zin
        return bool(gevonden)

    def partij(self, soort: PartijSoort = PartijSoort.CONVENANTPARTIJ, *, mandaat: bool | None = None) -> PartijId:
        """A partij that no other test uses, with a contactpersoon when ``mandaat`` is given."""
        partij_id = next(self._partijen) if soort is PartijSoort.CONVENANTPARTIJ else self._nieuw(soort)
        if mandaat is not None:
            contact = ContactpersoonInvoer("Testpersoon Balie", email="balie@voorbeeld.invalid", mandaat=mandaat)
            self.bureau.partijen.voeg_contact_toe(partij_id, contact)
        return partij_id

    def _nieuw(self, soort: PartijSoort) -> PartijId:
        nummer = next(self._nummers)
        partij_id = self.bureau.partijen.voeg_toe(PartijInvoer(f"Testpartij {nummer}", f"Test {nummer}", soort))
        self.bureau._partijen[f"Test {nummer}"] = partij_id
        return partij_id

    def kort(self, partij_id: PartijId) -> str:
        """The short name of a partij."""
        return self.bureau.partijen.toon(partij_id).kort

    def op_tafel(self, *korte_namen: str, soort: str = "") -> tuple[CasusId, OverlegId, AgendapuntId]:
        """A casus on the agenda of a tafel (the usual kind unless named), with seats for these partijen."""
        casus = self.bureau.casus()
        overleg = self.bureau.tafel(soort=soort or self.profiel.hoofdoverleg.sleutel)
        return casus, overleg, self.bureau.punt(overleg, casus, *korte_namen)

    def gehouden(self, *korte_namen: str, soort: str = "") -> tuple[CasusId, OverlegId, AgendapuntId]:
        """The same, with the tafel held."""
        casus, overleg, punt = self.op_tafel(*korte_namen, soort=soort)
        self.bureau.akkoord(overleg)
        self.bureau.gehouden(overleg)
        return casus, overleg, punt
