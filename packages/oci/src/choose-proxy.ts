import { BlockList, isIP } from 'node:net';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for a URL by the variables that curl and Docker read, or `undefined` for a direct connection. The machine
 * itself is never reached by a proxy.
 */
export function chooseProxy(url: URL, environment: Environment): URL | undefined {
  const host = bareHost(url.hostname);
  if (isLoopback(host)) return undefined;
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const given = lookUp(environment, name)?.trim();
  if (!given || isExcepted(host, portOf(url), lookUp(environment, 'no_proxy') ?? '')) {
    return undefined;
  }
  return new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`);
}

/** Whether a host is this machine, by name or by number. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** A host without the brackets that IPv6 has in URLs. */
export function bareHost(host: string): string {
  return host.replace(/^\[|\]$/g, '').toLowerCase();
}

function lookUp(environment: Environment, name: string): string | undefined {
  return environment[name] || environment[name.toUpperCase()];
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

function isExcepted(host: string, port: string, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && covers(entry, host, port));
}

/** `*`, an address or range of addresses, or a name that stands for everything below it. */
function covers(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (isIP(host) !== 0) return coversAddress(entry, host, port);
  const [, name, onlyPort] = /^(?:\*?\.)?([^:]+)(?::(\d+))?$/.exec(entry) ?? [];
  if (name === undefined || (onlyPort !== undefined && onlyPort !== port)) return false;
  return host === name || host.endsWith(`.${name}`);
}

function coversAddress(entry: string, host: string, port: string): boolean {
  if (bareHost(entry) === host || entry === `${host}:${port}` || entry === `[${host}]:${port}`) {
    return true;
  }
  const [, address = '', bits] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? [];
  const family = isIP(address);
  if (family === 0 || family !== isIP(host) || Number(bits) > (family === 4 ? 32 : 128)) {
    return false;
  }
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const range = new BlockList();
  range.addSubnet(address, Number(bits), kind);
  return range.check(host, kind);
}
