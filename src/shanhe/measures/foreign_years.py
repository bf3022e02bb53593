"""Years that a paper speaks of as the one evaluated, though it is another.

A report copied from an earlier year betrays itself where a sentence begins with that year and tells what
was done, spent or reached. A year that the paper names elsewhere as well, has targets for, compares with
or tells the history of the programme by, is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.sentences import Sentence, sentences
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_START = r"(?:^|[，。；：）)、\u3000])"
_TOLD = regex(
    rf"{_START}(?P<words>(?P<year>20\d\d)年度)(?![^，。；]{{0,4}}(?:至|—|-|~|、20))"
    rf"|{_START}(?P<end>(?:截至|截止|截止到|到|至)?(?P<year2>20\d\d)年(?:年?底|年?末|12月31日|12月底))(?=[^。]*?(?:率|占|任务|目标))"
    rf"|{_START}(?P<plain>(?P<year3>20\d\d)年)(?=(?:中央|地方|全年|资金|项目|预算|实际|共|累计)[^，。；]{{0,12}}(?:执行|支出|支付|完成|到位)[^。]*率)"
)
_HISTORY = regex(
    "较|比|同期|问题|整改|上年|去年|结转|批复|批准|立项|入选|启动|开始|以来|起|之前|审计|普查|调查|统计|基期|基准|延续|遗留|历年|此前|提前|印发|下达"
    "|纳入|列入|申报|获得|获批|招标|签订|建成|第[一二三]批|追溯|前期|规划|方案|期间|竣工|分配|安排"
)
_BESIDE = regex(r"(?:较|比|由|从|自|与|同)\D{0,2}20\d\d年|20\d\d年(?:度)?的\d")


@dataclass(frozen=True, slots=True)
class ForeignYear:
    """A year with the sentence that it stands in, from ``start`` to ``end``."""

    words: str
    sentence: Sentence
    start: int
    end: int


def foreign_years(dossier: Dossier) -> Iterator[ForeignYear]:
    """Yield the earlier years that a paper tells its own results by."""
    own = dossier.programme.year
    known = {own, *(head.period.year for head in dossier.versions)}
    known |= {target.period.year for target in dossier.targets}
    lines = [line for line in dossier.texts if "20" in line.text]
    words = [sentence.own_words for line in lines for sentence in sentences(line)]
    named = re.findall(r"20\d\d(?=年)", _BESIDE.sub("", "".join(words)))
    for line in lines:
        for sentence in sentences(line):
            if f"{own}年" in sentence.own_words:
                continue  # both years are told side by side
            for found in _TOLD.finditer(sentence.own_words):
                key = next(key for key in ("words", "end", "plain") if found[key])
                year = int(found["year"] or found["year2"] or found["year3"])
                clause = re.split("[，。；]", sentence.own_words[found.start(key) :])[0]
                alone = named.count(str(year)) < 2
                if year < own and year not in known and alone and not _HISTORY.search(clause):
                    yield ForeignYear(found[key], sentence, *found.span(key))
