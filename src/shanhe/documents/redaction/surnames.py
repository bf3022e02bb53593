"""Whether a word may be the name of a person: it begins with a surname and ends like no body."""

from collections.abc import Collection

from shanhe.values.regex import regex

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任"
    "陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞"
    "翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍"
    "华包屈房喻解蒲卫简时连车项闵邬吉党阳费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚全娄甄郎池丛边岑农苟迟保商"
)
_DOUBLE = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文")
_BODY = regex(
    r".*(?:区|县|市|旗|省|州|盟|局|厅|部|委|院|司|所|办|处|站|队|科|室|乡|镇|村|组|会|社|场|矿|山|河|库|公司|中心|政府|单位|企业"
    r"|工作|项目|制度|情况|办公|责任|签字|签名|名单|会议|要求|管理|负责|组织|同意)"
)
_SHORTEST, _LONGEST = 2, 4


def may_be_person(word: str, bodies: Collection[str] = ()) -> bool:
    """Return whether a word of two to four characters may name a person.

    Args:
        word: such as 张伟.
        bodies: names of places and bodies, which are not persons although they begin alike.

    Example:
        张伟 and 欧阳明 may; 高新区, 石拐区 and 白云矿 may not.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or word in bodies or _BODY.fullmatch(word):
        return False
    if word.startswith(_DOUBLE):
        return len(word) > len(_DOUBLE[0])
    return word[0] in _SURNAMES and len(word) < _LONGEST
