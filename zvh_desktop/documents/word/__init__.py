"""Editable documents for a word processor: from a template that a house can replace, and read when they come back."""
