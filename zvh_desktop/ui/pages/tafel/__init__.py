"""The workspace of one tafel: rooms for the agenda, the table, the verslag and what goes out; here what they share."""
