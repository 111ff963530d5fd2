"""What has to be typed over into the registration systems of the house, in their order, and the tick that it was."""
