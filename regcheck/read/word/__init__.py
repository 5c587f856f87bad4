"""Word files, and what LibreOffice turns into them, to lines."""
