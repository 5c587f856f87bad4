"""PDF files to visible characters and pictures."""
