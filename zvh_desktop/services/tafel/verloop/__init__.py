"""What happened at the table: act by act, and whether everyone was told about secrecy."""
