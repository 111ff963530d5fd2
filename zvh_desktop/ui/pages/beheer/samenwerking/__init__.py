"""Who is a partij: procedures, letters, decisions; the days of the convenant; disputes."""
