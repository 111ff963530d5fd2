"""The vault as its users see it: accounts, recovery, backups, the log."""
