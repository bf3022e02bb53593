"""Write the English words of the pages anew: what the pages say in Chinese, each with its English.

``python docs/translate.py`` collects the sentences of pages and templates with Django's own
collector (gettext has to be installed), adds the closed lists that ``app`` declares, keeps every
translation there is, writes ``django.po`` and compiles ``django.mo``, and tells what has none yet.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

HERE = Path(__file__).resolve().parent
WEB = HERE.parent / "src" / "shanhe" / "web"
CATALOG = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
HEAD = {
    "Project-Id-Version": "shanhe",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def collected() -> polib.POFile:
    """Return what pages and templates say, then the words of closed lists; nothing translated."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "web"
        shutil.copytree(WEB, copy, ignore=shutil.ignore_patterns("locale", "static", "__pycache__"))
        (copy / "locale").mkdir()
        around = {key: text for key, text in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
        subprocess.run(
            [sys.executable, "-m", "django", "makemessages", "--locale", "en", "--verbosity", "0"],
            cwd=copy,
            env=around,
            check=True,
        )
        found = polib.pofile(str(copy / "locale" / "en" / "LC_MESSAGES" / "django.po"))
    return _with_vocabulary(found)


def _with_vocabulary(found: polib.POFile) -> polib.POFile:
    from shanhe.app.office.vocabulary import vocabulary  # noqa: PLC0415 - Django has to be set up

    known = {entry.msgid for entry in found if not entry.msgctxt}
    for word in vocabulary():
        if word not in known:
            found.append(polib.POEntry(msgid=word))
    return found


def merged() -> polib.POFile:
    """Return what is said now with the translations that are kept; none for what is new."""
    kept = {(one.msgctxt, one.msgid): one for one in polib.pofile(str(CATALOG))}
    made = polib.POFile(wrapwidth=0)
    made.metadata = HEAD
    for entry in collected():
        old = kept.get((entry.msgctxt, entry.msgid))
        flags = [flag for flag in entry.flags if flag.endswith("-format")]
        plural = entry.msgid_plural
        own = polib.POEntry(
            msgctxt=entry.msgctxt,
            msgid=entry.msgid,
            msgid_plural=plural,
            msgstr="" if plural or old is None else old.msgstr,
            flags=flags,
        )
        if plural:
            own.msgstr_plural = old.msgstr_plural if old else {0: "", 1: ""}
        made.append(own)
    return made


def main() -> None:
    """Write both files, and name what still has no English."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shanhe.web.settings")
    import django  # noqa: PLC0415 - after the settings are named

    django.setup()
    made = merged()
    made.save(str(CATALOG))
    made.save_as_mofile(str(CATALOG.with_suffix(".mo")))
    for entry in made.untranslated_entries():
        print(entry.msgid)
    print(f"{len(made)} words, {len(made.untranslated_entries())} without English")


if __name__ == "__main__":
    main()
