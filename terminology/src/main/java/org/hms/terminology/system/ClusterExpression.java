package org.hms.terminology.system;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentExpression;
import org.hms.terminology.content.ContentProperty;
import org.roaringbitmap.RoaringBitmap;

/** A cluster of ICD-11 as value sets and operations ask it: it stands beneath its first stem code. */
record ClusterExpression(CodeSystemContent codes, Icd11Cluster cluster) implements ContentExpression {

    @Override
    public String display() {
        return cluster.groups().stream().map(this::display).collect(Collectors.joining(" / "));
    }

    private String display(Icd11Cluster.Group group) {
        return Stream.concat(Stream.of(group.stem()), group.extensions().stream())
                .map(code -> codes.display(codes.find(code)))
                .collect(Collectors.joining(" & "));
    }

    @Override
    public String language() {
        return Objects.requireNonNullElse(codes.header().language(), "und");
    }

    /** The order of extension codes means nothing; the first stem code is the main one. */
    @Override
    public String normalForm() {
        return cluster.groups().stream()
                .map(group -> Stream.concat(
                                Stream.of(group.stem()),
                                group.extensions().stream().sorted())
                        .collect(Collectors.joining("&")))
                .collect(Collectors.joining("/"));
    }

    @Override
    public String remark() {
        var known = cluster.groups().stream()
                .allMatch(
                        group -> Icd11Axes.find(codes, codes.find(group.stem())).isPresent());
        return "The codes of the cluster are in the release and stand where they may; "
                + (known
                        ? "they agree with the axes of its stem codes"
                        : "which axes its stem codes have, and which of them they must have, has not been checked");
    }

    @Override
    public RoaringBitmap descendants() {
        return new RoaringBitmap();
    }

    /** One that has a group for each of this one's, with the same or a narrower stem and all its extension codes. */
    @Override
    public boolean subsumes(ContentExpression other) {
        return other instanceof ClusterExpression(var _, var narrower)
                && cluster.groups().stream()
                        .allMatch(group -> narrower.groups().stream().anyMatch(one -> isNarrower(one, group)));
    }

    private boolean isNarrower(Icd11Cluster.Group narrower, Icd11Cluster.Group group) {
        return codes.subsumes(codes.find(group.stem()), codes.find(narrower.stem()))
                && group.extensions().stream()
                        .allMatch(wanted -> narrower.extensions().stream()
                                .anyMatch(one -> codes.subsumes(codes.find(wanted), codes.find(one))));
    }

    @Override
    public int focus() {
        return codes.find(cluster.groups().getFirst().stem());
    }

    @Override
    public List<ContentProperty> properties() {
        return codes.properties(focus());
    }

    @Override
    public boolean passes(String property, String operator, String value) {
        return switch (property) {
            case "concept", "code" ->
                switch (operator) {
                    case "is-a", "descendent-of" -> isBeneath(value);
                    case "is-not-a" -> !isBeneath(value);
                    case "not-in" -> true;
                    default -> false;
                };
            case "expressions" -> operator.equals("=") && value.equals("true");
            default -> false;
        };
    }

    private boolean isBeneath(String code) {
        var ancestor = codes.find(code);
        return ancestor >= 0 && codes.subsumes(ancestor, focus());
    }
}
