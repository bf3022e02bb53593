"""All sheets of the workbook; reader, writer, drop-down lists and documentation follow from here."""

from shanhe.documents.forms.workbook.declare import Column, Kind, Sheet
from shanhe.records.funds import AnnualFund, FundDocument, Payment, Transfer
from shanhe.records.narrative import Explanation, Management
from shanhe.records.programme import Overview, OwnIndicator, Place, Programme
from shanhe.records.progress import Actual, Milestone, Progress, Subproject
from shanhe.records.targets import Adjustment, ChangeNote, RegionalTarget, Target, TargetVersion

C, K = Column, Kind

ORIGINS = ("中央", "地方", "其他")
VERSIONS = ("下达", "实施方案", "工程设计", "调整")
STATES = ("未招标", "已招标", "在建", "停工", "完工", "已验收")
LEVELS = ("部", "省", "市", "县", "单位")

_VERSION = C("version", "版本", "version", K.CHOICE, True, VERSIONS, "绩效目标的版本", 10)
_PERIOD = C("period", "期间", "period", K.PERIOD, True, (), "年度填“2025”，全周期填“实施期”", 10)
_INDICATOR = C(
    "indicator", "三级指标", "indicator", K.INDICATOR, True, (), "指标库中的名称或别名", 26
)
_SIGN = C("sign", "符号", "sign", K.SIGN, note="≥、≤、=；原文未印符号的留空", width=7)
_AMOUNT = C("amount", "指标值", "value", K.AMOUNT, True, (), "数值按原文小数位数填写", 12)
_UNIT = C("unit", "计量单位", "unit", K.UNIT, width=11)

PROGRAMME = Sheet(
    "programme",
    "项目信息",
    "programme",
    Programme,
    (
        C("name", "项目名称", "name", required=True, note="转移支付（项目）名称全称"),
        C("year", "绩效年度", "budget year", K.YEAR, True, note="自评的预算年度，如“2025”"),
        C("province", "省（自治区、直辖市）", "province"),
        C("city", "市（州、盟）", "city"),
        C("fund", "所属专项", "fund", note="如“重点生态保护修复治理资金”"),
        C(
            "kind",
            "项目类型",
            "kind of programme",
            K.CHOICE,
            choices=("历史遗留废弃矿山生态修复示范工程", "山水林田湖草沙一体化保护和修复工程"),
        ),
        C("central_authority", "中央主管部门", "central authority"),
        C("province_finance", "省级财政部门", "provincial finance department"),
        C("province_authority", "省级主管部门", "provincial authority"),
        C("local_authority", "地方主管部门", "local authority"),
        C("implementing_body", "具体实施单位", "implementing body"),
        C("using_units", "资金使用单位", "using units", note="按自评表所填顺序，用“、”隔开"),
        C("start", "实施期开始年份", "first year", K.YEAR),
        C("end", "实施期结束年份", "last year", K.YEAR),
        C("as_of", "数据截止日期", "actuals as of", K.DAY, note="全年实际完成值的统计截止日"),
        C("npc_approval", "全国人大批准预算日期", "budget approved on", K.DAY),
        C(
            "central_use",
            "中央资金允许用途",
            "what central money may pay",
            note="按备案实施方案填写",
        ),
        C("subject", "预算支出科目", "budget subject"),
    ),
    "项目基本情况，一个工作簿只填一个项目、一个年度。",
    vertical=True,
    required=True,
)

PLACES = Sheet(
    "places",
    "区域与单位",
    "regions and units",
    Place,
    (
        C("name", "名称", "name", required=True, note="其他各表填写区域、单位时一律用此名称"),
        C("level", "层级", "level", K.CHOICE, True, LEVELS, width=8),
        C(
            "kind",
            "类别",
            "kind",
            K.CHOICE,
            True,
            ("区域", "单位"),
            "分解绩效目标的填“区域”",
            width=8,
        ),
        C("full_name", "全称", "official name", width=24),
        C("code", "行政区划代码", "division code"),
        C("aliases", "其他写法", "other spellings", width=24),
    ),
    "承担任务的旗县区和使用资金的单位；财政部、自治区财政厅、市财政局等上级单位也在此登记。",
    required=True,
    keys=("name",),
)

OWN_INDICATORS = Sheet(
    "own_indicators",
    "自有指标",
    "own indicators",
    OwnIndicator,
    (
        C("name", "三级指标", "name", required=True, width=26),
        C("level1", "一级指标", "level 1", K.CHOICE, True, ("产出指标", "效益指标", "满意度指标")),
        C("level2", "二级指标", "level 2", required=True),
        C("unit", "计量单位", "unit", K.TEXT),
        C("direction", "方向", "direction", K.CHOICE, False, ("正向", "反向", "相等", "定性")),
        C("evidence", "佐证材料", "evidence", width=30),
    ),
    "指标库中没有、本项目自行设定的指标；没有则不填。",
    keys=("name",),
)

VERSIONS_SHEET = Sheet(
    "versions",
    "目标版本",
    "target versions",
    TargetVersion,
    (
        _VERSION,
        _PERIOD,
        C("status", "状态", "status", K.CHOICE, False, ("已下达", "已备案", "待批复", "已批复")),
        C("document", "依据文件", "document", width=30),
        C("issued", "日期", "day", K.DAY),
        C("total", "投资总额（万元）", "investment", K.MONEY),
        C("central", "中央财政资金（万元）", "central money", K.MONEY),
        C("local", "地方资金（万元）", "local money", K.MONEY),
        C("social", "社会资本（万元）", "private money", K.MONEY),
        C("goal", "总体目标", "overall goal", width=50),
    ),
    "绩效目标表的表头：每个版本、每个期间一行。",
    required=True,
    keys=("version", "period"),
)

TARGETS = Sheet(
    "targets",
    "指标目标",
    "targets",
    Target,
    (
        _VERSION,
        _PERIOD,
        C("level1", "一级指标", "level 1", note="按该版本目标表所印填写，可与指标库不同"),
        C("level2", "二级指标", "level 2"),
        _INDICATOR,
        C("name", "文件所用名称", "name as printed", note="与三级指标相同时可不填", width=26),
        _SIGN,
        _AMOUNT,
        _UNIT,
        C("in_goal", "列入总体目标", "named in the overall goal", K.YES_NO),
        C("note", "备注", "note"),
    ),
    "绩效目标表的指标行：每个版本、每个期间、每个三级指标一行。",
    required=True,
    keys=("version", "period", "indicator"),
)

REGIONAL_TARGETS = Sheet(
    "regional_targets",
    "目标分解",
    "split of targets",
    RegionalTarget,
    (
        _VERSION,
        _PERIOD,
        C("region", "区域", "region", K.PLACE, True),
        _INDICATOR,
        _SIGN,
        _AMOUNT,
        _UNIT,
    ),
    "绩效目标按旗县区的分解。",
    keys=("version", "period", "region", "indicator"),
)

DOCUMENTS = Sheet(
    "documents",
    "文件",
    "documents",
    FundDocument,
    (
        C("title", "文件名称", "title", required=True, width=46),
        C("number", "文号", "number", note="如“财资环〔2025〕64号”；没有文号的留空", width=24),
        C("issuer", "发文单位", "issuer", width=20),
        C("level", "层级", "level", K.CHOICE, False, LEVELS, width=8),
        C(
            "category",
            "类别",
            "category",
            K.CHOICE,
            True,
            ("资金下达", "管理制度", "方案", "法规", "通知", "其他"),
        ),
        C("issued", "发文日期", "issued on", K.DAY),
        C("received", "收到日期", "received on", K.DAY, note="下一级收到的日期，没有登记的留空"),
        C("formality", "下达方式", "formality", K.CHOICE, False, ("正式下达", "预下达")),
        C("amount", "金额（万元）", "amount", K.MONEY),
        C("goals_attached", "同步下达绩效目标", "targets attached", K.YES_NO),
        C("subject", "预算支出科目", "budget subject"),
    ),
    "资金下达文件、管理制度、方案和引用的法规通知。",
)

TRANSFERS = Sheet(
    "transfers",
    "资金流转",
    "transfers",
    Transfer,
    (
        C("when", "日期", "day", K.DAY),
        C("kind", "类型", "kind", K.CHOICE, True, ("下达", "收回", "重新分配")),
        C("giver", "拨出单位", "from", K.PLACE, True),
        C("taker", "接收单位", "to", K.PLACE, True),
        C("origin", "资金来源", "origin", K.CHOICE, True, ORIGINS),
        C("amount", "金额（万元）", "amount", K.MONEY, note="文件没有写明的留空"),
        C("document", "依据文号", "document", width=24),
        C("purpose", "用途", "purpose", width=28),
        C("share", "所占比例（%）", "share", K.PERCENT),
        C("status", "状态", "status", K.CHOICE, False, ("已完成", "进行中")),
    ),
    "资金从上级到旗县区的每一步，含收回和重新分配。",
)

ANNUAL_FUNDS = Sheet(
    "annual_funds",
    "年度资金",
    "money of the year",
    AnnualFund,
    (
        C("origin", "资金来源", "origin", K.CHOICE, True, ("合计", *ORIGINS)),
        C("planned", "目标表安排（万元）", "by the goal table", K.MONEY),
        C("in_place", "实际到位（万元）", "in place", K.MONEY),
        C("budget", "全年预算数A（万元）", "annual budget A", K.MONEY),
        C(
            "executed",
            "全年执行数B（万元）",
            "executed B",
            K.MONEY,
            note="国库集中支付的实际支付数",
        ),
        C("rate", "预算执行率（%）", "stated rate", K.PERCENT, note="自评表上填写的执行率"),
    ),
    "自评表“资金投入情况”各行，并与绩效目标表安排数对照。",
    required=True,
    keys=("origin",),
)

PAYMENTS = Sheet(
    "payments",
    "支付明细",
    "payments",
    Payment,
    (
        C("when", "支付日期", "day", K.DAY, True),
        C("payer", "支付单位", "payer", K.PLACE, True),
        C("origin", "资金来源", "origin", K.CHOICE, True, ORIGINS),
        C("amount", "金额（万元）", "amount", K.MONEY, True),
        C("purpose", "用途", "purpose", width=28),
        C("subproject", "子项目", "subproject", width=22),
        C("voucher", "凭证号", "voucher"),
    ),
    "国库集中支付的每一笔；没有支付则不填。",
)

SUBPROJECTS = Sheet(
    "subprojects",
    "子项目",
    "subprojects",
    Subproject,
    (
        C("name", "子项目名称", "name", required=True, width=24),
        C("unit", "实施单位", "unit", K.PLACE),
        C("count", "数量（个）", "count", K.WHOLE, note="尚未逐个列出的，可合并一行并填数量"),
        C("state", "状态", "state", K.CHOICE, True, STATES),
        C("due_start", "计划开工", "due to start", K.DAY),
        C("started", "实际开工", "started", K.DAY),
        C("due_finish", "计划完工", "due to finish", K.DAY),
        C("finished", "实际完工", "finished", K.DAY),
        C("inspected", "检验单元（个）", "units inspected", K.WHOLE),
        C("accepted", "合格单元（个）", "units accepted", K.WHOLE),
        C("halt_reason", "停工原因", "reason of halt", width=22),
        C("note", "备注", "note", width=22),
    ),
    "子项目及其状态。",
    keys=("name",),
)

MILESTONES = Sheet(
    "milestones",
    "进度节点",
    "milestones",
    Milestone,
    (
        C("event", "节点", "step", required=True, width=34),
        C("due", "期限", "due", K.DAY),
        C("done", "完成日期", "done", K.DAY),
        C("basis", "依据文件", "document", width=30),
        C("responsible", "责任单位", "responsible", width=18),
        C("result", "结果", "result", width=30),
        C("order", "先后次序", "order", K.WHOLE, note="有先后关系的节点依次填 1、2、3……"),
    ),
    "审批、报送、招标、开工等节点及期限。",
)

PROGRESS = Sheet(
    "progress",
    "进展监测",
    "monitoring",
    Progress,
    (
        C("when", "统计日期", "day", K.DAY, True),
        C("region", "区域", "region", K.PLACE),
        C("subproject", "子项目", "subproject", width=22),
        _INDICATOR,
        C("amount", "累计完成值", "cumulative value", K.AMOUNT, True),
        _UNIT,
        C("evidence", "佐证材料", "evidence", width=26),
    ),
    "各月或各季的累计完成值；没有监测记录则不填。",
    keys=("when", "region", "subproject", "indicator"),
)

ACTUALS = Sheet(
    "actuals",
    "自评填报",
    "stated actuals",
    Actual,
    (
        _INDICATOR,
        _PERIOD,
        C("place", "填报处", "stated in", K.CHOICE, True, ("自评表", "报告正文")),
        C("region", "区域", "region", K.PLACE, note="全项目数留空"),
        C("quoted_sign", "引用目标符号", "quoted sign", K.SIGN),
        C("quoted_amount", "引用目标值", "quoted target", K.AMOUNT, note="该处写的年度指标值"),
        C("quoted_unit", "引用目标单位", "quoted unit", K.UNIT),
        C("sign", "完成值符号", "sign of actual", K.SIGN, note="完成值应为数值，一般留空"),
        C("amount", "全年实际完成值", "actual", K.AMOUNT),
        C("unit", "完成值单位", "unit of actual", K.UNIT),
        C("completion", "填报完成率（%）", "stated completion", K.PERCENT),
        C("numerator", "分子", "numerator", K.NUMBER, note="比率指标的分子，如合格单元数"),
        C("denominator", "分母", "denominator", K.NUMBER, note="比率指标的分母，如应开工数"),
        C("evidence", "佐证材料", "evidence", width=26),
        C("evidence_on", "佐证日期", "day of evidence", K.DAY),
        C(
            "status",
            "数据性质",
            "status",
            K.CHOICE,
            False,
            ("实测", "测算", "承诺", "现场核查", "问卷调查"),
        ),
        C("statement", "情况说明", "statement", width=34),
    ),
    "自评表和报告正文中填报的全年实际完成值；同一指标两处都填的，各填一行。",
    required=True,
    keys=("indicator", "period", "place", "region"),
)

EXPLANATIONS = Sheet(
    "explanations",
    "偏差原因与改进措施",
    "reasons and measures",
    Explanation,
    (
        C("kind", "类型", "kind", K.CHOICE, True, ("资金管理", "指标偏差", "项目实施", "改进措施")),
        C(
            "indicators",
            "涉及指标",
            "indicators",
            K.INDICATORS,
            note="不针对具体指标的留空",
            width=26,
        ),
        C("heading", "标题", "heading", width=26),
        C("reason", "原因", "reason", width=46),
        C("measure", "改进措施", "measure", width=46),
        C("owner", "责任单位", "owner"),
        C("due", "完成时限", "due", K.DAY),
        C("in_form", "列入自评表", "printed in the form", K.YES_NO),
    ),
    "未完成原因、存在问题和下一步改进措施；措施应有责任单位和完成时限。",
)

MANAGEMENT = Sheet(
    "management",
    "资金管理情况",
    "management of money",
    Management,
    (
        C(
            "aspect",
            "管理事项",
            "aspect",
            K.CHOICE,
            True,
            (
                "分配科学性",
                "下达及时性",
                "拨付合规性",
                "使用规范性",
                "执行准确性",
                "预算绩效管理情况",
                "支出责任履行情况",
                "制度建立情况",
            ),
        ),
        C("situation", "情况说明", "situation", width=60),
        C(
            "form_situation",
            "自评表情况说明",
            "situation in the form",
            note="与正文相同时可不填",
            width=40,
        ),
        C("problem", "存在问题和改进措施", "problems and measures", width=40),
    ),
    "资金管理八个方面的情况说明、存在问题和改进措施。",
    keys=("aspect",),
)

ADJUSTMENTS = Sheet(
    "adjustments",
    "指标调整",
    "changes of targets",
    Adjustment,
    (
        _INDICATOR,
        C("name", "文件所用名称", "name as printed", width=26),
        _PERIOD,
        C("old_version", "调整前版本", "old version", K.CHOICE, True, VERSIONS),
        C("new_version", "调整后版本", "new version", K.CHOICE, True, VERSIONS),
        C("old", "调整前", "old", K.NUMBER, note="原方案没有该指标的填“-”"),
        C("new", "调整后", "new", K.NUMBER),
        C("delta", "变幅", "change", K.NUMBER, note="新设指标填“新增指标”"),
        _UNIT,
    ),
    "上报的绩效目标指标变动情况表；系统另按两个版本重新计算并核对。",
    keys=("indicator", "period", "old_version", "new_version"),
)

CHANGE_NOTES = Sheet(
    "change_notes",
    "调整说明",
    "explanation of changes",
    ChangeNote,
    (
        C("item", "调整事项", "item", required=True, width=26),
        C("role", "性质", "role", K.CHOICE, True, ("分项", "合计", "声明")),
        C("indicators", "涉及指标", "indicators", K.INDICATORS, width=26),
        C("amount", "增减量", "increase", K.AMOUNT, note="增加填正数，减少填负数"),
        _UNIT,
        C("parcels", "涉及图斑（个）", "plots", K.WHOLE),
        C("share", "图斑占比（%）", "share of plots", K.PERCENT),
        C("reason", "理由", "reason", width=50),
        C("basis", "依据", "basis", width=34),
    ),
    "报告正文对指标调整的文字说明，逐项填写。",
)

OVERVIEW = Sheet(
    "overview",
    "自评综述",
    "summary in words",
    Overview,
    (
        C("goal", "总体目标（自评表所填）", "overall goal as restated"),
        C("result", "全年实际完成情况", "overall result"),
        C("quality_claim", "定性目标表述", "qualitative goal", note="如“提升区域生态系统稳定性”"),
        C(
            "quality_met",
            "定性目标是否完成",
            "qualitative goal met",
            K.CHOICE,
            False,
            ("是", "部分", "否"),
        ),
        C("progress", "工作推进情况", "how the work went"),
        C("change_summary", "调整总体说明", "summary of changes"),
        C("result_use", "自评结果拟应用情况", "use of the result"),
        C("public_site", "公开载体", "published where"),
        C("public_url", "公开网址", "published at"),
        C("public_on", "公开日期", "published on", K.DAY),
        C("public_scope", "公开范围", "published to whom"),
        C("remarks", "其他需要说明的问题", "other explanations"),
    ),
    "自评报告中的文字内容；没有的留空，报告会标明“未填报”。",
    vertical=True,
)

SHEETS = (
    PROGRAMME,
    PLACES,
    OWN_INDICATORS,
    VERSIONS_SHEET,
    TARGETS,
    REGIONAL_TARGETS,
    DOCUMENTS,
    TRANSFERS,
    ANNUAL_FUNDS,
    PAYMENTS,
    SUBPROJECTS,
    MILESTONES,
    PROGRESS,
    ACTUALS,
    EXPLANATIONS,
    MANAGEMENT,
    ADJUSTMENTS,
    CHANGE_NOTES,
    OVERVIEW,
)
BY_NAME = {sheet.zh: sheet for sheet in SHEETS}
