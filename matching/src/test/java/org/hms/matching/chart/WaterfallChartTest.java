package org.hms.matching.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hms.matching.People;
import org.hms.matching.explain.Explanation;
import org.hms.matching.explain.Guard;
import org.hms.matching.explain.Language;
import org.hms.matching.explain.Phrases;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class WaterfallChartTest {
    private static final Explanation EXPLANATION = explained();

    private static Explanation explained() {
        var people = People.people("""
                Ramona | Bareiro,Ullón | 1958-08-20 | F | 700123 | 0101 | - | Petrona Ullón
                Ramona | Bareiro,Ullón | 1958-02-03 | M | 700123 | 0101 | - | -
                """);
        return Explanation.of(
                People.MATCHER.model().score(people.getFirst(), people.getLast()),
                List.of(new Guard("LINK-03", "<Un documento> & dos fechas")));
    }

    @Test
    void theDrawingIsWellFormedAndSaysInWordsWhatItShows()
            throws IOException, SAXException, ParserConfigurationException {
        var drawing = WaterfallChart.of(EXPLANATION, Phrases.in(Language.SPANISH));

        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(drawing)))
                .getDocumentElement();

        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("xml:lang")).isEqualTo("es");
        assertThat(root.getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .contains("En contra:", "El sexo es distinto", "En total", "<Un documento> & dos fechas");
        assertThat(drawing).doesNotContain("<script", "href", "url(");
    }

    @Test
    void signsAndArrowsTellForFromAgainstWithoutColour() {
        var drawing = WaterfallChart.of(EXPLANATION, Phrases.in(Language.ENGLISH));

        assertThat(drawing).contains("▶ +", "◀ −", "Telephone: missing in a record", "Starting point", "Total");
    }
}
