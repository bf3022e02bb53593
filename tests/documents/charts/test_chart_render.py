import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from shanhe.documents.charts import render
from shanhe.documents.charts.clean import cleaned, texts

HATCH = {"symbol": "rect", "symbolSize": 1, "color": "#d55e00", "dashArrayX": [1, 0]}
OPTION: Mapping[str, object] = {
    "legend": {"data": ["完成率"]},
    "xAxis": {"max": 120},
    "yAxis": {"type": "category", "data": ["修复面积", "治理面积"]},
    "series": [
        {
            "name": "完成率",
            "type": "bar",
            "data": [3, 80],
            "clip": True,
            "itemStyle": {"decal": HATCH},
            "label": {"show": True},
        }
    ],
}
OTHER: Mapping[str, object] = {**OPTION, "xAxis": {"max": 200}}


def test_the_same_option_gives_the_same_bytes() -> None:
    first = render.svg(OPTION, 600, 300)
    other = render.svg(OTHER, 600, 300)
    assert render.svg(OPTION, 600, 300) == first != other


def test_a_new_engine_gives_the_same_bytes() -> None:
    first = render.svg(OPTION, 600, 300)
    render._engine.cache_clear()
    assert render.svg(OPTION, 600, 300) == first


def test_the_same_svg_gives_the_same_png() -> None:
    svg = render.svg(OPTION, 600, 300)
    assert render.png(svg, 1) == render.png(svg, 1)


def test_threads_may_draw_at_the_same_time() -> None:
    alone = [render.svg(option, 600, 300) for option in (OPTION, OTHER)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda o: render.svg(o, 600, 300), [OPTION, OTHER] * 4))
    assert together == alone * 4


def test_every_reference_leads_to_a_shape() -> None:
    svg = render.svg(OPTION, 600, 300)
    used = set(re.findall(r"url\(#([^)]+)\)", svg))
    assert used
    assert used <= set(re.findall(r' id="([^"]+)"', svg))


def test_nothing_is_left_for_a_mouse_or_a_script() -> None:
    svg = render.svg(OPTION, 600, 300)
    assert not re.search(r"<style|<script|class=|pointer-events|ecmeta|href=", svg)


def test_the_words_are_text_in_the_packaged_font() -> None:
    svg = render.svg(OPTION, 600, 300)
    assert "修复面积" in texts(svg)
    assert svg.count("<text") == svg.count('font-family="Noto Sans SC')
    assert "style=" not in svg


def test_an_animation_is_not_possible() -> None:
    assert render.svg({**OPTION, "animation": True}, 600, 300) == render.svg(OPTION, 600, 300)


def test_the_size_is_in_the_file() -> None:
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in render.svg(OPTION, 600, 300)
    data = render.png(render.svg(OPTION, 600, 300), 2)
    assert data.startswith(b"\x89PNG")
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1200, 600)


def test_decimals_are_not_taken_silently() -> None:
    with pytest.raises(TypeError):
        render.svg({"xAxis": {"max": Decimal("1.5")}}, 100, 100)


def test_nan_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        render.svg({"xAxis": {"max": float("nan")}}, 100, 100)


def test_a_missing_glyph_is_an_error_not_a_box() -> None:
    option = {**OPTION, "yAxis": {"type": "category", "data": ["修复\ue000", "治理"]}}
    with pytest.raises(render.GlyphMissingError, match=r"U\+E000") as caught:
        render.png(render.svg(option, 600, 300))
    assert caught.value.characters == ("\ue000",)


def test_what_is_not_svg_is_refused() -> None:
    with pytest.raises(ValueError, match="not SVG"):
        render.png("山河")


def test_ids_are_numbered_in_the_order_of_the_file() -> None:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg"><path fill="url(#zr9-p3)" class="a"/>'
        '<defs><pattern id="zr9-p3"/><clipPath id="zr9-c7"/></defs><style>a{}</style></svg>'
    )
    assert cleaned(drawn) == (
        '<svg xmlns="http://www.w3.org/2000/svg"><path fill="url(#shape-0)"/>'
        '<defs><pattern id="shape-0"/><clipPath id="shape-1"/></defs></svg>'
    )
