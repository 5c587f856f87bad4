"""Marks (Pasal, ayat, huruf, angka) as candidates, and the sequence that decides."""
