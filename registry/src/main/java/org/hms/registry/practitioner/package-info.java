/**
 * The health professionals: who they are, what they are licensed for, where they work. Start reading at
 * {@link org.hms.registry.practitioner.Practitioner} and {@link org.hms.registry.practitioner.PractitionerRole}.
 */
@NullMarked
package org.hms.registry.practitioner;

import org.jspecify.annotations.NullMarked;
