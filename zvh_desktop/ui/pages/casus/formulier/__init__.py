"""The aanmeldformulier: sent to a partij, and read when it comes back."""
