"""The register of datalekken: what happened, whom it concerns, the report within 72 hours, and the letters."""
