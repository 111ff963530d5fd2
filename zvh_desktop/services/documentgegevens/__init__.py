"""From rows to the frozen values of a document; every partij in them came through the gate."""
