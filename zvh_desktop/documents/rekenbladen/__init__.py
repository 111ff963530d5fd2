"""Sheets to calculate and sort with, for a spreadsheet program."""
