"""A point opened and closed: attendance, and what is written down of it."""
