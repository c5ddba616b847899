/** The worker's side: a path comes in; the files inside that file go out, each with the hash and size of its bytes. */
import type { Diagnostic } from '../model.js';
import { membersWithin, type MemberPath } from '../read/members.js';
import { SAFE_LIMITS } from '../read/registry.js';
import { documentId } from '../read/source-document.js';
import { readBytes } from './read-bytes.js';

/** A file inside another. */
export interface ListedMember {
  readonly path: MemberPath;
  /** What a document is known by; null where its bytes are not to be had. */
  readonly content: { readonly id: string; readonly bytes: number } | null;
  /** Why they are not. */
  readonly problem: Diagnostic | null;
}

export async function listMembers(path: string): Promise<ListedMember[]> {
  const bytes = readBytes(path);
  if (!Buffer.isBuffer(bytes)) return [];
  const listed: ListedMember[] = [];
  for await (const { path: member, content } of membersWithin(bytes, path, SAFE_LIMITS)) {
    const isRead = content instanceof Uint8Array;
    listed.push({
      path: member,
      content: isRead ? { id: documentId(content), bytes: content.length } : null,
      problem: isRead ? null : content,
    });
  }
  return listed;
}
