"""A proposal for the order of a tafel: what waiting costs, the best order, and the gain in words (ADR 0061)."""
