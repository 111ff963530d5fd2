"""Informatie-items and verstrekkingen of one casus: a panel for the casus page, with its dialogs."""
