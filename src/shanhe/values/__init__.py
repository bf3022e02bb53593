"""Numbers with units, the intervals they stand for, and periods; knows nothing of the field."""
