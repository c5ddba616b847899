/** Reading files, and comparing what was read, in processes and threads of their own. */
export {
  failed,
  pack,
  unpack,
  unreadable,
  type FileResult,
  type FileToRead,
  type PackedResult,
  type PackedRules,
} from './file-result.js';
export { hashFile } from './hash-file.js';
export type { ListedMember } from './list-members.js';
export { inOrder } from './in-order.js';
export { readBytes, refusal, SAFE_FILE_LIMITS, type FileLimits } from './read-bytes.js';
export { ATTEMPTS, packRules, ReadingPool, type PoolLimits } from './reading-pool.js';
export { ComparisonThread } from './comparison-thread.js';
export { DocumentReader, type DocumentReaderLimits } from './document-reader.js';
