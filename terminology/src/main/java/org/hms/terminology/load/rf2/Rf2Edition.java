package org.hms.terminology.load.rf2;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.hms.terminology.load.UnreadableFile;

/** Which edition a release is: the module on which no other module depends, and the date in the files' names. */
record Rf2Edition(String module, String date) {

    static Rf2Edition of(List<Rf2File> files) throws IOException {
        var date = files.stream().map(Rf2File::date).max(String::compareTo).orElseThrow();
        var depending = new TreeSet<String>();
        var dependedOn = new HashSet<String>();
        for (var file : files) {
            if (file.isReferenceSet() && file.content().equals("ModuleDependency")) {
                file.read(_ -> {}, fields -> {
                    if (fields[2].equals("1")) {
                        depending.add(fields[3]);
                        dependedOn.add(fields[5]);
                    }
                });
            }
        }
        depending.removeAll(dependedOn);
        if (depending.size() > 1) {
            throw new UnreadableFile("The release has several editions, name its version: " + depending);
        }
        return new Rf2Edition(depending.isEmpty() ? Sct.CORE_MODULE : depending.getFirst(), date);
    }

    String versionUri() {
        return "http://snomed.info/sct/" + module + "/version/" + date;
    }
}
