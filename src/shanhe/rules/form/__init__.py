"""The form and the sentences around it: complete, consistent, rightly named."""
