"""What went round after a tafel or a plan, and what came back on it."""
