"""Money: passed on in time and in full, for what it was given, budgeted, paid and accounted for."""
