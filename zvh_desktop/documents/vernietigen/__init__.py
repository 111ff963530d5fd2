"""What is left on paper of a file that is gone."""
