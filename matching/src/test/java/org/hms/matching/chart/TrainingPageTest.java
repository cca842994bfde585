package org.hms.matching.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hms.matching.People;
import org.hms.matching.train.ModelTrainer;
import org.hms.matching.train.Training;
import org.hms.matching.train.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class TrainingPageTest {
    private static final Training TRAINING = new ModelTrainer(TrainingSettings.defaults(1, 4))
            .train(People.MATCHER.model(), People.table(People.people("""
                            Ana | Benítez,Vera | 1990-03-01 | F | 1234567 | 0101 | 0981123456 | Elena Vera
                            Ana | Benítez,Vera | 1990-03-01 | F | 1234567 | 0101 | 0981123456 | Elena Vera
                            Luis | Benítez,Vera | 1992-05-07 | M | - | 0101 | - | Elena Vera
                            José | Núñez,Rojas | 1956-12-30 | M | 7654321 | 0102 | - | -
                            """)));

    @Test
    void thePageNeedsNothingFromOutside() {
        var page = TrainingPage.of(TRAINING);

        assertThat(page)
                .contains("<svg", TRAINING.model().version(), TRAINING.model().hash())
                .doesNotContain("<script", "src=", "href=", "url(", "@import");
    }

    @Test
    void everyChartIsWellFormed() throws IOException, SAXException, ParserConfigurationException {
        var report = TRAINING.report();
        for (var chart : List.of(
                ModelCharts.matchWeights(TRAINING.model()),
                ModelCharts.probabilities(TRAINING.model()),
                TrainingCharts.rounds(report),
                TrainingCharts.convergence(report),
                TrainingCharts.names(report.names().getFirst()))) {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(chart)));

            assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        }
    }

    @Test
    void everyLevelStandsInTheChartOfWeights() {
        var chart = ModelCharts.matchWeights(TRAINING.model());

        for (var comparison : TRAINING.model().comparisons()) {
            assertThat(chart).contains(comparison.name());
            assertThat(comparison.levels())
                    .allSatisfy(level -> assertThat(chart).contains(level.name()));
        }
    }

    @Test
    void whatAFileSaysIsTextAndNeverMarkup() {
        assertThat(Svg.escaped("<b>\"a\" & b")).isEqualTo("&lt;b&gt;&quot;a&quot; &amp; b");
    }
}
