/** A reference in the two parts that charts ask for. */
export interface ImageParts {
  readonly repository: string;
  readonly tag: string;
}

/**
 * Splits a reference so that `repository:tag`, which is what a chart's template writes, is the reference again. Keeps the
 * repository as it is written, without filling in a registry.
 */
export function splitImage(reference: string): ImageParts {
  const at = reference.indexOf('@');
  const name = at < 0 ? reference : reference.slice(0, at);
  const digest = at < 0 ? '' : reference.slice(at);
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  if (colon >= 0) return { repository: name.slice(0, colon), tag: name.slice(colon + 1) + digest };
  if (digest === '') return { repository: name, tag: 'latest' };
  // Without a tag the colon inside the digest takes the place of the one that the template writes.
  const [algorithm, hex] = digest.split(':') as [string, string];
  return { repository: name + algorithm, tag: hex };
}

/** The reference that a chart's template makes of the two parts. */
export function joinImage({ repository, tag }: ImageParts): string {
  return `${repository}:${tag}`;
}
