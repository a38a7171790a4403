import fc from 'fast-check';
import { some } from './plain.ts';
import { host, url } from './words.ts';

const address = fc.oneof(
  url,
  host.map((value) => `http://${value}/`),
);

/** A mirror of Docker Hub, for dockerd alone or for builders too. */
export const mirror = fc.oneof(address, some({ url: address, buildx: fc.boolean() }, 'url'));
