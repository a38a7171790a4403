/** Rules about words of the language that a pool can break in the words of Kubernetes too, which only emission sees. */
export { evictedJobs, evictionAnnotation } from './docker/evicted-jobs.rule.ts';
export { reservedVariable, isReservedVariable } from './docker/reserved-variable.rule.ts';
export { reservedVolume } from './docker/reserved-volume.rule.ts';
export { withoutSidecar } from './docker/without-sidecar.rule.ts';
export { badImageReference } from './images/bad-image-reference.rule.ts';
export { floatingImage, floatingTag } from './images/floating-image.rule.ts';
export { officialVariant } from './images/official-runner.ts';
