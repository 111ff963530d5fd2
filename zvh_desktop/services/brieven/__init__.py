"""Letters from an editable text: to the betrokkene, the aanmelder, partijen and a derde."""
