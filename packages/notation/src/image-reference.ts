import { characterProblem, nameCharacter } from './character.ts';

/** A container image by name: what `docker pull` takes, with everything that is usually left out filled in. */
export interface ImageReference {
  /** Host, with port where it has one; `docker.io` when the text names none. */
  readonly registry: string;
  /** Path without the host; `library/docker` for `docker`. */
  readonly repository: string;
  readonly tag?: string;
  /** `algorithm:hex`, such as `sha256:…` with 64 digits. */
  readonly digest?: string;
}

const defaultRegistry = 'docker.io';
const maxNameLength = 255;
const maxTagLength = 128;
/** More than any name, tag and digest have together; nothing is looked for in a longer text. */
const maxLength = 1024;

/**
 * Reads a reference by the grammar and the normalisation of the distribution project, or gives `undefined`.
 *
 * Two points are stricter than github.com/distribution/reference: the 255 characters count the host too, as registries
 * do, and a first part with a dot or colon must be a host, where distribution falls back to a path without a registry.
 */
export function parseImageReference(text: string): ImageReference | undefined {
  const read = readImageReference(text);
  return typeof read === 'string' ? undefined : read;
}

/** Why `text` is no image reference, as one clause for a message; `undefined` when it is one. */
export function imageReferenceProblem(text: string): string | undefined {
  const read = readImageReference(text);
  return typeof read === 'string' ? read : undefined;
}

/** Prints the full form, `docker.io/library/docker:dind`: what a container runtime reads without defaults of its own. */
export function formatImageReference({
  registry,
  repository,
  tag,
  digest,
}: ImageReference): string {
  const suffix = (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
  return `${registry}/${repository}${suffix}`;
}

/** Gives the reference or the clause that says what is wrong, so that the two can never disagree. */
function readImageReference(text: string): ImageReference | string {
  const problem = wholeProblem(text);
  if (problem) return problem;
  const [named, digest] = cut(text, '@');
  const { registry, remainder } = splitRegistry(named);
  const [path, tag] = cut(remainder, ':');
  const repository = registry === defaultRegistry && !path.includes('/') ? `library/${path}` : path;
  return (
    registryProblem(registry) ??
    repositoryProblem(path) ??
    tagProblem(tag) ??
    digestProblem(digest) ??
    lengthProblem(`${registry}/${repository}`) ?? {
      registry,
      repository,
      ...(tag !== undefined && { tag }),
      ...(digest !== undefined && { digest }),
    }
  );
}

function wholeProblem(text: string): string | undefined {
  if (text === '') return 'it is empty';
  if (text.length > maxLength) return `it has more than ${maxLength} characters`;
  const blank = /\s/u.exec(text)?.[0];
  if (blank) return `it has ${nameCharacter(blank)}`;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0];
  if (scheme) return `it starts with the scheme "${scheme}"`;
  if (/^[a-f0-9]{64}$/.test(text)) return '64 hexadecimal digits alone are the id of an image';
  return undefined;
}

// A first part is a host only when it cannot be a path: github.com/distribution/reference, splitDockerDomain.
function splitRegistry(named: string): { registry: string; remainder: string } {
  const [first, rest] = cut(named, '/');
  if (rest === undefined) return { registry: defaultRegistry, remainder: named };
  if (first === 'index.docker.io') return { registry: defaultRegistry, remainder: rest };
  const isHost = first === 'localhost' || /[.:A-Z]/.test(first);
  return isHost
    ? { registry: first, remainder: rest }
    : { registry: defaultRegistry, remainder: named };
}

const hostName = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

function registryProblem(registry: string): string | undefined {
  const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(registry) ?? [];
  if (host === undefined) return `the registry "${registry}" is not a host with an optional port`;
  if (port !== undefined && !/^[0-9]+$/.test(port)) return `the port "${port}" is not a number`;
  if (/^\[[0-9a-f:]+\]$/i.test(host)) return undefined;
  if (hostName.test(host)) return undefined;
  return `the registry "${host}" is not a host name`;
}

function repositoryProblem(path: string): string | undefined {
  if (path === '') return 'the name of the repository is missing';
  const stranger = characterProblem(
    'the repository',
    path,
    /[a-z0-9._/-]/,
    'a-z, 0-9, ".", "_", "-" and "/"',
  );
  if (stranger) return stranger;
  const wrong = path
    .split('/')
    .find((part) => !/^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/.test(part));
  if (wrong === undefined) return undefined;
  if (wrong === '') return 'the repository has an empty part beside a "/"';
  return `the part "${wrong}" does not start and end with a letter or digit and have single separators between`;
}

function tagProblem(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  if (tag === '') return 'the tag after ":" is empty';
  const stranger = characterProblem('the tag', tag, /[\w.-]/, 'A-Z, a-z, 0-9, ".", "_" and "-"');
  if (stranger) return stranger;
  if (/^[.-]/.test(tag)) return `the tag starts with "${tag[0]}"`;
  if (tag.length > maxTagLength)
    return `the tag has ${tag.length} characters, ${maxTagLength} are allowed`;
  return undefined;
}

// Runtimes compute these and know the length; an algorithm that is not registered is held to the grammar alone.
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

function digestProblem(digest: string | undefined): string | undefined {
  if (digest === undefined) return undefined;
  if (digest === '') return 'the digest after "@" is empty';
  const [, algorithm, hex] =
    /^([a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*):([0-9a-f]*)$/i.exec(digest) ?? [];
  if (algorithm === undefined || hex === undefined)
    return 'the digest is not of the form "sha256:HEX"';
  const length = Object.hasOwn(digestLengths, algorithm) ? digestLengths[algorithm] : undefined;
  if (length !== undefined && hex.length !== length) {
    return `the digest has ${hex.length} hexadecimal digits, ${algorithm} has ${length}`;
  }
  if (length !== undefined && /[A-F]/.test(hex))
    return 'the digest has upper-case hexadecimal digits';
  if (hex.length < 32)
    return `the digest has ${hex.length} hexadecimal digits, at least 32 are needed`;
  return undefined;
}

function lengthProblem(name: string): string | undefined {
  if (name.length <= maxNameLength) return undefined;
  return `its name has ${name.length} characters, ${maxNameLength} are allowed`;
}

/** The text before and after the first `separator`; no second part where there is no separator. */
function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
