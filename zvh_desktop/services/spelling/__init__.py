"""Spelling: the dictionary beside the window, and the words that a house added to it."""
