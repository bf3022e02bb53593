"""Targets split over regions and years."""
