/**
 * Charts and pages for whoever has to trust a model: drawn here as SVG, self-contained, without scripts. Start reading at
 * {@link org.hms.matching.chart.TrainingPage}.
 */
@NullMarked
package org.hms.matching.chart;

import org.jspecify.annotations.NullMarked;
