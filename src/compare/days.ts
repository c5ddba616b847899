/** How many days count, where nobody says which. */

/** A quarter, so that running totals are of about one time. */
export const USUAL_WINDOW = 92;
/** Two centuries: no report is older. */
export const WHENEVER = 73_050;
