"""Parts of the page Overleggen."""
