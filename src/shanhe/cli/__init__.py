"""The command ``shanhe``: translates between people and app, and does nothing else."""
