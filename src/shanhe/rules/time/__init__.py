"""Time: steps met in time and in order, and documents that were in force."""
