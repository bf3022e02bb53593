"""Targets changed between versions: the change table, the reasons given, and what really changed."""
