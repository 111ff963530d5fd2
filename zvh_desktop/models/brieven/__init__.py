"""Letters: the texts of the house, and the register of what was sent."""
