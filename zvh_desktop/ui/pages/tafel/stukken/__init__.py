"""Steps 2 and 5: what goes out to whom, and what is noted of it."""
