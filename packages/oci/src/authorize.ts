import { type Challenge, parseChallenges } from './challenge.ts';
import type { Credentials, DockerLogins } from './docker-logins.ts';
import { createRegistryError, type RegistryError } from './failure.ts';
import { sendFollowing } from './follow-redirects.ts';
import type { Response, Transport } from './transport.ts';

/** One repository of one registry: what a token is good for. */
export interface Repository {
  /** As image references name it, such as `docker.io`. */
  readonly registry: string;
  readonly name: string;
  readonly host: string;
  /** Whether TLS may be left out for the registry, and so for the tokens that it sends for. */
  readonly isPlain: boolean;
}

/** Gives the `Authorization` header that answers the 401 of a registry. */
export async function authorize(
  repository: Repository,
  refusal: Response,
  logins: DockerLogins,
  transport: Transport,
): Promise<string> {
  const challenges = parseChallenges(refusal.header('www-authenticate') ?? '');
  const credentials = logins.find(repository.registry);
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
  if (bearer) return fetchToken(repository, bearer, credentials, logins, transport);
  const { registry, host } = repository;
  const isBasic = challenges.some(({ scheme }) => scheme === 'basic');
  if (isBasic && credentials) return basic(credentials);
  const wish = isBasic ? 'wants a login' : 'wants a login of a kind that is not known';
  const reason = `${host} ${wish}${loginWords(registry, logins)}`;
  throw createRegistryError('denied', host, reason);
}

/** Words on which login was used, or could not be, to follow a clause about a refusal. */
export function loginWords(registry: string, logins: DockerLogins): string {
  if (logins.find(registry)) return `; the login of the Docker configuration was tried`;
  const unused = logins.unusedFor(registry);
  return unused === undefined
    ? '; the Docker configuration has no login for it'
    : `; there is only ${unused}`;
}

async function fetchToken(
  repository: Repository,
  { parameters }: Challenge,
  credentials: Credentials | undefined,
  logins: DockerLogins,
  transport: Transport,
): Promise<string> {
  const url = readRealm(repository, parameters.get('realm') ?? '');
  const service = parameters.get('service');
  if (service !== undefined) url.searchParams.set('service', service);
  // Only what is needed here, whatever the registry suggests.
  url.searchParams.set('scope', `repository:${repository.name}:pull`);
  const headers = credentials ? { authorization: basic(credentials) } : {};
  const response = await sendFollowing(transport, { method: 'GET', url, headers });
  if (response.status === 200) return `Bearer ${readToken(response, url.host)}`;
  throw describeRefusal(repository, response, url.host, logins);
}

/** Where tokens come from. A login is never sent there without TLS unless the registry itself has none. */
function readRealm({ host, isPlain }: Repository, realm: string): URL {
  const url = URL.canParse(realm) ? new URL(realm) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    const reason = `${host} does not say where its tokens come from`;
    throw createRegistryError('not-a-registry', host, reason);
  }
  if (url.protocol === 'http:' && !isPlain) {
    const reason = `${host} sends for tokens to ${url.host} without TLS`;
    throw createRegistryError('without-tls', url.host, reason);
  }
  return url;
}

function readToken({ body }: Response, host: string): string {
  const { token, access_token: accessToken } = parseObject(body);
  const found = [token, accessToken].find((text) => typeof text === 'string' && text !== '');
  if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found)) return found;
  throw createRegistryError('not-a-registry', host, `${host} gives no token in its answer`);
}

function parseObject(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function describeRefusal(
  { registry, host }: Repository,
  { status }: Response,
  realmHost: string,
  logins: DockerLogins,
): RegistryError {
  if (status === 401 || status === 403) {
    const reason = `${realmHost} gives no token for ${host} (${status})${loginWords(registry, logins)}`;
    return createRegistryError('denied', realmHost, reason);
  }
  const reason = `${realmHost} answers ${status} when asked for a token for ${host}`;
  return createRegistryError('not-a-registry', realmHost, reason);
}

function basic({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
