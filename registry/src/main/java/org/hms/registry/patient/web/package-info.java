/** Persons for stewards, as JSON. */
@NullMarked
package org.hms.registry.patient.web;

import org.jspecify.annotations.NullMarked;
