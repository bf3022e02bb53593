"""Why a document, a page or a text could not be opened at all; by kind: what is wrong, how to mend."""

ZH: dict[str, tuple[str, str]] = {
    "unknown_format": (
        "不是可以识别的文件格式（{detail}）",
        "请另存为 .docx、.xlsx、.pdf、.html 或 .txt 后重试，不要只改扩展名",
    ),
    "damaged_document": (
        "文件已损坏或不完整（{detail}）",
        "请重新取得该文件，或用 Word、WPS 修复后另存",
    ),
    "locked": ("文件设有打开密码或已加密（{detail}）", "请去掉密码后另存，再重试"),
    "unsafe_content": (
        "文件内部结构不安全（{detail}）",
        "请用 Word、Excel 或 WPS 打开后另存再重试",
    ),
    "oversized": (
        "文件超出正常文件应有的规模（{detail}）",
        "请拆分文件，或删除多余的空行、空列和重复内容",
    ),
    "much_text": (
        "文字超出正常材料应有的长度（{detail}）",
        "请拆分过长的段落或单元格，删除成片的空格，或拆分文件",
    ),
    "no_plain_file": ("不是普通文件（管道、设备等），未读取", "请给出保存在磁盘上的文件"),
    "unknown_encoding": (
        "文字编码无法识别（{detail}）",
        "请用记事本等程序另存为 UTF-8 编码后重试",
    ),
    "no_text": ("没有可读取的文字（{detail}）", "请提供文字版；扫描件须先做文字识别并核对"),
    "needs_libreoffice": (
        "读取旧版格式（{detail}）需要 LibreOffice，但本机没有安装",
        "请用 Word、Excel 或 WPS 另存为 .docx、.xlsx，或安装 LibreOffice",
    ),
    "not_converted": (
        "LibreOffice 未能转换该文件（{detail}）",
        "请用 Word、Excel 或 WPS 打开，确认没有密码后另存为 .docx 或 .xlsx",
    ),
    "needs_pdf_reader": (
        "读取 PDF 需要的组件没有安装（{detail}）",
        "请运行 pip install 'shanhe[pdf]'，或提供 .docx",
    ),
    "too_slow": (
        "文件结构异常，在规定时间内没有读完（{detail}）",
        "请重新生成该文件，或提供 .docx",
    ),
    # layers of plots
    "not_a_layer": (
        "不是可以识别的图斑文件（{detail}）",
        "请上传 GeoPackage（.gpkg）、含 .shp 等文件的 Shapefile 压缩包（.zip）或 GeoJSON",
    ),
    "many_layers": ("文件中有 {detail} 个图层，应为 1 个", "请只保留图斑图层后重新导出"),
    "incomplete_shapefile": ("压缩包缺少 {detail} 文件", "请把同名的各个文件一并压缩后上传"),
    "no_polygons": ("图层中没有面状图形", "请确认导出的是图斑面图层"),
    "no_reference_system": (
        "没有说明坐标系（{detail}），不能推定",
        "请在制图软件中设定坐标系为 CGCS2000 后重新导出；Shapefile 须带 .prj 文件",
    ),
    "foreign_reference_system": (
        "坐标系为 {detail}，不是 CGCS2000",
        "请由测绘单位转换为 CGCS2000（EPSG:4490，或 4491–4554 高斯-克吕格投影）后上传",
    ),
    "outside_china": (
        "坐标（{detail}）与所声明的坐标系不符",
        "请核对坐标系和带号：坐标含带号的，应声明含带号的坐标系",
    ),
    "swapped_axes": (
        "经度和纬度的次序颠倒（{detail}）",
        "请按“经度，纬度”的次序重新导出",
    ),
}
EN: dict[str, tuple[str, str]] = {
    "unknown_format": (
        "not a known kind of file ({detail})",
        "save it as .docx, .xlsx, .pdf, .html or .txt; renaming is not enough",
    ),
    "damaged_document": (
        "the file is damaged or incomplete ({detail})",
        "get it again, or repair it in Word or WPS and save it",
    ),
    "locked": (
        "the file has a password or is encrypted ({detail})",
        "remove the password and save it again",
    ),
    "unsafe_content": (
        "its inner structure is unsafe ({detail})",
        "save it again with Word, Excel or WPS",
    ),
    "oversized": (
        "larger than any honest paper ({detail})",
        "split it, or remove surplus rows, columns and copies",
    ),
    "much_text": (
        "more text than a paper of this kind has ({detail})",
        "part overlong paragraphs or cells, remove rows of blanks, or split the file",
    ),
    "no_plain_file": ("no plain file but a pipe, a device or the like", "give a file on the disk"),
    "unknown_encoding": ("the text cannot be decoded ({detail})", "save it as UTF-8"),
    "no_text": (
        "it has no text to read ({detail})",
        "hand in a version with text; a scan needs character recognition and proof-reading first",
    ),
    "needs_libreoffice": (
        "reading the old format ({detail}) needs LibreOffice, which is not installed",
        "save it as .docx or .xlsx with Word, Excel or WPS, or install LibreOffice",
    ),
    "not_converted": (
        "LibreOffice could not convert it ({detail})",
        "open it in Word, Excel or WPS, see that it has no password, save it as .docx or .xlsx",
    ),
    "needs_pdf_reader": (
        "what reads PDF is not installed ({detail})",
        "run pip install 'shanhe[pdf]', or hand in a .docx",
    ),
    "too_slow": (
        "its structure is odd; it was not read in the time allowed ({detail})",
        "make the file anew, or hand in a .docx",
    ),
    "not_a_layer": (
        "not a known kind of layer ({detail})",
        "hand in a GeoPackage (.gpkg), a Shapefile as a zip, or GeoJSON",
    ),
    "many_layers": ("it has {detail} layers; one is expected", "export the plots alone"),
    "incomplete_shapefile": ("the zip lacks {detail}", "zip all files of that name together"),
    "no_polygons": ("the layer has no polygon", "make sure that it is the layer of plots"),
    "no_reference_system": (
        "it names no reference system ({detail}), and none is guessed",
        "set it to CGCS2000 in your map program and export again; a Shapefile needs its .prj",
    ),
    "foreign_reference_system": (
        "its reference system is {detail}, not CGCS2000",
        "have it converted to CGCS2000 (EPSG:4490, or Gauss-Krüger 4491–4554)",
    ),
    "outside_china": (
        "the coordinates ({detail}) do not belong to the system that is declared",
        "check the system and its zone; an easting with a zone needs a system with one",
    ),
    "swapped_axes": (
        "longitude and latitude are in the wrong order ({detail})",
        "export it with the longitude first",
    ),
}
