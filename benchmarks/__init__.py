"""Measurements of regcheck against evaluation data that is not part of the repository."""
