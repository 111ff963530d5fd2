"""The revisions, oldest first. They import nothing of ours: an old step must not change when the models do."""
