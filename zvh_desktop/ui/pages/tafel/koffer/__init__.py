"""The tafelkoffer on the page of its tafel."""
