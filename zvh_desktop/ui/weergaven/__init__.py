"""Views of lists: columns, filters and what is searched for, kept under a name."""
