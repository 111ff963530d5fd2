"""Editable documents: the templates of the house, and what is made of them."""
