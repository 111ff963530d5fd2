"""The end of a file: when it is due, who decides, how it goes, and what is left to say that it is gone."""
