"""Characters to printed rows, leaves, furniture and tables."""
