package org.hms.registry.facility.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Location;
import org.hms.registry.fhir.FhirProblem;
import org.jspecify.annotations.Nullable;

/** The outline of a place as GeoJSON, in FHIR's own extension. */
public final class Boundaries {

    private static final String URL = "http://hl7.org/fhir/StructureDefinition/location-boundary-geojson";
    private static final String GEOJSON = "application/geo+json";
    private static final Set<String> AREAS =
            Set.of("Polygon", "MultiPolygon", "GeometryCollection", "Feature", "FeatureCollection");
    private static final ObjectMapper JSON = new ObjectMapper();

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
            var type = JSON.readTree(attachment.getData()).path("type").asText();
            if (!AREAS.contains(type)) {
                throw refused("A boundary is GeoJSON of type Polygon, MultiPolygon or a collection or feature of them");
            }
        } catch (IOException e) {
            throw refused("The data of a boundary are GeoJSON in UTF-8");
        }
        return new String(attachment.getData(), UTF_8);
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
