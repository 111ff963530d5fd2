"""The uitnodiging of each partij, and its withdrawal."""
