"""Choices and ids of a room of its own, of which the ui may see all."""
