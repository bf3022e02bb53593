"""What must not be published is taken out of papers: persons, numbers of persons, exact places."""
