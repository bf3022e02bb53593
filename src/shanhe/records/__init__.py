"""What a programme's papers say, each value with the place it was read from."""
