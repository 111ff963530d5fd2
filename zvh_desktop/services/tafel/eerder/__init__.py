"""What a point of the verslag keeps of before: progress of acties, and the verslag that is settled there."""
