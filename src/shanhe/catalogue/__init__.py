"""What the field knows, as dated and cited data: indicators, limits, acts, regions, words."""
