"""What was taken over by hand into the registration systems of the house."""
