"""What the sentences of a report say, read into records; every value keeps its characters."""
