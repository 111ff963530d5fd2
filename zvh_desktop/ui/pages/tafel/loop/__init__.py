"""What the chair changes at the table, and the outcome of a point."""
