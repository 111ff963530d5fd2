"""The keyboard: where it stands and where Tab goes."""
