/** A login for one registry. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What a Docker configuration file says about registries. */
export interface DockerLogins {
  /** The login for a registry as image references name it, such as `docker.io` or `registry.example.com:5000`. */
  readonly find: (registry: string) => Credentials | undefined;
  /** What stands in the file for this registry without being used, in words: a credential helper, an identity token. */
  readonly unusedFor: (registry: string) => string | undefined;
}

interface DockerConfig {
  readonly auths: Readonly<Record<string, unknown>>;
  readonly credHelpers: Readonly<Record<string, unknown>>;
  readonly credsStore?: string;
}

/** Docker Hub is known to Docker by this address alone. */
const hubKey = 'https://index.docker.io/v1/';

/**
 * Reads the text of a Docker `config.json`; `undefined` when it is no JSON object. Credential helpers are other programs
 * and are never run.
 */
export function parseDockerLogins(text: string): DockerLogins | undefined {
  const config = readConfig(text);
  if (!config) return undefined;
  return {
    find: (registry) => readAuth(entryOf(config, registry)),
    unusedFor: (registry) => describeUnused(config, registry),
  };
}

function readConfig(text: string): DockerConfig | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMap(value)) return undefined;
  const { auths, credHelpers, credsStore } = value;
  return {
    auths: isMap(auths) ? auths : {},
    credHelpers: isMap(credHelpers) ? credHelpers : {},
    ...(typeof credsStore === 'string' && credsStore !== '' && { credsStore }),
  };
}

/** An exact key first, then one that differs by its scheme and path, as the Docker command line looks it up. */
function entryOf({ auths }: DockerConfig, registry: string): unknown {
  const key = registry === 'docker.io' ? hubKey : registry;
  if (Object.hasOwn(auths, key)) return auths[key];
  if (key === hubKey) return undefined;
  const similar = Object.keys(auths).find((candidate) => hostOf(candidate) === registry);
  return similar === undefined ? undefined : auths[similar];
}

function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, '').split('/', 1)[0]!;
}

/** `auth` wins over the two fields, and its password may hold colons. */
function readAuth(entry: unknown): Credentials | undefined {
  if (!isMap(entry)) return undefined;
  const { auth, username, password } = entry;
  if (typeof auth === 'string' && auth !== '') {
    const text = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = text.indexOf(':');
    if (colon <= 0) return undefined;
    return withPassword(text.slice(0, colon), text.slice(colon + 1));
  }
  return typeof username === 'string' && typeof password === 'string'
    ? withPassword(username, password)
    : undefined;
}

function withPassword(username: string, password: string): Credentials | undefined {
  return username === '' || password === '' ? undefined : { username, password };
}

function describeUnused(config: DockerConfig, registry: string): string | undefined {
  const key = registry === 'docker.io' ? hubKey : registry;
  const entry = entryOf(config, registry);
  if (readAuth(entry)) return undefined;
  const helper = config.credHelpers[key] ?? (isMap(entry) ? config.credsStore : undefined);
  if (typeof helper === 'string') {
    return `the credential helper "${helper}" of the Docker configuration, which fleetc does not run`;
  }
  return isMap(entry) && 'identitytoken' in entry
    ? 'an identity token in the Docker configuration, which fleetc does not use'
    : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
