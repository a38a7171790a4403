import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const zot = (rest: string) =>
  exampleFleet(
    `controller: { images: { dind: "docker:28.0.4-dind@${digest}" } }\nregistry: { proxy: { zot: { host: zot.example.com${rest} } } }`,
  );

export const digestChanged = defineRule<{
  readonly title: string;
  readonly images: readonly string[];
}>({
  code: 'FLC4452',
  name: 'digest-changed',
  severity: 'error',
  title: 'An image is pinned to a digest that the registry proxy changes',
  message: ({ title, images }) =>
    `${images.length === 1 ? `"${images[0]}" is` : `${images.length} images are`} pinned to a digest, and ${title} may give what it fetches another one`,
  label: () => 'converts manifests',
  why: 'before version 2.1.22, and unless it is told not to, zot converts Docker manifests to those of OCI, and nothing is found under the digest of upstream',
  fix: 'if zot is 2.1.22 or later, or has "preserveDigest" in its sync extension, and "docker2s2" is in its "http.compat", say "preserveDigest: true" here; else name a tag alone',
  source: 'https://zotregistry.dev/latest/articles/mirroring/',
  examples: { bad: zot(''), good: zot(', preserveDigest: true') },
});
