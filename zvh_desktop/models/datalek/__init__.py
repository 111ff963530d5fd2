"""The register of datalekken."""
