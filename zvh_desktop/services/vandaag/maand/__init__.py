"""A month of overleggen and terms."""
