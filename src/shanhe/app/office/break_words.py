"""Where what is kept does not hold, in words: the place, what is wrong, what was said and what is there."""

from shanhe.app.office.complaints import Both
from shanhe.store.journal import Break

_KINDS = {
    "changed": Both("内容被改动，与校验值不符", "changed; its hash is not its own"),
    "gap": Both("与前一条不衔接", "does not follow the one before"),
    "end": Both("末尾与登记的不一致", "the chain ends elsewhere than on record"),
    "state": Both("现有数据与变更记录不一致", "the present data differ from the journal"),
    "altered": Both("与变更记录不一致", "is not what the journal says"),
    "lost": Both("变更记录中有，现已不存在", "stands in the journal and is not there"),
    "unsaid": Both("没有变更记录", "no entry of the journal speaks of it"),
    "edition": Both("文件清单与定稿记录不符", "its papers are not those that were frozen"),
    "lock": Both("数据没有锁定", "its figures were never closed"),
    "step": Both("状态与变更记录不符", "its state is not what the journal says"),
    "file": Both("文件缺失或被改动", "a file is missing or changed"),
}
_EDITIONS = frozenset({"edition", "lock", "step"})
_TABLES = {
    "lock": Both("锁定", "lock"),
    "permit": Both("延期", "extension"),
    "grant": Both("授权", "grant"),
    "reply": Both("问题答复", "answer"),
    "submission": Both("填报单", "submission"),
}
_FIELDS = {
    "sheet": "表",
    "why": "理由",
    "account": "账号",
    "at": "时间",
    "opened": "解锁时间",
    "lock": "锁定",
    "organisation": "机构",
    "until": "到期日",
    "role": "角色",
    "book": "项目",
    "series": "核查",
    "finding": "问题",
    "reply": "答复",
    "reason": "理由",
    "figures": "所答数据",
    "title": "名称",
    "state": "状态",
    "comment": "退回意见",
    "rows": "数据行",
    "editors": "填报人",
    "texts": "",
    "evidence": "附件",
    "seen": "所见记录",
}
_MOST = 5
"""Fields of one row that are named."""


def told(one: Break) -> Both:
    """Return one place in both languages, in one line each."""
    kind = _KINDS[one.kind]
    zh = f"{_place(one, 'zh')}{kind.zh}{_fields(one, 'zh')}"
    en = f"{_place(one, 'en')}{kind.en}{_fields(one, 'en')}"
    return Both(f"{zh} {one.detail}".rstrip(), f"{en} {one.detail}".rstrip())


def _place(one: Break, lang: str) -> str:
    is_zh = lang == "zh"
    where = [f"项目 {one.book}" if is_zh else f"programme {one.book}"] if one.book else []
    if not one.book:
        where = ["系统" if is_zh else "the office"]
    if one.table:
        where.append(f"{getattr(_TABLES[one.table], lang)} {one.key}")
    if one.kind in _EDITIONS:
        where.append(f"自评第 {one.number} 版" if is_zh else f"edition {one.number}")
    elif one.number:
        where.append(f"变更记录第 {one.number} 条" if is_zh else f"entry {one.number}")
    return "，".join(where) + "：" if is_zh else ", ".join(where) + ": "


def _fields(one: Break, lang: str) -> str:
    """Return what differs: what the journal says, and what is there."""
    if not one.fields:
        return ""
    named = [_field(*field, lang) for field in one.fields[:_MOST]]
    more = len(one.fields) - _MOST
    if lang == "zh":
        return f"（{'；'.join(named)}{f'；另有 {more} 处' if more > 0 else ''}）"
    return f" ({'; '.join(named)}{f'; {more} more' if more > 0 else ''})"


def _field(name: str, said: str, found: str, lang: str) -> str:
    if lang != "zh":
        return f"{name}: the journal says “{said}”, there is “{found}”"
    words = [_FIELDS.get(word, word) for word in name.split()]
    return f"{' '.join(word for word in words if word)}：记录为“{said}”，现为“{found}”"
