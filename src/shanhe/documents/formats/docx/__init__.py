"""Word files: papers out, figures and words in."""
