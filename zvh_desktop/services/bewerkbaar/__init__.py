"""Verslag and plan as an editable file, and what comes back of it: proposed, never simply taken over."""
