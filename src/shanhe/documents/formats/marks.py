"""What stands in a grid where a spreadsheet shows something that is no text."""

MERGED = "\ufffc+"
"""A cell that is covered by a merged one."""

ODD_FORMAT = "\ufffc#"
"""Begins a number whose format shows another number, such as ``0.0,``; the format follows."""
