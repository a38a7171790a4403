import { formatPath, type Path } from '@fleetc/diagnostics';
import type { BundleItem } from '../bundle.ts';
import { defineBundleCheck } from './bundle-check.ts';
import { contentOf, keyOf, subjectOf } from './emitted-items.ts';
import { type DecidedField, decidedFields } from './decided-fields.ts';
import { examplePool } from './example.ts';
import { isEscape } from './escape.ts';
import { isSame, valueAt } from './value-at.ts';

export const patchedWord = defineBundleCheck<{ subject: string; field: string; word: string }>({
  code: 'FLC5103',
  name: 'patched-word',
  severity: 'error',
  title: 'A patch or raw value changes what a word of the language decides',
  message: ({ subject, field, word }) => `${subject}: "${field}" is decided by "${word}"`,
  label: ({ word }) => `use "${word}"`,
  why: 'Secrets, roles, images, autoscalers and checks follow that word, and none of them would follow this',
  fix: ({ word }) => `remove it here, and use "${word}"`,
  source: 'the fleet language',
  examples: {
    bad: examplePool('pod: { dockerdWithinRunnerContainer: true }'),
    good: examplePool('docker: inRunner'),
  },
  check({ bundle, plain }, report) {
    const ofLanguage = new Map(plain.items.map((item) => [keyOf(item), item]));
    for (const item of bundle.items) {
      const base = ofLanguage.get(keyOf(item));
      if (!base || base === item) continue;
      for (const { field, path } of patchedFields(item, base)) {
        const word = field.word ?? base.origin(field.at);
        const params = {
          subject: subjectOf(item),
          field: formatPath(path),
          word: formatPath(word),
        };
        report(params, item.origin(path), { part: 'key' });
      }
    }
  },
});

function* patchedFields(
  item: BundleItem,
  base: BundleItem,
): Generator<{ field: DecidedField; path: Path }> {
  for (const field of decidedFields(item)) {
    for (const path of field.parts) {
      const before = valueAt(contentOf(base), path);
      if (field.isOwnOnly && before === undefined) continue;
      if (isSame(before, valueAt(contentOf(item), path))) continue;
      const place = item.origin(path);
      if (isEscape(place) && !field.allows?.(place)) yield { field, path };
    }
  }
}
