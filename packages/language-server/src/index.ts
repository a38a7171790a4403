/**
 * What an editor asks about a fleet.yaml, over the Language Server Protocol: the findings of the compiler while typing,
 * completion, what a word means and where a name is used. Completion reads text that is half written, by its indentation;
 * findings and values are the compiler's. Knows no disk and no stream: the command line hands both in.
 */
export type { ServerHost } from './host.ts';
export { type Connect, runServer } from './server.ts';
