import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import type { ImageUse } from '../bundle.ts';
import { imageNotLocked } from '../rules/image-not-locked.rule.ts';
import { checkPlatforms } from './check-platforms.ts';
import type { Lock } from './locked-images.ts';
import { lockNameOf } from './pin-images.ts';

/** Holds a fleet's images against its lock. */
export function checkLock(fleet: Fleet, images: readonly ImageUse[], lock: Lock): Diagnostic[] {
  return [...checkCompleteness(fleet, images, lock), ...checkPlatforms(fleet, images, lock)];
}

/** Reports the images that have no digest: all in one finding, because one command mends all. */
function checkCompleteness(
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
  const quoted = names.map((name) => `"${name}"`).join(', ');
  const finding = createDiagnostic(imageNotLocked, { images: quoted, file }, place);
  return [isRequired ? { ...finding, severity: 'error' } : finding];
}
