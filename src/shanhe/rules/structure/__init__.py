"""How a paper is built: chapters, numbering, captions, and texts that do not belong."""
