import { parse } from 'yaml';
import { expect, it } from 'vitest';
import type { Path } from '@fleetc/diagnostics';
import { parseDocument } from '../src/parse/parse-document.ts';
import { examples } from './examples.ts';

function* nodes(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* nodes(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

it.each(examples)('finds every key and every value of the example %s', async (_, text) => {
  const { value: document } = await parseDocument({ path: 'fleet.yaml', text });
  let count = 0;
  for (const [path, value] of nodes(document!.value)) {
    const written = document!.span(path);
    const from = text.slice(written.start, written.end);
    if (typeof value !== 'object') {
      expect(parse(from)).toEqual(value);
      count++;
    } else if (/^[[{]/.test(from)) expect(parse(from)).toEqual(value);
    const key = path.at(-1);
    if (typeof key !== 'string') continue;
    const { start, end } = document!.span(path, 'key');
    expect(parse(text.slice(start, end))).toBe(key);
  }
  expect(count).toBeGreaterThan(10);
});

it.each(examples)(
  'lets children lie inside of their parents in the example %s',
  async (_, text) => {
    const { value: document } = await parseDocument({ path: 'fleet.yaml', text });
    for (const [path] of nodes(document!.value)) {
      if (path.length < 2) continue;
      const parent = document!.span(path.slice(0, -1));
      // What an alias stands for is written elsewhere.
      if (text[parent.start] === '*') continue;
      for (const { start, end } of [document!.span(path), document!.span(path, 'key')]) {
        expect(start).toBeGreaterThanOrEqual(parent.start);
        expect(end).toBeLessThanOrEqual(parent.end);
      }
    }
  },
);
