"""The report room: results become JSON, tables, text on a screen, and HTML to read and print."""
