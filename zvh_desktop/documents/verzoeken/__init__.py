"""Documents about what a betrokkene asks."""
