import { Agent, type Dispatcher, ProxyAgent, request } from 'undici';
import { chooseProxy } from './choose-proxy.ts';
import { describeNetworkError } from './describe-error.ts';
import { createRegistryError } from './failure.ts';
import type { RegistryOptions } from './registry-options.ts';

/** What is sent; bodies are not needed. */
export interface Request {
  readonly method: 'GET' | 'HEAD';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** What comes back, whole. */
export interface Response {
  readonly status: number;
  /** By name in lower case; the first where a name comes several times. */
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
}

/** Sends one request, once, without following redirects. Throws a registry error, or what the network threw. */
export interface Transport {
  readonly send: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Manifests and tokens are far smaller: registries refuse manifests of more than 4 MiB. */
const maxBodyBytes = 8 * 1024 * 1024;

/** Opens connections as they are needed, directly or by the proxy of the environment. */
export function createTransport(options: RegistryOptions): Transport {
  const agents = createAgents(options);
  return {
    send: (request) => sendOnce(request, agents.take(request.url), options),
    close: agents.close,
  };
}

interface Route {
  readonly dispatcher: Dispatcher;
  /** Host of the proxy, without its login. */
  readonly proxy?: string;
}

function createAgents({ authorities, environment, timeoutSeconds }: RegistryOptions) {
  const routes = new Map<string, Route>();
  const tls = { timeout: timeoutSeconds * 1000, ...(authorities && { ca: [...authorities] }) };
  const open = (proxy: URL | undefined): Route => {
    if (!proxy) return { dispatcher: new Agent({ connect: tls }) };
    // Without a tunnel for plain HTTP, because many proxies open none to other ports than 443.
    const agent = { uri: proxy.href, proxyTunnel: false, requestTls: tls, proxyTls: tls };
    return { dispatcher: new ProxyAgent(agent), proxy: proxy.host };
  };
  return {
    take: (url: URL): Route => {
      const proxy = readProxy(url, environment);
      const key = proxy?.href ?? '';
      let route = routes.get(key);
      if (!route) routes.set(key, (route = open(proxy)));
      return route;
    },
    close: async () => {
      await Promise.all([...routes.values()].map(({ dispatcher }) => dispatcher.destroy()));
    },
  };
}

function readProxy(url: URL, environment: RegistryOptions['environment']): URL | undefined {
  try {
    return chooseProxy(url, environment);
  } catch {
    // The text is not repeated: it may hold a password.
    throw createRegistryError(
      'proxy',
      url.host,
      `the proxy variable for ${url.host} holds no URL of a proxy`,
    );
  }
}

async function sendOnce(
  { method, url, headers }: Request,
  { dispatcher, proxy }: Route,
  { timeoutSeconds }: RegistryOptions,
): Promise<Response> {
  const signal = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const answer = await request(url, { method, headers, dispatcher, signal });
    const header = (name: string) => firstOf(answer.headers[name]);
    return { status: answer.statusCode, header, body: await readBody(answer.body, url.host) };
  } catch (error) {
    const peer = { host: url.host, timeoutSeconds, ...(proxy !== undefined && { proxy }) };
    const described = describeNetworkError(error, peer);
    if (!described) throw error;
    throw Object.assign(described, { cause: error });
  }
}

async function readBody(stream: AsyncIterable<Buffer>, host: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBodyBytes) {
      const reason = `${host} answers with more than ${maxBodyBytes / 1024 / 1024} MiB`;
      throw createRegistryError('not-a-registry', host, reason);
    }
  }
  return Buffer.concat(chunks);
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
