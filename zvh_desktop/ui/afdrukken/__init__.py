"""Printing: which printer, the pages of a document on it, and a pile of documents in one job."""
