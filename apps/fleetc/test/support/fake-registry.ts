import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A registry on loopback that has every image in every tag. */
export interface FakeRegistry {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** What it was asked, as `METHOD PATH`. */
  readonly seen: string[];
  /** Images, by a part of their paths, that answer otherwise; `moved` gives them another content. */
  readonly odd: Map<string, number | 'moved'>;
  /** The only login that is let in; everybody is when absent. */
  login?: string;
  readonly close: () => Promise<void>;
}

/** Starts one that is ended by its `close`. */
export async function startFakeRegistry(): Promise<FakeRegistry> {
  const seen: string[] = [];
  const odd = new Map<string, number | 'moved'>();
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    seen.push(`${method} ${url}`);
    if (registry.login !== undefined && request.headers.authorization !== registry.login) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="registry"' }).end();
      return;
    }
    const how = [...odd].find(([part]) => url.includes(part))?.[1];
    if (typeof how === 'number')
      return void response.writeHead(how, { 'retry-after': '600' }).end();
    const body = indexOf(url, how === 'moved');
    response.writeHead(200, { 'docker-content-digest': digestOf(body) });
    response.end(method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const registry: FakeRegistry = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    odd,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return registry;
}

/** Another one for every repository, whatever the tag or digest, and another one when it moved. */
function indexOf(url: string, isMoved: boolean): Buffer {
  const repository = url.replace(/\/manifests\/.*$/, '');
  const platforms = ['arm64', 'amd64'].map((architecture) => ({
    platform: { os: 'linux', architecture },
  }));
  const annotations = { repository, isMoved: String(isMoved) };
  return Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: platforms, annotations }));
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The digest of a repository, as its path in the registry names it. */
export function digestIn(path: string, isMoved = false): string {
  return digestOf(indexOf(`/v2/${path}`, isMoved));
}
