"""A year of the Baotou programme, from an empty office to the page that everybody may read."""

import json
from io import BytesIO
from typing import TypeVar

from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser, expect

from office.addresses import addresses
from office.doors import workbook
from office.layers import layer, square
from office.served import Served
from shanhe.app.examples import EXAMPLE_BOOK, example_folder, starting_books
from shanhe.catalogue.load import load_catalogue

from .people import Administrator, County, Person, Reviewer, Watch

P = TypeVar("P", bound=Person)
PROGRAMME = "内蒙古北方防沙带重点生态攻坚区（包头市）历史遗留废弃矿山生态修复示范工程项目"
AREA, EARLIER, TYPED = "12.92", "11.8", "12.29"
"""Hectares restored: what is true, what the city had before, what the county mistyped first."""
BODIES = (
    ("内蒙古自治区", "省", "部级", ""),
    ("包头市", "市", "内蒙古自治区", ""),
    ("东河区自然资源局", "县", "包头市", "东河区"),
    ("土右旗自然资源局", "县", "包头市", "土右旗"),
    ("固阳县自然资源局", "县", "包头市", "固阳县"),
)
ACCOUNTS = (
    ("province", "自治区审核人", "内蒙古自治区", "省级审核"),
    ("city", "市级经办人", "包头市", "市级项目办"),
    ("city2", "市级负责人", "包头市", "市级项目办"),
    ("finance", "市财政经办人", "包头市", "市级财政"),
    ("auditor", "审计人员", "包头市", "审计"),
    ("donghe", "东河区填报人", "东河区自然资源局", "县级填报"),
    ("donghe_shenhe", "东河区审核人", "东河区自然资源局", "县级审核"),
    ("tuyou", "土右旗填报人", "土右旗自然资源局", "县级填报"),
    ("guyang", "固阳县填报人", "固阳县自然资源局", "县级填报"),
)
BACK_AND_OUT = (
    ("2025-12-10", "收回", "包头市自然资源局", "包头市财政局", "中央", "1346"),
    ("2025-12-18", "重新分配", "包头市财政局", "东河区", "中央", "106.12", "", "工程施工"),
    ("2025-12-18", "重新分配", "包头市财政局", "土右旗", "中央", "397.39", "", "工程施工"),
    ("2025-12-18", "重新分配", "包头市财政局", "固阳县", "中央", "842.49", "", "工程施工"),
)


def test_a_year_from_the_empty_office_to_the_public_page(office: Served, browser: Browser) -> None:
    watch = Watch(office.address)
    passwords = the_administrator_makes_bodies_and_accounts(browser, watch, office.password)

    def enters(kind: type[P], login: str) -> P:
        one = kind(browser, watch, login)
        one.enters(passwords[login])
        return one

    city, donghe = enters(Reviewer, "city"), enters(County, "donghe")
    the_city_loads_the_programme(city)
    one_county_types(donghe)
    one_county_pastes(enters(County, "tuyou"))
    one_county_uploads_a_workbook_and_a_photo(enters(County, "guyang"))
    one_is_sent_back_and_corrected(enters(Reviewer, "donghe_shenhe"), city, donghe)
    all_are_accepted(city)
    money_is_taken_back_and_given_out_anew(enters(Person, "finance"))
    the_year_is_evaluated(city)
    findings_are_answered(city)
    the_map_shows_the_plots(city)
    papers = the_report_is_frozen_by_one_and_signed_by_another(city, enters(Person, "city2"))
    the_papers_say_what_was_reported(papers)
    the_auditor_checks_a_report_that_others_wrote(enters(Person, "auditor"))
    a_stranger_reads_the_public_page_and_nothing_else(Person(browser, watch))
    assert watch.strangers == []
    assert watch.complaints == []
    assert len(watch.asked) > 100, "the watch was there"


def the_administrator_makes_bodies_and_accounts(
    browser: Browser, watch: Watch, one_time: str
) -> dict[str, str]:
    admin = Administrator(browser, watch, "admin")
    admin.enters(one_time)
    for body in BODIES:
        admin.registers(*body)
    passwords = admin.makes_accounts(ACCOUNTS)
    assert len(set(passwords.values())) == len(ACCOUNTS)
    return passwords


def the_city_loads_the_programme(city: Person) -> None:
    city.opens("导入项目")
    city.hands_over("工作簿（xlsx）", "包头市2025年度.xlsx", beginning_of_the_year())
    city.presses("导入")
    city.reads("已导入。")
    city.reads("年度指标完成情况")


def beginning_of_the_year() -> bytes:
    """Return the workbook before counties reported and money moved on."""
    book = load_workbook(BytesIO(starting_books(load_catalogue())[EXAMPLE_BOOK]))
    transfers, actuals, reasons = (
        book[name] for name in ("资金流转", "自评填报", "偏差原因与改进措施")
    )
    for row in range(transfers.max_row, 1, -1):
        if transfers.cell(row, 2).value in {"收回", "重新分配"}:
            transfers.delete_rows(row)
    for cells in actuals.iter_rows(min_row=2):
        for cell in cells:
            if str(cell.value) == AREA:
                cell.value = EARLIER
    for row in range(reasons.max_row, 1, -1):
        if reasons.cell(row, 2).value == "矿山生态修复面积":
            reasons.delete_rows(row)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def one_county_types(donghe: County) -> None:
    donghe.begins(PROGRAMME, "自评填报", "东河区年度完成值")
    donghe.types(1, 三级指标="矿山生态修复面积", 期间="2025", 填报处="报告正文")
    donghe.types(1, 全年实际完成值=TYPED, 完成值单位="公顷", 情况说明="采坑回填、边坡治理")
    donghe.presses("保存草稿")
    donghe.reads("草稿已保存。")
    donghe.hands_in()


def one_county_pastes(tuyou: County) -> None:
    tuyou.begins(PROGRAMME, "进展监测", "土右旗12月进展")
    tuyou.page.get_by_label("统计日期，第 1 行").focus()
    tuyou.pastes(
        "2025-10-31\t土右旗\t\t矿山生态修复面积\t0\t公顷\n"
        "2025-11-30\t土右旗\t\t矿山生态修复面积\t0\t公顷\n"
        "2025-12-31\t土右旗\t\t矿山生态修复面积\t0\t公顷\n"
    )
    expect(tuyou.page.get_by_label("统计日期，第 3 行")).to_have_value("2025-12-31")
    tuyou.hands_in()


def one_county_uploads_a_workbook_and_a_photo(guyang: County) -> None:
    guyang.begins(PROGRAMME, "进展监测", "固阳县12月进展")
    heads = ["统计日期", "区域", "子项目", "三级指标", "累计完成值", "计量单位", "佐证材料"]
    row = ["2025-12-31", "固阳县", "", "矿山生态修复面积", "0", "公顷", "现场照片"]
    guyang.unfolds("上传工作簿")
    guyang.hands_over("含有工作表", "固阳县.xlsx", workbook(进展监测=[heads, row]))
    guyang.presses("读入")
    guyang.reads("已读入 1 行")
    photo = guyang.page.screenshot(type="jpeg")
    guyang.attaches("采坑现场.jpg", photo, "2025-12-28", "固阳县采坑")
    guyang.hands_in()


def one_is_sent_back_and_corrected(reviewer: Reviewer, city: Reviewer, donghe: County) -> None:
    title, comment = "东河区年度完成值", "与验收单所载 12.92 公顷不符，请核对。"
    reviewer.decides(title, "县级审核通过")
    city.page.goto("/")
    city.page.locator(".waiting a", has_text=title).first.click()
    city.reads(TYPED)
    city.photographs("office-review")
    city.decides(title, "退回", comment)
    donghe.page.goto("/")
    donghe.page.locator(".waiting a", has_text=title).first.click()
    donghe.reads(comment)
    donghe.types(1, 全年实际完成值=AREA)
    donghe.hands_in()
    reviewer.decides(title, "县级审核通过")


def all_are_accepted(city: Reviewer) -> None:
    for title in ("东河区年度完成值", "土右旗12月进展", "固阳县12月进展"):
        city.decides(title, "采纳，计入项目")
        city.reads("市级已采纳")
    city.page.goto("/")
    city.reads("没有等您办理的事项。")
    city.opens(PROGRAMME, "数据表", "自评填报", "修改")
    city.page.locator(f"input[value='{EARLIER}']").first.fill(AREA)
    city.page.locator("#why").fill("与各旗县区采纳数一致")
    city.presses("保存")
    expect(city.page.locator("td", has_text=AREA).first).to_be_visible()


def money_is_taken_back_and_given_out_anew(finance: Person) -> None:
    finance.page.goto("/")
    finance.opens(PROGRAMME, "数据表", "资金流转", "修改")
    finance.presses("增加一行")
    finance.pastes("\n".join("\t".join(row) for row in BACK_AND_OUT))
    expect(finance.page.locator(".said")).to_contain_text("已粘贴4行")
    finance.presses("保存")
    expect(finance.page.locator("td", has_text="842.49")).to_be_visible()
    finance.opens("资金")
    finance.reads("842.49")
    finance.photographs("office-money")


def the_year_is_evaluated(city: Person) -> None:
    city.opens("绩效自评", "填写原因和措施")
    city.fills(标题="设计调整")
    city.fills(原因="工程设计正在部级评估论证。", 改进措施="批复后及时组织施工招标。")
    city.presses("保存")
    city.reads("已保存。")
    city.opens("自评数据")
    expect(city.page.locator("td", has_text="批复后及时组织施工招标。").first).to_be_visible()
    city.photographs("office-evaluation")


def findings_are_answered(city: Person) -> None:
    city.opens("问题")
    settled = city.page.locator(".note", has_text="工程设计调整，按实施方案执行。")
    finding = city.page.locator("section.finding").first
    finding.locator("summary", has_text="答复").last.click()
    finding.get_by_label("说明", exact=True).check()
    finding.get_by_label("理由（“说明”必填）").fill("工程设计调整，按实施方案执行。")
    finding.get_by_role("button", name="提交答复").click()
    expect(settled.first).to_be_visible()
    city.opens("总览")
    city.page.locator(".facts").wait_for()
    city.photographs("office-programme")
    city.opens("绩效目标")
    city.photographs("office-targets")


def the_map_shows_the_plots(city: Person) -> None:
    city.opens("图斑")
    city.hands_over("图层文件", "图斑.gpkg", plots_of_the_counties())
    city.presses("上传")
    expect(city.page.locator("#plot-map canvas, #plot-map path").first).to_be_attached()
    city.page.locator("#plot-map").scroll_into_view_if_needed()
    city.photographs("office-map")


def plots_of_the_counties() -> bytes:
    """Return a layer of plots in three counties, in each state."""
    regions, states = ("东河区", "土右旗", "固阳县"), ("已验收", "施工中", "未开工")
    shapes = [
        square(110 + n % 8 / 100, 40.5 + n // 8 / 100, 0.004 + n % 3 / 500) for n in range(24)
    ]
    rows = [(f"KQ-{n + 1:02}", regions[n % 3], states[n // 8], "") for n in range(24)]
    return layer("gpkg", shapes, rows)


def the_report_is_frozen_by_one_and_signed_by_another(
    city: Person, city2: Person
) -> dict[str, bytes]:
    city.opens("绩效自评")
    city.presses("定稿")
    city.reads("已定稿，待签发")
    expect(city.page.get_by_role("button", name="签发", exact=True)).to_have_count(0)
    city2.page.goto("/")
    city2.opens(PROGRAMME, "绩效自评")
    city2.presses("签发")
    city2.reads("已签发，待公开")
    city2.unfolds("文件 ")
    names = ("自评报告.docx", "绩效自评表.xlsx", "evaluation.json")
    papers = {name: city2.fetches(name) for name in names}
    city2.presses("对外公开")
    city2.reads("已公开")
    return papers


def the_papers_say_what_was_reported(papers: dict[str, bytes]) -> None:
    report = Document(BytesIO(papers["自评报告.docx"]))
    text = "\n".join(paragraph.text for paragraph in report.paragraphs)
    assert f"完成治理修复面积{AREA}公顷" in text
    book = load_workbook(BytesIO(papers["绩效自评表.xlsx"]))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(AREA in cell for cell in cells)
    assert any("批复后及时组织施工招标。" in cell for cell in cells)
    assert "842.49" in json.dumps(json.loads(papers["evaluation.json"]))


def the_auditor_checks_a_report_that_others_wrote(auditor: Person) -> None:
    (report,) = example_folder().parent.glob("*.docx")
    auditor.opens("核查报告")
    auditor.hands_over("绩效自评报告或自评表", report.name, report.read_bytes())
    auditor.presses("开始核查")
    auditor.reads("问题与原文")
    auditor.photographs("office-check")


def a_stranger_reads_the_public_page_and_nothing_else(stranger: Person) -> None:
    stranger.page.goto("/public")
    stranger.opens(PROGRAMME)
    stranger.reads(f"{AREA}公顷")
    stranger.photographs("office-public")
    report = Document(BytesIO(stranger.fetches("公开版·自评报告.docx")))
    assert any(AREA in paragraph.text for paragraph in report.paragraphs)
    for address in addresses():
        answer = stranger.context.request.get(address.filled({"book": 1}), max_redirects=0)
        to = answer.headers.get("location", "")
        if not address.name.startswith("public") and address.name != "login":
            is_api = address.pattern.startswith("api/") and answer.status == 401
            is_shut = to.startswith("/login") or answer.status in {404, 405} or is_api
            assert is_shut, (address, answer.status, to)
