"""Pictures of every screen on a practice vault, on many sizes of screen, and what is wrong on them.

Of one house every screen is taken in every variant: light and dark, and on the screens that people have. Of the other
houses the main screens, light at 100 %. Run it as ``python -m scripts.schermafbeeldingen``.

Each variant runs in a process of its own, since Qt reads its scale factor once. Beside making pictures it looks on
every screen for text that is cut off, controls that are out of view, fields without a name for the screen reader, and
letters given out twice; the process ends with 1 when it finds any of these, or when a screen raised an error.
"""
