package org.hms.registry.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A table as an XLSX workbook of one sheet (ECMA-376): a bold heading that stays in view, texts and numbers. A text is never a
 * formula here, whatever it begins with.
 */
public final class Spreadsheet {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int LETTERS = 26;

    private Spreadsheet() {}

    /** @param rows each with a cell for each heading */
    public static void write(String title, List<String> headings, List<Map<String, Object>> rows, OutputStream out)
            throws IOException {
        var zip = new ZipOutputStream(out);
        var writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        part(zip, writer, "[Content_Types].xml", contentTypes());
        part(zip, writer, "_rels/.rels", relationship("officeDocument", "xl/workbook.xml", ""));
        part(zip, writer, "xl/workbook.xml", workbook(title));
        part(
                zip,
                writer,
                "xl/_rels/workbook.xml.rels",
                relationship("worksheet", "worksheets/sheet1.xml", styleRelationship()));
        part(zip, writer, "xl/styles.xml", styles());
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        sheet(headings, rows, writer);
        writer.flush();
        zip.closeEntry();
        zip.finish();
    }

    private static void part(ZipOutputStream zip, Writer writer, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        writer.write(XML + content);
        writer.flush();
        zip.closeEntry();
    }

    private static String contentTypes() {
        return """
            <Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/></Types>""".formatted(PACKAGE, CONTENT, CONTENT, CONTENT);
    }

    private static String relationship(String type, String target, String more) {
        return """
            <Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/%s" Target="%s"/>%s</Relationships>""".formatted(PACKAGE, OFFICE, type, target, more);
    }

    private static String styleRelationship() {
        return "<Relationship Id=\"rId2\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/>";
    }

    private static String workbook(String title) {
        return """
            <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(MAIN, OFFICE, escaped(title));
    }

    /** Two forms of cells: plain, and bold for the heading. */
    private static String styles() {
        return """
            <styleSheet xmlns="%s"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/>\
            <name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/>\
            <xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>""".formatted(MAIN);
    }

    private static void sheet(List<String> headings, List<Map<String, Object>> rows, Writer out) throws IOException {
        out.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<sheetData>");
        row(1, headings, " s=\"1\"", out);
        int number = 2;
        for (var row : rows) {
            row(
                    number++,
                    headings.stream()
                            .map(heading -> row.getOrDefault(heading, ""))
                            .toList(),
                    "",
                    out);
        }
        out.write("</sheetData></worksheet>");
    }

    private static void row(int number, Collection<?> cells, String style, Writer out) throws IOException {
        out.write("<row r=\"" + number + "\">");
        int column = 0;
        for (var cell : cells) {
            var place = "<c r=\"" + letters(column++) + number + "\"" + style;
            if (cell instanceof Number figure) {
                out.write(place + "><v>" + figure + "</v></c>");
            } else if (!cell.toString().isEmpty()) {
                out.write(place + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(cell.toString())
                        + "</t></is></c>");
            }
        }
        out.write("</row>");
    }

    /** A, B … Z, AA, AB … */
    static String letters(int column) {
        var letters = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? letters : letters(column / LETTERS - 1) + letters;
    }

    /** Characters that XML has no place for are left out. */
    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n')
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(c);
                    }
                });
        return escaped.toString();
    }
}
