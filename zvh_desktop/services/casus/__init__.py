"""One casus from aanmelding to afschaling."""
