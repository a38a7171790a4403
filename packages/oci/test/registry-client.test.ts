import { expect, it } from 'vitest';
import { digestOf, type Handler, index, indexDigest, serve, serveIndex } from './fake-registry.ts';
import { failureOf, resolve } from './resolve.ts';

it('asks by HEAD with the four forms, and for the platforms by the digest', async () => {
  const { host, seen } = await serve(serveIndex);
  expect(await resolve(`${host}/acme/web:1.2`)).toEqual({
    digest: indexDigest,
    platforms: ['linux/amd64', 'linux/arm64/v8'],
  });
  expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'HEAD /v2/acme/web/manifests/1.2',
    `GET /v2/acme/web/manifests/${indexDigest}`,
  ]);
  expect(seen[0]!.headers.accept).toBe(
    'application/vnd.oci.image.index.v1+json, ' +
      'application/vnd.docker.distribution.manifest.list.v2+json, ' +
      'application/vnd.oci.image.manifest.v1+json, ' +
      'application/vnd.docker.distribution.manifest.v2+json',
  );
});

it('costs one HEAD where the digest is the known one', async () => {
  const { host, seen } = await serve(serveIndex);
  expect(await resolve(`${host}/acme/web:1`, {}, indexDigest)).toEqual({ digest: indexDigest });
  expect(seen.map(({ method }) => method)).toEqual(['HEAD']);
});

it('works out the digest from the bytes where the registry names none', async () => {
  const { host, seen } = await serve(({ method }, response) => {
    response.writeHead(200).end(method === 'HEAD' ? undefined : index);
  });
  expect(await resolve(`${host}/acme/web`)).toMatchObject({ digest: indexDigest });
  expect(seen.map(({ method, path }) => `${method} ${path}`).slice(0, 2)).toEqual([
    'HEAD /v2/acme/web/manifests/latest',
    'GET /v2/acme/web/manifests/latest',
  ]);
});

it('uses GET where a registry does not know HEAD', async () => {
  const { host } = await serve(({ method }, response) => {
    if (method === 'HEAD') response.writeHead(405).end();
    else response.writeHead(200).end(index);
  });
  expect(await resolve(`${host}/acme/web:1`)).toMatchObject({ digest: indexDigest });
});

it('takes the platform of a single image from its configuration', async () => {
  const config = Buffer.from('{"os":"linux","architecture":"arm","variant":"v7"}');
  const manifest = Buffer.from(
    JSON.stringify({ schemaVersion: 2, config: { digest: digestOf(config) } }),
  );
  const { host } = await serve(({ url = '' }, response) => {
    response.writeHead(200).end(url.includes('/blobs/') ? config : manifest);
  });
  expect(await resolve(`${host}/acme/web:1`)).toEqual({
    digest: digestOf(manifest),
    platforms: ['linux/arm/v7'],
  });
});

const other = `sha256:${'0'.repeat(64)}`;

it.each<[string, Handler, string, string]>([
  [
    '404',
    (_, response) => response.writeHead(404).end(),
    'missing',
    'HOST has no "acme/web" with the tag "1"',
  ],
  [
    '403',
    (_, response) => response.writeHead(403).end(),
    'denied',
    'HOST has no "acme/web", or does not show it (403); the Docker configuration has no login for it',
  ],
  [
    '400',
    (_, response) => response.writeHead(400).end(),
    'not-a-registry',
    'HOST answers 400 for "acme/web"',
  ],
  [
    'a web page',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    'not-a-registry',
    'HOST answers with what is no manifest',
  ],
  [
    'schema 1',
    (_, response) =>
      response
        .writeHead(200, {
          'content-type': 'application/vnd.docker.distribution.manifest.v1+prettyjws',
        })
        .end(),
    'not-a-registry',
    'HOST offers the old schema 1 only',
  ],
  [
    'a digest that is none',
    (_, response) => response.writeHead(200, { 'docker-content-digest': 'sha256:12' }).end(),
    'not-a-registry',
    'HOST names a digest that is no sha256',
  ],
  [
    'bytes of another digest',
    ({ method }, response) =>
      response
        .writeHead(200, { 'docker-content-digest': other })
        .end(method === 'HEAD' ? undefined : index),
    'not-a-registry',
    'HOST answers with bytes of another digest',
  ],
  [
    'noise',
    ({ socket }) => socket.end('hello\r\n\r\n'),
    'not-a-registry',
    'HOST does not speak HTTP',
  ],
  ['500', (_, response) => response.writeHead(500).end(), 'broken', 'HOST fails with 500'],
])('says in one clause that it met %s', async (_name, handler, kind, reason) => {
  const { host } = await serve(handler);
  expect(failureOf(await resolve(`${host}/acme/web:1`))).toEqual({ kind, reason });
});

it('finds out by itself that a registry on this machine has no TLS', async () => {
  const { host, seen } = await serve(serveIndex);
  expect(await resolve(`${host}/acme/web:1`, { plainHttp: new Set() })).toMatchObject({
    digest: indexDigest,
  });
  expect(seen.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
});

it('runs no more questions at once than it may', async () => {
  let running = 0;
  let most = 0;
  const { host } = await serve((request, response) => {
    most = Math.max(most, ++running);
    setTimeout(() => {
      running--;
      serveIndex(request, response);
    }, 20);
  });
  const { createRegistryClient, parseDockerLogins } = await import('../src/index.ts');
  const client = createRegistryClient({
    logins: parseDockerLogins('{}')!,
    environment: {},
    plainHttp: new Set([host]),
    timeoutSeconds: 5,
    concurrency: 2,
  });
  const image = (tag: number) => ({ registry: host, repository: 'acme/web', tag: String(tag) });
  const answers = [1, 2, 3, 4, 5].map((tag) => client.resolve({ image: image(tag) }));
  expect((await Promise.all(answers)).filter((answer) => 'digest' in answer)).toHaveLength(5);
  await client.close();
  expect(most).toBe(2);
});
