package org.hms.linkage.spark;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.MatchModel;

/** A model that travels to the machines of a cluster as the text of its file and is read once for each task. */
final class SharedModel implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient MatchModel model;

    SharedModel(MatchModel model) {
        this.model = model;
    }

    MatchModel model() {
        return model;
    }

    /** The match weight in bits: the only place where two people are compared. */
    double weight(ComparablePerson left, ComparablePerson right) {
        return model.score(left, right).weight();
    }

    private Object writeReplace() {
        return new Written(model.text());
    }

    /** What is sent in place of the model. */
    private record Written(String text) implements Serializable {
        private Object readResolve() {
            return new SharedModel(MatchModel.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        }
    }
}
