import type { AnyFleetCheck } from '../fleet-check.ts';
import { badImageReference } from './bad-image-reference.rule.ts';
import { dindImageMismatch } from './dind-image-mismatch.rule.ts';
import { floatingImage } from './floating-image.rule.ts';
import { scaleSetImage } from './scale-set-image.rule.ts';

/** Checks about images. */
export const imagesChecks: readonly AnyFleetCheck[] = [
  badImageReference,
  floatingImage,
  scaleSetImage,
  dindImageMismatch,
];
