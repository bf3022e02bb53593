"""The interface for machines: the same use cases as the pages, in JSON."""
