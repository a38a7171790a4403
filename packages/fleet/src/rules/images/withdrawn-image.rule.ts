import { parseImageReference } from '@fleetc/notation';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { imagesOf } from './bad-image-reference.rule.ts';

const proxy = (image: string) =>
  exampleFleet(`controller: { images: { kubeRbacProxy: "${image}" } }`);

/** Repositories that nobody fills any more, and what took their place. */
const withdrawn: readonly { readonly start: RegExp; readonly instead: string }[] = [
  { start: /^gcr\.io\/kubebuilder\/kube-rbac-proxy$/, instead: 'quay.io/brancz/kube-rbac-proxy' },
  {
    start: /^ghcr\.io\/actions\/actions-runner-controller\//,
    instead: 'the images of "summerwind" on Docker Hub',
  },
];

export const withdrawnImage = defineCheck<{ image: string; instead: string }>({
  code: 'FLC4418',
  name: 'withdrawn-image',
  severity: 'warning',
  title: 'An image comes from a place that is no longer filled',
  message: ({ image }) => `"${image}" is pulled from a place that is no longer filled`,
  label: () => 'withdrawn',
  why: 'what is there is old, and goes away without notice',
  fix: ({ instead }) => `use ${instead}`,
  source: 'https://github.com/kubernetes-sigs/kubebuilder/discussions/3907',
  examples: {
    bad: proxy('gcr.io/kubebuilder/kube-rbac-proxy:v0.13.1'),
    good: proxy('quay.io/brancz/kube-rbac-proxy:v0.13.1'),
  },
  check(fleet, report) {
    for (const [image, path] of imagesOf(fleet)) {
      const { registry, repository } = parseImageReference(image) ?? {};
      const found = withdrawn.find(({ start }) => start.test(`${registry}/${repository}`));
      if (found) report({ image, instead: found.instead }, path);
    }
  },
});
