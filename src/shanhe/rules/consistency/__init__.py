"""Whether a paper agrees with itself: the same facts, sums in sentences, points and words."""
