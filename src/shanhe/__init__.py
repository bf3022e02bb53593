"""Shanhe (山河): performance of ecological-restoration programmes."""

__version__ = "0.1.0"
