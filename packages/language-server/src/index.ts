/**
 * What an editor asks about a fleet.yaml, over the Language Server Protocol: the findings of the compiler while typing,
 * completion, and what a word means. Completion reads text that is half written, by its indentation; everything else is
 * the compiler's answer. Knows no disk and no stream: the command line hands both in.
 */
export type { ServerHost } from './host.ts';
export { type Connect, runServer } from './server.ts';
