"""Everything Qt. Sees services, models.keuzes, errors and paths; never a mapped row or a session."""
