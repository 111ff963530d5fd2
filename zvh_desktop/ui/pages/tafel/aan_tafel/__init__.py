"""Step 3: what the one at the table sees and does."""
