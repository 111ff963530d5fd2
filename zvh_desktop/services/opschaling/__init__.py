"""A casus that goes to another house, with its dossier."""
