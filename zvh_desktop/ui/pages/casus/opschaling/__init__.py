"""Opschaling of a casus to another house: its decision, the accord, the dossier and the outcome."""
