"""What a betrokkene asks about the own data, from its receipt to the signed decision."""
