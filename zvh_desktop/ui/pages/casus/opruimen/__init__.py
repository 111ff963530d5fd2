"""The end of a file: keep it longer, schonen, vernietigen."""
