/**
 * Services, endpoints and affiliations in Postgres. Start reading at
 * {@link org.hms.registry.careservice.store.CareStores}.
 */
@NullMarked
package org.hms.registry.careservice.store;

import org.jspecify.annotations.NullMarked;
