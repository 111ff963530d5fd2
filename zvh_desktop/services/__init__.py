"""Use cases: one module per noun, one method per use case, one transaction per method."""
