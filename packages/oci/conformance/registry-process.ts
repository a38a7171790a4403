import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A registry in a process of its own, on loopback, with its data in a folder that goes with it. */
export interface RegistryProcess {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  readonly stop: () => Promise<void>;
}

/** Starts the reference registry; with TLS where a certificate and its key are given as files. */
export async function startRegistry(
  program: string,
  tls?: { readonly certificate: string; readonly key: string },
): Promise<RegistryProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-registry-'));
  const host = `127.0.0.1:${await findPort()}`;
  const config = {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    http: { addr: host, ...(tls && { tls }) },
  };
  const file = join(folder, 'config.yml');
  // JSON is YAML, too.
  writeFileSync(file, JSON.stringify(config));
  const child = spawn(program, ['serve', file], {
    env: { OTEL_TRACES_EXPORTER: 'none' },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  await waitForPort(host);
  return {
    host,
    stop: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Puts an index of one image for each platform under a tag, and gives the index's digest. */
export async function pushIndex(
  host: string,
  name: string,
  tag: string,
  architectures: readonly string[],
): Promise<string> {
  const manifests = [];
  for (const architecture of architectures) {
    manifests.push({
      ...(await pushImage(host, name, architecture, tag)),
      platform: { os: 'linux', architecture },
    });
  }
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const body = JSON.stringify({ schemaVersion: 2, mediaType, manifests });
  return putManifest(host, name, tag, mediaType, body);
}

/** Pushes the manifest of one image without layers by its digest; under a tag as well where one is given. */
export async function pushImage(
  host: string,
  name: string,
  architecture: string,
  content: string,
  tag?: string,
) {
  const config = await pushBlob(host, name, JSON.stringify({ os: 'linux', architecture, content }));
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...config },
    layers: [],
  });
  const digest = digestOf(body);
  await putManifest(host, name, tag ?? digest, mediaType, body);
  return { mediaType, digest, size: Buffer.byteLength(body) };
}

async function pushBlob(host: string, name: string, text: string) {
  const digest = digestOf(text);
  const start = await fetch(`http://${host}/v2/${name}/blobs/uploads/`, { method: 'POST' });
  const place = new URL(start.headers.get('location')!, `http://${host}`);
  place.searchParams.set('digest', digest);
  const { status } = await fetch(place, { method: 'PUT', body: text });
  if (status !== 201) throw new Error(`blob: ${status}`);
  return { digest, size: Buffer.byteLength(text) };
}

async function putManifest(
  host: string,
  name: string,
  reference: string,
  mediaType: string,
  body: string,
): Promise<string> {
  const headers = { 'content-type': mediaType };
  const url = `http://${host}/v2/${name}/manifests/${reference}`;
  const response = await fetch(url, { method: 'PUT', body, headers });
  if (response.status !== 201) throw new Error(`manifest: ${await response.text()}`);
  return digestOf(body);
}

function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitForPort(host: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isUp = await fetch(`http://${host}/v2/`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await setTimeout(50);
  }
  throw new Error(`the registry at ${host} does not come up`);
}
