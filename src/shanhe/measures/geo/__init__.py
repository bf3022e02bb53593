"""Measures of outlines on the ground; the only place where numbers are floating."""
