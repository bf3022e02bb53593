"""Shapes of names of regions and bodies, and their level."""

from shanhe.values.regex import regex

UNIT = regex(
    r"[\u4e00-\u9fff]{1,16}(?:局|厅|部|委|委员会|办公室|中心|集团|公司|政府|管委会|林场|管理处|管理站|站|研究院|监狱|农场)"
)
REGION = regex(r"[\u4e00-\u9fff]{1,9}(?:自治县|自治旗|县|区|旗|市|州|盟|镇|乡|兵团|师)")
NOT_A_REGION = regex(
    "项目区|实施区|示范区|攻坚区|矿区|林区|库区|景区|园区|灌区|片区|地区|全区|各县|各区|全市|我市|我县|本市"
    "|区域|重点|施工|用于|承担|资金|工作|下达|安排|分配|截至|其中|以及|旗县区|县区|市县|日前|完成|^到[省市县]|[两各三四][市县区]"
)
NO_HEAD = regex("报|送|由|商请|会同|提请|[两各三四][市县]|日前|完成|下达|结果")
"""Words of a clause that run into the name of an office: 调度结果报县财政局."""
FINANCE = regex(r"财政[部厅局]")
_OFFICE = (
    r"(?:财政部|财政厅|财政局|自然资源部|自然资源厅|自然资源局|生态环境部|生态环境厅|生态环境局"
    r"|水利部|水利厅|水利局|农业农村部|农业农村厅|农业农村局|林业和草原局|林草局"
    r"|发展改革委|发展和改革委员会|发改委|人民政府|住房和城乡建设局|住建局)"
)
_HEAD = r"[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|州|盟|县|区|旗)"
HEAD = regex(rf"(?:^|[，。；、(《“《\n ])(?P<head>{_HEAD})(?={_OFFICE})")
_PLACE = r"(?:(?![厅局部]|会同)[\u4e00-\u9fff]){2,10}?(?:省|自治区|市|州|盟|县|区|旗)"
ISSUER = regex(rf"(?P<head>{_PLACE}|[省市县区旗州盟])?{_OFFICE}")
_NATIONAL = regex("部$|国务院|国家")
_PROVINCE = regex(r"[\u4e00-\u9fff]{2,6}省|[\u4e00-\u9fff]*自治区|省")
_OFFICE_TAIL = regex(f"(?:{_OFFICE}|[^县区旗市州盟]*(?:局|委|委员会|中心|办公室))$")


def level_of(name: str) -> str:
    """Return 部, 省, 市 or 县 by the shape of a name, empty where it does not tell.

    Example:
        ``内蒙古自治区财政厅`` is 省, ``包头市财政局`` 市, ``财政部`` 部.
    """
    if _NATIONAL.search(name):
        return "部"
    if name.endswith("厅") or _PROVINCE.match(name):
        return "省"
    head = _OFFICE_TAIL.sub("", name) or name
    if head.endswith(("县", "区", "旗")):
        return "县"
    return "市" if head.endswith(("市", "州", "盟")) else ""
