"""One vault that one user has open: its keys and sessions, the state that was seen of it, its accounts."""
