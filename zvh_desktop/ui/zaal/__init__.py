"""The window in the room, on the second screen."""
