import { createDiagnostic, defineRule, type Diagnostic } from '@fleetc/diagnostics';
import { exampleFleet, type Fleet } from '@fleetc/fleet';

const fleetOf = (test: string) =>
  exampleFleet(`registry: { direct: [docker.io, quay.io] }
environments:
  production: { destination: { name: main } }
  test: { destination: { name: ${test} } }`);

/** What the words need. */
interface SharedCluster extends Problem {
  readonly one: string;
  readonly other: string;
}

/** What two environments of one cluster get into each other's way with. */
interface Problem {
  /** In words, of the controllers where they clash. */
  readonly problem: string;
  readonly clash: boolean;
  /** Whether cert-manager comes twice. */
  readonly twice: boolean;
}

const apart =
  'give one of them a namespace, a release and a "watch" of its own by "override", or another destination';

export const sharedCluster = defineRule<SharedCluster>({
  code: 'FLC5117',
  name: 'shared-cluster',
  severity: 'error',
  title: "Two environments install into one cluster and get into each other's way",
  message: ({ one, other, problem }) =>
    `environments "${one}" and "${other}" are one cluster, and ${problem}`,
  label: () => 'the same cluster',
  why: ({ clash }) =>
    clash
      ? 'one installation would overwrite roles and webhook configurations of the other, or both would create and delete the same runners'
      : 'a cluster has one cert-manager: its CRDs and webhook configurations belong to one release, and the other one is refused or overwrites them',
  fix: ({ other, clash, twice }) => {
    const without = `"certManager: { install: false }" under "controller" in the override of environment "${other}"`;
    if (!clash) return `let one of them install it: say ${without}`;
    return twice ? `${apart}; in one cluster say ${without}, too` : apart;
  },
  source: 'https://github.com/actions/actions-runner-controller/issues/1845',
  examples: { bad: fleetOf('main'), good: fleetOf('spare') },
});

/** Compares every pair of environments whose destinations are said to be one cluster. */
export function checkSharedClusters(fleets: readonly Fleet[]): Diagnostic[] {
  return fleets.flatMap((fleet, index) => {
    const other = fleets.slice(0, index).find((before) => problemOf(before, fleet) !== undefined);
    if (!other) return [];
    const path = placeOf(fleet);
    const text = 'the other one';
    const related = [{ span: fleet.origin(placeOf(other), 'key').span, text }];
    const params = {
      one: other.environment,
      other: fleet.environment,
      ...problemOf(other, fleet)!,
    };
    const place = { span: fleet.origin(path, 'key').span, path, related };
    return [createDiagnostic(sharedCluster, params, place)];
  });
}

function placeOf({ environment, destination }: Fleet): string[] {
  const path = ['environments', environment];
  return Object.keys(destination).length > 0 ? [...path, 'destination'] : path;
}

function problemOf(a: Fleet, b: Fleet): Problem | undefined {
  if (!isSameCluster(a, b)) return undefined;
  const twice = [a, b].every(({ controller }) => controller.certManager.install);
  const clash = clashOf(a, b);
  if (clash !== undefined) return { problem: clash, clash: true, twice };
  return twice ? { problem: 'both install cert-manager', clash: false, twice } : undefined;
}

function clashOf(a: Fleet, b: Fleet): string | undefined {
  const [one, other] = [a.controller, b.controller];
  // Names of ClusterRoles and webhook configurations carry the release.
  if (one.release === other.release) return `both releases are named "${one.release}"`;
  if (one.watchNamespace === undefined || other.watchNamespace === undefined)
    return 'one controller watches all of it';
  if (one.watchNamespace === other.watchNamespace)
    return `both controllers watch "${one.watchNamespace}"`;
  const isOneLease =
    one.namespace === other.namespace && one.leaderElectionId === other.leaderElectionId;
  return isOneLease ? 'both controllers wait for the same lease' : undefined;
}

function isSameCluster(a: Fleet, b: Fleet): boolean {
  const keys = ['name', 'server', 'kubeconfigSecret'] as const;
  const [one, other] = [a.destination, b.destination];
  if (keys.some((key) => one[key] !== undefined && one[key] === other[key])) return true;
  // Without a destination an environment is wherever it is applied, which nobody can know, unless Argo CD applies it.
  return [a, b].every((fleet) => isBuiltForArgocd(fleet) && isClusterOfArgocd(fleet));
}

function isBuiltForArgocd({ outputs }: Fleet): boolean {
  return outputs.some(({ target }) => target === 'argocd');
}

function isClusterOfArgocd({ destination: { name, server, kubeconfigSecret } }: Fleet): boolean {
  if (kubeconfigSecret !== undefined) return false;
  if (name !== undefined) return name === 'in-cluster';
  return server === undefined || server === 'https://kubernetes.default.svc';
}
