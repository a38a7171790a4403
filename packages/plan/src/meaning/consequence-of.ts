import type { KubernetesObject } from '@fleetc/kubernetes';
import type { Action, Level, Subject } from '../change.ts';
import { entryAt } from '../read/plain-data.ts';
import type { Thing } from '../read/thing.ts';
import type { TargetTree } from '../read/tree.ts';

/** What has happened to a subject, as far as consequences follow from it. */
export interface Happening {
  readonly target: TargetTree['target'];
  readonly subject: Subject;
  readonly action: Action;
  readonly level: Level;
  /** What was there, or is. */
  readonly thing: Thing;
  /** Whether a whole object or release got another name. */
  readonly isRenamed: boolean;
  readonly hasNewVersion: boolean;
  /** Whether it leaves the tree and stays in the cluster. */
  readonly isLeft: boolean;
}

/** What follows from a change, in one clause; empty where nothing does that its level does not say. */
export function consequenceOf(happening: Happening): string {
  const { thing } = happening;
  if (thing.type === 'file') return '';
  if (happening.isLeft) return ofLeft(happening);
  if (happening.subject.type === 'pool') return ofPool(happening);
  return thing.type === 'release' ? ofRelease(happening) : ofObject(thing.object, happening);
}

function ofLeft({ subject, target }: Happening): string {
  const agent = target === 'flux' ? 'Flux' : 'Argo CD';
  return subject.kind === 'Namespace'
    ? `${agent} leaves it; deleting it takes all that is in it, Secrets and volume claims too`
    : 'it stays in the cluster, and nobody looks after it';
}

const jobsStop = 'jobs that run there are stopped';

function ofPool({ action, level, thing, isRenamed }: Happening): string {
  if (action === 'added') return '';
  if (action === 'removed') return `${jobsStop}; scale it to zero first to let them finish`;
  const isSet = thing.type === 'object' && thing.object.kind === 'RunnerSet';
  if (level === 'removed') return jobsStop;
  if (level === 'recreated') {
    return isRenamed
      ? `under another name it is made anew, and the old one goes: ${jobsStop}`
      : `it has to be deleted before the new one is applied: ${jobsStop}`;
  }
  if (level !== 'restarts') return '';
  return isSet
    ? 'its runners are replaced at once: running jobs are stopped'
    : 'new runners start beside the old ones, which go once the new ones are ready';
}

function ofRelease({ subject, action, hasNewVersion, target }: Happening): string {
  const isController = subject.title.startsWith('controller');
  if (action === 'added') return '';
  if (action === 'removed') {
    return isController
      ? 'without it nothing registers, scales or signs off runners; they have to go first'
      : 'what others in the cluster use of it goes with it';
  }
  const restarts = isController ? 'the controller restarts, runners go on' : '';
  const isLeft = isController && hasNewVersion && (target === 'plain' || target === 'helmfile');
  return isLeft
    ? `${restarts}; Helm leaves its CRDs as they are, apply the new ones first`
    : restarts;
}

function ofObject(object: KubernetesObject, { action, level, target }: Happening): string {
  const { kind } = object;
  if (action === 'removed') return ofRemoved(object, target);
  if (action === 'added') return '';
  if (level === 'recreated') return 'it has to be deleted before the new one is applied';
  const isContent = kind === 'ConfigMap' || isSecretSource(kind);
  return isContent ? 'what starts from then on sees it, what runs does not' : '';
}

/** Who never deletes a namespace by itself, by the target. */
const keepers: Partial<Record<Happening['target'], string>> = { flux: 'Flux', helmfile: 'Helm' };

function ofRemoved(object: KubernetesObject, target: Happening['target']): string {
  const { kind } = object;
  if (kind === 'Namespace') {
    const keeper = keepers[target];
    return keeper === undefined
      ? 'all that is in it goes with it: runners, Secrets, volume claims'
      : `${keeper} leaves it; deleting it takes all that is in it, Secrets and volume claims too`;
  }
  if (kind === 'Secret') return 'whatever uses it cannot start any more';
  if (isSecretSource(kind)) return 'the Secret that it makes goes with it';
  if (/^(?:Cluster)?Role(?:Binding)?$|^ServiceAccount$/.test(kind)) {
    return 'whatever uses it loses its rights';
  }
  if (kind === 'Application' || kind === 'Kustomization') return ofAgent(object);
  return '';
}

function ofAgent(object: KubernetesObject): string {
  const finalizers = entryAt(object, 'metadata', 'finalizers');
  const isCascade = Array.isArray(finalizers) && finalizers.length > 0;
  return isCascade || entryAt(object, 'spec', 'prune') === true
    ? 'what it installed is deleted with it'
    : 'what it installed stays, and nobody looks after it';
}

function isSecretSource(kind: string): boolean {
  return ['Secret', 'SealedSecret', 'ExternalSecret', 'VaultStaticSecret'].includes(kind);
}
