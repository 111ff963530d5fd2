"""What every document is laid out with: page, head, type, letter, words."""
