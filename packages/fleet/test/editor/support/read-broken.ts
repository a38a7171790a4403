import { readFileSync } from 'node:fs';
import { readParts } from '@fleetc/testing';

const head = 'apiVersion: fleetc.dev/v1\nkind: Fleet\nmetadata: { name: acme }\n';
const credentials = 'credentials: { github: { pat: { secret: { from: { existing: true } } } } }\n';

/** A small broken file and what an editor has to say of it. */
export interface Broken {
  readonly title: string;
  readonly text: string;
  readonly expected: readonly object[];
}

/** The parts of a corpus, which `--- TITLE` begins; those without a header of their own get one. */
export function readBroken(file: string): Broken[] {
  const [, ...parts] = readFileSync(file, 'utf8').split(/^--- /m);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    const { text, parts: expected } = readParts(complete(part.slice(end + 1)));
    return {
      title: part.slice(0, end),
      text,
      expected: expected.map(({ expected: message, range }) => ({ message, range })),
    };
  });
}

function complete(body: string): string {
  if (/^(apiVersion|kind):/.test(body.replaceAll('‸', ''))) return body;
  return head + (body.startsWith('credentials:') ? '' : credentials) + body;
}
