"""How it looks: colours, icons, type."""
