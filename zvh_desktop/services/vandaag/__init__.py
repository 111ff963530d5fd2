"""What waits for this user today."""
