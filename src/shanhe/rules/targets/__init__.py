"""Goal tables: their numbers, units, signs and groups, in every version."""
