"""What a betrokkene asks about the own data (AVG art. 15 to 21)."""
