import type { Pool } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { quoteList } from './quote-list.ts';
import { impliedLabels } from './seat.ts';

const processors = ['x64', 'arm64', 'arm'];
const pool = (labels: string) =>
  exampleFleet(
    `controller: { webhookServer: { secret: { from: { existing: true } } } }\npools:\n  ci: { scope: web, labels: [${labels}], autoscale: { min: 0, max: 4, on: webhook } }`,
  );

export const impliedLabelMissing = defineCheck<{ missing: readonly string[] }>({
  code: 'FLC4209',
  name: 'implied-label-missing',
  severity: 'info',
  title: 'An autoscaled pool does not list the labels that GitHub adds',
  message: ({ missing }) =>
    `a job that also asks for ${quoteList(missing, 'or')} does not make this pool grow`,
  label: () => 'does not list them',
  why: 'GitHub adds the labels of system and processor to every runner, and ARC compares with those that the pool lists',
  fix: 'list the system and the processor of its nodes among "labels"; GitHub merges them with its own',
  source: 'https://github.com/actions/actions-runner-controller/issues/951',
  examples: { bad: pool('build'), good: pool('build, linux, x64') },
  check(fleet, report) {
    for (const one of fleet.pools) {
      const { webhook, queued, busy } = one.autoscale ?? {};
      // The busy share looks at no labels, so it makes up for jobs that the others miss.
      if (busy || !(webhook ?? queued)) continue;
      const missing = missingLabels(one);
      if (missing.length > 0) report({ missing }, [...one.path, 'labels']);
    }
  },
});

function missingLabels(one: Pool): string[] {
  const own = new Set(one.labels.map((label) => label.toLowerCase()));
  const [system, processor] = impliedLabels(one);
  const missing = [system!].filter((label) => !own.has(label));
  if (processor !== undefined) return own.has(processor) ? missing : [...missing, processor];
  return processors.some((label) => own.has(label)) ? missing : [...missing, 'x64', 'arm64'];
}
