"""What happens beside the thread of the window, and how it comes back to it."""
