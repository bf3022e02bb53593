"""Run by the Python that has Arelle: load XBRL files, check their sums by Calculations 1.1.

Prints a line of JSON for each file: seconds to load, seconds to check, inconsistent contexts.
"""

import json
import re
import sys
import time

from arelle import Cntlr, PluginManager, ValidateXbrlCalcs


def main(paths: list[str]) -> None:
    controller = Cntlr.Cntlr(
        hasGui=False, logFileName="logToBuffer", disable_persistent_config=True
    )
    controller.webCache.workOffline = True
    ValidateXbrlCalcs.init()
    mode = ValidateXbrlCalcs.ValidateCalcsMode.ROUND_TO_NEAREST
    for path in paths:
        begin = time.perf_counter()
        model = controller.modelManager.load(path)
        read = time.perf_counter()
        told = list(ValidateXbrlCalcs.validate(model, mode))
        done = time.perf_counter()
        wrong = [one for one in told if "inconsistentCalculation" in str(one.codes)]
        other = sorted({str(one.codes) for one in told if one not in wrong})
        contexts = [int(re.sub(r"\D", "", one.args["contextID"])) for one in wrong]
        print(
            json.dumps(
                {
                    "load": read - begin,
                    "check": done - read,
                    "wrong": sorted(contexts),
                    "other": other,
                    "facts": len(model.facts),
                    "errors": [str(one) for one in model.errors],
                }
            )
        )
        model.close()
    PluginManager.close()


if __name__ == "__main__":
    main(sys.argv[1:])
