"""What changes while the overleg is held, and what came of each casus."""
