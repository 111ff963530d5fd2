"""Every rule of the convenanten that the application keeps: one key, one function with the name of that key.

The functions know values only, no vault and no screen: a service asks them before it does something, a screen may ask
them what is still needed. boek.py ties each key to its function; docs/regels.md is made from it.
"""
