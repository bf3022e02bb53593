"""Change tables (指标变动情况表), read."""
