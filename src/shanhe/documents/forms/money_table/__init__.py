"""Tables of money by unit or by origin (资金分配表), read."""
