"""JZV: what was discussed as UitkomstOverleg, and a Melding as an aanmelding (ADR 0054)."""
