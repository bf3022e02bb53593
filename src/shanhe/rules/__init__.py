"""The rulebook: one rule, one small file, with its cases beside it."""
