"""What a tactical or strategic meeting prints: without casussen."""
