"""The tafelkoffer: which tafel travels, with whom, and what came back."""
