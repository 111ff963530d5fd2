"""Measurements against the bare engine, each a ratio within one run (ONTWERP 13). Run with `make bench`."""
