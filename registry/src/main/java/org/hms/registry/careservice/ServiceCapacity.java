package org.hms.registry.careservice;

import java.util.List;
import org.hms.registry.territory.DirectoryType;

/** How many of what a service has, such as beds by kind. */
public record ServiceCapacity(List<Beds> beds) {

    /** Of a service that says nothing of its size. */
    public static final ServiceCapacity UNTOLD = new ServiceCapacity(List.of());

    /** Beds of one kind. */
    public record Beds(DirectoryType kind, int number) {
        public Beds {
            if (number < 0) {
                throw new IllegalArgumentException("A number of beds is 0 or more");
            }
        }
    }

    public ServiceCapacity {
        beds = List.copyOf(beds);
    }
}
