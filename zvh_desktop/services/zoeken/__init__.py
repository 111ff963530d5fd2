"""Search: what was typed, where it stands, and who may read it there."""
