"""Small reusable widgets; each one can be made on its own."""
