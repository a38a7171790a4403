import { authorize, loginWords, type Repository } from './authorize.ts';
import { createRegistryError, failureIn, type RegistryError } from './failure.ts';
import { sendFollowing } from './follow-redirects.ts';
import { hostOfRegistry, isLocal } from './registry-host.ts';
import type { RegistryOptions } from './registry-options.ts';
import type { Request, Response, Transport } from './transport.ts';

/** Asks for one thing below `/v2/NAME/` of a registry, and logs in where that is asked for. */
export interface RegistrySession {
  readonly ask: (question: SessionQuestion) => Promise<Response>;
}

export interface SessionQuestion {
  readonly registry: string;
  readonly name: string;
  /** Such as `manifests/latest`. */
  readonly path: string;
  readonly method: Request['method'];
  readonly accept: string;
}

/** Keeps the tokens of one run, by repository. */
export function createSession(
  { logins, plainHttp = new Set() }: RegistryOptions,
  transport: Transport,
  probe: Transport,
): RegistrySession {
  const tokens = new Map<string, string>();
  const schemes = new Map<string, Promise<string>>();
  const schemeOf = (host: string) => {
    let scheme = schemes.get(host);
    if (!scheme) schemes.set(host, (scheme = chooseScheme(host, plainHttp, probe)));
    return scheme;
  };
  return {
    ask: async (question) => {
      const repository = await locate(question, schemeOf);
      const key = `${repository.host}/${repository.name}`;
      const send = () => sendFollowing(transport, toRequest(question, repository, tokens.get(key)));
      const first = await send();
      if (first.status !== 401) return judge(first, repository);
      tokens.set(key, await authorize(repository, first, logins, transport));
      const second = await send();
      if (second.status === 401) throw describeRefusal(repository, tokens.get(key)!);
      return judge(second, repository);
    },
  };

  function judge(response: Response, repository: Repository): Response {
    if (response.status === 403) throw describeDenial(repository, response.status);
    return response;
  }

  /** A login is refused for itself, a token for what it is to open: Docker Hub says so of what does not exist. */
  function describeRefusal(repository: Repository, authorization: string): RegistryError {
    if (!authorization.startsWith('Basic ')) return describeDenial(repository, 401);
    const { host } = repository;
    const reason = `${host} refuses the login of the Docker configuration (401)`;
    return createRegistryError('denied', host, reason);
  }

  function describeDenial({ registry, name, host }: Repository, status: number): RegistryError {
    const words = `has no "${name}", or does not show it (${status})`;
    const reason = `${host} ${words}${loginWords(registry, logins)}`;
    return createRegistryError('denied', host, reason);
  }
}

async function locate(
  { registry, name }: SessionQuestion,
  schemeOf: (host: string) => Promise<string>,
): Promise<Repository> {
  const host = hostOfRegistry(registry);
  return { registry, name, host, isPlain: (await schemeOf(host)) === 'http' };
}

function toRequest(
  { name, path, method, accept }: SessionQuestion,
  { host, isPlain }: Repository,
  authorization: string | undefined,
): Request {
  const url = new URL(`${isPlain ? 'http' : 'https'}://${host}/v2/${name}/${path}`);
  const headers = { accept, 'user-agent': 'fleetc' };
  return {
    method,
    url,
    headers: authorization === undefined ? headers : { ...headers, authorization },
  };
}

/** A registry on this machine is asked which of the two it speaks; others speak TLS unless the user says otherwise. */
async function chooseScheme(
  host: string,
  plainHttp: ReadonlySet<string>,
  probe: Transport,
): Promise<string> {
  if (plainHttp.has(host)) return 'http';
  if (!isLocal(host)) return 'https';
  try {
    await probe.send({ method: 'GET', url: new URL(`https://${host}/v2/`), headers: {} });
    return 'https';
  } catch (error) {
    const kind = failureIn(error)?.kind;
    return kind === 'without-tls' || kind === 'unreachable' ? 'http' : 'https';
  }
}
