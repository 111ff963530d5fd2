"""QAbstractItemModel classes over frozen values."""
