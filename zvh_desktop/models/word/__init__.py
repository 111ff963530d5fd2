"""The templates of a house for editable documents."""
