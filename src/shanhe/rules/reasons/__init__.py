"""Reasons, measures, and what is said of the management of the money."""
