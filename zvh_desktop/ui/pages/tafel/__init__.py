"""The workspace of one tafel: five steps, one module each."""
