"""Who is a partij and how that changes, disputes, and the days of the convenant."""
