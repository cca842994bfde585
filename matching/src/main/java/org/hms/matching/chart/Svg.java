package org.hms.matching.chart;

import java.util.List;
import java.util.Locale;

/** A drawing being made: positions in pixels from the upper left. Text is escaped; numbers are written to two places. */
final class Svg {
    static final String FOR = "#2f6f4f";
    static final String AGAINST = "#a8442a";
    static final String FAINT = "#c9d2cc";
    static final String INK = "#26302b";
    private static final String HEAD = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\""
            + " width=\"%d\" height=\"%d\" font-family=\"system-ui, sans-serif\" font-size=\"12\">"
            + "<title>%s</title>";

    private final StringBuilder drawing = new StringBuilder();

    Svg(String title, int width, int height) {
        drawing.append(HEAD.formatted(width, height, width, height, escaped(title)));
    }

    /** With the whole drawing in words, for whoever does not see it. */
    Svg(String language, String title, String words, int width, int height) {
        drawing.append(HEAD.replaceFirst("<svg ", "<svg xml:lang=\"" + escaped(language) + "\" ")
                        .formatted(width, height, width, height, escaped(title)))
                .append("<desc>")
                .append(escaped(words))
                .append("</desc>");
    }

    /** What a reader sees when pointing at it is the hint. */
    Svg bar(double x, double y, double width, double height, String colour, String hint) {
        drawing.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"><title>%s</title></rect>"
                .formatted(at(x), at(y), at(Math.max(width, 0.5)), at(height), colour, escaped(hint)));
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String colour) {
        drawing.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>"
                .formatted(at(x1), at(y1), at(x2), at(y2), colour));
        return this;
    }

    Svg path(List<double[]> points, String colour) {
        return path(points, colour, "");
    }

    /** @param dashes lengths drawn and left out in turn, so that lines are told apart without colour */
    Svg path(List<double[]> points, String colour, String dashes) {
        var line = new StringBuilder();
        points.forEach(point ->
                line.append(at(point[0])).append(',').append(at(point[1])).append(' '));
        drawing.append(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" stroke-dasharray=\"%s\" points=\"%s\"/>"
                        .formatted(
                                colour,
                                dashes.isEmpty() ? "none" : dashes,
                                line.toString().strip()));
        return this;
    }

    Svg dot(double x, double y, String colour, String hint) {
        drawing.append("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\" fill-opacity=\".75\"><title>%s</title></circle>"
                .formatted(at(x), at(y), colour, escaped(hint)));
        return this;
    }

    Svg text(double x, double y, String text) {
        return text(x, y, "start", "", text);
    }

    Svg textBefore(double x, double y, String text) {
        return text(x, y, "end", "", text);
    }

    Svg heading(double x, double y, String text) {
        return text(x, y, "start", " font-weight=\"600\"", text);
    }

    private Svg text(double x, double y, String anchor, String weight, String text) {
        drawing.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>"
                .formatted(at(x), at(y), anchor, INK, weight, escaped(text)));
        return this;
    }

    @Override
    public String toString() {
        return drawing + "</svg>";
    }

    private static String at(double position) {
        return String.format(Locale.ROOT, "%.2f", position);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
