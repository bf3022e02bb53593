"""What people do in the office: one use case a function, each asks for the right it needs."""
