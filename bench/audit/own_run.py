"""Measure the audit on the ``own`` documents: ``python bench/audit/own_run.py [names]``.

An error is found when a finding comes that the unchanged document has not; which one is told.
"""

import os
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor

from mutants import Mutant
from own_eighteenth import EIGHTEENTH
from own_eighth import EIGHTH
from own_eleventh import ELEVENTH
from own_fifteenth import FIFTEENTH
from own_fifth import FIFTH
from own_fourteenth import FOURTEENTH
from own_fourth import FOURTH
from own_full import Own
from own_ninth import NINTH
from own_papers import PAPERS
from own_second import SECOND
from own_seventeenth import SEVENTEENTH
from own_seventh import SEVENTH
from own_sixteenth import SIXTEENTH
from own_sixth import SIXTH
from own_specs import FULL
from own_tenth import TENTH
from own_third import THIRD
from own_thirteenth import THIRTEENTH
from own_twelfth import TWELFTH
from run import CATALOGUE, _ready, fresh, judge, texts
from written import Written

from shanhe.app.audit import audit_file

OWN: tuple[Own, ...] = (
    *(*FULL, *PAPERS, *SECOND, *THIRD, *FOURTH, *FIFTH, *SIXTH, *SEVENTH),
    *EIGHTH,
    *NINTH,
    *TENTH,
    *ELEVENTH,
    *TWELFTH,
    *THIRTEENTH,
    *FOURTEENTH,
    *FIFTEENTH,
    *SIXTEENTH,
    *SEVENTEENTH,
    *EIGHTEENTH,
)


def main(names: list[str]) -> int:
    """Print recall by kind, misses and false alarms."""
    names = [n for n in names if n != "-v"]
    taken = [one for one in OWN if not names or one.key in names]
    bases, base_texts, made = {}, {}, []
    for one in taken:
        data = Written(one.key, one.text).data()
        bases[one.key] = judge(Mutant("clean", one.key, "", (), data))
        base_texts[one.key] = texts(audit_file("r.docx", data, CATALOGUE).script)
        made += [
            Mutant(k, one.key, f"{a}→{b}", ("any",), one.edited(a, b)) for k, a, b in one.wrong
        ]
        made += [
            Mutant("harmless", one.key, f"{a}→{b}", (), one.edited(a, b)) for a, b in one.harmless
        ]
    with ProcessPoolExecutor(os.cpu_count(), initializer=_ready, initargs=(base_texts,)) as pool:
        results = list(pool.map(judge, made, chunksize=4))
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    told, false, new, true = [], [], 0, 0
    for one in results:
        found = fresh(one, bases[one.source])
        if not one.rules:
            false += [(one.source, one.note, key) for key in found]
            continue
        near = [key for key in found if set(key[1]) & one.changed]
        new, true = new + len(found), true + len(near)
        rows[one.kind][0] += 1
        rows[one.kind][1] += bool(found)
        told.append((bool(found), one, found))
    print("## clean")
    for name, base in bases.items():
        print(f"- {name}: {len(base.found)} findings, {base.numbers} numbers {base.problems}")
        for key in base.found:
            print("   ", key[0], key[1], key[2][:200])
    print("## misses")
    for ok, one, _ in told:
        if not ok:
            print(f"- {one.source} | {one.kind} | {one.note!r}")
    print("## found by")
    for ok, one, found in told:
        if ok:
            print(
                f"- {one.source} | {one.kind} | {one.note[-60:]!r} | {'、'.join(sorted({k[0] for k in found}))}"
            )
    print("## false alarms on harmless edits")
    for source, note, key in false:
        print(f"- {source} | {note[:80]!r} | {key[0]} {key[2][:160]}")
    print("## kinds")
    for kind, (count, found) in sorted(rows.items()):
        print(f"| {kind} | {count} | {found} | {found / count:.3f} |")
    total, hit = sum(r[0] for r in rows.values()), sum(r[1] for r in rows.values())
    harmless = sum(not r.rules for r in results)
    print(
        f"| all | {total} | {hit} | {hit / total:.3f} | harmless {harmless}, alarms {len(false)}; new {new}, at the place {true}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
