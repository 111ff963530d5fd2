"""One file per dialog, each asked through its classmethod ``vraag``."""
