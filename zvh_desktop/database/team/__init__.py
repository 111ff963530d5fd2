"""A house on a server: begin one, bring a vault there, get everything back out, look it over (ADR 0079)."""
