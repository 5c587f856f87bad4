"""The tree of a document: zones, headings, lists, quoted articles, annexes."""
