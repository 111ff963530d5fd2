"""What the chair needs while a point is discussed: the clock of the day, an actie in one line, who came late."""
