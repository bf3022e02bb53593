"""``python -m shanhe`` is the command ``shanhe``."""

from shanhe.cli.main import main

main()
