/** What formats with styles agree on about headings: how long one can be, and which styles are those of titles. */

/** Longer paragraphs in a heading style are body text that somebody formatted for its looks. */
export const LONGEST_HEADING = 100;

// Styles of titles: takes 'Title', 'Subtitle' and '副标题', not 'Title Char'.
export const TITLE_NAME = /^(?:sub)?title$|^副?标题$/i;
