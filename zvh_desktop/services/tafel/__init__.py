"""One meeting about casussen: agenda, akkoord, verslag."""
