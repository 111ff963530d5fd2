"""The tafels of a month, with what else falls on its days."""
