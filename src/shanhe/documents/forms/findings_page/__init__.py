"""The page of findings: everything in one file, readable without a server."""
