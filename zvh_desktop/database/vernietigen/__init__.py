"""The end of a file: which rows are part of it, how they go, and what makes them go again from an older copy."""
