"""Plots are read in every usual form, held against the rules, and shown to those who may see them."""

import io
import json
import zipfile
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from shanhe.app.bounded import Stopped, bounded
from shanhe.app.office import plot_outlines, plot_page, plots
from shanhe.app.office.rights import Refused
from shanhe.store.journal import verify
from shanhe.store.lines import Change
from shanhe.store.models import Entry, Layer, Plot

from .conftest import PASSWORD, Office
from .layers import NAMES, ROWS, SHAPES, in_zone, layer, square


def uploaded(office: Office, data: bytes, name: str = "图斑.gpkg") -> Layer:
    key = plots.upload(office["city"], office.book, name, data)
    assert isinstance(key, int), key
    return Layer.objects.get(pk=key)


def kinds(own: Layer) -> list[tuple[str, str]]:
    return [(one["kind"], one["code"]) for one in own.about["problems"]]


def areas(own: Layer) -> list[int]:
    return list(own.plots.order_by("pk").values_list("square_metres", flat=True))


@pytest.mark.parametrize("kind", ["gpkg", "geojson", "shp"])
@pytest.mark.any_database
def test_each_form_gives_the_same_plots(office: Office, kind: str) -> None:
    own = uploaded(office, layer(kind))
    assert (own.crs, own.count, kinds(own)) == ("EPSG:4490", 3, [])
    found = own.plots.order_by("pk").values_list("code", "region", "state", "stated")
    assert list(found) == [(a, b, c, f"{d}公顷") for a, b, c, d in ROWS]
    assert areas(own) == [941290, 941290, 941290]
    assert list(verify()) == []


@pytest.mark.parametrize(
    ("encoding", "without"), [("GB18030", ["cpg"]), ("GB18030", []), ("UTF-8", ["cpg"])]
)
def test_shapefiles_of_either_encoding_are_read(
    office: Office, encoding: str, without: list[str]
) -> None:
    names = ("图斑编号", "县区", "状态", "面积亩" if encoding == "UTF-8" else "面积公顷")
    data = layer("shp", names=names, encoding=encoding, without=without)
    own = uploaded(office, data, "图斑.zip")
    assert set(own.plots.values_list("region", "state")) == {(b, c) for _, b, c, _ in ROWS}


def test_a_wrong_cpg_is_not_believed(office: Office) -> None:
    packed, changed = layer("shp", encoding="GB18030"), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"UTF-8" if name.endswith(".cpg") else old.read(name))
    own = uploaded(office, changed.getvalue(), "图斑.zip")
    assert own.plots.filter(region="东河区", state="已验收").count() == 1


@pytest.mark.parametrize("number", [4546, 4525, 4513 + 12, 4509, 4498])
def test_zones_of_both_widths_give_the_area_of_the_ellipsoid(office: Office, number: int) -> None:
    own = uploaded(office, layer("shp", in_zone(SHAPES, number), crs=f"EPSG:{number}"), "a.zip")
    assert (own.crs, areas(own)) == (f"EPSG:{number}", [941290] * 3)
    corner = own.plots.order_by("pk")[0].outline["coordinates"][0]
    assert [110.001, 40.5] in corner


def test_esri_names_of_a_zone_are_known(office: Office) -> None:
    packed, changed = layer("shp", in_zone(SHAPES, 4546), crs="EPSG:4546"), io.BytesIO()
    words = (
        'PROJCS["CGCS2000_3_Degree_GK_CM_111E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",'
        'DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],'
        'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],'
        'PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],'
        'PARAMETER["Central_Meridian",111.0],PARAMETER["Scale_Factor",1.0],'
        'PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
    )
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, words if name.endswith(".prj") else old.read(name))
    assert uploaded(office, changed.getvalue(), "a.zip").crs == "EPSG:4546"


@pytest.mark.any_database
def test_wgs84_is_taken_with_a_warning_and_others_are_refused(office: Office) -> None:
    assert kinds(uploaded(office, layer(crs="EPSG:4326"))) == [("wgs84", "")]
    bare = json.loads(layer("geojson"))
    bare.pop("crs")
    assert kinds(uploaded(office, json.dumps(bare).encode())) == [("assumed_wgs84", "")]
    for crs in ("EPSG:4610", "EPSG:4214", "EPSG:3857"):
        with pytest.raises(Refused) as refused:
            uploaded(office, layer(crs=crs))
        assert (refused.value.status, "不是 CGCS2000" in refused.value.zh) == (422, True)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (layer("shp", without=["prj"]), "没有说明坐标系"),
        (layer(crs=None), "没有说明坐标系"),
        (layer("shp", without=["dbf"]), "缺少 .dbf"),
        (layer(shapes=in_zone(SHAPES, 4546), crs="EPSG:4545"), "只"),
        (layer(shapes=in_zone(SHAPES, 4525), crs="EPSG:4546"), "与所声明的坐标系不符"),
        (layer(shapes=[square(40.5, 110 + n / 100) for n in range(3)]), "颠倒"),
        (layer(shapes=in_zone(SHAPES, 4546), crs="EPSG:4490"), "与所声明的坐标系不符"),
        (b"\x89PNG\r\n", "不是可以识别的图斑文件"),
        (b"<OGRVRTDataSource/>", "不是可以识别的图斑文件"),
        (b"PK\x03\x04broken", "损坏"),
        (b"SQLite format 3\0" + b"\0" * 2000, "请"),
        (b'{"type": "FeatureCollection", "features": [', "请"),
        (b'{"type": "Topology", "objects": {}, "arcs": []}', "请"),
    ],
)
@pytest.mark.any_database
def test_what_cannot_be_taken_is_refused_with_the_remedy(
    office: Office, data: bytes, says: str
) -> None:
    if says == "只":  # the zone next to it is a place 270 km away, and nobody can know that
        assert uploaded(office, data).count == 3
        return
    with pytest.raises(Refused) as refused:
        uploaded(office, data)
    assert refused.value.status == 422
    assert says in refused.value.zh
    assert "请" in refused.value.zh
    assert not Layer.objects.exists()


@pytest.mark.any_database
def test_hostile_archives_are_refused(office: Office) -> None:
    bomb, two, climbing = io.BytesIO(), io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for ending in ("shp", "shx", "dbf", "prj"):
            archive.writestr(f"a.{ending}", b"\0" * 80_000_000)
    with zipfile.ZipFile(two, "w") as archive:
        archive.writestr("a.shp", b"")
        archive.writestr("b.shp", b"")
    with (
        zipfile.ZipFile(io.BytesIO(layer("shp"))) as old,
        zipfile.ZipFile(climbing, "w") as archive,
    ):
        for name in old.namelist():
            archive.writestr(f"../../etc/x.{name.rpartition('.')[2]}", old.read(name))
    for data, says in ((bomb, "规模"), (two, "2 个图层")):
        with pytest.raises(Refused) as refused:
            uploaded(office, data.getvalue(), "a.zip")
        assert says in refused.value.zh
    assert uploaded(office, climbing.getvalue(), "../../a.zip").file.name == "a.zip"


def test_a_geojson_that_points_elsewhere_is_not_followed(office: Office) -> None:
    asked = (
        b'{"type":"Feature","geometry":null,"properties":{},"url":"/vsicurl/http://127.0.0.1:1/x"}'
    )
    with pytest.raises(Refused):
        uploaded(office, asked)


@pytest.mark.any_database
def test_work_that_does_not_end_is_stopped() -> None:
    with pytest.raises(Stopped) as slow:
        bounded("time:sleep", 60, 1.0)  # type: ignore[arg-type]
    assert slow.value.kind == "time"
    with pytest.raises(Stopped) as dead:
        bounded("os:_exit", 3, 30.0)  # type: ignore[arg-type]
    assert (dead.value.kind, dead.value.detail) == ("crash", "3")


def test_every_fault_is_told_of_its_plot(office: Office) -> None:
    bow = square(110.03, 40.5).boundary
    bow = type(SHAPES[0])([(110.03, 40.5), (110.031, 40.501), (110.031, 40.5), (110.03, 40.501)])
    shapes = [
        *SHAPES,
        SHAPES[0],
        square(110.0105, 40.5),
        bow,
        square(110.05, 40.5, 0.00003),
        square(110.06, 40.5),
        square(110.07, 40.5),
        None,
    ]
    rows = [
        *ROWS,
        ("A-04", "东河区", "已验收", ""),
        ("A-05", "土默特右旗", "竣工", ""),
        ("A-06", "150222", "在建", ""),
        ("A-07", "固阳县", "未动工", ""),
        ("A-01", "昆都仑区", "停工", "0.95"),
        ("", "", "", "x"),
        ("A-10", "固阳县", "已验收", ""),
    ]
    own = uploaded(office, layer(shapes=shapes, rows=rows))
    assert kinds(own) == [
        ("unknown_region", "A-01"),
        ("unknown_state", "A-01"),
        ("no_code", ""),
        ("no_region", ""),
        ("no_state", ""),
        ("area_not_read", ""),
        ("no_outline", "A-10"),
        ("invalid", "A-06"),
        ("same_code", "A-01"),
        ("same_outline", "A-04"),
        ("overlap", "A-02"),
        ("sliver", "A-07"),
        ("area_differs", "A-01"),
    ]
    assert own.plots.get(code="A-05").region == "土右旗"
    assert own.plots.get(code="A-06").region == "固阳县"
    assert own.plots.get(code="A-05").state == "已完工"
    assert own.about["restored"] == {"东河区": "9412.90", "*": "9412.90"}
    differs = own.about["problems"][-1]["zh"]
    assert (
        differs[0]
        == "属性表面积 0.95公顷，椭球面积 9,412.90 平方米（0.9413公顷），相差 +0.93%，超过 0.1%"
    )


def test_problems_are_counted_by_plot_not_by_its_number(office: Office) -> None:
    far = [square(110 + 0.01 * n, 40.5) for n in range(4)]
    rows = [(code, "东河区", "已验收", "0.9413") for code in ("A-01", "A-01", "A-02", "")]
    gone = [None, *far]
    layer_ = layer(shapes=gone, rows=[("A-09", "东河区", "已验收", ""), *rows])
    own = uploaded(office, layer_)
    assert ("same_code", "A-01") in kinds(own)
    listed = plot_page.plot_list(office["city"], office.book).rows
    assert [(one.code, one.problems) for one in listed] == [
        ("A-01", 0),
        ("A-01", 1),
        ("A-02", 0),
        ("", 1),
    ]
    assert list(own.plots.order_by("pk").values_list("row", flat=True)) == [2, 3, 4, 5]


def test_plots_of_older_offices_are_numbered_as_their_layer_was(office: Office) -> None:
    shapes = [SHAPES[0], None, SHAPES[1], None, SHAPES[2]]
    rows = [(f"A-{n}", "东河区", "已验收", "") for n in range(5)]
    own = uploaded(office, layer(shapes=shapes, rows=rows))
    Plot.objects.update(row=0)
    migration = import_module("shanhe.store.migrations.0010_plots_know_their_record")
    migration.number(apps, SimpleNamespace(connection=connection))
    assert list(own.plots.order_by("pk").values_list("code", "row")) == [
        ("A-0", 1),
        ("A-2", 3),
        ("A-4", 5),
    ]


def test_neighbours_and_rounded_areas_stay_silent(office: Office) -> None:
    shapes = [square(110, 40.5), square(110.001, 40.5), square(110, 40.501)]
    rows = [(code, place, state, "0.94") for code, place, state, _ in ROWS]
    assert kinds(uploaded(office, layer(shapes=shapes, rows=rows))) == []


def test_columns_are_asked_where_they_are_not_sure(office: Office) -> None:
    names = ("序", "县区", "状态", "面积")
    asked = plots.upload(office["city"], office.book, "a.gpkg", layer(names=names))
    assert isinstance(asked, plots.Choosing)
    assert asked.unsure == ("code", "unit")
    assert asked.columns[0] == ("序", "A-01、A-02、A-03")
    columns = {"code": "序", "region": "县区", "state": "状态", "area": "面积", "unit": ""}
    again = plots.choose(office["city"], office.book, asked.file, columns)
    assert isinstance(again, plots.Choosing)
    key = plots.choose(office["city"], office.book, asked.file, {**columns, "unit": "公顷"})
    assert Plot.objects.filter(layer_id=int(str(key)), stated="0.9413公顷").count() == 3
    with pytest.raises(Refused) as foreign:
        plots.choose(office["city2"], office.book, asked.file, columns)
    assert foreign.value.status == 404


def test_the_newest_layer_counts_and_the_older_one_is_kept(office: Office) -> None:
    first = uploaded(office, layer())
    second = uploaded(office, layer(shapes=SHAPES[:2], rows=ROWS[:2]))
    assert list(Layer.objects.filter(is_current=True)) == [second]
    assert first.plots.count() == 3
    entries = Entry.objects.filter(book=office.book, action="plots").order_by("number")
    assert [entry.texts["count"] for entry in entries if entry.texts] == [3, 2]


def test_sums_are_of_hundredths_and_rounded_once(office: Office) -> None:
    uploaded(office, layer(rows=[(c, "固阳县", "已验收", a) for c, _, _, a in ROWS]))
    page = plot_page.plots_page(office["tuyou"], office.book)
    (region, cells), (_, total) = page.sums
    assert (region, cells[3][0], cells[3][1].metres) == ("固阳县", 3, "28,238.70")
    assert cells[3][1].hectares == "2.8239"  # not three times 0.9413
    assert total[-1] == cells[3]


def test_restored_plots_are_held_against_accepted_figures(office: Office) -> None:
    uploaded(office, layer())
    page = plot_page.plots_page(office["auditor"], office.book)
    whole, county = page.compared
    assert (whole.figure, whole.plots, whole.difference, whole.outcome) == (
        "12.92公顷",
        "0.9413",
        "+11.9787",
        "fails",
    )
    assert (county.region, county.figure, county.outcome) == ("东河区", "", "cannot_be_judged")
    from shanhe.app.office import sheets  # noqa: PLC0415 - beside its only use
    from shanhe.store.lines import new_row  # noqa: PLC0415 - likewise

    texts = {
        "when": "2025-11-30",
        "region": "东河区",
        "indicator": "矿山生态修复面积",
        "amount": "0.94",
        "unit": "公顷",
    }
    line = Change(sheet="progress", row=new_row(), texts=texts)
    sheets.change(office["city"], office.book, [line])
    county = plot_page.plots_page(office["auditor"], office.book).compared[1]
    assert (county.what, county.outcome) == ("进展监测 2025-11-30", "holds")


def test_only_the_city_uploads_and_only_its_own_people_look(office: Office) -> None:
    for login in ("tuyou", "province", "auditor", "finance"):
        with pytest.raises(Refused) as refused:
            plots.upload(office[login], office.book, "a.gpkg", layer())
        assert refused.value.status == 403
    own = uploaded(office, layer())
    assert plot_outlines.outlines(office["tuyou"], office.book, own.pk)
    for ask in (
        lambda: plot_page.plots_page(office["other_city"], office.book),
        lambda: plot_outlines.outlines(office["other_city"], office.book, own.pk),
        lambda: plot_page.plot_list(office["admin"], office.book),
        lambda: plot_page.problems_csv(office["other_city"], office.book),
    ):
        with pytest.raises(Refused) as refused:
            ask()
        assert refused.value.status == 404


def test_outlines_are_whole_millionths_of_a_degree(office: Office) -> None:
    own = uploaded(office, layer())
    made = json.loads(plot_outlines.outlines(office["city"], office.book, own.pk))
    key, code, region, state, area, rings = made["plots"][0]
    assert (code, made["regions"][region], made["states"][state], area) == (
        "A-01",
        "东河区",
        "已验收",
        941290,
    )
    assert own.plots.get(pk=key).code == "A-01"
    (ring,) = rings
    corners = [(sum(ring[0 : n + 1 : 2]), sum(ring[1 : n + 2 : 2])) for n in range(0, len(ring), 2)]
    assert sorted(corners) == [
        (110_000_000, 40_500_000),
        (110_000_000, 40_501_000),
        (110_001_000, 40_500_000),
        (110_001_000, 40_501_000),
    ]


@pytest.fixture
def city(office: Office, client: Client) -> Client:  # noqa: ARG001 - the office is there
    client.login(username="city", password=PASSWORD)
    return client


def post(client: Client, address: str, data: bytes, name: str = "a.gpkg") -> Any:
    handed = io.BytesIO(data)
    handed.name = name
    return client.post(address, {"layer": handed})


def login(client: Client, name: str) -> None:
    client.post("/login", {"username": name, "password": PASSWORD})


def test_the_pages_of_plots(
    office: Office, client: Client, django_assert_max_num_queries: Any
) -> None:
    login(client, "city")
    address = f"/p/{office.book}/plots"
    assert "尚未上传图斑" in client.get(address).content.decode()
    rows = [("<b>A</b>", "东河区", "已验收", "0.9413"), *ROWS[1:]]
    assert post(client, f"{address}/upload", layer(rows=rows)).status_code == 302
    with django_assert_max_num_queries(20):
        shown = client.get(address)
    page = shown.content.decode()
    assert "&lt;b&gt;A&lt;/b&gt;" in page
    assert "<b>A" not in page
    assert "style=" not in page.split("<main", 1)[1]
    own = Layer.objects.get()
    outlines = client.get(f"{address}/{own.pk}.json", headers={"Accept-Encoding": "gzip"})
    assert outlines["Content-Encoding"] == "gzip"
    again = client.get(f"{address}/{own.pk}.json", headers={"If-None-Match": outlines["ETag"]})
    assert again.status_code == 304
    chosen = own.plots.order_by("pk").last()
    narrowed = client.get(f"{address}/list?region=东河区&page=9").content.decode()
    assert "A-03" not in narrowed
    marked = client.get(f"{address}/list?region=东河区&plot={chosen.pk if chosen else 0}")
    assert 'class="marked"' in marked.content.decode()
    assert client.get(f"{address}/problems.csv")["Content-Type"].startswith("text/csv")


def test_refusals_of_the_pages_have_words_and_status(office: Office, client: Client) -> None:
    login(client, "city")
    address = f"/p/{office.book}/plots"
    wrong = post(client, f"{address}/upload", layer("shp", without=["prj"]), "a.zip")
    assert (wrong.status_code, "没有说明坐标系" in wrong.content.decode()) == (422, True)
    assert client.post(f"{address}/upload").status_code == 422
    assert client.get(f"{address}/list").status_code == 404
    assert client.get(f"{address}/99.json").status_code == 404
    asked = post(client, f"{address}/upload", layer(names=("序", *NAMES[1:])))
    assert "确认各列的含义" in asked.content.decode()
    assert client.post(f"{address}/columns", {"file": "0"}).status_code == 404
    login_other = Client()
    login(login_other, "other_city")
    assert login_other.get(address).status_code == 404
    assert post(login_other, f"{address}/upload", layer()).status_code == 404
