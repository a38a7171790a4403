import { fleets } from '@fleetc/testing';
import fc from 'fast-check';
import { it } from 'vitest';
import { compile } from '../src/compile.ts';

it('measures', async () => {
  const N = Number(process.env['N'] ?? 300);
  const counts = new Map<string, number>();
  const ex = new Map<string, string>();
  let ok = 0;
  const t = performance.now();
  for (const doc of fc.sample(fleets, { numRuns: N, seed: Number(process.env['SEED'] ?? 1) })) {
    const text = JSON.stringify(doc, null, 2);
    const { diagnostics, environments } = await compile({ path: 'fleet.yaml', text });
    const errors = diagnostics.filter((d) => d.severity === 'error');
    if (errors.length === 0 && environments.length > 0 && environments.every((e) => e.bundle)) ok++;
    for (const d of errors) {
      const p = (d.path ?? [])
        .map((x, i) => (i === 1 || typeof x === 'number' ? '*' : x))
        .join('.');
      const k =
        d.code +
        ' ' +
        p
          .replace(
            /(volumes|labels|annotations|env|envFrom|schedule|profiles)\.[^.]+(\.|$)/g,
            '$1.*$2',
          )
          .slice(0, 70);
      counts.set(k, (counts.get(k) ?? 0) + 1);
      if (!ex.has(k)) ex.set(k, d.message.slice(0, 200));
    }
  }
  process.stderr.write(`ok ${ok}/${N} in ${Math.round(performance.now() - t)} ms\n`);
  for (const [c, n] of [...counts].sort((a, b) => b[1] - a[1]))
    process.stderr.write(`${c} ${n} ${ex.get(c)}\n`);
}, 600000);
