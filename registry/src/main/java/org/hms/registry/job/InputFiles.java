package org.hms.registry.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The files that a command was given to read. */
final class InputFiles {
    private InputFiles() {}

    /** Whether all are there; the first that is not is told of. */
    static boolean areThere(CommandSpec command, List<Path> files) {
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                command.commandLine().getErr().println("There is no file " + file);
                return false;
            }
        }
        return true;
    }
}
