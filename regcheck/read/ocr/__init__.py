"""Pictures of pages to rows of text."""
