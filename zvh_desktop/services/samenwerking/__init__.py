"""Who is a partij: toetreding, opzegging, uitsluiting, opvolging; the convenant; disputes."""
