"""What the window saves outside the vault."""
