"""What differs per house: its profile, its settings, its rules and its manual."""
