"""Blocks of text in every field of several lines."""
