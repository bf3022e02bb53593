"""Records turned into numbers; pure, exact, without files or clock."""
