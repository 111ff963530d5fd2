"""The gate: which partij may lawfully be present at which casus, by whose signature, and what hangs on it."""
