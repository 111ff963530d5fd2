"""What a piece of paper is: its head, its bytes, and that it was handed out."""
