"""The words of ``shanhe office`` and of what is verified, in Chinese."""

WORDS = {
    "office": """以某个账号的权限在服务器上办公：填报审核、数据、问题、自评、核查报告、账号。

凭权限在网页上办理的各类事项，这里都能办理，权限相同；--as 指明以谁的名义，全部记入变更记录。
项目编号见 shanhe export --as 登录名；导入项目用 shanhe import --as 登录名。

\b
示例：
  shanhe office submissions --as city
  shanhe office sheet 1 资金流转 --as finance
  shanhe office check 自评报告.docx --as city
  shanhe office password admin

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office pass": """县级审核通过，转市级。

\b
示例：
  shanhe office pass 12 --as donghe_reviewer

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office accept": """市级采纳填报单，其数据从此生效。

\b
示例：
  shanhe office accept 12 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office confirm": """省级确认市级已采纳的填报单。

\b
示例：
  shanhe office confirm 12 --as province

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office return": """退回填报单，并写明理由。

\b
示例：
  shanhe office return 12 --why 请附验收单 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office locks": """列出已锁定的表和准予的延期。

\b
示例：
  shanhe office locks 1 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office lock": """锁定一张表；不写表名时锁定全部。表名写中文名或英文键。

\b
示例：
  shanhe office lock 1 进展监测 --why 年终 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office reopen": """解除锁定，并写明理由；锁定的编号见 locks。

\b
示例：
  shanhe office reopen 1 3 --why 数据有误 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office permit": """为一个机构延期；锁定的编号见 locks。

\b
示例：
  shanhe office permit 1 3 固阳县自然资源局 --until 2026-01-15 --why 补报 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office findings": """列出项目数据的问题和答复情况，错误在前。

\b
示例：
  shanhe office findings 1 --as city
  shanhe office findings 1 --page 2 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office answer": """答复一个问题；答复“说明”的须写理由。问题的编号见 findings。

\b
示例：
  shanhe office answer 1 TARGET-101-3f2a --reply 说明 --why 以批复为准 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office compare": """列出有权汇总的全部项目，问题多的在前。

\b
示例：
  shanhe office compare --as province
  shanhe office compare --year 2025 --as province

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office editions": """列出项目的各版定稿。

\b
示例：
  shanhe office editions 1 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office freeze": """按现有数据定稿，生成全部材料并锁定数据；更正版须写理由。

\b
示例：
  shanhe office freeze 1 --as city
  shanhe office freeze 1 --why 完成值核减 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office sign": """签发定稿；不能签发自己定稿或填写的。

\b
示例：
  shanhe office sign 3 --as city2

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office publish": """把已签发的定稿对外公开。

\b
示例：
  shanhe office publish 3 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office correct": """解锁定稿的数据，以便更正后重新定稿。

\b
示例：
  shanhe office correct 3 --why 完成值核减 --as city

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office accounts": """列出全部账号、角色及授权编号。

\b
示例：
  shanhe office accounts --as admin

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office add-account": """新建账号，显示一次性密码。

\b
示例：
  shanhe office add-account zhang 张三 包头市 --as admin

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office grant": """授权：账号、角色、机构（含下级）。

\b
示例：
  shanhe office grant zhang 市级项目办 包头市 --as admin
  shanhe office grant sun 审计 包头市 --programme 1 --until 2026-12-31 --as admin

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office revoke": """取消授权；授权编号见 accounts。

\b
示例：
  shanhe office revoke 8 --as admin

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office stop": """停用账号。

\b
示例：
  shanhe office stop zhang --as admin

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office start": """重新启用账号。

\b
示例：
  shanhe office start zhang --as admin

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office password": """重置任何账号的密码，显示一次性密码；系统管理员忘记密码时也用此命令。

原有登录随即退出，接口令牌全部吊销。须在服务器上运行，不需要登录；变更记录中记为在服务器上办理。

\b
示例：
  shanhe office password admin

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office organisations": """列出机构。

\b
示例：
  shanhe office organisations --as admin

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "office add-organisation": """登记机构：名称、层级（部、省、市、县、单位）、上级机构。

\b
示例：
  shanhe office add-organisation 九原区自然资源局 县 包头市 --place 九原区 --as admin

退出码：0 完成；2 没有权限、办不了或用法不对。""",
    "opt_why": "理由，记入变更记录。",
    "opt_page": "第几页，缺省为 1。",
    "opt_reply": "答复：接受、说明或更正。",
    "opt_of_year": "只列此年度的项目。",
    "opt_only": "只限这一个项目。",
    "opt_later_day": "延期至哪一天，如 2026-01-15。",
    "opt_until": "最后一天，如 2026-12-31；缺省长期有效。",
    "opt_place": "在“区域与单位”表中的名称。",
    "done": "已办理。",
    "one_time": "账号 {login} 的一次性密码：{password}\n（只显示这一次，首次登录后请修改）",
    "stopped": "已停用",
    "page_of": "第 {page} 页，共 {pages} 页",
    "compare_heads": "编号    年度    完成率  执行率  错误  警告  逾期  机构  项目",
    "no_locks": "没有锁定的表。",
    "all_sheets": "全部表",
    "no_editions": "尚未定稿。",
    "edition_row": "{id}  第{number}版  {state}",
    "frozen": "已定稿（定稿编号 {number}），数据已锁定。",
    "edition_frozen": "已定稿",
    "edition_signed": "已签发",
    "edition_published": "已公开",
    "edition_superseded": "已被更正版取代",
    "edition_withdrawn": "更正中",
    "state_draft": "草稿",
    "state_submitted": "已提交",
    "state_passed": "县级已审",
    "state_returned": "已退回",
    "state_accepted": "已采纳",
    "state_confirmed": "已确认",
    "standing_open": "未答复",
    "standing_settled": "已答复",
    "standing_stale": "数据有变，须重新答复",
    "standing_still_there": "称已更正，仍存在",
}
