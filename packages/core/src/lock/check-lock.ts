import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import type { ImageUse } from '../bundle.ts';
import { imageNotLocked } from '../rules/image-not-locked.rule.ts';
import type { Lock } from './locked-images.ts';
import { lockNameOf } from './pin-images.ts';

/** Reports the images that have no digest although there is a lock: all in one finding, because one command mends all. */
export function checkLock(
  fleet: Fleet,
  images: readonly ImageUse[],
  { file, isRequired }: Lock,
): Diagnostic[] {
  const unlocked = images.filter((use) => lockNameOf(use, fleet.registry) !== undefined);
  if (unlocked.length === 0) return [];
  // Rather a block that is written than one that is there by default.
  const isWritten = ({ path }: ImageUse) => fleet.origin(path, 'key').layer !== 'default';
  const { path } = unlocked.find(isWritten) ?? unlocked[0]!;
  const names = [...new Set(unlocked.map((use) => lockNameOf(use, fleet.registry)!))].sort();
  const place = { span: fleet.origin(path, 'key').span, path };
  const finding = createDiagnostic(imageNotLocked, { images: names, file }, place);
  return [isRequired ? { ...finding, severity: 'error' } : finding];
}
