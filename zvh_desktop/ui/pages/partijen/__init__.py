"""The page Partijen, with its dialogs."""
