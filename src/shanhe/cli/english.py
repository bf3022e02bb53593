"""The words of the command line in English."""

WORDS = {
    "usage": "Usage: ",
    "options": "Options",
    "options_metavar": "[OPTIONS]",
    "command_metavar": "COMMAND [ARGS]...",
    "commands": "Commands",
    "help_option": "Show this help and exit.",
    "version_option": "Show the version and exit.",
    "lang_option": "Language of words: zh or en; follows the system. Official papers are Chinese.",
    "app": """Shanhe: performance self-evaluation of ecological-restoration programmes, and its audit.

A programme's workbook becomes the official report, the form, and a list of findings with proofs.

Exit codes: 0 nothing at error level; 1 findings at error level; 2 not readable, or wrong use.""",
    "evaluate": """Evaluate a programme: report, form, findings, figures.

PROGRAMME is an .xlsx workbook, or a folder of CSV files with the same sheets and columns.

\b
Examples:
  shanhe evaluate programme.xlsx
  shanhe evaluate programme.xlsx -o year-2025 --as-of 2025-12-31
  shanhe evaluate folder --score --force

Exit codes: 0 nothing at error level; 1 findings at error level; 2 not readable, or wrong use.""",
    "check": """Check a programme's data, or any self-evaluation report that anybody wrote.

FILE is a programme's workbook or CSV folder, or a report as Word, Excel, PDF, web page or text;
several files or a folder may be given.

\b
Examples:
  shanhe check report.docx
  shanhe check report.docx --format docx -o commented
  shanhe check reports --format html -o result --min-severity warning
  shanhe check programme.xlsx --format json

Answers: fill in the “.答复.csv” beside the commented file and put it beside the report.

Exit codes: 0 nothing at error level; 1 findings at error level; 2 not readable, no performance
figures, or wrong use.""",
    "demo": """Evaluate the real Baotou programme of 2025 into DIR (default: out).

\b
Examples:
  shanhe demo
  shanhe demo trial --force

Exit codes: 0 done; 2 could not be written.""",
    "init": """Put an empty workbook into DIR, and the same filled with the example.

\b
Example:
  shanhe init my-programme

Exit codes: 0 done; 2 could not be written.""",
    "convert": """Turn a workbook into a folder of CSV files or back; no text is changed.

\b
Examples:
  shanhe convert programme.xlsx folder
  shanhe convert folder programme.xlsx

Exit codes: 0 done; 2 could not be read or written.""",
    "extract": """List every figure of a document that is understood, with its meaning and place.

\b
Examples:
  shanhe extract report.docx
  shanhe extract report.docx --format xlsx -o facts.xlsx

Exit codes: 0 done; 2 not readable, no performance figures, or wrong use.""",
    "import": """Fill a programme's workbook from a report; what it does not say stays empty.

\b
Examples:
  shanhe import report.docx -o programme.xlsx

Exit codes: 0 done; 2 not readable, no performance figures, or wrong use.""",
    "indicators": """List the indicator library, or show one indicator.

\b
Examples:
  shanhe indicators
  shanhe indicators restore_area""",
    "rules": """List the rules, or show what one rests on.

\b
Examples:
  shanhe rules
  shanhe rules TARGET-101""",
    "opt_output": "Folder for the papers; default is out.",
    "opt_file": "Write to this file instead of the screen.",
    "opt_file_or_folder": "Write to this file or folder instead of the screen; default for html and docx is out.",
    "opt_year": "Budget year, such as 2025; default is the workbook's.",
    "opt_as_of": "Day of the data, such as 2025-12-31; default is the workbook's.",
    "opt_score": "Also compute the score (10/50/30/10 unless the catalogue says otherwise).",
    "opt_force": "Files of the same name may be replaced.",
    "opt_catalogue": "A folder laid over the catalogue.",
    "opt_format": "Form of the output; default is text; docx is the file with comments.",
    "opt_facts": "Form of the output; default is json.",
    "opt_workbook": "The workbook to write (.xlsx).",
    "opt_against": "Compare with a programme's workbook or CSV folder, figure by figure.",
    "to_complete": "{count} places have to be completed or corrected:",
    "to_look_over": "Look it over and add what the report does not say.",
    "opt_least": "Leave out findings below this severity; default is note.",
    "opt_jobs": "Files at a time; 0 for one a processor.",
    "docx_for_documents": "a programme's workbook takes no comments; use --format html",
    "ending_of_form": "a file of --format {form} ends in {expected}; rename it, or give a folder",
    "folder_for_many": "comments on several files go into a folder; give one with -o",
    "reading": "reading",
    "working": "checking",
    "writing": "writing",
    "not_read": "Could not be read; problems: {count}",
    "would_overwrite": "These files exist and nothing was changed; --force replaces them:",
    "unfaithful": "A paper failed our own check, nothing was written: {detail}. Please report it.",
    "would_mix": "The folder holds other CSV files that would mix with the new ones; nothing was changed. Move them away, or take another folder:",
    "disk": "Cannot write {path}: {detail}",
    "no_permission": "no permission",
    "cannot_create": "files cannot be created there",
    "not_a_folder": "the path, or what is above it, is a file and no folder",
    "is_a_folder": "there is a folder of that name",
    "disk_full": "the disk is full",
    "name_too_long": "the name is too long",
    "catalogue_error": "The catalogue is broken: {detail}",
    "usage_error": "Wrong use: {detail}",
    "see_help": "See shanhe {command} --help",
    "written": "Written:",
    "summary": "{judged} rules run: errors {error}, warnings {warning}, notes {note}.",
    "completed": "{all} targets of the year: {met} met, {short} not met, {open} cannot be told.",
    "rate": "Budget execution: {rate} (budget {budget}, executed {executed}, 10,000 yuan).",
    "error": "error",
    "warning": "warning",
    "note": "note",
    "cannot_be_judged": "cannot be judged",
    "cause": "Likely cause: ",
    "recomputed": "Recomputed: ",
    "crash": "Rule {rule} failed (our fault, please report it): {error}",
    "no_entry": "There is no “{id}”{near}",
    "near": "; did you mean {near}?",
    "bad_date": "“{found}” is no definite day; write 2025-12-31",
    "bad_target": "“{found}” is neither an .xlsx workbook nor a folder (without a dot)",
    "bad_count": "a whole number from {least} to {most} is needed",
    "missing_value": "option {name} needs a value",
    "too_many": "more arguments than expected: {found}",
    "none": "Nothing found.",
    "no_rate": "Annual budget or executed amount is not filled in; no execution rate.",
    "no_number": "not computable",
    "unexpected": "Our program failed (id {id}); nothing was written. Please report the id and {log}.",
    "missing_argument": "missing argument {name}",
    "no_option": "no such option {name}",
    "no_command": "no such command {name}{near}",
    "bad_value": "bad value of {name}: {detail}",
    "bad_choice": "{name} must be one of {choices}",
    "serve": """Run the office: report, review, watch, self-evaluate and publish in a browser.

The first start makes the database and an administrator, whose one-time password is shown once. All data lie in
one folder; nothing is ever fetched from outside.

\b
Examples:
  shanhe serve
  shanhe serve --port 8080 --data ./office
  shanhe serve --example

Ctrl+C stops it. docs/deploy.md says how to run it as a service.""",
    "export": """Write a programme of the office as a workbook; without a number, list those you may read.

\b
Examples:
  shanhe export --as city
  shanhe export 1 --as city -o baotou-2025.xlsx

Exit code: 0 done; 2 no right, no such programme, or not written.""",
    "verify": """Verify the office: the journal; figures, submissions, locks, grants and answers against it; editions; bytes of files.

\b
Example:
  shanhe verify

Exit code: 0 all holds; 1 something does not; 2 it could not be opened.""",
    "backup": """Back up all data and files of the office into one file, while it runs.

\b
Examples:
  shanhe backup
  shanhe backup -o backups/2025-12-31.zip

Exit code: 0 done; 2 not written.""",
    "restore": """Restore a backup into an empty data folder (or an empty database), and verify its journal.

\b
Example:
  shanhe restore shanhe-backup-20251231-180000.zip --data new-folder

Exit code: 0 done; 2 the place is not empty, or the backup is not whole.""",
    "opt_data": "Folder of the data; else SHANHE_DATA, else shanhe-data in your home.",
    "opt_as": "Act with the rights of this account.",
    "opt_owner": "Organisation that owns the programme; else the one the account may import for.",
    "opt_host": "Address to listen on; 127.0.0.1, this machine alone, if not given.",
    "opt_port": "Port; 8000 if not given.",
    "opt_workers": "Processes that answer requests; 2 if not given.",
    "opt_example": "Load the Baotou example at the first start, or not, without asking.",
    "opt_backup": "The backup file; else a dated one in the current folder.",
    "needs_web": 'The office needs more packages ({module} is missing). Run: pip install "shanhe[web]"',
    "office_data": "Data folder: {path}",
    "first_password": "Administrator: {login}   one-time password: {password}\n(shown once; change it at the first log-in)",
    "want_example": "Load the Baotou 2025 example to try things with?",
    "example_people": "Accounts of the example (login, one-time password, role, organisation):",
    "serving": "Open {address} in a browser   (Ctrl+C stops)",
    "journal_holds": "{count} entries; every chain holds; figures, submissions, locks, grants and answers are what it says; editions and files are what was kept.",
    "breaks_mend": "Keep the database as it is and compare it with the last backup; where something was changed, restore it.",
    "backed_up": "Backed up to {path}: {rows} rows, {files} files.",
    "restored": "Restored: {rows} rows, {files} files; the journal holds.",
    "not_restored": "The journal in the backup does not hold; nothing was restored.",
    "imported_into": "Imported as programme {number}.",
    "import_where": "Name the workbook to write with -o, or the account to import in the office for with --as.",
    "and_more": "… and {count} more.",
}
