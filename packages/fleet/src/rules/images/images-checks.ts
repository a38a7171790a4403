import type { AnyFleetCheck } from '../fleet-check.ts';
import { badImageReference } from './bad-image-reference.rule.ts';
import { dindByName } from './dind-by-name.rule.ts';
import { dindImageMismatch } from './dind-image-mismatch.rule.ts';
import { floatingImage } from './floating-image.rule.ts';
import { mirrorOfOtherRegistry } from './mirror-of-other-registry.rule.ts';
import { mirrorWithPath } from './mirror-with-path.rule.ts';
import { runnerImageAsController } from './runner-image-as-controller.rule.ts';
import { scaleSetImage } from './scale-set-image.rule.ts';
import { sidecarWithoutDockerd } from './sidecar-without-dockerd.rule.ts';
import { withdrawnImage } from './withdrawn-image.rule.ts';

/** Checks about images. */
export const imagesChecks: readonly AnyFleetCheck[] = [
  badImageReference,
  floatingImage,
  scaleSetImage,
  dindImageMismatch,
  runnerImageAsController,
  dindByName,
  mirrorOfOtherRegistry,
  mirrorWithPath,
  withdrawnImage,
  sidecarWithoutDockerd,
];
