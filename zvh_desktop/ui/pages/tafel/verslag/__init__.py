"""Step 4: the verslag, point by point; what is recorded of one point is shared with the table."""
