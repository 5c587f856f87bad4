"""What a clause says: norm words, actors, quantities, its type."""
