package org.hms.matching.privacy.link;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Who of one encoded file is who of the other, one to one, the most similar first, and how that was found. */
public record EncodedLinks(List<Link> links, LinkReport report) {

    public EncodedLinks {
        links = List.copyOf(links);
    }

    /** As {@code left,right,similarity,margin}. */
    public void write(Path file) {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(file))) {
            csv.writeRecord("left", "right", "similarity", "margin");
            for (var link : links) {
                csv.writeRecord(
                        link.left(),
                        link.right(),
                        String.format(Locale.ROOT, "%.4f", link.similarity()),
                        String.format(Locale.ROOT, "%.4f", link.margin()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The links cannot be written: " + file, e);
        }
    }
}
