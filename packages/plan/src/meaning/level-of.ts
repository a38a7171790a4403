import type { Level } from '../change.ts';
import type { Step } from '../compare/step.ts';

type Row = readonly [path: string, level: Level];

/**
 * What a change at a place does, kind by kind; the first path that fits decides, and any other place restarts nothing.
 * ARC makes new runners when the hash of a template changes, and only then; what it writes itself is not in a tree.
 */
const rows: Readonly<Record<string, readonly Row[]>> = {
  RunnerDeployment: [['spec.template', 'restarts']],
  RunnerSet: [
    // The StatefulSets that ARC makes of it cannot change these.
    ['spec.volumeClaimTemplates', 'recreated'],
    ['spec.selector', 'recreated'],
    ['spec.serviceName', 'recreated'],
    ['spec.podManagementPolicy', 'recreated'],
    ['spec.replicas', 'none'],
    ['spec.effectiveTime', 'none'],
    ['spec.minReadySeconds', 'none'],
    ['spec.ordinals', 'none'],
    ['spec.persistentVolumeClaimRetentionPolicy', 'none'],
    ['spec.revisionHistoryLimit', 'none'],
    ['spec.updateStrategy', 'none'],
    ['spec', 'restarts'],
  ],
  // The type of a Secret never changes, whoever makes it.
  Secret: [
    ['type', 'recreated'],
    ['immutable', 'recreated'],
  ],
  SealedSecret: [['spec.template.type', 'recreated']],
  ExternalSecret: [
    ['spec.target.template.type', 'recreated'],
    ['spec.target.name', 'recreated'],
  ],
  VaultStaticSecret: [
    ['spec.destination.type', 'recreated'],
    ['spec.destination.name', 'recreated'],
  ],
  RoleBinding: [['roleRef', 'recreated']],
  ClusterRoleBinding: [['roleRef', 'recreated']],
};

/** What a change at a place in an object of a kind does. */
export function levelOf(kind: string, path: readonly Step[]): Level {
  const own = Object.hasOwn(rows, kind) ? rows[kind]! : [];
  return own.find(([start]) => startsWith(path, start.split('.')))?.[1] ?? 'none';
}

function startsWith(path: readonly Step[], start: readonly string[]): boolean {
  return start.every((step, index) => path[index] === step);
}
