"""Tables that split targets over regions (目标分解表), read."""
