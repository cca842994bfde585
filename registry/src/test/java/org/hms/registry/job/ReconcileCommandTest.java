package org.hms.registry.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReconcileCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path left = Path.of("");
    private Path right = Path.of("");

    @BeforeEach
    void writeLists() throws IOException {
        left = Files.writeString(folder.resolve("left.csv"), """
                id,name,distrito
                1,H.D.- CARAPEGUA,Carapeguá
                2,USF San Luis,Choré
                3,PS San Luis,Choré
                """);
        right = Files.writeString(folder.resolve("right.csv"), """
                code,name,distrito
                a,Hospital Distrital de Carapeguá,CARAPEGUA
                b,C.S. Fram,Fram
                """);
    }

    @Test
    void pairsAndRowsThatStayAloneAreWrittenWithTheirReasons() throws IOException {
        var said = run("reconcile", left, right, "--left-id", "id", "--right-id", "code", "--out", out());

        assertThat(said).contains("1 match");
        assertThat(Files.readAllLines(out().resolve("pairs.csv")))
                .first()
                .isEqualTo("left,right,decision,score,reasons");
        assertThat(Files.readString(out().resolve("pairs.csv")))
                .contains("\n1,a,match,")
                .contains("mismo distrito")
                .contains("\n2,,none,")
                .contains("\n,b,none,");
        assertThat(out().resolve("report.json")).content().contains("\"matches\" : 1", "\"rightAlone\" : 1");
    }

    @Test
    void theTwinsOfOneListAreForReview() throws IOException {
        var said = run("reconcile", "--within", left, "--id", "id", "--out", out());

        assertThat(said).contains("1 pairs");
        assertThat(Files.readString(out().resolve("pairs.csv"))).contains("\n2,3,review,");
    }

    @Test
    void whatCannotBeReadIsSaidWithFileAndColumn() {
        assertThat(run("reconcile", left, right, "--left-id", "id", "--right-id", "id", "--out", out()))
                .contains("right.csv", "no column id");
        assertThat(run("reconcile", left, "--left-id", "id", "--out", out())).contains("Name two lists");
        assertThat(run(
                        "reconcile",
                        left,
                        folder.resolve("none"),
                        "--left-id",
                        "id",
                        "--right-id",
                        "id",
                        "--out",
                        out()))
                .contains("There is no file");
        assertThat(out()).doesNotExist();
    }

    private Path out() {
        return folder.resolve("out");
    }

    private static String run(Object... arguments) {
        var said = new StringWriter();
        var command = CommandLines.create().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        var words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        command.execute(words);
        return said.toString();
    }
}
