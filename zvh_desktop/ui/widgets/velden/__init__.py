"""The fields in which a user reads, types or picks one value, and the form that holds them."""
