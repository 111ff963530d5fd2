"""Practice: a vault with invented data, and the whole job done on it."""
