"""What can be printed of a text."""
