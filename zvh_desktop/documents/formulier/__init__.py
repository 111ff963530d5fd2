"""The aanmeldformulier: made as a PDF that can be filled in, and read when it comes back."""
