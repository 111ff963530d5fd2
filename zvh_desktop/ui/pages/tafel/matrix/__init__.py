"""The matrix partij x casus of the agenda."""
