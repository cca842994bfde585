/** The patient index in Postgres. Start reading at {@link org.hms.registry.patient.store.JdbiPatientStore}. */
@NullMarked
package org.hms.registry.patient.store;

import org.jspecify.annotations.NullMarked;
