"""Files into records and records into files."""
