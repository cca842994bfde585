package org.hms.registry.patient;

import java.util.List;
import org.hms.matching.person.Demographics;
import org.jspecify.annotations.Nullable;

/** What a steward wants, in the words of the steward; {@link Interpretation} tells what it means for records. */
public sealed interface Intent {

    ActKind kind();

    /** Two records are one person. */
    record Same(String left, String right) implements Intent {
        @Override
        public ActKind kind() {
            return ActKind.SAME;
        }
    }

    /** Two records are two persons. */
    record Different(String left, String right) implements Intent {
        @Override
        public ActKind kind() {
            return ActKind.DIFFERENT;
        }
    }

    /** These persons are one. */
    record Merge(List<String> persons) implements Intent {
        public Merge {
            persons = List.copyOf(persons);
        }

        @Override
        public ActKind kind() {
            return ActKind.MERGE;
        }
    }

    /** These records of a person are another person, and one. */
    record Split(String person, List<String> records) implements Intent {
        public Split {
            records = List.copyOf(records);
        }

        @Override
        public ActKind kind() {
            return ActKind.SPLIT;
        }
    }

    /** This record is not of the person it is with, but of another that is known. */
    record Move(String record, String to) implements Intent {
        @Override
        public ActKind kind() {
            return ActKind.MOVE;
        }
    }

    /** A golden value is the one of this record, or else the one that is said here. */
    record Pin(
            String person,
            GoldenField field,
            @Nullable String record,
            @Nullable Demographics said) implements Intent {
        @Override
        public ActKind kind() {
            return ActKind.PIN;
        }
    }

    /** The person has died, or has not. */
    record Deceased(String person, boolean deceased) implements Intent {
        @Override
        public ActKind kind() {
            return ActKind.DECEASED;
        }
    }

    /** Who the person is shall not be shown to whom it need not be. */
    record Confidential(String person) implements Intent {
        @Override
        public ActKind kind() {
            return ActKind.CONFIDENTIAL;
        }
    }
}
