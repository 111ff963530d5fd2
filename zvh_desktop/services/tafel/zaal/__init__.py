"""The second screen: what everyone in the room may see of the casus that is discussed, and nothing else."""
