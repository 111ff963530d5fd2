"""Letters at a casus and at an aanmelding."""
