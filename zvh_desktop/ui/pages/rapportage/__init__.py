"""The figures of the house: one period beside the year before, goals, and why casussen were closed."""
