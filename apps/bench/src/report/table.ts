import { type Goal, isKept, listGoals } from '../goals.ts';
import type { Measurement } from '../measure/run-process.ts';
import type { Results } from '../results.ts';

/** The page of the documentation: machine, goals, figures, and how to get them again. */
export function formatPage(results: Results): string {
  return [
    '# Benchmark',
    'Whole processes, cold, by the clock; the processor and the peak of memory as the system counts them. Every ratio is of one run on one machine.',
    describeMachine(results),
    '## Goals',
    formatTable(['goal', 'limit', 'measured', ''], listGoals(results).map(describeGoal)),
    '## Fleets of one to a hundred thousand pools',
    'A fleet is twelve organizations with an App each, a registry proxy, five ways to scale, and a second environment with every tenth pool; `build` writes both environments into an empty folder, `rebuild` finds nothing to do, `change` finds one pool changed. Seconds:',
    '![Seconds of a build by pools, for fleetc and its peers](pictures/benchmark.svg)',
    formatSizes(results),
    'Milliseconds by step, in one process:',
    formatSteps(results),
    '## Peers',
    'The same objects, out of a flat kustomization, a cdk8s app, a chart that ranges over them, and a jsonnet program. fleetc reads its fleet, checks everything and writes a file an object; the others check nothing and write one stream, cdk8s one file. Seconds, and how often fleetc fits into them:',
    formatPeers(results),
    '',
  ].join('\n\n');
}

function describeMachine({ machine, command }: Results): string {
  const { processor, cores, memory, system, versions } = machine;
  const programs = Object.entries(versions).map(
    ([name, version]) => `${name} ${version.replace(/^v/, '')}`,
  );
  return [
    `- Machine: ${processor}, ${cores} cores, ${memory} GiB, ${system}`,
    `- Programs: ${programs.join(', ')}`,
    `- Command: \`${command}\``,
  ].join('\n');
}

function describeGoal(goal: Goal): string[] {
  const kept = isKept(goal);
  const sign = goal.isAtLeast ? '≥' : '≤';
  const verdict = kept === undefined ? 'not measured' : kept ? 'kept' : '**missed**';
  const measured = goal.measured === undefined ? '' : formatFigure(goal.measured);
  return [goal.name, `${sign} ${goal.limit} ${goal.unit}`, `${measured} ${goal.unit}`, verdict];
}

function formatSizes({ sizes }: Results): string {
  const rows = sizes.map(({ pools, check, build, rebuild, change }) => [
    formatCount(pools),
    ...[check, build, rebuild, change].map((taken) => taken?.wall.toFixed(2) ?? ''),
    build.cpu?.toFixed(2) ?? '',
    build.peak?.toFixed(0) ?? '',
  ]);
  const head = ['pools', 'check', 'build', 'rebuild', 'change', 'processor (build)', 'MiB (build)'];
  return formatTable(head, rows);
}

function formatSteps({ sizes }: Results): string {
  const steps = Object.keys(sizes[0]?.steps ?? {});
  const rows = sizes.flatMap(({ pools, steps: taken }) =>
    taken ? [[formatCount(pools), ...steps.map((step) => formatFigure(taken[step]!))]] : [],
  );
  return formatTable(['pools', ...steps], rows);
}

function formatPeers({ peers }: Results): string {
  const names = [...new Set(peers.flatMap((each) => Object.keys(each.peers)))];
  const rows = peers.map(({ pools, objects, fleetc, peers: others }) => [
    formatCount(pools),
    formatCount(objects),
    fleetc.wall.toFixed(2),
    ...names.map((name) => describeRatio(others[name], fleetc)),
  ]);
  return formatTable(['pools', 'objects', 'fleetc', ...names], rows);
}

function describeRatio(peer: Measurement | undefined, own: Measurement): string {
  return peer ? `${peer.wall.toFixed(2)} (${formatFigure(peer.wall / own.wall)}×)` : '';
}

/** Three digits are what repeats. */
function formatFigure(value: number): string {
  return value >= 100 ? formatCount(Math.round(value)) : String(Number(value.toPrecision(2)));
}

function formatCount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
