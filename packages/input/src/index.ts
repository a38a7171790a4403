/**
 * Reading what a user hands over: files, pipes and standard input, never more than a limit, strictly decoded, and below
 * one folder only where the names come from a file. Knows no fleet and no message, only bytes, text and the reason why
 * there is none, so that every app reads under the same promises.
 */
export * from './decode-utf8.ts';
export * from './read-beside.ts';
export * from './read-limited.ts';
export * from './system-error.ts';
