"""Step 1: the agenda, who is invited to which point, and akkoord."""
