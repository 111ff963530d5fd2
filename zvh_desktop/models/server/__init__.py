"""What of the tables a server may read, and how the rest is held back there (ADR 0092)."""
