"""One folder an official form or report; knows the field, not the file format."""
