"""The tafelkoffer: given along, withdrawn, opened on the road, and taken in (ADR 0062)."""
