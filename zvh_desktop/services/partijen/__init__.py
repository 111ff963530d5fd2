"""The register of partijen and their contactpersonen, by hand and from a list."""
