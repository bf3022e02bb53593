"""What the office keeps: the append-only journal, its present state, accounts, files."""
