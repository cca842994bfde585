package org.hms.registry.exchange;

import java.util.List;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.Published;

/** Lists as FHIR bundles of Locations and Organizations, the pairs of mCSD. */
public interface BundleForm {

    /** @throws UnreadableList where the file is no bundle */
    List<PlaceRow> read(byte[] file);

    byte[] write(List<Published<Facility>> facilities);
}
