"""Tactical and strategic meetings, which discuss no casus."""
