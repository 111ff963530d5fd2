"""The figures of a house: what they count, which were given out, and what the house aims at."""
