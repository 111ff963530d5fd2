"""The assistant of the first start: make or open a vault, step by step."""
