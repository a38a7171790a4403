import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import { type Bundle, type BundleItem, stages } from './bundle.ts';
import type { CompileOptions } from './compilation.ts';
import { emitCertManager } from './install/cert-manager.ts';
import { checkLabels } from './install/check-labels.ts';
import { defaultSidecarImage, emitController } from './install/controller-release.ts';
import { emitNamespaces } from './install/namespaces.ts';
import { emitWatchedNamespace } from './install/watched-namespace.ts';
import { createImageInventory, type ImageInventory } from './registry/image-inventory.ts';
import { pullSecretNames } from './registry/pull-secrets.ts';
import { createRewriter } from './registry/rewriter.ts';
import { checkLock } from './lock/check-lock.ts';
import type { Lock } from './lock/locked-images.ts';
import { pinImages } from './lock/pin-images.ts';
import { checkImages } from './rules/check-images.ts';
import { brokenPathTemplate } from './rules/broken-path-template.rule.ts';
import { checkSchedules } from './runner-deployments/check-schedules.ts';
import { emitPool } from './runner-deployments/emit-pool.ts';
import type { ScheduleCache } from './runner-deployments/schedule.ts';
import { checkReadKeys } from './secrets/check-read-keys.ts';
import { deliverSecrets } from './secrets/delivery/deliver-secrets.ts';
import { githubPermissions } from './secrets/permissions.ts';
import { placeSecrets } from './secrets/place-secrets.ts';

/** A bundle with what was noticed while it was made; what is wrong with the objects is found by `checkBundle`. */
export interface CompiledBundle {
  readonly bundle: Bundle;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a bundle is made of besides its fleet. */
export interface BundleInputs extends Pick<CompileOptions, 'readFile'> {
  /** Digests to pull by; tags stay as they are without it. */
  readonly lock?: Lock;
}

/**
 * Compiles one environment of a fleet. Does no more than compute: what it loads is at most a template engine, and files
 * are read by whoever calls.
 */
export async function compileBundle(
  fleet: Fleet,
  {
    readFile = () => ({ failure: 'there is nothing to read files with' }),
    lock,
  }: BundleInputs = {},
): Promise<CompiledBundle> {
  const unlocked = await createRewriter(fleet.registry);
  const rewriter = lock ? pinImages(unlocked, fleet.registry, lock.images) : unlocked;
  const images = createImageInventory(rewriter);
  const schedules: ScheduleCache = new Map();
  const { pending, existing, wanted } = placeSecrets(fleet);
  const secrets = await deliverSecrets({ fleet, readFile }, wanted);
  const items = sortItems([
    ...emitItems(fleet, images, schedules),
    ...secrets.delivered.map(({ item }) => item),
  ]);
  const bundle: Bundle = {
    fleet: fleet.name,
    environment: fleet.environment,
    destination: fleet.destination,
    items,
    pendingSecrets: pending,
    deliveredSecrets: secrets.delivered.map(({ secret }) => secret),
    existingSecrets: existing,
    images: images.uses(),
    permissions: githubPermissions(fleet),
  };
  const onImages =
    rewriter.problem === undefined
      ? checkImages(fleet, bundle.images)
      : [reportTemplate(fleet, rewriter.problem)];
  const diagnostics = [
    ...onImages,
    ...(lock ? checkLock(fleet, bundle.images, lock) : []),
    ...checkSchedules(fleet, schedules),
    ...checkLabels(fleet),
    ...secrets.diagnostics,
    ...checkReadKeys(fleet, pending, bundle.deliveredSecrets),
  ];
  return { bundle, diagnostics };
}

function emitItems(fleet: Fleet, images: ImageInventory, schedules: ScheduleCache): BundleItem[] {
  const sidecarImage = defaultSidecarImage(fleet);
  const pullSecrets = pullSecretNames(fleet.registry);
  const emission = { fleet, images, schedules, sidecarImage, pullSecrets };
  return [
    ...emitNamespaces(fleet),
    ...emitCertManager(fleet, images),
    emitController(fleet, images),
    ...emitWatchedNamespace(fleet),
    ...fleet.pools.flatMap((pool) => emitPool(pool, emission)),
  ];
}

/** Install order: by stage, then namespace, kind and name. */
function sortItems(items: readonly BundleItem[]): BundleItem[] {
  return items
    .map((item) => ({ item, key: sortKey(item) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ item }) => item);
}

// A space sorts before everything that names consist of, so that shorter names come first.
function sortKey(item: BundleItem): string {
  const stage = String(stages.indexOf(item.stage)).padStart(2, '0');
  if (item.type === 'release') return `${stage} ${item.release.namespace} ${item.release.name}`;
  const { kind, metadata } = item.object;
  return `${stage} ${metadata.namespace ?? ''} ${kind} ${metadata.name}`;
}

// Code units, never a locale: the order must be the same on every machine.
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function reportTemplate(fleet: Fleet, problem: string): Diagnostic {
  const path = [...(fleet.registry.proxy?.path ?? fleet.registry.path), 'generic', 'template'];
  return createDiagnostic(brokenPathTemplate, { problem }, { span: fleet.origin(path).span, path });
}
