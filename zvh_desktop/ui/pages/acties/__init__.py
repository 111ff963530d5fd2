"""The page Acties."""
