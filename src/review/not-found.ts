/** What a request names and is not there; apart from how it is answered, which a worker need not load. */

/** There is no such figure, document or place. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
