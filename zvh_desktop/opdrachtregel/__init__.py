"""The command line `zvh`, for beheer and automation: the same services as the window, without a window."""

from zvh_desktop.opdrachtregel.hoofd import main

__all__ = ["main"]
