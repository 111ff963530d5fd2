"""The page of meetings without casussen, with its workspace and dialogs."""
