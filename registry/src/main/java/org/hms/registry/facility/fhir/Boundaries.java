package org.hms.registry.facility.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Location;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.territory.Outline;
import org.hms.registry.territory.Outline.NoOutline;
import org.jspecify.annotations.Nullable;

/** The outline of a place as GeoJSON, in FHIR's own extension. */
public final class Boundaries {

    private static final String URL = "http://hl7.org/fhir/StructureDefinition/location-boundary-geojson";
    private static final String GEOJSON = "application/geo+json";

    private Boundaries() {}

    /** Refuses with 422 what is no outline in GeoJSON that came along. */
    public static @Nullable String read(Location sent) {
        var extension = sent.getExtensionByUrl(URL);
        if (extension == null) {
            return null;
        }
        if (!(extension.getValue() instanceof Attachment attachment) || !attachment.hasData()) {
            throw refused("A boundary is an Attachment with its data");
        }
        try {
            var boundary = new String(attachment.getData(), UTF_8);
            Outline.of(boundary);
            return boundary;
        } catch (NoOutline e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    static void tell(Location location, @Nullable String boundary) {
        if (boundary != null) {
            var attachment = new Attachment().setContentType(GEOJSON).setData(boundary.getBytes(UTF_8));
            location.addExtension(new Extension(URL, attachment));
        }
    }

    private static FhirProblem refused(String why) {
        return FhirProblem.unprocessable(why).at("Location.extension");
    }
}
