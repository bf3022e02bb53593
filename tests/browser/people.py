"""People in front of the office, in the words of the field; each has a browser of their own."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    FilePayload,
    Page,
    Request,
    expect,
)

_PATIENCE = 60_000  # milliseconds: a slow machine is no error
expect.set_options(timeout=_PATIENCE)
PASSWORD = "daqingshan-{login}-2025"  # noqa: S105 - of accounts that live as long as a test


@dataclass
class Watch:
    """Everything that browsers asked for, and everything that they complained of."""

    home: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Watch a page from its beginning."""
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _request(self, request: Request) -> None:
        self.asked.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    @property
    def strangers(self) -> list[str]:
        """Return what was asked of anybody but the office."""
        own = (self.home + "/", "data:", "blob:")
        return [address for address in self.asked if not address.startswith(own)]


class Person:
    """Somebody at the office; ``page`` is what they see."""

    def __init__(
        self, browser: Browser, watch: Watch, login: str = "", *, phone: bool = False
    ) -> None:
        width, height = (390, 844) if phone else (1366, 768)
        self.context: BrowserContext = browser.new_context(
            base_url=watch.home,
            viewport={"width": width, "height": height},
            locale="zh-CN",
            is_mobile=phone,
            has_touch=phone,
        )
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.context.set_default_timeout(_PATIENCE)
        self.login, self.page = login, self.context.new_page()
        watch.over(self.page)

    def enters(self, one_time: str) -> None:
        """Log in for the first time, and choose a password."""
        page, own = self.page, PASSWORD.format(login=self.login)
        page.goto("/")
        page.get_by_label("登录名").fill(self.login)
        page.get_by_label("密码").fill(one_time)
        page.get_by_role("button", name="登录").click()
        self.reads("初次登录，请先修改密码。")
        page.get_by_label("原密码").fill(one_time)
        page.get_by_label("新密码").fill(own)
        page.get_by_label("再输一次").fill(own)
        page.get_by_role("button", name="保存").click()
        self.reads("密码已修改，其他设备上的登录已退出。")

    def reads(self, words: str) -> None:
        """Wait until the page says so."""
        expect(self.page.locator("main").get_by_text(words).first).to_be_visible()

    def opens(self, *names: str) -> None:
        """Follow links by their words, one after the other."""
        for name in names:
            self.page.get_by_role("link", name=name, exact=True).first.click()

    def presses(self, name: str) -> None:
        """Press the button of that name."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def unfolds(self, name: str) -> None:
        """Open what is folded away under that name."""
        self.page.locator("summary", has_text=name).first.click()

    def fills(self, **words: str) -> None:
        """Fill fields in, by their label."""
        for label, text in words.items():
            self.page.get_by_label(label, exact=True).first.fill(text)

    def chooses(self, **words: str) -> None:
        """Choose from lists, by their label."""
        for label, text in words.items():
            self.page.get_by_label(label, exact=True).first.select_option(label=text)

    def hands_over(self, label: str, name: str, data: bytes) -> None:
        """Choose a file in the field of that label."""
        file = FilePayload(name=name, mimeType="application/octet-stream", buffer=data)
        self.page.get_by_label(label).first.set_input_files(file)

    def pastes(self, block: str) -> None:
        """Paste a block of cells where the cursor is, from the clipboard."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", block)
        self.page.keyboard.press("Control+v")

    def fetches(self, name: str) -> bytes:
        """Download a file by the words of its link."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name=name, exact=True).first.click()
        return Path(coming.value.path()).read_bytes()

    def photographs(self, station: str, *, whole: bool = False) -> None:
        """Keep a picture of the page, where pictures are wanted."""
        folder = os.environ.get("SHANHE_PICTURES")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=Path(folder) / f"{station}.png", full_page=whole)


class Administrator(Person):
    """Makes bodies and accounts, and sees no figure."""

    def registers(self, name: str, level: str, parent: str, place: str = "") -> None:
        """Register a body."""
        self.opens("机构和账号")
        self.unfolds("登记机构")
        form = self.page.locator("form[action$='/organisation']")
        form.get_by_label("名称", exact=True).fill(name)
        form.get_by_label("层级").select_option(level)
        form.get_by_label("上级机构").select_option(label=parent)
        form.locator("[name=place]").fill(place)
        self.presses("登记")
        self.reads("机构已登记。")

    def makes_accounts(self, rows: Iterable[tuple[str, str, str, str]]) -> dict[str, str]:
        """Make accounts from a pasted table; return their one-time passwords."""
        self.opens("机构和账号")
        self.unfolds("批量新建账号")
        self.page.locator("#block").fill("\n".join("\t".join(row) for row in rows))
        self.presses("全部新建")
        self.reads("一次性密码只显示这一次")
        lines = [row.inner_text().split("\t") for row in self.page.locator("tbody tr").all()]
        return {line[0].strip(): line[-1].strip() for line in lines}


class County(Person):
    """Reports figures, and corrects what comes back."""

    def begins(self, programme: str, sheet: str, title: str) -> None:
        """Begin an empty submission of a programme."""
        self.page.goto("/")
        self.opens(programme, "进展填报")
        self.chooses(填报内容=sheet)
        self.fills(标题=title)
        self.page.get_by_label("从空白开始").check()
        self.presses("开始填报")

    def types(self, row: int, **cells: str) -> None:
        """Type into a row of the submission, by the names of its columns."""
        for name, text in cells.items():
            cell = self.page.get_by_label(f"{name}，第 {row} 行")
            if cell.evaluate("one => one.tagName") == "SELECT":
                cell.select_option(text)
            else:
                cell.fill(text)

    def attaches(self, name: str, data: bytes, taken_on: str, taken_at: str) -> None:
        """Put a photo behind the first row."""
        self.hands_over("文件或照片", name, data)
        self.fills(拍摄日期=taken_on, 拍摄地点=taken_at)
        self.presses("上传附件")
        self.reads("附件已上传。")

    def hands_in(self) -> None:
        """Hand the submission in."""
        self.presses("保存并提交")
        self.reads("已提交。")


class Reviewer(Person):
    """Looks at what was handed in, and takes it or sends it back."""

    def decides(self, title: str, decision: str, comment: str = "") -> None:
        """Open a submission that waits, and decide."""
        self.page.goto("/")
        self.page.locator(".waiting a", has_text=title).first.click()
        if comment:
            self.fills(退回意见=comment)
        self.presses(decision)
        self.reads("已办理。")
