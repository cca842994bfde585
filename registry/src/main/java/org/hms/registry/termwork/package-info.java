/**
 * What the lexicon could not answer, and how often each concept is looked up and where, counted without anything personal.
 * Start reading at {@link org.hms.registry.termwork.UntranslatedQueries} and {@link org.hms.registry.termwork.EarlySignals}.
 */
@NullMarked
package org.hms.registry.termwork;

import org.jspecify.annotations.NullMarked;
