"""The register of datalekken in Beheer."""
