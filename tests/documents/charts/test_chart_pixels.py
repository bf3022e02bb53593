"""Whether people see what they should: text that is text, colours, lines, nothing at the edge."""

import struct
import zlib
from collections.abc import Iterable
from decimal import Decimal

import pytest

from shanhe.documents.charts import font, render, style
from shanhe.documents.charts.completion import Bar, completion_chart
from shanhe.documents.charts.money_flow import Flow, MoneyFlow, money_flow_chart

Pixel = tuple[int, int, int]
Image = list[list[Pixel]]
WHITE = (255, 255, 255)
LONG = "历史遗留废弃矿山生态修复区域内周边群众对生态环境改善效果的满意度"
BARS = [
    Bar("矿山生态修复面积", Decimal("3.06"), False, "3.06%"),
    Bar("人居环境改善", Decimal(20), False, "20.00%"),
    Bar("工程质量合格率", Decimal(100), True, "100.00%"),
    Bar(LONG, Decimal(306), True, "306.00%"),
    Bar("项目按时完工率", None, None, ""),
]
FLOWS = [
    Flow("财政部", "自治区财政厅", Decimal(10000)),
    Flow("自治区财政厅", "市自然资源局", Decimal(1346)),
    Flow("自治区财政厅", "固阳县", Decimal(8654)),
    Flow("市自然资源局", "收回重新分配", Decimal(1346)),
    Flow("收回重新分配", "固阳县", Decimal(1346)),
    Flow("固阳县", "已支付", Decimal("100000.01") - 90500),
    Flow("固阳县", "未支付", Decimal("499.99")),
]


def decoded(data: bytes) -> Image:
    """Return the rows of an 8-bit RGBA PNG without alpha (the ground is opaque)."""
    width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
    assert (depth, kind) == (8, 6)
    raw, line, rows = zlib.decompress(idat(data)), bytes(width * 4), []
    for y in range(height):
        start = y * (width * 4 + 1)
        line = unfiltered(raw[start], raw[start + 1 : start + 1 + width * 4], line)
        rows.append(list(zip(line[::4], line[1::4], line[2::4], strict=True)))
    return rows


def idat(data: bytes) -> bytes:
    found, at = b"", 8
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        found += data[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += size + 12
    return found


def unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    done = bytearray(line)
    for i in range(len(done)):
        left, corner = (done[i - 4], above[i - 4]) if i >= 4 else (0, 0)
        guess = (0, left, above[i], (left + above[i]) // 2, paeth(left, above[i], corner))[kind]
        done[i] = (done[i] + guess) & 255
    return bytes(done)


def paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda near: abs(guess - near))


def text_image(text: str) -> Image:
    words = f'<text x="10" y="40" font-size="30">{text}</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60">{words}</svg>'
    return decoded(render.png(svg, 1))


def ink(image: Image) -> set[tuple[int, int]]:
    return {(x, y) for y, row in enumerate(image) for x, p in enumerate(row) if sum(p) < 450}


def count(image: Image, colour: str) -> int:
    wanted = tuple(bytes.fromhex(colour[1:]))
    return sum(pixel == wanted for row in image for pixel in row)


def edge(image: Image) -> Iterable[Pixel]:
    yield from (pixel for row in (image[0], image[-1]) for pixel in row)
    yield from (row[x] for row in image for x in (0, -1))


@pytest.fixture(scope="module")
def bars() -> Image:
    return decoded(completion_chart(BARS).png(1))


@pytest.fixture(scope="module")
def money() -> Image:
    return decoded(money_flow_chart(MoneyFlow(FLOWS)).png(1))


def test_the_decoder_reads_a_known_picture() -> None:
    rect = '<rect x="1" y="1" width="2" height="1" fill="#0072b2"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3">{rect}</svg>'
    blue = (0x00, 0x72, 0xB2)
    empty = [WHITE] * 4
    assert decoded(render.png(svg, 1)) == [empty, [WHITE, blue, blue, WHITE], empty]


def test_each_character_has_its_own_shape() -> None:
    shapes = [frozenset(ink(text_image(char))) for char in "矿山生态修复面积旗"]
    assert len(set(shapes)) == len(shapes)
    assert all(len(shape) > 60 for shape in shapes)


def test_characters_are_not_the_box_of_a_missing_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font, "missing_glyphs", lambda _: ())
    boxes = {frozenset(ink(text_image(char))) for char in ("\ue000", "\ue001")}
    assert len(boxes) == 1, "all missing characters look the same"
    assert frozenset(ink(text_image("矿"))) not in boxes


@pytest.mark.parametrize("text", ["矿山生态修复", "10,000.49%", "（矿点）100.00%", "abc XYZ 山"])
def test_text_is_as_wide_as_it_was_measured(text: str) -> None:
    inked = [x for x, _ in ink(text_image(f"{text}|"))]
    alone = [x for x, _ in ink(text_image("|"))]
    assert max(inked) - max(alone) == pytest.approx(font.width(text, 30), abs=2)


def test_met_and_not_met_have_their_colours(bars: Image) -> None:
    assert count(bars, style.BLUE) > 2 * 16 * 200
    assert count(bars, style.ORANGE) > 50


def test_not_met_is_hatched_and_met_is_not(bars: Image) -> None:
    """The second cue: white within the outline; it survives a grey copy."""
    orange, blue = (tuple(bytes.fromhex(colour[1:])) for colour in (style.ORANGE, style.BLUE))
    for colour, hatched in ((orange, True), (blue, False)):
        box = [(x, y) for y, r in enumerate(bars[:30]) for x, p in enumerate(r) if p == colour]
        left, right = min(x for x, _ in box), max(x for x, _ in box)
        top, bottom = min(y for _, y in box), max(y for _, y in box)
        inside = [bars[y][x] for y in range(top, bottom + 1) for x in range(left, right + 1)]
        assert (WHITE in inside) is hatched


def test_the_target_line_runs_from_top_to_bottom(bars: Image) -> None:
    dark = [sum(1 for row in bars[66:-30] if sum(row[x]) < 350) for x in range(len(bars[0]))]
    names_end = 400
    line = max(range(names_end, len(dark)), key=dark.__getitem__)
    assert dark[line] > 0.35 * (len(bars) - 96)
    assert dark[line + 8] < dark[line] / 4


def test_nothing_touches_the_edge(bars: Image, money: Image) -> None:
    for image in (bars, money):
        assert set(edge(image)) == {WHITE}


def test_the_longest_name_is_whole(bars: Image) -> None:
    """Left of the axis there is ink in both lines of the longest name, and a margin before it."""
    columns = {x for x, y in ink(bars) if y > 66}
    assert 5 <= min(columns) <= 14


def test_money_has_its_colours(money: Image) -> None:
    for colour in (style.BLUE, style.SKY, style.GREEN, style.ORANGE, style.GREY):
        assert count(money, colour) > 10, colour


def test_colours_differ_in_grey() -> None:
    def grey(colour: str) -> float:
        red, green, blue = bytes.fromhex(colour[1:])
        return 0.299 * red + 0.587 * green + 0.114 * blue

    assert abs(grey(style.BLUE) - grey(style.SKY)) > 50
