"""The page Beheer, one subject a module."""
