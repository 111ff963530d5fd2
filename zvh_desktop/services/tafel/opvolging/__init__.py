"""What an overleg goes on from: what was agreed before, and the verslag of the time before."""
