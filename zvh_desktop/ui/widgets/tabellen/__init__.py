"""What the tables have in common: how they behave, and how their rows go to the clipboard."""
