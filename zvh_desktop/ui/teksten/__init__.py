"""Choices, dates and rules in the words of the screen."""
