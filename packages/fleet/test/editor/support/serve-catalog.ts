import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const schemas = join(import.meta.dirname, '../../../../../schemas');

/** The catalogue and the schema on a port of this machine, in the place of the address that the catalogue names. */
export async function serveCatalog(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const name = request.url!.split('/').at(-1)!;
    const text = readFileSync(join(schemas, name), 'utf8');
    response.end(text.replaceAll('https://fleetc.dev/schemas/v1/', addressOf(server)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `${addressOf(server)}catalog.json`, close: () => server.close() };
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
