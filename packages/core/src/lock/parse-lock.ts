import { createDiagnostic, hasErrors, type Path, type Result } from '@fleetc/diagnostics';
import { type Document, parseDocument, type Source } from '@fleetc/fleet';
import { brokenLock } from '../rules/broken-lock.rule.ts';
import { lockVersion } from './format-lock.ts';
import { type LockedImage, type LockedImages, nameInLock } from './locked-images.ts';

/** Reads the text of a lock file. One that is broken gives one error, at its first mistake. */
export async function parseLock(source: Source): Promise<Result<LockedImages>> {
  const { value: document, diagnostics } = await parseDocument(source);
  if (!document || hasErrors(diagnostics)) {
    const [first] = diagnostics;
    const problem = first?.code === 'FLC1003' ? 'it is empty' : (first?.message ?? '');
    return broken(problem, first?.primary ? { span: first.primary.span } : {});
  }
  const images = new Map<string, LockedImage>();
  const mistake = readLock(document, images);
  if (!mistake) return { value: images, diagnostics: [] };
  const { problem, path, part } = mistake;
  return broken(problem, { span: document.span(path, part) });
}

function broken(problem: string, place: Parameters<typeof createDiagnostic>[2]) {
  return { diagnostics: [createDiagnostic(brokenLock, { problem }, place)] };
}

interface Mistake {
  readonly problem: string;
  readonly path: Path;
  readonly part?: 'key' | 'value';
}

/** Fills `images`, and gives the first mistake. */
function readLock({ value }: Document, images: Map<string, LockedImage>): Mistake | undefined {
  if (!isMap(value)) return { problem: 'it is no map', path: [] };
  const { version, images: entries } = value;
  if (version !== lockVersion) return describeVersion(version);
  const stranger = findStranger(value, ['version', 'images'], []);
  if (stranger) return stranger;
  if (!isMap(entries)) return { problem: '"images" is no map', path: ['images'], part: 'key' };
  for (const [name, entry] of Object.entries(entries)) {
    const path = ['images', name];
    const mistake = describeName(name, path) ?? describeEntry(entry, path);
    if (mistake) return mistake;
    images.set(name, entry as unknown as LockedImage);
  }
  return undefined;
}

function describeVersion(version: unknown): Mistake {
  const problem =
    version === undefined
      ? 'it names no version'
      : `version ${JSON.stringify(version)} is not known; this fleetc reads version ${lockVersion}`;
  return { problem, path: ['version'] };
}

function describeName(name: string, path: Path): Mistake | undefined {
  if (nameInLock(name) === name) return undefined;
  const problem = `"${name}" is no full reference with a tag, such as "docker.io/library/docker:dind"`;
  return { problem, path, part: 'key' };
}

function describeEntry(entry: unknown, path: Path): Mistake | undefined {
  if (!isMap(entry)) return { problem: 'an image has a digest and platforms', path, part: 'key' };
  const stranger = findStranger(entry, ['digest', 'platforms'], path);
  if (stranger) return stranger;
  const { digest, platforms } = entry;
  if (typeof digest !== 'string' || !/^sha256:[0-9a-f]{64}$/.test(digest)) {
    return describeDigest(digest, [...path, 'digest']);
  }
  const areTexts = Array.isArray(platforms) && platforms.every((name) => typeof name === 'string');
  return areTexts
    ? undefined
    : { problem: '"platforms" is no list of texts', path: [...path, 'platforms'], part: 'key' };
}

function describeDigest(digest: unknown, path: Path): Mistake {
  const problem =
    digest === undefined
      ? 'the digest is missing'
      : `${JSON.stringify(digest)} is no digest of the form sha256: and 64 digits`;
  return { problem, path };
}

function findStranger(
  map: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: Path,
): Mistake | undefined {
  const stranger = Object.keys(map).find((key) => !known.includes(key));
  if (stranger === undefined) return undefined;
  const problem = `"${stranger}" is no key here; known are ${known.join(' and ')}`;
  return { problem, path: [...path, stranger], part: 'key' };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
