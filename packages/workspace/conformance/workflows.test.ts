import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findGoTool } from '@fleetc/testing';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../.github/workflows');
const files = readdirSync(folder).map((name) => join(folder, name));

it('has workflows without a finding of actionlint', (context) => {
  const actionlint = findGoTool(context, 'actionlint');
  const { status, stdout } = spawnSync(actionlint, files, { encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, '']);
});

it('takes the actions of others by commit, and gives tokens no right that nobody needs', () => {
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const uses = text.match(/uses: .*/g) ?? [];
    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    expect(text).toContain('\npermissions:\n  contents: read\n');
  }
});
