"""The end of a file: what is kept longer, what is proposed, what is gone, and what may be counted of it."""
