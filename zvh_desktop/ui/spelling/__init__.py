"""Spelling in every text field: lines under words, suggestions in the menu, and who asks the dictionary."""
