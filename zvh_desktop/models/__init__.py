"""The domain: mapped tables, choices, and the rules that belong to one of them. Knows no Qt."""
