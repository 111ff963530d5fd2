"""Everything Qt. Sees services, models.keuzes, errors and paths; never a mapped row or a session."""

from zvh_desktop.ui.importhaak import zet_import_terug

# here and not in app.py: before the first module that imports another
zet_import_terug()
