/** The worker's side: a path comes in; the files inside that file go out, each with the hash and size of its bytes. */
import type { Diagnostic } from '../model.js';
import { membersWithin, type MemberPath } from '../read/members.js';
import { documentId } from '../read/source-document.js';
import { readBytes, type FileLimits } from './read-bytes.js';

/** A file inside another. */
export interface ListedMember {
  readonly path: MemberPath;
  /** What a document is known by; null where its bytes are not to be had. */
  readonly content: { readonly id: string; readonly bytes: number } | null;
  /** Why they are not. */
  readonly problem: Diagnostic | null;
}

export interface ListTask {
  readonly path: string;
  readonly limits: FileLimits;
}

export async function listMembers({ path, limits }: ListTask): Promise<ListedMember[]> {
  const bytes = readBytes(path, limits);
  if (!Buffer.isBuffer(bytes)) return [];
  const listed: ListedMember[] = [];
  for await (const { path: member, content } of membersWithin(bytes, path, limits)) {
    const isRead = content instanceof Uint8Array;
    listed.push({
      path: member,
      content: isRead ? { id: documentId(content), bytes: content.length } : null,
      problem: isRead ? null : content,
    });
  }
  return listed;
}
