"""The tafelkoffer as a file: which rows travel, how it is made, opened for its return and destroyed (ADR 0062)."""
