import type { ImageReference } from '@fleetc/notation';
import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createRegistryError, failureIn, type RegistryFailure } from './failure.ts';
import { createLimit } from './limit.ts';
import { isDigest, manifestTypes, readConfigPlatforms, readManifest } from './manifest.ts';
import { createPatientTransport } from './patient-transport.ts';
import type { RegistryOptions } from './registry-options.ts';
import { createSession, type RegistrySession } from './registry-session.ts';
import { createTransport, type Response } from './transport.ts';

/** What is asked of a registry: an image by its tag. */
export interface Question {
  readonly image: ImageReference;
  /** A digest whose platforms are known, so that they need not be fetched: on Docker Hub that counts as a pull. */
  readonly known?: string;
}

/** What a tag stands for at the moment, or why that could not be found out. */
export type Answer =
  | {
      readonly digest: string;
      /** Such as `linux/arm64/v8`, sorted; absent when the digest is the known one. */
      readonly platforms?: readonly string[];
    }
  | { readonly failure: RegistryFailure };

/** Asks registries. Never throws for what a registry or the network does. */
export interface RegistryClient {
  readonly resolve: (question: Question) => Promise<Answer>;
  /** Ends connections that are kept open. */
  readonly close: () => Promise<void>;
}

/** Opens nothing yet. */
export function createRegistryClient(options: RegistryOptions): RegistryClient {
  const limit = createLimit(options.concurrency);
  const wait = options.wait ?? ((milliseconds: number) => setTimeout(milliseconds));
  const direct = createTransport(options);
  const session = createSession(options, createPatientTransport(direct, wait), direct);
  return {
    resolve: (question) => limit(() => answer(question, session)),
    close: direct.close,
  };
}

async function answer({ image, known }: Question, session: RegistrySession): Promise<Answer> {
  try {
    const digest = await findDigest(image, session);
    if (digest === known) return { digest };
    return { digest, platforms: await findPlatforms({ ...image, digest }, session) };
  } catch (error) {
    const failure = failureIn(error);
    if (!failure) throw error;
    return { failure };
  }
}

/** HEAD, which on Docker Hub costs no pull; the bytes themselves where a registry names no digest. */
async function findDigest(image: ImageReference, session: RegistrySession): Promise<string> {
  const reference = image.tag ?? 'latest';
  const head = await askManifest('HEAD', image, reference, session);
  if (head.status === 200 && isSchemaOne(head))
    throw strange(image, 'offers the old schema 1 only');
  const named = head.status === 200 ? head.header('docker-content-digest') : undefined;
  if (named !== undefined) return checkedDigest(image, named);
  if (head.status !== 200 && head.status !== 405) throw refused(image, head);
  const whole = await askManifest('GET', image, reference, session);
  if (whole.status !== 200) throw refused(image, whole);
  if (!readManifest(whole.body)) throw strange(image, 'answers with what is no manifest');
  return digestOf(whole.body);
}

async function findPlatforms(
  image: ImageReference & { digest: string },
  session: RegistrySession,
): Promise<readonly string[]> {
  const response = await askManifest('GET', image, image.digest, session);
  if (response.status !== 200) throw refused(image, response);
  refuseOtherBytes(image, response, image.digest);
  const content = readManifest(response.body);
  if (!content) throw strange(image, 'answers with what is no manifest');
  if ('platforms' in content) return content.platforms;
  const path = `blobs/${content.configDigest}`;
  const config = await ask('GET', image, path, '*/*', session);
  if (config.status !== 200) throw refused(image, config);
  refuseOtherBytes(image, config, content.configDigest);
  return readConfigPlatforms(config.body);
}

function askManifest(
  method: 'GET' | 'HEAD',
  image: ImageReference,
  reference: string,
  session: RegistrySession,
): Promise<Response> {
  return ask(method, image, `manifests/${reference}`, manifestTypes.join(', '), session);
}

function ask(
  method: 'GET' | 'HEAD',
  { registry, repository: name }: ImageReference,
  path: string,
  accept: string,
  session: RegistrySession,
): Promise<Response> {
  return session.ask({ registry, name, path, method, accept });
}

function isSchemaOne({ header }: Response): boolean {
  return /vnd\.docker\.distribution\.manifest\.v1\+/.test(header('content-type') ?? '');
}

function checkedDigest(image: ImageReference, text: string): string {
  if (isDigest(text)) return text;
  throw strange(image, 'names a digest that is no sha256');
}

/** What a tag is pinned to has to be what the bytes are, or nobody could pull it. */
function refuseOtherBytes(image: ImageReference, { body }: Response, digest: string): void {
  if (digestOf(body) !== digest) throw strange(image, 'answers with bytes of another digest');
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function refused({ registry, repository, tag }: ImageReference, { status }: Response) {
  if (status !== 404) {
    const reason = `${registry} answers ${status} for "${repository}"`;
    return createRegistryError('not-a-registry', registry, reason);
  }
  const reason = `${registry} has no "${repository}" with the tag "${tag ?? 'latest'}"`;
  return createRegistryError('missing', registry, reason);
}

function strange({ registry }: ImageReference, words: string) {
  return createRegistryError('not-a-registry', registry, `${registry} ${words}`);
}
