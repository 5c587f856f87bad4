"""What is cited: found as written first, resolved after."""
