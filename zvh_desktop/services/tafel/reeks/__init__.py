"""Several overleggen in one go, each some time after the one before."""
