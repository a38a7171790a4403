import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createPlainServer, request as requestPlain } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import {
  type Handler,
  indexDigest,
  listen,
  serveIndex,
  startServer,
  stop,
} from './fake-registry.ts';
import { failureOf, loginsFor, resolve } from './resolve.ts';

const read = (name: string) => readFileSync(new URL(`tls/${name}`, import.meta.url), 'utf8');
const authority = read('authority.pem');
const key = createPrivateKey({
  key: Buffer.from(read('server-key.der.base64'), 'base64'),
  format: 'der',
  type: 'pkcs8',
}).export({ format: 'pem', type: 'pkcs8' });

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

async function startTls(handler: Handler = serveIndex): Promise<string> {
  const server = createTlsServer({ key, cert: read('server.pem') }, handler);
  ends.push(() => stop(server));
  return listen(server);
}

/** A proxy that leads every host to `target` and says what it was asked for. */
async function startProxy(target: string, status = 200) {
  const asked: string[] = [];
  const server = createPlainServer((incoming, outgoing) => {
    asked.push(
      `${incoming.method} ${incoming.url} ${incoming.headers['proxy-authorization'] ?? ''}`,
    );
    if (status !== 200) return void outgoing.writeHead(status).end();
    const { pathname } = new URL(incoming.url!);
    const options = { method: incoming.method!, headers: incoming.headers };
    const onward = requestPlain(`http://${target}${pathname}`, options, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    onward.end();
  });
  server.on('connect', (incoming, socket) => {
    asked.push(`CONNECT ${incoming.url} ${incoming.headers['proxy-authorization'] ?? ''}`);
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const [host, port] = target.split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
    ends.push(async () => void [onward, socket].forEach((end) => end.destroy()));
  });
  const host = await listen(server);
  ends.push(() => stop(server));
  return { host, asked };
}

it('trusts the authority that it is given, and no other', async () => {
  const host = await startTls();
  const options = { plainHttp: new Set<string>() };
  const trusting = { ...options, authorities: [authority] };
  expect(await resolve(`${host}/acme/web:1`, trusting)).toMatchObject({ digest: indexDigest });
  expect(failureOf(await resolve(`${host}/acme/web:1`, options))).toEqual({
    kind: 'untrusted',
    reason: 'the certificate of HOST is signed by an authority that is not trusted here',
  });
});

it.each<[string, (host: string) => Handler, string]>([
  [
    'for a token',
    (host) => (_, response) => {
      const challenge = `Bearer realm="http://${host}/token"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end();
    },
    'HOST sends for tokens to HOST without TLS',
  ],
  [
    'by a redirect',
    (host) => (_, response) => response.writeHead(307, { location: `http://${host}/` }).end(),
    'HOST redirects to HOST without TLS',
  ],
])('does not go from TLS to plain HTTP %s', async (_name, answer, reason) => {
  const plain = await startServer(serveIndex);
  ends.push(plain.close);
  const host = await startTls(answer(plain.host));
  const options = {
    plainHttp: new Set<string>(),
    authorities: [authority],
    logins: loginsFor(host),
  };
  expect(failureOf(await resolve(`${host}/acme/web:1`, options))).toEqual({
    kind: 'without-tls',
    reason,
  });
  expect(plain.seen).toEqual([]);
});

it('says that a registry that is asked by TLS has none', async () => {
  const { host, close } = await startServer(serveIndex);
  ends.push(close);
  const proxy = await startProxy(host);
  const options = { plainHttp: new Set<string>(), environment: { HTTPS_PROXY: proxy.host } };
  expect(failureOf(await resolve('registry.test/acme/web:1', options))).toEqual({
    kind: 'without-tls',
    reason: 'registry.test does not speak TLS',
  });
});

it('goes through the proxy of the environment, with the login in its address', async () => {
  const proxy = await startProxy(await startTls());
  const options = {
    plainHttp: new Set<string>(),
    authorities: [authority],
    environment: {
      HTTPS_PROXY: `http://me:secret@${proxy.host}`,
      HTTP_PROXY: 'http://nobody.invalid',
    },
  };
  expect(await resolve('registry.test/acme/web:1', options)).toMatchObject({ digest: indexDigest });
  const login = `Basic ${Buffer.from('me:secret').toString('base64')}`;
  expect([...new Set(proxy.asked)]).toEqual([`CONNECT registry.test:443 ${login}`]);
});

it('asks Docker Hub at its own address, and minds the names in its certificate', async () => {
  const proxy = await startProxy(await startTls());
  const options = {
    plainHttp: new Set<string>(),
    authorities: [authority],
    environment: { https_proxy: proxy.host },
  };
  expect(failureOf(await resolve('docker:dind', options))).toEqual({
    kind: 'untrusted',
    reason: 'the certificate of registry-1.docker.io is for other names',
  });
  expect(proxy.asked[0]).toMatch(/^CONNECT registry-1\.docker\.io:443 /);
});

it('asks a proxy for plain HTTP without a tunnel', async () => {
  const { host, close } = await startServer(serveIndex);
  ends.push(close);
  const proxy = await startProxy(host);
  const options = { environment: { http_proxy: `http://${proxy.host}` } };
  expect(await resolve('registry.test/acme/web:1', options)).toMatchObject({ digest: indexDigest });
  expect(proxy.asked[0]).toBe('HEAD http://registry.test/v2/acme/web/manifests/1 ');
});

it.each(['registry.test', '.test', '*'])(
  'passes by the proxy where NO_PROXY has %s',
  async (no) => {
    const proxy = await startProxy('127.0.0.1:1');
    const options = {
      plainHttp: new Set<string>(),
      timeoutSeconds: 3,
      environment: { https_proxy: `http://${proxy.host}`, NO_PROXY: `localhost, ${no}` },
    };
    expect(failureOf(await resolve('registry.test/acme/web:1', options)).kind).toBe('unknown-host');
    expect(proxy.asked).toEqual([]);
  },
);

it('tells a proxy that refuses from a registry that refuses', async () => {
  const proxy = await startProxy('127.0.0.1:1', 407);
  const environment = { HTTPS_PROXY: `http://${proxy.host}`, HTTP_PROXY: `http://${proxy.host}` };
  const tunnel = { plainHttp: new Set<string>(), environment };
  const refusal = {
    kind: 'proxy',
    reason: 'the proxy HOST answers 407 and wants a login when asked for registry.test',
  };
  expect(failureOf(await resolve('registry.test/acme/web:1', tunnel))).toEqual(refusal);
  expect(failureOf(await resolve('registry.test/acme/web:1', { environment }))).toEqual(refusal);
});

it('names a proxy that cannot be reached, and never its password', async () => {
  const gone = await startProxy('127.0.0.1:1');
  await ends.pop()!();
  const options = {
    plainHttp: new Set<string>(),
    environment: { HTTPS_PROXY: `http://me:hunter2@${gone.host}` },
  };
  const { kind, reason } = failureOf(await resolve('registry.test/acme/web:1', options));
  expect([kind, reason]).toEqual([
    'unreachable',
    'registry.test, asked by the proxy HOST, refuses the connection',
  ]);
  const bad = {
    plainHttp: new Set<string>(),
    environment: { HTTPS_PROXY: 'http://me:hunter2@:x' },
  };
  expect(failureOf(await resolve('registry.test/acme/web:1', bad))).toEqual({
    kind: 'proxy',
    reason: 'the proxy variable for registry.test holds no URL of a proxy',
  });
});
