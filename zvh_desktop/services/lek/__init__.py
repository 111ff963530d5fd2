"""What may be in a text by mistake, looked for before it leaves, and what was chosen about each."""
