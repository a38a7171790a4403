import { createRegistryError, type RegistryError } from './failure.ts';

/** The other end of a connection, for words. */
export interface Peer {
  readonly host: string;
  /** Host of the proxy between, without its login. */
  readonly proxy?: string;
  readonly timeoutSeconds: number;
}

const unreachable: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses the connection',
  ECONNRESET: 'breaks off the connection',
  EPIPE: 'breaks off the connection',
  UND_ERR_SOCKET: 'breaks off the connection',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  EADDRNOTAVAIL: 'cannot be reached from here',
  EACCES: 'may not be reached from here',
  EPERM: 'may not be reached from here',
};

const timeouts = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

const certificateFaults: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  CERT_REVOKED: 'was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for other names',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is signed by itself alone',
  SELF_SIGNED_CERT_IN_CHAIN: 'is signed by an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT: 'is signed by an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'is signed by an authority that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'is signed by an authority that is not trusted here',
};

const plainAnswers = new Set([
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_HTTP_REQUEST',
]);

/** Whether a connection broke in a way that another try may mend. */
export function isBrokenOff(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(codeOf(error));
}

/** Says what went wrong on the way to `peer`; `undefined` for what no network can cause. */
export function describeNetworkError(error: unknown, peer: Peer): RegistryError | undefined {
  const code = codeOf(error);
  const { host, timeoutSeconds } = peer;
  const where = peer.proxy === undefined ? host : `${host}, asked by the proxy ${peer.proxy},`;
  if (isRefusedByProxy(error)) return describeProxy(error as Error, peer);
  if (timeouts.has(code) || isTimeout(error)) {
    const reason = `${where} gave no whole answer within ${timeoutSeconds} s`;
    return createRegistryError('timeout', host, reason);
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return describeLookup(code, peer);
  const words = unreachable[code];
  if (words !== undefined) return createRegistryError('unreachable', host, `${where} ${words}`);
  return describeTls(code, host) ?? describeNoise(error, host);
}

function describeLookup(code: string, { host, proxy }: Peer): RegistryError {
  const name = proxy === undefined ? `host name ${host}` : `name of the proxy ${proxy}`;
  const words = code === 'ENOTFOUND' ? 'is not known' : 'cannot be looked up at the moment';
  return createRegistryError('unknown-host', host, `the ${name} ${words}`);
}

function describeTls(code: string, host: string): RegistryError | undefined {
  const fault = certificateFaults[code];
  if (fault !== undefined) {
    return createRegistryError('untrusted', host, `the certificate of ${host} ${fault}`);
  }
  if (plainAnswers.has(code)) {
    return createRegistryError('without-tls', host, `${host} does not speak TLS`);
  }
  return /^(?:ERR_SSL_|ERR_TLS_|CERT_)/.test(code)
    ? createRegistryError('untrusted', host, `no safe connection to ${host} comes about (${code})`)
    : undefined;
}

function describeNoise(error: unknown, host: string): RegistryError | undefined {
  const isNoise =
    (error instanceof Error && error.name === 'HTTPParserError') ||
    /^(?:HPE_|UND_ERR_(?:RES|HEADERS_OVERFLOW))/.test(codeOf(error));
  return isNoise
    ? createRegistryError('not-a-registry', host, `${host} does not speak HTTP`)
    : undefined;
}

function isRefusedByProxy(error: unknown): boolean {
  return error instanceof Error && /^Proxy (?:response|Authentication)/.test(error.message);
}

function describeProxy({ message }: Error, { host, proxy }: Peer): RegistryError {
  const status = /\((\d{3})\)/.exec(message)?.[1] ?? '407';
  const login = status === '407' ? ' and wants a login' : '';
  const reason = `the proxy ${proxy} answers ${status}${login} when asked for ${host}`;
  return createRegistryError('proxy', host, reason);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** Errors of several addresses come as one whose parts have the codes; a cause has what a wrapper leaves out. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
