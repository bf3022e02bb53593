"""What the tests of Word files share: a paper, and its parts as XML."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from lxml import etree

from shanhe.documents.blocks import (
    Cell,
    Figure,
    Heading,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Table,
    Title,
)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.fixture(scope="session")
def png() -> bytes:
    """A green picture, 20 by 10."""
    rows = (b"\0" + b"\x40\x90\x60" * 20) * 10
    header = struct.pack(">IIBBBBB", 20, 10, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


@pytest.fixture(scope="session")
def merged_table() -> Table:
    """Four columns: a head over two rows and one over two columns, a cell over three rows."""
    head = (
        Cell((("指标",),), rows=2, head=True),
        Cell((("目标与完成",),), columns=2, head=True, align="center"),
        Cell((("说明",),), rows=2, head=True),
    )
    second = (Cell((("目标值",),), head=True), Cell((("完成值",),), head=True))
    body = tuple(
        (
            *((Cell((("面积",),), rows=30),) if row == 0 else ()),
            Cell((("≥", Figure(f"target.{row}", "3.06")),), align="right"),
            Cell(((Figure(f"actual.{row}", f"{row}.50"),),), align="right"),
            Cell(((Missing("（未填报）"),), ("第二段",))),
        )
        for row in range(30)
    )
    return Table((head, second, *body), (30, 20, 20, 10), 2, "表1 完成情况", "单位：公顷")


@pytest.fixture(scope="session")
def paper(merged_table: Table, png: bytes) -> Paper:
    """One of everything."""
    sum_ = Figure("total.area", "1922.26")
    return Paper(
        (
            Title(("某市生态修复工程", "绩效自评报告")),
            Heading(1, "一、基本情况"),
            Heading(2, "（一）概况"),
            Paragraph(
                (
                    "坚持“系统治理”，修复",
                    sum_,
                    "公顷，公开日期",
                    Missing("（未填报公开日期）"),
                    "。",
                )
            ),
            merged_table,
            Picture(png, 100, "图1 完成率", 'A "green" <box>'),
            PageBreak(),
            Heading(3, "1.小结"),
            Paragraph(("共", sum_, "公顷。"), indent=False, align="center"),
        ),
        "自评报告",
        properties={"rules": "2025.1", "data": "a&b"},
    )


@pytest.fixture(scope="session")
def part() -> Callable[[bytes, str], etree._Element]:
    """A function: the root of one XML part of a file."""

    def root_of(data: bytes, name: str) -> etree._Element:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return etree.fromstring(archive.read(name))

    return root_of
