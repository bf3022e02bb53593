"""PDF files: a child process finds lines and ruled tables, the parent makes paragraphs of them."""
