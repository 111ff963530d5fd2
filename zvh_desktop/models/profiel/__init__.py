"""The house profile: its shape, how it is read, and what is refused."""
