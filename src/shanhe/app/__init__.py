"""Use cases, one function each: the only place where things happen in order."""
