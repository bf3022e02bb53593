"""What report and form state as the actuals of the year."""
