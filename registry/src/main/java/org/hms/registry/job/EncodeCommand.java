package org.hms.registry.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.privacy.EncodedFile;
import org.hms.matching.privacy.EncodingSchema;
import org.hms.matching.privacy.PersonFileEncoder;
import org.hms.matching.privacy.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes files of people into encodings that can be linked by whoever has neither the people nor the secret. */
@Command(
        name = "encode",
        description = "Encode CSV files of people for private linkage.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The configuration names the identifying column and says what the others are, as for dedupe.",
            "The secret is a file of at least 16 random bytes that the partners share and the linker does not",
            "have; it is never given on the command line. The encoded file carries the schema, the record ids,",
            "a check value of the secret and the encodings, and nothing else.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but rows without id or name were left out.",
            "",
            "Example:",
            "  registry encode people.csv --config columns.yml --secret-file secret --out encoded.csv"
        })
public final class EncodeCommand implements Callable<Integer> {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files with one header line each.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--secret-file", required = true, paramLabel = "FILE", description = "File of the shared secret.")
    private Path secretFile = Path.of("");

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "What is encoded and how; the partners' must be the same (default: the one shipped).")
    private @Nullable Path schemaFile;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The encoded file.")
    private Path out = Path.of("");

    @Option(names = "--quiet", description = "Show no progress bar.")
    private boolean quiet;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (!InputFiles.areThere(spec, files)) {
            return 1;
        }
        var schema = schemaFile == null ? EncodingSchema.shipped() : EncodingSchema.read(schemaFile);
        var secret = Secret.read(secretFile);
        var mapping = ColumnMapping.read(registry.config());
        try (var progress = new DedupeProgress(!quiet)) {
            progress.stage("encoding", -1);
            var encoded = PersonFileEncoder.encode(files, mapping, schema, secret, progress);
            Files.createDirectories(out.toAbsolutePath().getParent());
            EncodedFile.write(encoded.people(), out);
            report(schema, encoded);
            return encoded.withoutId() + encoded.withheld() > 0 ? RegistryCommand.REJECTED_ROWS : 0;
        }
    }

    private void report(EncodingSchema schema, PersonFileEncoder.Encoded encoded) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("schema", schema.version());
        answer.put("schemaHash", schema.hash());
        answer.put("bits", schema.encodedBits());
        answer.put("records", encoded.people().size());
        answer.put("rowsWithoutId", encoded.withoutId());
        answer.put("rowsWithoutName", encoded.withheld());
        var text = "%d records encoded in %d bits each, schema %s %s"
                .formatted(encoded.people().size(), schema.encodedBits(), schema.version(), schema.hash());
        if (encoded.withoutId() > 0) {
            text += System.lineSeparator() + encoded.withoutId() + " rows have no id and were left out";
        }
        if (encoded.withheld() > 0) {
            text += System.lineSeparator() + encoded.withheld()
                    + " rows have no name and were left out: the rest would be easily counted out";
        }
        output.print(answer, text);
    }
}
