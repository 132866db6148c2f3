import { createHash } from 'node:crypto';

/** The hash by which a document is asked: SHA-256 of its UTF-8, lower-case hexadecimal (GraphQL over HTTP, appendix A). */
export const documentHash = (document: string): string => createHash('sha256').update(document, 'utf8').digest('hex');
