"""`python -m zvh_desktop` opens the window, as the command zvh-desktop does."""

from __future__ import annotations

import sys

from zvh_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
