"""Going to where something that is missing is filled in, and back."""
