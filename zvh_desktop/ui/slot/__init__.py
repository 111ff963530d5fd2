"""The lock of a session: when it falls, and what is found again behind it."""
