"""What a partij supplied about a casus: who may read it beforehand, and to whom it was given."""
