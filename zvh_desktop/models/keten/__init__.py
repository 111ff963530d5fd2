"""The two chains that only grow: what was signed, and what was done."""
