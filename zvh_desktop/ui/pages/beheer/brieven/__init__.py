"""The texts of letters."""
