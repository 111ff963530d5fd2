"""The form of an aanmelding, in parts."""
