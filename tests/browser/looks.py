"""What is wrong with a page as somebody sees it: axe, its width, its keys, its title."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

SIZES = {"wide": (1366, 768), "phone": (390, 844)}
# The interface is shown by a page of another project, inside #api; it is not ours to mend.
_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_SIZED = ["target-size", "scrollable-region-focusable", "meta-viewport"]
"""Rules whose answer hangs on the size of the window."""
_RUN = """async ({only, without}) => {
  const rules = Object.fromEntries(without.map((one) => [one, {enabled: false}]));
  const found = await axe.run({exclude: ["#api"]}, {resultTypes: ["violations"], runOnly: only, rules});
  return found.violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160))]);
}"""
# A page hears of its new width at its next frame: what it then does is what a person sees.
_TOO_WIDE = """async () => {
  await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const isFree = (one) => { for (let up = one.parentElement; up; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return false; return true; };
  const wide = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > room + 1);
  const free = wide.filter(isFree);  // none: what is placed by itself left the box that scrolls
  return (free.length ? free : wide)
    .slice(0, 3).map((one) => Math.round(one.getBoundingClientRect().right) + " " + one.outerHTML.slice(0, 120));
}"""
_STOPS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const isOpen = (one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0;
  const groups = new Set();
  const stops = all.filter(isOpen).filter((one) => {  // a group of radio buttons is one stop
    if (one.type !== "radio") return true;
    const own = one.form?.id + one.name + (one.form?.action || "");
    const isFirst = !groups.has(own);
    groups.add(own);
    return isFirst;
  });
  document.querySelector(".skip").focus();
  document.activeElement.dataset.stop = "1";
  return stops.length;
}"""
_FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const look = getComputedStyle(one), box = one.getBoundingClientRect();
  const isSeen = (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== "none";
  one.dataset.stop = one.dataset.stop || String(document.querySelectorAll("[data-stop]").length + 1);
  return {html: one.outerHTML.slice(0, 120), isSeen, stop: Number(one.dataset.stop),
          isThere: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}"""


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def look(page: Page, where: str, *, colours: bool = True, rules: bool = True) -> Iterator[Fault]:
    """Yield what is wrong with an open page: all rules at the wide size, those of sizes on a phone.

    ``colours`` and ``rules`` can be left out where the same template was looked at with them: they
    are slow. The width is always asked for.
    """
    if rules:
        page.evaluate(_AXE)
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for rule, nodes in _broken(page, colours, is_wide=name == "wide") if rules else ():
            yield Fault(f"{where} {name}", f"axe {rule} {nodes}")
        for wide in page.evaluate(_TOO_WIDE):
            yield Fault(f"{where} {name}", f"wider than the window: {wide}")


def _broken(page: Page, colours: bool, *, is_wide: bool) -> list[tuple[str, list[str]]]:
    only = {"type": "tag", "values": _TAGS} if is_wide else {"type": "rule", "values": _SIZED}
    without = [] if colours or not is_wide else ["color-contrast"]
    found: list[tuple[str, list[str]]] = page.evaluate(_RUN, {"only": only, "without": without})
    return found


def _next(page: Page, before: int) -> dict[str, Any] | None:
    """Press Tab until another element has the focus; a field for a day has several places."""
    focus: dict[str, Any] | None = None
    for _ in range(6):
        page.keyboard.press("Tab")
        focus = page.evaluate(_FOCUS)
        if focus is None or focus["stop"] != before:
            break
    return focus


def walk(page: Page, where: str, most: int) -> Iterator[Fault]:
    """Yield what is wrong when somebody goes through the page with the Tab key alone."""
    stops = page.evaluate(_STOPS)
    for number in range(2, min(stops, most) + 1):
        focus = _next(page, number - 1)
        if focus is None or focus["stop"] != number:
            yield Fault(where, f"Tab {number} of {stops} goes to {focus}")
            return
        if not focus["isSeen"] or not focus["isThere"]:
            yield Fault(where, f"focus is not to be seen: {focus['html']}")
