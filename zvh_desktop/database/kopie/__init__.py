"""A copy of the whole vault, and the proof that it is whole."""
