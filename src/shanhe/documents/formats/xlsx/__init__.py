"""Excel files."""
