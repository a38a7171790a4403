import { expect, it } from 'vitest';
import { type Handler, indexDigest, serve, serveIndex, startServer } from './fake-registry.ts';
import { failureOf, resolve } from './resolve.ts';

/** Serves after some refusals, and says how long was waited for each, in seconds. */
async function resolveAfter(refusals: number, refuse: Handler) {
  const pauses: number[] = [];
  let refused = 0;
  const server = await serve((request, response) => {
    if (refused++ < refusals) refuse(request, response);
    else serveIndex(request, response);
  });
  const wait = async (milliseconds: number) => void pauses.push(milliseconds / 1000);
  const answer = await resolve(`${server.host}/acme/web:1`, { wait }, indexDigest);
  return { answer, pauses };
}

const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
const later = 'Wed, 21 Oct 2026 07:28:07 GMT';

it.each<[string, Handler, number[]]>([
  ['429 without a hint', (_, response) => response.writeHead(429).end(), [0.5, 1, 2]],
  [
    '429 with seconds',
    (_, response) => response.writeHead(429, { 'retry-after': '3' }).end(),
    [3, 3, 3],
  ],
  [
    '429 with a date',
    (_, response) => response.writeHead(429, { 'retry-after': later, date }).end(),
    [7, 7, 7],
  ],
  [
    '429 with nonsense',
    (_, response) => response.writeHead(429, { 'retry-after': 'soon' }).end(),
    [0.5, 1, 2],
  ],
  ['502', (_, response) => response.writeHead(502).end(), [0.5, 1, 2]],
  [
    '503 with seconds',
    (_, response) => response.writeHead(503, { 'retry-after': '1' }).end(),
    [1, 1, 1],
  ],
  ['504', (_, response) => response.writeHead(504).end(), [0.5, 1, 2]],
  ['a broken connection', ({ socket }) => socket.destroy(), [0.5, 1, 2]],
])('tries again after %s', async (_name, refuse, pauses) => {
  expect(await resolveAfter(3, refuse)).toEqual({ answer: { digest: indexDigest }, pauses });
});

it.each<[string, Handler, string, string]>([
  [
    '429',
    (_, response) => response.writeHead(429).end(),
    'busy',
    'HOST allows no more requests for now (429)',
  ],
  ['503', (_, response) => response.writeHead(503).end(), 'broken', 'HOST fails with 503'],
  [
    'a broken connection',
    ({ socket }) => socket.destroy(),
    'unreachable',
    'HOST breaks off the connection',
  ],
])('gives up after the fourth %s', async (_name, refuse, kind, reason) => {
  const { answer, pauses } = await resolveAfter(4, refuse);
  expect([failureOf(answer), pauses]).toEqual([{ kind, reason }, [0.5, 1, 2]]);
});

const askAnHour: Handler = (_, response) =>
  response.writeHead(429, { 'retry-after': '3600' }).end();

it('tells of a long wait instead of keeping it', async () => {
  const { answer, pauses } = await resolveAfter(1, askAnHour);
  expect([failureOf(answer), pauses]).toEqual([
    { kind: 'busy', reason: 'HOST allows no more requests for now (429), and asks to wait 3600 s' },
    [],
  ]);
});

it.each<[string, Handler]>([
  ['an answer', () => {}],
  [
    'the rest of an answer',
    ({ method }, response) => {
      if (method === 'HEAD') response.writeHead(405).end();
      else response.writeHead(200, { 'content-length': '100' }).write('{');
    },
  ],
])('waits no longer than it may for %s', async (_name, handler) => {
  const { host } = await serve(handler);
  const answer = await resolve(`${host}/acme/web:1`, { timeoutSeconds: 0.2 });
  expect(failureOf(answer)).toEqual({
    kind: 'timeout',
    reason: 'HOST gave no whole answer within 0.2 s',
  });
});

it('says that nobody listens, and that a name is not known', async () => {
  const server = await startServer(serveIndex);
  await server.close();
  expect(failureOf(await resolve(`${server.host}/acme/web:1`))).toEqual({
    kind: 'unreachable',
    reason: 'HOST refuses the connection',
  });
  const { kind } = failureOf(await resolve('registry.invalid/acme/web:1'));
  expect(kind).toBe('unknown-host');
});
