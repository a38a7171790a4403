import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** A server on loopback that answers by a function and remembers what it was asked. */
export interface FakeServer {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  readonly seen: readonly Seen[];
  readonly close: () => Promise<void>;
}

/** Answers a request; what it leaves open stays open. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a server that is ended by its `close`. */
export async function startServer(handler: Handler): Promise<FakeServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    seen.push({ method, path, headers });
    handler(request, response);
  });
  const host = await listen(server);
  return { host, seen, close: () => stop(server) };
}

/** A server for one test. */
export async function serve(handler: Handler): Promise<FakeServer> {
  const server = await startServer(handler);
  onTestFinished(() => server.close());
  return server;
}

/** Binds any server to a free port on loopback. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Ends a server and what is connected to it. */
export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** An index for two platforms, with an attestation that is none. */
export const index = Buffer.from(
  JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      { platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
      { platform: { os: 'linux', architecture: 'amd64' } },
      { platform: { os: 'unknown', architecture: 'unknown' } },
    ],
  }),
);
export const indexDigest = digestOf(index);

export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Serves `index` under every name and tag, as a registry without logins does. */
export const serveIndex: Handler = ({ method }, response) => {
  response.writeHead(200, {
    'content-type': 'application/vnd.oci.image.index.v1+json',
    'docker-content-digest': indexDigest,
  });
  response.end(method === 'HEAD' ? undefined : index);
};
