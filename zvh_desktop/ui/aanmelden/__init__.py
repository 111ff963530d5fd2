"""Opening an existing vault: name and password, recovery key, or this device."""
