"""One folder an outside file format; knows the format, not the field."""
