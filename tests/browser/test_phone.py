"""A county clerk at the pit, with a phone: a figure and a photo."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from office.served import Served

from .people import County, Watch

PROGRAMME = "内蒙古北方防沙带重点生态攻坚区（包头市）历史遗留废弃矿山生态修复示范工程项目"


@pytest.fixture
def clerk(browser: Browser, usual: tuple[Served, dict[str, Any]]) -> Iterator[County]:
    own, made = usual
    one = County(browser, Watch(own.address), "donghe", phone=True)
    cookie = {"name": "sessionid", "value": made["sessions"]["donghe"], "url": own.address}
    one.context.add_cookies([cookie])  # type: ignore[list-item]
    yield one
    one.context.close()


def test_a_figure_and_a_photo_are_reported_from_a_phone(clerk: County) -> None:
    clerk.begins(PROGRAMME, "进展监测", "东河区现场填报")
    clerk.types(1, 统计日期="2025-12-20", 三级指标="矿山生态修复面积")
    clerk.types(1, 累计完成值="12.92", 计量单位="公顷")
    clerk.presses("保存草稿")
    clerk.reads("草稿已保存。")
    photo = clerk.page.screenshot(type="jpeg")
    clerk.attaches("IMG_20251220.jpg", photo, "2025-12-20", "东河区采坑")
    expect(clerk.page.locator(".files a")).to_have_text("IMG_20251220.jpg")
    assert clerk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    clerk.photographs("office-phone")
    clerk.hands_in()
    clerk.reads("12.92")
    assert clerk.fetches("IMG_20251220.jpg") == photo
