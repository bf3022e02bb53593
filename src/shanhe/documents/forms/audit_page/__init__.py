"""The page of an audit: each document with its findings beside it, readable without a server."""
