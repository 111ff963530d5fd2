"""What a betrokkene asked, beside the item that it is about."""
