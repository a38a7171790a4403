import type { Path } from '@fleetc/diagnostics';
import type { BundleItem } from '../bundle.ts';
import { defineBundleCheck, type Emitted } from './bundle-check.ts';
import { contentOf, environmentsOf, releaseOf } from './emitted-items.ts';
import { examplePool } from './example.ts';
import { listAt, textAt } from './value-at.ts';

const pool = (second: string) =>
  examplePool(`pod: { env: [{ name: STAGE, value: one }, { name: ${second}, value: two }] }`);

export const duplicateVariable = defineBundleCheck<{ variable: string }>({
  code: 'FLC4443',
  name: 'duplicate-variable',
  severity: 'error',
  title: 'A list of variables has one of them twice',
  message: ({ variable }) => `the variable "${variable}" is given twice`,
  label: () => 'given before',
  why: 'a pod takes the last one without a word, and an apply on the side of the server refuses the list',
  fix: 'remove one of them',
  source: 'https://github.com/kubernetes/kubernetes/issues/58477',
  examples: { bad: pool('STAGE'), good: pool('PLACE') },
  check(emitted, report) {
    for (const { item, path } of listsOf(emitted)) {
      const names = listAt(contentOf(item), path).map((entry) => textAt(entry, ['name']));
      for (const [index, variable] of names.entries()) {
        const first = names.indexOf(variable);
        if (variable === undefined || first === index) continue;
        const related = [{ path: item.origin([...path, first]), text: 'first given here' }];
        report({ variable }, item.origin([...path, index]), { related });
      }
    }
  },
});

function* listsOf(emitted: Emitted): Generator<{ item: BundleItem; path: Path }> {
  for (const runner of emitted.runners) {
    for (const { path } of environmentsOf(runner)) yield { item: runner.item, path };
  }
  const item = releaseOf(emitted.bundle, 'actions-runner-controller');
  for (const path of [['env'], ['githubWebhookServer', 'env'], ['actionsMetricsServer', 'env']]) {
    if (item) yield { item, path };
  }
}
