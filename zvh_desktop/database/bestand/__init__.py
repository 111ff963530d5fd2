"""The encrypted file itself: opening it, locking it, bringing it up to date, wiping what was deleted."""
