"""Letters and forms about who is a partij, and the note on a dispute."""
