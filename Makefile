# The commands of this project. `make run` and `make test` do all of the set-up themselves.
# Works with GNU make 3.81 (macOS) and later; needs only Python 3.11 beside it.

ARGS ?=
UIT ?= demo
HUIS ?= twente
WERKERS ?= 2
SCHERMEN ?= 2
GETELD ?=
KORT ?=

BIN := .venv/bin
PYTHON_PATH = $$(scripts/find_python.sh)
PREPARE = python=$(PYTHON_PATH) && "$$python" scripts/prepare.py
OFFSCREEN := QT_QPA_PLATFORM=offscreen
CODE := zvh_desktop tests scripts benchmarks installer setup.py

.DEFAULT_GOAL := help
.PHONY: help run oefen demo test check check-heel lint dode-code format types contracts bench aanvallen daden resten storingen serverstoringen vernietigproef formulierproef poortproef teamproef schema schermafbeeldingen beelden regels \
	handleiding mutaties wheel-proef venster-proef venster-proef-kort bundel deb requirements runtime development clean

help:  ## deze lijst
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-20s %s\n", $$1, $$2 }' Makefile

run: runtime  ## het venster openen (de eerste keer wordt alles klaargezet); ARGS="--kluis PAD"
	@python=$(PYTHON_PATH) && "$$python" scripts/start.py $(ARGS)

oefen: runtime  ## het venster openen op een oefenkluis met verzonnen gegevens
	@python=$(PYTHON_PATH) && "$$python" scripts/start.py --oefen $(ARGS)

demo: runtime  ## het hele werk zonder venster; UIT=map HUIS=sleutel
	@$(BIN)/zvh demo --uit "$(UIT)" --huis "$(HUIS)" $(ARGS)

test: development  ## alle tests, zonder beeldscherm; ARGS="tests/models -k casus"
	@$(OFFSCREEN) $(BIN)/python scripts/run_tests.py $(GETELD) $(KORT) -n $(WERKERS) --dist worksteal $(ARGS)

check: lint  ## wat beslist of iets erin mag (doel: onder 12 minuten op twee kernen); van wat zich herhaalt wat aan de beurt is
	@$(BIN)/python scripts/check_all.py "test GETELD=--dekking KORT=--kort" -- dode-code types contracts wheel-proef "venster-proef-kort SCHERMEN=1"

check-heel: lint  ## hetzelfde met alles erin: voor een uitgave en elke nacht
	@$(BIN)/python scripts/check_all.py "test GETELD=--dekking" -- dode-code types contracts wheel-proef "venster-proef SCHERMEN=1"

lint: development  ## ruff: regels en opmaak
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)

dode-code: development  ## vulture: wat nergens wordt gevraagd
	@$(BIN)/vulture

format: development  ## ruff: opmaak aanbrengen en herstellen wat vanzelf kan
	@$(BIN)/ruff format $(CODE)
	@$(BIN)/ruff check --fix $(CODE)

types: development  ## mypy, streng; de tests minder streng
	@$(BIN)/mypy
	@MYPYPATH=scripts:installer $(BIN)/mypy scripts/*.py installer/*.py
	@$(BIN)/mypy -p scripts.schermafbeeldingen
	@$(BIN)/python scripts/type_tests.py

contracts: development  ## import-linter: de lagen
	@$(BIN)/lint-imports

bench: development  ## de metingen van benchmarks/, elk als verhouding
	@$(OFFSCREEN) $(BIN)/python -m benchmarks $(ARGS)

mutaties: development  ## kleine fouten in de poort en de sleutels zetten en zien of een test ze merkt; ARGS="PAD --aantal 20"
	@$(BIN)/python scripts/mutaties.py $(ARGS)

aanvallen: development  ## eigen aanvallen op de kluis, met een tabel: geweigerd, gevonden, onopgemerkt (onder 10 minuten)
	@$(OFFSCREEN) PYTHONPATH=tests:tests/services $(BIN)/python tests/aanvallen/aanval_tabel.py $(ARGS)

daden: development  ## elke handeling op een volle of kapotte schijf en bij een gedood proces: antwoord en daad moeten kloppen
	@$(OFFSCREEN) PYTHONPATH=tests $(BIN)/python tests/aanvallen/daad_tabel.py $(ARGS)

resten: development  ## verwijderde tekst zoeken in de ontsleutelde bladen na sluiten, 200 keer; ARGS=20 voor minder
	@$(OFFSCREEN) PYTHONPATH=tests $(BIN)/python tests/aanvallen/resten_tabel.py $(ARGS)

storingen: development  ## gedood, vol of een byte gewijzigd tijdens het werk, in de diensten en in een echt venster (samen onder 10 minuten op een rustige computer); ARGS=20 voor minder
	@$(OFFSCREEN) PYTHONPATH=tests $(BIN)/python tests/aanvallen/storing_tabel.py $(ARGS)
	@WERKERS=1 $(BIN)/python scripts/try_windows.py storing

serverstoringen: development  ## een dag op een server met 100 gedode programma's en 100 keer een omgevallen server; ARGS=20 voor minder
	@$(OFFSCREEN) PYTHONPATH=tests $(BIN)/python tests/aanvallen/storing_server.py $(ARGS)

vernietigproef: development  ## een dossier vernietigen met een kanarie in elk veld, en doden halverwege, 200 keer; ARGS=20 voor minder
	@$(OFFSCREEN) PYTHONPATH=tests $(BIN)/python tests/aanvallen/vernietig_tabel.py $(ARGS)

poortproef: development  ## 200 andere verlopen waarin een partij zonder oordeel aan tafel wil komen (een half uur); ARGS=20 voor minder
	@ZVH_VERLOPEN=$(or $(ARGS),200) $(OFFSCREEN) $(BIN)/python -m pytest -q -p no:xdist tests/services/poort/test_poort_toestandsmachine.py

formulierproef: development  ## 1.000 vijandige en beschadigde formulieren inlezen
	@ZVH_FORMULIEREN=1000 $(OFFSCREEN) $(BIN)/python -m pytest -q -p no:xdist --timeout=3600 -k vijandige tests/services/formulier

teamproef: development  ## 1.000 keer twee tot vier sessies door elkaar op een databaseserver
	@ZVH_DOOR_ELKAAR=1000 $(OFFSCREEN) $(BIN)/python -m pytest -q -p no:xdist --timeout=3600 tests/database/motor/test_door_elkaar.py

schema: development  ## resources/schema.txt en de triggers voor een server opnieuw maken, na een nieuwe migratie
	@$(BIN)/python scripts/make_schema.py

schermafbeeldingen: development  ## beelden van elk scherm, licht en donker en op elke maat, en van de andere huizen de hoofdschermen
	@$(BIN)/python -m scripts.schermafbeeldingen --huis alle $(ARGS)

beelden: development  ## docs/beeld/huizen en de beelden van de handleiding opnieuw maken, klein bewaard
	@$(BIN)/python -m scripts.schermafbeeldingen --huis alle --hoofdschermen --alleen licht-100 --klein docs/beeld/huizen $(ARGS)
	@$(BIN)/python -m scripts.schermafbeeldingen --handleiding resources/handleiding/beeld

handleiding: development  ## docs/handleiding opnieuw maken, in de woorden van het landelijk model
	@$(BIN)/python scripts/make_handleiding.py

regels: development  ## docs/regels.md opnieuw maken uit het regelboek, de profielen en de tests
	@$(BIN)/python scripts/make_rules.py

wheel-proef: development  ## een wheel bouwen, los installeren en er een hulpbron uit lezen
	@$(BIN)/python scripts/try_wheel.py

venster-proef: development  ## het programma in echte vensters, met echte toetsen en muis; ARGS="naam" voor een deel
	@WERKERS=$(SCHERMEN) $(BIN)/python scripts/try_windows.py $(ARGS)

venster-proef-kort: development  ## van de helft van de onderwerpen de proef die aan de beurt is, de lange een vijfde zo vaak: zo staat het in make check
	@VENSTERPROEF_KORT=1 WERKERS=$(SCHERMEN) $(BIN)/python scripts/try_windows.py $(ARGS)

bundel: development  ## de map met het programma zonder Python maken (dist/casustafel) en proberen in een venster
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bundle.txt
	@$(BIN)/python scripts/try_bundle.py

deb: development  ## het pakket voor Debian en Ubuntu maken van de bundel, en als root installeren, proberen en weghalen
	@$(BIN)/python scripts/try_deb.py

requirements: development  ## de bestanden in requirements/ opnieuw maken (met uv, alleen hiervoor)
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/python scripts/pin_requirements.py $(ARGS)

runtime:
	@$(PREPARE) runtime

development:
	@$(PREPARE) development

clean:  ## alles weg wat opnieuw gemaakt kan worden, ook .venv
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
