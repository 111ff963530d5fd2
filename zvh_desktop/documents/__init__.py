"""Documents: frozen values in, bytes out, no file touched on the way."""
