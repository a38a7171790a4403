import type { Results } from './results.ts';

/** One promise about speed or size, and what a run measured for it. */
export interface Goal {
  readonly name: string;
  /** Short and stable: the key of the stored figures. */
  readonly key: string;
  readonly limit: number;
  /** `undefined` where the run left it out. */
  readonly measured: number | undefined;
  readonly unit: 'times' | 'ms' | 'MiB' | 'files';
  /** Whether a higher figure is the better one. */
  readonly isAtLeast?: true;
}

/** The goals in the order of the table, each a ratio of two figures of the same run wherever that has a meaning. */
export function listGoals({
  startUp,
  sizes,
  peers,
  overlays,
  rebuild,
  keystroke,
}: Results): Goal[] {
  const build = (pools: number) => sizes.find((size) => size.pools === pools)?.build;
  const peer = (pools: number, name: string) => {
    const found = peers.find((each) => each.pools === pools);
    return ratio(found?.peers[name]?.wall, found?.fleetc.wall);
  };
  const cdk8s = peer(1000, 'cdk8s');
  const { node } = startUp;
  const most = Math.max(startUp.check, startUp.build);
  return [
    times(
      'start-up',
      'cold check and build of the tutorial, against an empty node',
      2,
      most / node,
    ),
    {
      key: 'start-up-ms',
      name: 'the same, milliseconds more',
      limit: 60,
      measured: (most - node) * 1000,
      unit: 'ms',
    },
    times(
      'cdk8s',
      '1,000 pools, everything checked and written, against cdk8s synth',
      0.6,
      cdk8s && 1 / cdk8s,
    ),
    {
      ...times('kustomize', '5,000 pools: kustomize against fleetc', 100, peer(5000, 'kustomize')),
      isAtLeast: true,
    },
    times(
      'growth-10k',
      'time of 10,000 pools against 1,000',
      11,
      ratio(build(10_000)?.wall, build(1000)?.wall),
    ),
    times(
      'growth-100k',
      'time of 100,000 pools against 10,000',
      11,
      ratio(build(100_000)?.wall, build(10_000)?.wall),
    ),
    {
      key: 'memory',
      name: 'peak memory at 100,000 pools',
      limit: 1536,
      measured: build(100_000)?.peak,
      unit: 'MiB',
    },
    times(
      'overlays',
      'kustomize on our overlays of 5,000 pools, against 500',
      20,
      ratio(overlays[5000], overlays[500]),
    ),
    {
      key: 'rebuild',
      name: 'one pool of 1,000 changed: files touched besides the manifest',
      limit: 1,
      measured: rebuild.touched.filter((path) => !path.includes('manifest')).length,
      unit: 'files',
    },
    {
      key: 'keystroke',
      name: 'language server, one keystroke in 1,000 pools',
      limit: 100,
      measured: keystroke[1000],
      unit: 'ms',
    },
  ];
}

function times(key: string, name: string, limit: number, measured: number | undefined): Goal {
  return { key, name, limit, measured, unit: 'times' };
}

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

/** Whether a figure keeps its promise; `undefined` where there is none. */
export function isKept({ limit, measured, isAtLeast }: Goal): boolean | undefined {
  if (measured === undefined) return undefined;
  return isAtLeast ? measured >= limit : measured <= limit;
}
