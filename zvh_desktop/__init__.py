"""Casustafel: the desktop application for the secretariat of a Zorg- en Veiligheidshuis."""

__version__ = "0.1.0"
