"""Signed statements and the log, each chained to the one before."""
