"""What stands around every page in the main window."""
