import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A running server. */
export interface Server {
  /** Where the site is; ends in a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder on this machine below a path, as a host that has other things at its root. */
export async function serve(folder: string, prefix: string): Promise<Server> {
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = decodeURIComponent(pathname).replace(/\/$/, '/index.html');
    try {
      if (!path.startsWith(prefix)) throw new Error('outside of the site');
      const content = await readFile(join(folder, path.slice(prefix.length)));
      response
        .writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' })
        .end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
