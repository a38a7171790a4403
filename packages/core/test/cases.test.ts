import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderers } from '@fleetc/diagnostics';
import { expect, it } from 'vitest';
import { compile } from '../src/compile.ts';
import { coreRules } from '../src/rules/index.ts';
import { findSecrets, plantSecrets } from './cases/plant-secrets.ts';

const folder = join(import.meta.dirname, 'cases');
const path = 'fleet.yaml';

/** Every case as `theme/leaf`. */
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((theme) => theme.isDirectory())
  .flatMap(({ name: theme }) => readdirSync(join(folder, theme)).map((leaf) => `${theme}/${leaf}`))
  .sort();

async function compileCase(name: string) {
  const text = plantSecrets(readFileSync(join(folder, name, path), 'utf8'));
  const compilation = await compile({ path, text });
  const texts = new Map([[path, compilation.source.text]]);
  const host = { texts, colour: false, width: 80, rules: coreRules, toolVersion: '0.0.0' };
  const { diagnostics } = compilation;
  const report = renderers.text(diagnostics, host);
  const others = Object.values(renderers).map((render) => render(diagnostics, host));
  return { text, compilation, diagnostics, report, others };
}

it.each(cases)('says of %s what its diagnostics.txt holds, and nothing else', async (name) => {
  const { report } = await compileCase(name);
  await expect(report).toMatchFileSnapshot(join(folder, name, 'diagnostics.txt'));
});

it.each(cases.filter((name) => name.startsWith('broken/')))(
  'says exactly one thing of %s',
  async (name) => {
    const { diagnostics } = await compileCase(name);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['error']);
  },
);

it('has one broken file for each kind of mistake that a beginner makes', () => {
  expect(cases.filter((name) => name.startsWith('broken/'))).toHaveLength(10);
});

it.each(cases.filter((name) => name.startsWith('secrets/')))(
  'lets the secret of %s appear nowhere',
  async (name) => {
    const { text, compilation, others } = await compileCase(name);
    expect(findSecrets(text)).not.toEqual([]);
    expect(findSecrets(JSON.stringify(compilation))).toEqual([]);
    expect(findSecrets(others.join('\n'))).toEqual([]);
    expect(compilation.source.text.split('\n').map(({ length }) => length)).toEqual(
      text.split('\n').map(({ length }) => length),
    );
  },
);
