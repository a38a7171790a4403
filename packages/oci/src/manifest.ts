/** The forms that are asked for; without them, old registries answer with the first of the forms, or with one platform. */
export const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const;

/** What a manifest tells of platforms: a list, or where the one is written. */
export type ManifestContent =
  { readonly platforms: readonly string[] } | { readonly configDigest: string };

/** Reads an index or the manifest of one image; `undefined` when the bytes are neither. */
export function readManifest(body: Buffer): ManifestContent | undefined {
  const value = parseJson(body);
  if (!isMap(value) || value['schemaVersion'] !== 2) return undefined;
  const { manifests, config } = value;
  if (Array.isArray(manifests)) {
    return { platforms: sorted(manifests.map((entry) => (isMap(entry) ? entry['platform'] : ''))) };
  }
  const digest = isMap(config) ? config['digest'] : undefined;
  return isDigest(digest) ? { configDigest: digest } : undefined;
}

/** The platform in the configuration of one image. */
export function readConfigPlatforms(body: Buffer): readonly string[] {
  return sorted([parseJson(body)]);
}

/** Whether a text is a digest that can be checked here. */
export function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value);
}

// An attestation stands in an index as an image for an unknown platform.
function sorted(platforms: readonly unknown[]): string[] {
  const names = platforms.map(nameOf).filter((name) => name !== undefined);
  return [...new Set(names)].sort();
}

function nameOf(platform: unknown): string | undefined {
  if (!isMap(platform)) return undefined;
  const { os, architecture, variant } = platform;
  const words = [os, architecture, ...(variant === undefined ? [] : [variant])];
  const isKnown = words.every((word) => typeof word === 'string' && /^[\w.-]{1,64}$/.test(word));
  return isKnown && os !== 'unknown' ? words.join('/') : undefined;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
