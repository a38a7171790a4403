import { expect, it } from 'vitest';
import { type Handler, indexDigest, serve, serveIndex } from './fake-registry.ts';
import { failureOf, loginsFor, resolve } from './resolve.ts';

const basic = `Basic ${Buffer.from('robot:pa:ss').toString('base64')}`;

/** A registry that wants a token from `realm`. */
function wantsToken(realm: () => string): Handler {
  return (request, response) => {
    if (request.headers.authorization === 'Bearer t0ken') return serveIndex(request, response);
    const challenge = `Bearer realm="${realm()}",service="registry, of acme",scope="repository:a:*"`;
    response.writeHead(401, { 'www-authenticate': challenge }).end();
    return undefined;
  };
}

const giveToken: Handler = (_request, response) => {
  response.writeHead(200).end('{"access_token":"t0ken"}');
};

it('fetches a token for reading this one repository, without a login', async () => {
  const tokens = await serve(giveToken);
  const registry = await serve(wantsToken(() => `http://${tokens.host}/token?own=1`));
  expect(await resolve(`${registry.host}/acme/web:1`)).toMatchObject({ digest: indexDigest });
  expect(tokens.seen).toHaveLength(1);
  const { searchParams, pathname } = new URL(tokens.seen[0]!.path, 'http://x');
  expect([pathname, ...searchParams]).toEqual([
    '/token',
    ['own', '1'],
    ['service', 'registry, of acme'],
    ['scope', 'repository:acme/web:pull'],
  ]);
  expect(tokens.seen[0]!.headers.authorization).toBeUndefined();
});

it('shows its login to the giver of tokens and the token alone to the registry', async () => {
  const tokens = await serve(giveToken);
  const registry = await serve(wantsToken(() => `http://${tokens.host}/token`));
  await resolve(`${registry.host}/acme/web:1`, { logins: loginsFor(registry.host) });
  expect(tokens.seen[0]!.headers.authorization).toBe(basic);
  expect(registry.seen.map(({ headers }) => headers.authorization)).toEqual([
    undefined,
    'Bearer t0ken',
    'Bearer t0ken',
  ]);
});

it('logs in directly where the registry wants that', async () => {
  const { host, seen } = await serve((request, response) => {
    if (request.headers.authorization === basic) serveIndex(request, response);
    else response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
  });
  const options = { logins: loginsFor(`https://${host}/v2/`) };
  expect(await resolve(`${host}/acme/web:1`, options)).toMatchObject({ digest: indexDigest });
  expect(seen[1]!.headers.authorization).toBe(basic);
});

it('says that a login is refused that was shown directly', async () => {
  const { host } = await serve((_, response) => {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
  });
  const options = { logins: loginsFor(host) };
  expect(failureOf(await resolve(`${host}/acme/web:1`, options))).toEqual({
    kind: 'denied',
    reason: 'HOST refuses the login of the Docker configuration (401)',
  });
});

it('says whose login was refused', async () => {
  const tokens = await serve((_, response) => response.writeHead(401).end());
  const registry = await serve(wantsToken(() => `http://${tokens.host}/token`));
  const logins = loginsFor(registry.host);
  expect(failureOf(await resolve(`${registry.host}/acme/web:1`, { logins }))).toEqual({
    kind: 'denied',
    reason: 'HOST gives no token for HOST (401); the login of the Docker configuration was tried',
  });
});

it('says that a token opens nothing: so Docker Hub answers for what does not exist', async () => {
  const tokens = await serve(giveToken);
  const registry = await serve((_, response) => {
    const challenge = `Bearer realm="http://${tokens.host}/"`;
    response.writeHead(401, { 'www-authenticate': challenge }).end();
  });
  expect(failureOf(await resolve(`${registry.host}/acme/web:1`))).toEqual({
    kind: 'denied',
    reason:
      'HOST has no "acme/web", or does not show it (401); the Docker configuration has no login for it',
  });
});

it.each<[string, string, string]>([
  [
    '',
    'denied',
    'HOST wants a login of a kind that is not known; the Docker configuration has no login for it',
  ],
  ['Basic realm="x"', 'denied', 'HOST wants a login; the Docker configuration has no login for it'],
  ['Bearer service="x"', 'not-a-registry', 'HOST does not say where its tokens come from'],
  [
    'Bearer realm="file:///etc/passwd"',
    'not-a-registry',
    'HOST does not say where its tokens come from',
  ],
])('says what is wrong with the challenge %j', async (challenge, kind, reason) => {
  const { host } = await serve((_, response) => {
    response.writeHead(401, challenge === '' ? {} : { 'www-authenticate': challenge }).end();
  });
  expect(failureOf(await resolve(`${host}/acme/web:1`))).toEqual({ kind, reason });
});

it.each(['{}', 'no JSON', '{"token":""}', '{"token":"a\\nb"}', '[]'])(
  'refuses an answer without a token: %s',
  async (body) => {
    const tokens = await serve((_, response) => response.writeHead(200).end(body));
    const registry = await serve(wantsToken(() => `http://${tokens.host}/token`));
    const { kind, reason } = failureOf(await resolve(`${registry.host}/acme/web:1`));
    expect([kind, reason]).toEqual(['not-a-registry', 'HOST gives no token in its answer']);
  },
);

it('leaves the login behind when it is sent to another host', async () => {
  const elsewhere = await serve(serveIndex);
  const registry = await serve((request, response) => {
    if (request.headers.authorization !== basic) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    } else if (request.url!.startsWith('/own/')) {
      response.writeHead(307, { location: `http://${elsewhere.host}/there` }).end();
    } else response.writeHead(307, { location: '/own/place' }).end();
  });
  const options = { logins: loginsFor(registry.host) };
  const answer = await resolve(`${registry.host}/acme/web:1`, options);
  expect(answer).toMatchObject({ digest: indexDigest });
  expect(registry.seen.filter(({ path }) => path === '/own/place')[0]!.headers.authorization).toBe(
    basic,
  );
  for (const { headers } of elsewhere.seen) expect(headers.authorization).toBeUndefined();
});

it.each<[string, string]>([
  ['/again', 'HOST redirects without end'],
  ['ftp://x/', 'HOST redirects to what is no address'],
  ['http://[', 'HOST redirects to what is no address'],
])('does not follow a redirect to %s', async (location, reason) => {
  const { host } = await serve((_, response) => response.writeHead(302, { location }).end());
  expect(failureOf(await resolve(`${host}/acme/web:1`))).toEqual({
    kind: 'not-a-registry',
    reason,
  });
});
