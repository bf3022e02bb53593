"""The words of ``shanhe office`` for figures: reported, written, verified, checked; in English."""

WORDS = {
    "office submissions": """List submissions of a programme; without a number, those that wait for you.

\b
Examples:
  shanhe office submissions --as city
  shanhe office submissions 1 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office submission": """Show the rows of one submission.

\b
Example:
  shanhe office submission 12 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office begin": """Begin a draft of your own body; SHEET is its key: progress, actuals, subprojects or payments.

\b
Examples:
  shanhe office begin 1 progress --title 12月进展 --as donghe
  shanhe office begin 1 progress --filled --as donghe

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office fill": """Take the rows of your own place from a workbook (.xlsx) into a draft; known rows are brought up to date.

\b
Example:
  shanhe office fill 12 progress.xlsx --as donghe

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office attach": """Put files (pdf, jpg, png, docx, xlsx) behind a row of a draft; `submission` shows the numbers of rows.

\b
Examples:
  shanhe office attach 12 1 receipt.pdf --as donghe
  shanhe office attach 12 1 site.jpg --taken-on 2025-12-20 --taken-at 东河区 --as donghe

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office detach": """Take a file from a row of a draft; `submission` shows the names of files.

\b
Example:
  shanhe office detach 12 1 receipt.pdf --as donghe

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office renew": """Let a draft stand on the lines as they count now, after you looked at them.

\b
Example:
  shanhe office renew 12 --as donghe

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office submit": """Hand a draft in; nobody edits it from here on, unless it is sent back.

\b
Example:
  shanhe office submit 12 --as donghe

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office discard": """Throw a draft away that was never handed in.

\b
Example:
  shanhe office discard 12 --as donghe

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office sheet": """List the lines of a sheet: each with its key, its entry in the journal and what it says.

\b
Example:
  shanhe office sheet 1 targets --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office write": """Write, change or drop one line of a sheet; columns that are not named stay as they are.

Without --row it is a new line; a change needs --why. With --seen nothing is written where somebody changed the
line after that entry.

\b
Examples:
  shanhe office write 1 actuals indicator=矿山生态修复面积 period=2025 place=自评表 amount=12.92 --as city
  shanhe office write 1 targets amount=422.33 --row 0123456789abcdef --seen 417 --why 按批复更正 --as city
  shanhe office write 1 explanations --row 0123456789abcdef measure=倒排工期 --why 补充 --as city
  shanhe office write 1 payments --row 0123456789abcdef --drop --why 重复录入 --as finance

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office plots": """Hand in plots: a GeoPackage, a zipped Shapefile or GeoJSON.

\b
Example:
  shanhe office plots 1 图斑.gpkg --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office history": """List what was changed in a programme, a sheet or one line, the newest first.

\b
Examples:
  shanhe office history 1 --as city
  shanhe office history 1 targets 0123456789abcdef --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office verify": """Verify the journal and the figures of a programme; without a number, the whole office (administrators).

\b
Examples:
  shanhe office verify 1 --as auditor
  shanhe office verify --as admin

Exit code: 0 all holds; 1 something does not; 2 no right, not possible, or wrong use.""",
    "office check": """Hand in a report or a form to be checked, and list what was found.

\b
Examples:
  shanhe office check report.docx --as city
  shanhe office check report.docx --programme 1 --as city
  shanhe office check corrected.docx --earlier 7 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office checks": """List the reports that were checked; with a number, what was found in one.

\b
Examples:
  shanhe office checks --as city
  shanhe office checks 7 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office answer-check": """Answer a finding of a checked report; `checks` shows its key.

接受 accepts it, 说明 explains it and needs a reason, 更正 says that it was corrected.

\b
Example:
  shanhe office answer-check 7 TEXT-101-3f2a --reply 说明 --why 以批复为准 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "part_drafts": "Reporting",
    "part_reviews": "Reviews",
    "part_sheets": "Figures",
    "part_locks": "Closing",
    "part_figures": "Findings",
    "part_editions": "Self-evaluation",
    "part_checks": "Checking reports",
    "part_people": "People",
    "opt_title": "What people call it; the name of the sheet if not given.",
    "opt_filled": "Begin with your place's lines as they count now.",
    "opt_taken_on": "The day a photo was taken, such as 2025-12-20.",
    "opt_taken_at": "Where a photo was taken.",
    "opt_row": "The key of the line, as `sheet` shows it; a new line if not given.",
    "opt_seen": "The entry of the line that you saw, as `sheet` shows it.",
    "opt_drop": "Take the line away.",
    "opt_compared": "Compare it with the figures of this programme.",
    "opt_earlier": "It is the next version of what was checked then.",
    "begun": "Draft {number} is begun.",
    "filled": "{rows} rows were taken in; {others} of other places were left out.",
    "attached": "{count} files are behind row {row}.",
    "no_lines": "The sheet has no line. Its columns: {columns}.",
    "bad_file": "there is no file “{path}”, or it is a folder, or may not be read",
    "bad_field": "“{found}” is to be written as COLUMN=TEXT",
    "write_what": "name what to write as COLUMN=TEXT, or --drop to take the line away; one of the two",
    "line_written": "Written; the line is {row}.",
    "dropped": "Taken away; the line was {row}.",
    "programme_holds": "{count} entries; the chain is whole; figures, submissions, locks and answers are what it says.",
    "check_waiting": "waits",
    "check_unreadable": "unreadable",
    "check_no_figures": "no figures",
    "check_audited": "checked",
    "opt_before": "Only entries before this number, to go on from a page.",
    "older": "older entries: --before {before}",
    "plots_taken": "Layer {number} was taken.",
    "plots_unsure": "it is not sure which column is: {fields}; upload it at the page and choose",
    "no_submissions": "No submissions.",
}
