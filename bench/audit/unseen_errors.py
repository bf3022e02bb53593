"""Errors for the documents in ``unseen``: made with them, before the rules were tuned."""

from collections.abc import Iterator

from docx_edit import Doc
from mutants import ACTUALS, CHANGE, MONEY, SUM, TARGETS, UNITS, Make, Planted, planted

POINTS = ("SAME-905", "SAME-906", "SAME-907", "SAME-908", "SAME-909")
RANGE = ("ACTUAL-414", "SAME-910", "TARGET-120", "TARGET-102")


def water(doc: Doc) -> Iterator[Planted]:
    yield from planted(
        doc,
        ("execution %", "年度资金总额", "95.00%", "93.00%", MONEY),
        ("execution %", "其中：财政拨款", "95.00%", "85.00%", MONEY),
        ("money of the year", "其他资金", "19.00", "29.00", MONEY),
        ("money of the year", "年度资金总额", "1,254.00", "1,354.00", MONEY),
        ("money of the year", "其中：财政拨款", "1,300.00", "1,200.00", MONEY),
        ("money of the year", "年度资金总额", "1,250.00", "1,350.00", MONEY),
        ("weights", "单元工程合格率", "10", "15", POINTS),
        ("points", "新增蓄水能力", "10", "12", POINTS),
        ("points", "总分", "99.0", "98.0", POINTS),
        ("points", "年度资金总额", "9.5", "9.1", POINTS),
        ("over 100 %", "受益群众满意度", "93.2", "193.2", RANGE),
        ("over 100 %", "按期完工率", "100", "120", RANGE),
        ("over 100 %", "下游生态流量达标率", "94", "194", RANGE),
        ("fractional count", "除险加固水库数量", "6", "6.5", (*RANGE, *ACTUALS)),
        ("unit swapped", "改善灌溉面积", "万亩", "亩", (*UNITS, *ACTUALS, *TARGETS)),
        ("unit swapped", "受益人口", "万人", "%", (*UNITS, *ACTUALS, *TARGETS)),
        ("actual is an inequality", "下游生态流量达标率", "94", "≥90", ("ACTUAL-401",)),
        ("goal in words", "除险加固小型水库6座", "42.5万", "45.2万", (*TARGETS, *ACTUALS)),
        ("form against text", "新增蓄水能力", "42.5", "41.5", (*ACTUALS, *POINTS, "REASON-501")),
        ("reason removed", "改善灌溉面积", "西干渠末段九百亩农田改种果树不再引水，由甘谷县水务局于2025年4月30日前调整配水方案并补足面积", "", ("REASON-501",)),
    )  # fmt: skip


def forest(doc: Doc) -> Iterator[Planted]:
    yield from planted(
        doc,
        ("execution %", "地方资金", "91.78%", "97.18%", MONEY),
        ("money in the form", "年度资金总额", "2860.00", "2680.00", MONEY),
        ("money in the form", "其中：中央财政资金", "2352.00", "2532.00", MONEY),
        ("form against text", "指标2：森林抚育面积", "1.44", "1.34", ACTUALS),
        ("goal in words", "完成人工造林3.20万亩", "草原改良4.00万亩", "草原改良4.50万亩", (*TARGETS, *ACTUALS)),
        ("unit swapped", "指标1：人工造林面积", "万亩", "亩", (*UNITS, *ACTUALS, *TARGETS)),
        ("unit swapped", "指标1：人工造林补助标准", "元/亩", "万元/亩", (*UNITS, *ACTUALS, *TARGETS)),
        ("unit swapped", "指标1：管护年限", "年", "亩", (*UNITS, *ACTUALS, *TARGETS)),
        ("actual is an inequality", "指标1：造林合格率", "90.6", "≥85", ("ACTUAL-401",)),
        ("over 100 %", "指标1：林农满意度", "91.3", "191.3", RANGE),
        ("over 100 %", "指标2：抚育作业合格率", "96", "196", RANGE),
        ("over 100 %", "指标1：当期任务完成率", "96", "196", RANGE),
        ("fractional count", "指标1：带动就业人次", "1560", "1560.5", RANGE),
        ("below target, no reason", "指标1：带动就业人次", "1560", "1360", ("REASON-501",)),
        ("reason removed", "指标2：森林抚育面积", "大峪沟林区六百亩抚育地块九月发现松材线虫疫木，按规定停止采伐作业；由卓尼县国有林场于2024年6月30日前完成除治并恢复抚育", "", ("REASON-501",)),
        ("level-1 dropped", "效益指标", "效益指标", "", ("TARGET-119", "TARGET-126")),
        ("target in the form", "指标3：草原改良面积", "≥4.00", "≥4.20", (*TARGETS, "REASON-501")),
        ("percent from parts", "满意度有效样本206", "合格58个", "合格48个", (*ACTUALS, "ACTUAL-419", "ACTUAL-406")),
    )  # fmt: skip


def farmland(doc: Doc) -> Iterator[Planted]:
    yield from planted(
        doc,
        ("split cell", "新建灌排渠道长度", "48", "58", SUM),
        ("split cell", "配套机井数量", "80", "90", SUM),
        ("split cell", "受益农户", "5000", "5500", SUM),
        ("split cell", "高标准农田建设面积", "2.4", "2.9", SUM),
        ("split total", "配套机井数量", "300", "330", SUM),
        ("goal table value", "新建灌排渠道长度", "≥120公里", "≥130公里", TARGETS),
        ("goal table value", "新建灌排渠道长度", "≥360公里", "≥336公里", TARGETS),
        ("goal table value", "亩均投资标准", "≤1600元/亩", "≤1800元/亩", TARGETS),
        ("year above term", "受益农户", "≥15000户", "≥55000户", SUM),
        ("year above term", "节水面积", "≥4万亩", "≥14万亩", ("TARGET-106", *SUM)),
        ("unit swapped", "亩均投资标准", "元/亩", "万元/亩", (*UNITS, *TARGETS)),
        ("unit swapped", "高标准农田建设面积", "≥6万亩", "≥6亩", (*UNITS, *TARGETS)),
        ("unit swapped", "受益农户", "≥15000户", "≥15000亩", (*UNITS, *TARGETS)),
        ("investment and its sources", "其中：中央财政资金", "20160.00", "21060.00", MONEY),
        ("investment and its sources", "地方资金", "2880.00", "2980.00", MONEY),
        ("share", "西华县", "33.33%", "32.33%", MONEY),
        ("allocation", "西华县", "2240.00", "2140.00", MONEY),
        ("allocation", "商水县", "3840.00", "3940.00", MONEY),
        ("allocation total", "合计", "9600.00", "9700.00", MONEY),
        ("goal in words", "建设高标准农田18万亩", "机井900眼", "机井800眼", TARGETS),
        ("goal in words", "建设高标准农田6万亩", "渠道120公里", "渠道150公里", TARGETS),
        ("over 100 %", "工程验收合格率", "≥98%", "≥198%", RANGE),
        ("level-1 dropped", "效益指标", "效益指标", "", ("TARGET-119", "TARGET-126")),
        ("sign lost", "配套机井数量", "≥900眼", "900眼", ("TARGET-115", "TARGET-116")),
        ("fractional count", "配套机井数量", "≥900眼", "≥900.5眼", RANGE),
    )  # fmt: skip


def rural(doc: Doc) -> Iterator[Planted]:
    yield from planted(
        doc,
        ("money of the year", "年度资金总额", "1890.00", "1980.00", MONEY),
        ("money of the year", "其中：中央财政资金", "1260.00", "1160.00", MONEY),
        ("money of the year", "地方财政资金", "630.00", "730.00", MONEY),
        ("money of the year", "地方财政资金", "500.00", "600.00", MONEY),
        ("execution %", "年度资金总额", "90%", "92%", MONEY),
        ("points", "新建处理站数量", "13.9", "15", POINTS),
        ("points", "总分", "97.9", "98.9", POINTS),
        ("points", "清淤量", "15", "17", POINTS),
        ("weights", "污水收集率", "15", "20", POINTS),
        ("unit swapped", "清淤量", "2.52万立方米", "2.52立方米", (*UNITS, *ACTUALS)),
        ("unit swapped", "新增受益户数", "4310户", "4310人", (*UNITS, *ACTUALS)),
        ("over 100 %", "村民满意度", "94%", "194%", RANGE),
        ("over 100 %", "污水收集率", "83.5%", "183.5%", RANGE),
        ("fractional count", "受益村庄数", "18个", "18.5个", RANGE),
        ("actual is an inequality", "出水达标率", "92%", "≥90%", ("ACTUAL-401",)),
        ("goal in words", "治理农村黑臭水体12条", "2.52万", "2.25万", (*ACTUALS, *TARGETS)),
        ("goal in words", "新建处理站13座", "处理站13座", "处理站14座", (*ACTUALS, *TARGETS)),
        ("reason removed", "新建处理站数量", "横溪镇站址压覆文物勘探区，文物部门要求另选；由台州市生态环境局仙居分局于2025年5月31日前完成移址建设", "", ("REASON-501",)),
    )  # fmt: skip


def landslide(doc: Doc) -> Iterator[Planted]:
    yield from planted(
        doc,
        ("old+delta≠new", "治理隐患点数量", "+3", "+5", CHANGE),
        ("old+delta≠new", "专业监测点数量", "120", "125", CHANGE),
        ("old+delta≠new", "搬迁避让户数", "+14", "+24", CHANGE),
        ("delta sign", "专业监测点数量", "-12", "+12", CHANGE),
        ("change %", "治理隐患点数量", "+12.50%", "+15.20%", CHANGE),
        ("change %", "专业监测点数量", "-10.00%", "-12.00%", CHANGE),
        ("change %", "受保护人口", "+5.00%", "+6.00%", CHANGE),
        ("completion %", "专业监测点数量", "97.22", "95.22", ACTUALS),
        ("completion %", "受保护人口", "105.00", "106.00", ACTUALS),
        ("completion %", "预警信息发布及时率", "103.16", "113.16", ACTUALS),
        ("over 100 %", "预警信息发布及时率", "98", "198", RANGE),
        ("over 100 %", "群众满意度", "93.6", "193.6", RANGE),
        ("fractional count", "专业监测点数量", "105", "105.5", RANGE),
        ("actual is an inequality", "群众满意度", "93.6", "≥90", ("ACTUAL-401",)),
        ("unit swapped", "搬迁避让户数", "户", "人", (*UNITS, *ACTUALS, *CHANGE)),
        ("reason removed", "专业监测点数量", "三处点位位于岷江左岸塌方段，道路未通；由汶川县自然资源局于2026年5月31日前完成安装", "—", ("REASON-501",)),
        ("target in the form", "搬迁避让户数", "364", "374", (*TARGETS, *CHANGE, "ACTUAL-402")),
    )  # fmt: skip


def bureau(doc: Doc) -> Iterator[Planted]:
    yield from planted(
        doc,
        ("execution %", "基本支出", "99.00%", "97.00%", MONEY),
        ("execution %", "项目支出", "95.72%", "97.52%", MONEY),
        ("execution %", "年度资金总额", "97.00%", "98.00%", MONEY),
        ("money in the form", "项目支出", "2,929.08", "2,829.08", MONEY),
        ("money in the form", "基本支出", "1,956.00", "1,996.00", MONEY),
        ("money in the form", "年度资金总额", "4,820.50", "4,920.50", MONEY),
        ("executed above budget", "基本支出", "1,936.44", "1,986.44", MONEY),
        ("points", "补充耕地面积", "9.5", "8.0", POINTS),
        ("points", "总分", "99.2", "98.2", POINTS),
        ("points", "年度资金总额", "9.7", "9.2", POINTS),
        ("weights", "植被成活率", "15", "20", POINTS),
        ("unit swapped", "矿山复绿面积", "150公顷", "150亩", (*UNITS, *ACTUALS, *TARGETS)),
        ("unit swapped", "办理不动产登记数量", "1.25万件", "1.25件", (*UNITS, *ACTUALS)),
        ("over 100 %", "植被成活率", "91%", "191%", RANGE),
        ("over 100 %", "按时办结率", "99.2%", "199.2%", RANGE),
        ("over 100 %", "办事群众满意度", "97.5%", "197.5%", RANGE),
        ("fractional count", "消除安全隐患数量", "16处", "16.5处", RANGE),
        ("goal in words", "完成矿山复绿150公顷，补充耕地760亩", "耕地760亩", "耕地860亩", (*ACTUALS, *TARGETS)),
        ("form against text", "补充耕地面积", "760亩", "740亩", (*ACTUALS, *POINTS)),
    )  # fmt: skip


def rows(doc: Doc) -> Iterator[Planted]:
    yield from planted(
        doc,
        ("split cell", "延川县", "1250.50", "1350.50", SUM),
        ("split cell", "宜川县", "4", "5", SUM),
        ("split cell", "志丹县", "6100", "6500", SUM),
        ("split total", "合计", "3700.00", "3800.00", SUM),
        ("split total", "合计", "18", "19", SUM),
        ("allocation", "延川县", "820.00", "830.00", MONEY),
        ("allocation", "志丹县", "960.00", "690.00", MONEY),
        ("allocation total", "合计", "2420.00", "2520.00", MONEY),
        ("share", "宜川县", "26.45%", "28.45%", MONEY),
        ("execution %", "地方资金", "96.00%", "98.00%", MONEY),
        ("money in the form", "年度资金总额", "2904.00", "2804.00", MONEY),
        ("money in the form", "中央资金", "2420.00", "2520.00", MONEY),
        ("target in the form", "新建淤地坝数量", "不少于18座", "不少于16座", (*SUM, *TARGETS)),
        ("target in the form", "水土流失治理面积", "不低于37平方公里", "不低于39平方公里", (*SUM, *TARGETS)),
        ("unit swapped", "水土流失治理面积", "36.50km²", "36.50公顷", (*UNITS, *ACTUALS)),
        ("unit swapped", "坡面治理单价", "6380元/公顷", "6380万元/公顷", (*UNITS, *ACTUALS)),
        ("over 100 %", "林草植被覆盖率", "63.4%", "163.4%", RANGE),
        ("fractional count", "新建淤地坝数量", "18座", "18.5座", (*RANGE, *ACTUALS)),
        ("actual is an inequality", "按期完成率", "98%", "≥95%", ("ACTUAL-401",)),
        ("reason removed", "水土流失治理面积", "志丹县五十公顷坡面与高速公路取土场重叠，待取土结束后治理；由志丹县水务局于2025年6月30日前完成", "无", ("REASON-501",)),
    )  # fmt: skip


UNSEEN_ERRORS: dict[str, Make] = {
    "water": water,
    "forest": forest,
    "farmland": farmland,
    "rural": rural,
    "landslide": landslide,
    "bureau": bureau,
    "rows": rows,
}
