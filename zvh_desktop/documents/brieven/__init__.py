"""The letter that is made of an editable text."""
