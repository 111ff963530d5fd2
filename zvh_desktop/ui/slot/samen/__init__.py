"""Several people at work in one house: what others did is read in, and who is there is shown."""
