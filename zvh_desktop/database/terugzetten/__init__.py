"""Noticing that an older state was put back."""
