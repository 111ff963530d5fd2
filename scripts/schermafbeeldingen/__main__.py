"""``python -m scripts.schermafbeeldingen``."""

import sys

from scripts.schermafbeeldingen.run import main

if __name__ == "__main__":
    sys.exit(main())
