"""Where every use case stands: who is at work, with which rights, at which time, and what counts as input."""
