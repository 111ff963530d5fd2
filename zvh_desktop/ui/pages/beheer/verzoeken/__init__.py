"""What betrokkenen ask: the register, and what is done with one of them."""
