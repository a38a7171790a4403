import type { Path } from '@fleetc/diagnostics';
import type { Bundle } from '../bundle.ts';
import { defineBundleCheck } from './bundle-check.ts';
import { contentOf, type EmittedRunner, keyOf } from './emitted-items.ts';
import { isEscape } from './escape.ts';
import { examplePool } from './example.ts';
import { isFilled, valueAt } from './value-at.ts';

const set = (rest: string) =>
  examplePool(
    `kind: set\n    ${rest}patch: { runner: { selector: { matchLabels: { team: ci } } } }`,
  );

const selectorPath = ['spec', 'selector', 'matchLabels'];
const labelsPath = ['spec', 'template', 'metadata', 'labels'];

export const selectorWithoutLabel = defineBundleCheck<{
  object: string;
  label: string | undefined;
}>({
  code: 'FLC5105',
  name: 'selector-without-label',
  severity: 'error',
  title: 'A selector does not find the pods of its own object',
  message: ({ object, label }) =>
    label === undefined
      ? `the selector of "${object}" is empty`
      : `the selector of "${object}" asks for the label "${label}", which its pods do not have`,
  label: () => 'finds no pod, or too many',
  why: 'the controller then counts no runner, or those of other pools, and starts or stops runners without end',
  fix: 'leave the selector out of the patch, or give the pods the label under "metadata.labels"',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector',
  examples: { bad: set(''), good: set('metadata: { labels: { team: ci } }\n    ') },
  check(emitted, report) {
    for (const runner of emitted.runners) {
      const { item } = runner;
      for (const { path, label } of [...emptied(runner, emitted.plain), ...mismatches(runner)]) {
        report({ object: item.object.metadata.name, label }, item.origin(path), { part: 'key' });
      }
    }
  },
});

interface Mismatch {
  readonly path: Path;
  readonly label: string | undefined;
}

/** A set whose selector finds everything, by the label that a patch took away. */
function emptied({ item, isSet }: EmittedRunner, plain: Bundle): Mismatch[] {
  const finds = ['matchLabels', 'matchExpressions'].some((key) =>
    isFilled(valueAt(item.object, ['spec', 'selector', key])),
  );
  // That a set needs a selector is told by its schema.
  if (!isSet || finds || valueAt(item.object, ['spec', 'selector']) === undefined) return [];
  const base = plain.items.find((other) => keyOf(other) === keyOf(item));
  const [label = ''] = Object.keys(valueAt(base && contentOf(base), selectorPath) ?? {});
  return [{ path: [...selectorPath, label], label: undefined }];
}

function mismatches({ item }: EmittedRunner): Mismatch[] {
  const labels = valueAt(item.object, labelsPath);
  const selector = valueAt(item.object, selectorPath) ?? {};
  return Object.entries(selector).flatMap(([label, value]) => {
    if (valueAt(labels, [label]) === value) return [];
    const places = [
      [...selectorPath, label],
      [...labelsPath, label],
    ];
    return [{ path: places.find((path) => isEscape(item.origin(path))) ?? places[0]!, label }];
  });
}
