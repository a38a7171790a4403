import type { Output } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const sharedOutputFolder = defineCheck<{ dir: string; other: string }>({
  code: 'FLC4851',
  name: 'shared-output-folder',
  severity: 'error',
  title: 'Two outputs share a folder',
  message: ({ dir, other }) =>
    dir === other
      ? `two outputs are built into "${dir}"`
      : `the output folders "${other}" and "${dir}" overlap`,
  label: () => 'overlaps with the other',
  why: 'a build deletes what it wrote earlier and no longer writes, so each output would delete the other; some disks ignore letter case',
  fix: 'give each output a folder beside the others, such as "build/plain" and "build/argocd"',
  source: 'packages/output/README.md',
  examples: {
    bad: exampleFleet(
      'outputs:\n  - { target: plain, dir: build }\n  - { target: kustomize, dir: build/kustomize }',
    ),
    good: exampleFleet(
      'outputs:\n  - { target: plain, dir: build/plain }\n  - { target: kustomize, dir: build/kustomize }',
    ),
  },
  check({ outputs }, report) {
    for (const [index, output] of outputs.entries()) {
      const first = outputs.slice(0, index).findIndex((other) => overlaps(output, other));
      if (first < 0) continue;
      const related = [
        { path: ['outputs', first, 'dir'], text: 'the other', part: 'value' },
      ] as const;
      const params = { dir: output.dir, other: outputs[first]!.dir };
      report(params, ['outputs', index, 'dir'], { related });
    }
  },
});

function overlaps(left: Output, right: Output): boolean {
  const [a, b] = [toFolder(left), toFolder(right)];
  return a.startsWith(b) || b.startsWith(a);
}

// As a disk sees it that knows neither letter case nor how a letter with an accent is put together.
function toFolder({ dir }: Output): string {
  return `${dir.normalize('NFC').toLowerCase()}/`;
}
