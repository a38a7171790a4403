import { createRegistryError } from './failure.ts';
import type { Request, Response, Transport } from './transport.ts';

const redirects = new Set([301, 302, 303, 307, 308]);
const maxRedirects = 5;

/**
 * Follows redirects, and keeps what is secret from other hosts: the login stays with the host that it was sent to, and
 * nothing goes from TLS to plain HTTP.
 */
export async function sendFollowing(transport: Transport, request: Request): Promise<Response> {
  let current = request;
  for (let followed = 0; followed <= maxRedirects; followed++) {
    const response = await transport.send(current);
    const location = redirects.has(response.status) ? response.header('location') : undefined;
    if (location === undefined) return response;
    current = redirect(current, location);
  }
  const { host } = request.url;
  throw createRegistryError('not-a-registry', host, `${host} redirects without end`);
}

function redirect({ method, url, headers }: Request, location: string): Request {
  const target = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  if (!target || !/^https?:$/.test(target.protocol)) {
    const reason = `${url.host} redirects to what is no address`;
    throw createRegistryError('not-a-registry', url.host, reason);
  }
  if (url.protocol === 'https:' && target.protocol === 'http:') {
    const reason = `${url.host} redirects to ${target.host} without TLS`;
    throw createRegistryError('without-tls', target.host, reason);
  }
  target.username = '';
  target.password = '';
  return { method, url: target, headers: target.origin === url.origin ? headers : strip(headers) };
}

function strip(headers: Request['headers']): Request['headers'] {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'),
  );
}
