"""The words of the command line in Chinese."""

WORDS = {
    "usage": "用法：",
    "options": "选项",
    "options_metavar": "[选项]",
    "command_metavar": "命令 [参数]...",
    "commands": "命令",
    "help_option": "显示帮助并退出。",
    "version_option": "显示版本并退出。",
    "lang_option": "界面语言：zh 中文，en 英文；缺省随系统。上报材料一律为中文。",
    "app": """山河：生态修复项目绩效自评与数据核查。

把项目工作簿变成绩效自评报告、绩效自评表和问题清单，每个问题都附证据。

退出码：0 没有错误级问题；1 有错误级问题；2 文件读不出来或用法不对。""",
    "evaluate": """评价一个项目，生成自评报告、自评表、问题清单和评价结果。

PROGRAMME 是 .xlsx 工作簿，或同样表和列的 CSV 文件夹。

\b
示例：
  shanhe evaluate 项目绩效工作簿.xlsx
  shanhe evaluate 项目绩效工作簿.xlsx -o 2025年自评 --as-of 2025-12-31
  shanhe evaluate 项目文件夹 --score --force

退出码：0 没有错误级问题；1 有错误级问题；2 文件读不出来或用法不对。""",
    "check": """核查项目数据，或核查任何人写的自评报告、自评表，列出问题和证据。

FILE 可以是项目工作簿或 CSV 文件夹，也可以是 Word、Excel、PDF、网页、文本格式的报告；可以给多个文件或一个文件夹。

\b
示例：
  shanhe check 自评报告.docx
  shanhe check 自评报告.docx --format docx -o 批注
  shanhe check 各县报告 --format html -o 核查结果 --min-severity warning
  shanhe check 项目绩效工作簿.xlsx --format json

逐条答复：把批注文件夹中的“.答复.csv”填好，放在原文件旁边，下次核查时会带上答复。

退出码：0 没有错误级问题；1 有错误级问题；2 文件读不出来、没有绩效数据或用法不对。""",
    "demo": """用包头市2025年度的真实数据演示，把全部材料写到 DIR（缺省为 out）。

\b
示例：
  shanhe demo
  shanhe demo 演示 --force

退出码：0 完成；2 未能写出。""",
    "init": """在 DIR 中生成空白工作簿，以及填好示例数据的同一工作簿。

\b
示例：
  shanhe init 我的项目

退出码：0 完成；2 未能写出。""",
    "convert": """在 .xlsx 工作簿和 CSV 文件夹之间转换，内容不变。

\b
示例：
  shanhe convert 项目绩效工作簿.xlsx 项目文件夹
  shanhe convert 项目文件夹 项目绩效工作簿.xlsx

退出码：0 完成；2 未能读出或写出。""",
    "extract": """列出一份材料中读懂的全部数据，每个数据附口径和位置。

\b
示例：
  shanhe extract 自评报告.docx
  shanhe extract 自评报告.docx --format xlsx -o 数据.xlsx

退出码：0 完成；2 读不出来、没有绩效数据或用法不对。""",
    "import": """用已有的报告填好项目工作簿，不必重新录入；报告没有的内容留空。

\b
示例：
  shanhe import 自评报告.docx -o 项目绩效工作簿.xlsx

退出码：0 完成；2 读不出来、没有绩效数据或用法不对。""",
    "indicators": """列出指标库，或查看一个指标的单位、口径、汇总方式和佐证材料。

\b
示例：
  shanhe indicators
  shanhe indicators 矿山生态修复面积
  shanhe indicators restore_area""",
    "rules": """列出核查规则，或查看一条规则的依据。

\b
示例：
  shanhe rules
  shanhe rules TARGET-101""",
    "opt_output": "输出文件夹，缺省为 out。",
    "opt_file": "写到文件；缺省输出到屏幕。",
    "opt_file_or_folder": "写到文件或文件夹；缺省输出到屏幕（html、docx 缺省写到 out）。",
    "opt_year": "评价年度，如 2025；缺省用工作簿所填年度。",
    "opt_as_of": "数据截止日期，如 2025-12-31；缺省用工作簿所填日期。",
    "opt_score": "按 10/50/30/10 测算得分（权重和公式可在指标库中设定）。",
    "opt_force": "允许覆盖同名文件。",
    "opt_catalogue": "叠加的指标库文件夹。",
    "opt_format": "输出格式，缺省为 text；docx 为带批注的原文件。",
    "opt_facts": "输出格式，缺省为 json。",
    "opt_workbook": "写到这个工作簿（.xlsx）。",
    "opt_against": "与项目工作簿或 CSV 文件夹中的数据逐项比对。",
    "to_complete": "以下 {count} 处需要补填或改正：",
    "to_look_over": "请核对后补充报告中没有的内容。",
    "opt_least": "只列出不低于此级别的问题，缺省为 note。",
    "opt_jobs": "同时处理的文件数，0 为按处理器数。",
    "docx_for_documents": "项目工作簿没有批注格式，请用 --format html",
    "ending_of_form": "--format {form} 的输出文件应以 {expected} 结尾；请改文件名，或写文件夹",
    "folder_for_many": "多份文件的批注版要写到文件夹，-o 请写文件夹",
    "reading": "读取",
    "working": "核查",
    "writing": "生成材料",
    "not_read": "未能读取，共 {count} 个问题：",
    "would_overwrite": "以下文件已存在，未作任何改动；如需覆盖请加 --force：",
    "unfaithful": "程序内部检查未通过，没有输出任何文件：{detail}。请反馈给开发者。",
    "would_mix": "文件夹中有其他 CSV 文件，会与新文件混在一起，未作任何改动；请先移走，或换一个文件夹：",
    "disk": "无法写入 {path}：{detail}",
    "no_permission": "没有写入权限",
    "cannot_create": "此处不能创建文件或文件夹",
    "not_a_folder": "该路径或其上级是文件，不是文件夹",
    "is_a_folder": "已有同名文件夹",
    "disk_full": "磁盘空间不足",
    "name_too_long": "名称过长",
    "catalogue_error": "指标库有误：{detail}",
    "usage_error": "用法不对：{detail}",
    "see_help": "详见 shanhe {command} --help",
    "written": "已生成：",
    "summary": "共核查 {judged} 条规则：错误 {error} 项，警告 {warning} 项，提示 {note} 项。",
    "completed": "年度指标 {all} 项：达到目标 {met} 项，未达到 {short} 项，不能判定 {open} 项。",
    "rate": "预算执行率：{rate}（预算 {budget} 万元，执行 {executed} 万元）。",
    "error": "错误",
    "warning": "警告",
    "note": "提示",
    "cannot_be_judged": "无法判断",
    "cause": "可能原因：",
    "recomputed": "重算：",
    "crash": "规则 {rule} 运行出错（程序问题，请反馈）：{error}",
    "no_entry": "没有“{id}”{near}",
    "near": "；相近的有：{near}",
    "bad_date": "“{found}”不是确定的日期，应写作 2025-12-31",
    "bad_target": "“{found}”既不是 .xlsx 工作簿，也不是文件夹；文件夹名称不带扩展名",
    "bad_count": "应为 {least} 至 {most} 的整数",
    "missing_value": "选项 {name} 后面缺少内容",
    "too_many": "多余的参数：{found}",
    "none": "没有发现问题。",
    "no_rate": "未填报全年预算数或执行数，没有计算预算执行率。",
    "no_number": "无法计算",
    "unexpected": "程序出错（编号 {id}），没有输出任何文件。请把编号和 {log} 反馈给开发者。",
    "missing_argument": "缺少参数 {name}",
    "no_option": "没有选项 {name}",
    "no_command": "没有命令 {name}{near}",
    "bad_value": "参数 {name} 的值不对：{detail}",
    "bad_choice": "参数 {name} 只能是：{choices}",
    "serve": """启动办公系统：在浏览器中填报、审核、监测、自评和公开。

第一次启动时自动建立数据库和系统管理员，一次性密码只显示一次。数据全部存放在一个文件夹中，不访问外网。

\b
示例：
  shanhe serve
  shanhe serve --port 8080 --data D:\\山河数据
  shanhe serve --example

按 Ctrl+C 停止。部署到服务器的方法见 docs/deploy.md。""",
    "export": """把办公系统中的一个项目导出为工作簿；不给编号时列出可查看的项目。

\b
示例：
  shanhe export --as city
  shanhe export 1 --as city -o 包头市2025年度.xlsx

退出码：0 完成；2 没有权限、没有该项目或未能写出。""",
    "verify": """校验办公系统：逐条核对变更记录，与现有数据、填报单、锁定、授权和答复核对，并核对各版定稿、全部文件和附件。

\b
示例：
  shanhe verify

退出码：0 全部一致；1 有不一致之处；2 未能打开。""",
    "backup": """把办公系统的全部数据和附件备份为一个文件；备份时系统可以照常使用。

\b
示例：
  shanhe backup
  shanhe backup -o 备份/2025-12-31.zip

退出码：0 完成；2 未能写出。""",
    "restore": """把备份文件恢复到空的数据文件夹（或空的数据库），并校验变更记录。

\b
示例：
  shanhe restore shanhe-backup-20251231-180000.zip --data 新文件夹

退出码：0 完成；2 目标不是空的，或备份文件不完整。""",
    "opt_data": "数据文件夹；缺省为 SHANHE_DATA，否则为用户目录下的 shanhe-data。",
    "opt_as": "以该登录名的权限办理。",
    "opt_owner": "项目所属机构的名称；缺省为该账号有权导入的机构。",
    "opt_host": "监听地址，缺省为 127.0.0.1（仅本机可访问）。",
    "opt_port": "端口，缺省为 8000。",
    "opt_workers": "处理请求的进程数，缺省为 2。",
    "opt_example": "首次启动时载入（或不载入）包头市示例，不再询问。",
    "opt_backup": "备份文件；缺省为当前文件夹中带日期的文件。",
    "needs_web": '办公系统需要另外的组件（缺少 {module}）。请运行：pip install "shanhe[web]"',
    "office_data": "数据文件夹：{path}",
    "first_password": "系统管理员：{login}\u3000一次性密码：{password}\n（只显示这一次，首次登录后请修改）",
    "want_example": "是否载入包头市2025年度示例，以便试用？",
    "example_people": "示例账号（登录名、一次性密码、角色、机构）：",
    "serving": "请在浏览器中打开 {address}\u3000（按 Ctrl+C 停止）",
    "journal_holds": "变更记录 {count} 条，校验链完整，与现有数据、填报单、锁定、授权和答复一致；定稿、文件和附件均与保存时相同。",
    "breaks_mend": "请保留现有数据库，与最近的备份逐项核对；确系改动的，从备份恢复。",
    "backed_up": "已备份到 {path}：数据 {rows} 行，附件 {files} 个。",
    "restored": "已恢复：数据 {rows} 行，附件 {files} 个；变更记录校验一致。",
    "not_restored": "备份中的变更记录不一致，没有恢复任何数据。",
    "imported_into": "已导入，项目编号 {number}。",
    "import_where": "请用 -o 指明要写的工作簿，或用 --as 指明以谁的名义导入办公系统。",
    "and_more": "……另有 {count} 处。",
}
