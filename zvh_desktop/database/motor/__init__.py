"""What is under the tables: the encrypted file of one seat, or a server of the house for several (ADR 0074)."""
