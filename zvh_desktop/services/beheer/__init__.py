"""What the beheerder does: accounts, and the check of the whole vault."""
