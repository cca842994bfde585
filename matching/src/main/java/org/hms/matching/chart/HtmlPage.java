package org.hms.matching.chart;

import java.util.List;
import java.util.stream.Collectors;

/** A report being made: one HTML page that needs nothing else, no script, no style or picture from outside. */
final class HtmlPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body {font: 15px/1.5 system-ui, sans-serif; color: #26302b; max-width: 980px; margin: 2rem auto; padding: 0 1rem}
            table {border-collapse: collapse; margin: 1rem 0} td, th {padding: .15rem .7rem; text-align: right}
            th {border-bottom: 1px solid #c9d2cc} td:first-child, th:first-child {text-align: left}
            svg {max-width: 100%%; height: auto} code {font-size: .85em} li {margin: .1rem 0}
            </style></head><body>
            <h1>%s</h1>
            %s
            </body></html>
            """;

    private final String title;
    private final StringBuilder body = new StringBuilder();

    HtmlPage(String title) {
        this.title = Svg.escaped(title);
    }

    HtmlPage paragraph(String text) {
        body.append("<p>").append(Svg.escaped(text)).append("</p>\n");
        return this;
    }

    HtmlPage heading(String text) {
        body.append("<h2>").append(Svg.escaped(text)).append("</h2>\n");
        return this;
    }

    HtmlPage list(List<String> items) {
        body.append(items.stream()
                .map(item -> "<li>" + Svg.escaped(item) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>\n")));
        return this;
    }

    HtmlPage table(List<String> head, List<List<String>> rows) {
        body.append("<table>").append(row("th scope=\"col\"", "th", head));
        rows.forEach(cells -> body.append(row("td", "td", cells)));
        body.append("</table>\n");
        return this;
    }

    private static String row(String opening, String closing, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + opening + ">" + Svg.escaped(cell) + "</" + closing + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    HtmlPage drawing(String svg) {
        body.append(svg).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return PAGE.formatted(title, title, body);
    }
}
