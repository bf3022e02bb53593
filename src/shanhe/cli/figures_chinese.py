"""The words of ``shanhe office`` for figures: reported, written, verified, checked; in Chinese."""

WORDS = {
    "office submissions": """列出填报单；不给项目编号时列出等待办理的。

\b
示例：
  shanhe office submissions --as city
  shanhe office submissions 1 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office submission": """查看一张填报单的全部数据行。

\b
示例：
  shanhe office submission 12 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office begin": """新建本机构的填报单；表名写中文名或英文键，可填 进展监测、自评填报、子项目、支付明细。

\b
示例：
  shanhe office begin 1 进展监测 --title 12月进展 --as donghe
  shanhe office begin 1 进展监测 --filled --as donghe

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office fill": """把工作簿（.xlsx）中本地区的行读入填报单；已有的行照此更新，其他地区的行不读入。

\b
示例：
  shanhe office fill 12 12月进展.xlsx --as donghe

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office attach": """为填报单的一行上传附件（pdf、jpg、png、docx、xlsx）；行号见 submission。

\b
示例：
  shanhe office attach 12 1 验收单.pdf --as donghe
  shanhe office attach 12 1 现场.jpg --taken-on 2025-12-20 --taken-at 东河区 --as donghe

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office detach": """移除填报单一行的附件；附件名称见 submission。

\b
示例：
  shanhe office detach 12 1 验收单.pdf --as donghe

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office renew": """起草后现有数据有变动的，核对后以现有数据为准。

\b
示例：
  shanhe office renew 12 --as donghe

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office submit": """提交填报单；提交后不能修改，除非被退回。

\b
示例：
  shanhe office submit 12 --as donghe

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office discard": """删除从未提交的填报单。

\b
示例：
  shanhe office discard 12 --as donghe

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office sheet": """列出一张表的各行：行编号、变更记录编号和内容。表名写中文名或英文键。

\b
示例：
  shanhe office sheet 1 指标目标 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office write": """填写、修改或删除一张表的一行；没有写到的列不变。

新增一行的，不写 --row；修改和删除须写 --why。写了 --seen 的，他人在此之后改动过该行时不写入。

\b
示例：
  shanhe office write 1 自评填报 三级指标=矿山生态修复面积 期间=2025 填报处=自评表 全年实际完成值=12.92 --as city
  shanhe office write 1 指标目标 指标值=422.33 --row 0123456789abcdef --seen 417 --why 按批复更正 --as city
  shanhe office write 1 偏差原因与改进措施 --row 0123456789abcdef 改进措施=倒排工期 --why 补充 --as city
  shanhe office write 1 支付明细 --row 0123456789abcdef --drop --why 重复录入 --as finance

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office plots": """上传图斑（GeoPackage、压缩的 Shapefile 或 GeoJSON）。

\b
示例：
  shanhe office plots 1 图斑.gpkg --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office history": """列出项目、一张表或一行数据的变更记录，新的在前。

\b
示例：
  shanhe office history 1 --as city
  shanhe office history 1 targets 0123456789abcdef --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office verify": """校验一个项目的变更记录及数据；不给编号时校验整个系统（系统管理员）。

\b
示例：
  shanhe office verify 1 --as auditor
  shanhe office verify --as admin

退出码：0 全部一致；1 有不一致之处；2 没有权限、办不了或用法不对。""",
    "office check": """上传一份自评报告或自评表，核查后列出问题。

\b
示例：
  shanhe office check 自评报告.docx --as city
  shanhe office check 自评报告.docx --programme 1 --as city
  shanhe office check 自评报告-改.docx --earlier 7 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office checks": """列出核查过的报告；给出核查编号时列出其中的问题。

\b
示例：
  shanhe office checks --as city
  shanhe office checks 7 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office answer-check": """答复核查报告发现的一个问题；答复“说明”的须写理由。问题的编号见 checks。

\b
示例：
  shanhe office answer-check 7 TEXT-101-3f2a --reply 说明 --why 以批复为准 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "part_drafts": "填报",
    "part_reviews": "审核",
    "part_sheets": "数据",
    "part_locks": "锁定与延期",
    "part_figures": "问题与比较",
    "part_editions": "自评",
    "part_checks": "核查报告",
    "part_people": "机构和账号",
    "opt_title": "填报单名称，如 12月进展；缺省为表名。",
    "opt_filled": "以本地区现有的行为起点。",
    "opt_taken_on": "照片的拍摄日期，如 2025-12-20。",
    "opt_taken_at": "照片的拍摄地点。",
    "opt_row": "行编号，见 sheet；缺省新增一行。",
    "opt_seen": "您所见该行的变更记录编号，见 sheet。",
    "opt_drop": "删除该行。",
    "opt_compared": "与该项目的数据比对。",
    "opt_earlier": "是该次核查所查报告的修改稿。",
    "begun": "已新建填报单 {number}。",
    "filled": "已读入 {rows} 行；其他地区的 {others} 行没有读入。",
    "attached": "已为第 {row} 行上传附件 {count} 个。",
    "no_lines": "该表没有数据。各列为：{columns}。",
    "bad_file": "没有文件“{path}”，或它是文件夹，或没有读取权限",
    "bad_field": "“{found}”应写作 列名=内容",
    "write_what": "请写明各列的内容（列名=内容），或用 --drop 删除该行，二者只能选其一",
    "line_written": "已保存，行编号 {row}。",
    "dropped": "已删除，行编号 {row}。",
    "programme_holds": "变更记录 {count} 条，校验链完整，与现有数据、填报单、锁定和答复一致。",
    "check_waiting": "等待核查",
    "check_unreadable": "无法读取",
    "check_no_figures": "没有数字",
    "check_audited": "已核查",
    "opt_before": "只列此编号以前的记录，用于翻页。",
    "older": "更早的记录：加 --before {before}",
    "plots_taken": "图层 {number} 已保存。",
    "plots_unsure": "无法确定哪一列是：{fields}。请在网页上传并选择各列",
    "no_submissions": "没有填报单。",
}
