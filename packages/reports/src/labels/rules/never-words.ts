import { describeTarget } from '../scope-reach.ts';
import type { Bounds, NeverReason } from '../verdict.ts';
import { nameList } from './name-list.ts';

type Words<K> = (reason: Extract<NeverReason, { kind: K }>) => string;
type Table = { readonly [K in NeverReason['kind']]: Words<K> };

const problems: Table = {
  label: (reason) => `no pool${describeBounds(reason)} has the label "${reason.label.text}"`,
  labels: (reason) => {
    const names = nameList(reason.labels.map(({ text }) => text));
    return `no pool${describeBounds(reason)} has all of ${names}`;
  },
  group: ({ group }) => `no pool is in the runner group "${group.text}"`,
  retired: ({ label }) => `GitHub has withdrawn "${label.text}", and no pool has this label`,
  server: ({ label }) =>
    `no pool has the label "${label.text}", and GitHub Enterprise Server hosts no runners`,
  mixed: ({ label }) => `no pool has "${label.text}" and the other labels`,
  scope: ({ entry }) => `pool "${entry.pool}" serves ${describeTarget(entry.scope.target)} only`,
};

const marks: Table = {
  label: ({ label, near }) => {
    if (severalInOne.test(label.text)) return 'one label to GitHub';
    return meant(near) ?? 'no pool has this label';
  },
  labels: () => 'no pool has all of these',
  group: ({ near }) => meant(near) ?? 'no pool is in this group',
  retired: () => 'withdrawn by GitHub',
  server: () => 'no pool has this label',
  mixed: () => "GitHub's own runners have this label alone",
  scope: () => 'asks for a pool of another scope',
};

const remedies: Table = {
  label: ({ label, near }) => {
    if (severalInOne.test(label.text))
      return `write a list: [${label.text.split(/[,\s]+/).join(', ')}]`;
    return near === undefined ? general : `write "${near}", or add the label to a pool`;
  },
  labels: () => 'ask for labels of one pool, or add those that it lacks',
  group: ({ near }) => (near === undefined ? general : `write "${near}"`),
  retired: () => 'write the label of a current image, such as "ubuntu-latest", or of a pool',
  server: () => 'write labels of a pool',
  mixed: ({ label }) => `write "${label.text}" alone, or labels of a pool`,
  scope: () => "add the repository to the pool's scopes, or correct --repository",
};

// Labels of runners hold neither, so that somebody meant a list.
const severalInOne = /[,\s]/;

const general =
  'write labels of a pool as "fleetc labels" lists them, or name runners outside of the fleet with --elsewhere NAME';

/** What is wrong with a job that no runner takes. */
export function neverProblem(reason: NeverReason): string {
  return look(problems, reason) ?? 'no runner takes it';
}

/** The words under its marker. */
export function neverMark(reason: NeverReason): string {
  return look(marks, reason) ?? '';
}

/** What to do about it. */
export function neverRemedy(reason: NeverReason): string {
  return look(remedies, reason) ?? general;
}

// The page of a rule has no reason at hand; it gets the general words.
function look(table: Table, reason: NeverReason): string | undefined {
  const words = table[reason.kind] as ((reason: NeverReason) => string) | undefined;
  return words?.(reason);
}

function describeBounds({ within, isNarrowed }: Bounds): string {
  const group = within === undefined ? '' : ` in runner group "${within}"`;
  return isNarrowed ? `${group} that the repository can use` : group;
}

function meant(near: string | undefined): string | undefined {
  return near === undefined ? undefined : `did you mean "${near}"?`;
}
