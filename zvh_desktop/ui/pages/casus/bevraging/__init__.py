"""The letter of a question at triage."""
