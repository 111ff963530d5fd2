"""Notulen, lijsten and plan as they go round per partij, and the reactions on them."""
