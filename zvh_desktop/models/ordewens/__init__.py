"""What an overleg asks of the order of its casussen (ADR 0061)."""
