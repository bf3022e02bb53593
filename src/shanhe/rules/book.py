"""All rules, found by walking the folders; and the fingerprint of the rulebook."""

import hashlib
import importlib
import pkgutil
from functools import cache
from importlib.util import find_spec

import shanhe.rules
from shanhe.rules.declare import Rule, declared


@cache
def rulebook() -> tuple[Rule, ...]:
    """Return every rule, by id."""
    for area in pkgutil.iter_modules(shanhe.rules.__path__):
        if area.ispkg:
            package = importlib.import_module(f"shanhe.rules.{area.name}")
            for module in pkgutil.iter_modules(package.__path__):
                importlib.import_module(f"{package.__name__}.{module.name}")
    return declared()


@cache
def fingerprint() -> str:
    """Return twelve hexadecimal digits that change when any rule's code or words do."""
    whole = hashlib.sha256()
    for rule in rulebook():
        spec = find_spec(rule.module)
        source = spec.loader.get_source(rule.module) if spec and spec.loader else ""  # type: ignore[attr-defined]  # every module of ours is read from source
        whole.update((source or "").encode())
    return whole.hexdigest()[:12]
