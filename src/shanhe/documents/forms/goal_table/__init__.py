"""Goal tables (绩效目标表), read."""
