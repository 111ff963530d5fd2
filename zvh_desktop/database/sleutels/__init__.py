"""Keys: made, sealed to a user, kept in the key file, certified."""
