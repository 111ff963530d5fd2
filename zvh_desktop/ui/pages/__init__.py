"""The pages of the main window, one subject each."""
