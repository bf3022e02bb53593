"""Investment by source and year, with the whole of the term."""
