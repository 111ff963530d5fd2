"""The page of one casus, in parts that open in place."""
