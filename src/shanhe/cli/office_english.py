"""The words of ``shanhe office`` and of what is verified, in English."""

WORDS = {
    "office": """Work in the office on the server, with the rights of an account: figures, reviews, findings, editions, accounts.

Every right of the pages can be used here as well; --as says in whose name, and the journal keeps it.
`shanhe export --as LOGIN` lists the numbers of programmes, `shanhe import --as LOGIN` makes one.

\b
Examples:
  shanhe office submissions --as city
  shanhe office sheet 1 transfers --as finance
  shanhe office check report.docx --as city
  shanhe office password admin

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office pass": """Pass a submission on from the county to the city.

\b
Example:
  shanhe office pass 12 --as donghe_reviewer

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office accept": """Accept a submission; from now on its figures count.

\b
Example:
  shanhe office accept 12 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office confirm": """Confirm what the city accepted.

\b
Example:
  shanhe office confirm 12 --as province

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office return": """Send a submission back and say why.

\b
Example:
  shanhe office return 12 --why 请附验收单 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office locks": """List closed sheets, and who may write until a later day.

\b
Example:
  shanhe office locks 1 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office lock": """Close a sheet (its key, such as progress); all of them without one.

\b
Example:
  shanhe office lock 1 progress --why 年终 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office reopen": """Open a closed sheet again and say why; `locks` shows its number.

\b
Example:
  shanhe office reopen 1 3 --why 数据有误 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office permit": """Let one body write until a later day; `locks` shows the number of the lock.

\b
Example:
  shanhe office permit 1 3 固阳县自然资源局 --until 2026-01-15 --why 补报 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office findings": """List the findings of a programme and how they were answered, the gravest first.

\b
Examples:
  shanhe office findings 1 --as city
  shanhe office findings 1 --page 2 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office answer": """Answer a finding; `findings` shows its key.

接受 accepts it, 说明 explains it and needs a reason, 更正 says that it was corrected.

\b
Example:
  shanhe office answer 1 TARGET-101-3f2a --reply 说明 --why 以批复为准 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office compare": """List all programmes you may compare, those with most errors first.

\b
Examples:
  shanhe office compare --as province
  shanhe office compare --year 2025 --as province

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office editions": """List the editions of a programme.

\b
Example:
  shanhe office editions 1 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office freeze": """Freeze the self-evaluation: make its papers and close its figures; a later edition needs a reason.

\b
Examples:
  shanhe office freeze 1 --as city
  shanhe office freeze 1 --why 完成值核减 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office sign": """Sign an edition, unless you froze it or wrote its words.

\b
Example:
  shanhe office sign 3 --as city2

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office publish": """Show a signed edition to everybody.

\b
Example:
  shanhe office publish 3 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office correct": """Open the figures of an edition again, to correct them in a later one.

\b
Example:
  shanhe office correct 3 --why 完成值核减 --as city

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office accounts": """List all accounts with their roles and the numbers of their grants.

\b
Example:
  shanhe office accounts --as admin

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office add-account": """Make an account and show its one-time password.

\b
Example:
  shanhe office add-account zhang 张三 包头市 --as admin

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office grant": """Give an account a role in an organisation and below.

\b
Examples:
  shanhe office grant zhang 市级项目办 包头市 --as admin
  shanhe office grant sun 审计 包头市 --programme 1 --until 2026-12-31 --as admin

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office revoke": """Take a role away; `accounts` shows the number of the grant.

\b
Example:
  shanhe office revoke 8 --as admin

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office stop": """Stop an account.

\b
Example:
  shanhe office stop zhang --as admin

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office start": """Let a stopped account in again.

\b
Example:
  shanhe office start zhang --as admin

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office password": """Give any account a new one-time password, also an administrator who lost theirs.

Sessions of the account end, and its keys are revoked. Run it on the server, nobody has to log in; the journal says that it was done there.

\b
Example:
  shanhe office password admin

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office organisations": """List the organisations.

\b
Example:
  shanhe office organisations --as admin

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "office add-organisation": """Register an organisation below another one.

LEVEL is 部 (ministry), 省 (province), 市 (city), 县 (county) or 单位 (unit).

\b
Example:
  shanhe office add-organisation 九原区自然资源局 县 包头市 --place 九原区 --as admin

Exit code: 0 done; 2 no right, not possible, or wrong use.""",
    "opt_why": "The reason; it stands in the journal.",
    "opt_page": "Which page; 1 if not given.",
    "opt_reply": "The answer: 接受 (accepted), 说明 (explained) or 更正 (corrected).",
    "opt_of_year": "Only programmes of this year.",
    "opt_only": "For this programme alone.",
    "opt_later_day": "The last day, such as 2026-01-15.",
    "opt_until": "The last day, such as 2026-12-31; no end if not given.",
    "opt_place": "Its name on the sheet 区域与单位.",
    "done": "Done.",
    "one_time": "One-time password of {login}: {password}\n(shown once; change it at the first log-in)",
    "stopped": "stopped",
    "page_of": "page {page} of {pages}",
    "compare_heads": "number  year    done    spent   errors, warnings, overdue; organisation, programme",
    "no_locks": "Nothing is closed.",
    "all_sheets": "all sheets",
    "no_editions": "Nothing was frozen yet.",
    "edition_row": "{id}  edition {number}  {state}",
    "frozen": "Frozen as number {number}; its figures are closed.",
    "edition_frozen": "frozen",
    "edition_signed": "signed",
    "edition_published": "published",
    "edition_superseded": "superseded",
    "edition_withdrawn": "being corrected",
    "state_draft": "draft",
    "state_submitted": "handed in",
    "state_passed": "passed on",
    "state_returned": "sent back",
    "state_accepted": "accepted",
    "state_confirmed": "confirmed",
    "standing_open": "open",
    "standing_settled": "settled",
    "standing_stale": "answered for other figures",
    "standing_still_there": "said to be corrected, still there",
}
