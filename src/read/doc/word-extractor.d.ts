/** What is used of word-extractor 1.0, which brings no types along. */
declare module 'word-extractor' {
  /** `filterUnicode: false`: quotation marks as they stand. */
  interface Options {
    readonly filterUnicode?: boolean;
  }

  interface Document {
    /** Paragraphs by line; behind each cell of a table a tab, behind each row a line end. */
    getBody(options?: Options): string;
    getFootnotes(options?: Options): string;
    getEndnotes(options?: Options): string;
    /** Footers too. */
    getHeaders(options?: Options): string;
    getTextboxes(options?: Options & { readonly includeHeadersAndFooters?: boolean }): string;
  }

  export default class WordExtractor {
    extract(file: string | Buffer): Promise<Document>;
  }
}
