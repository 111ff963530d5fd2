"""The plan van aanpak of a casus: its parts, its versions, and how it goes round."""
