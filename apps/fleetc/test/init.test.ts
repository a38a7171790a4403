import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

it('writes a fleet that a build accepts, and that lacks nothing but a repository', () => {
  const folder = makeFolder();
  expect(runFleetc(folder, ['init'])).toEqual({
    code: 0,
    stdout: '',
    stderr:
      'wrote fleet.yaml\nwrote fleet.schema.json\nnext: put your repository into it, then run "fleetc check"\n',
  });
  const { code, stdout } = runFleetc(folder, ['check', '--format', 'json']);
  expect([code, JSON.parse(stdout).diagnostics]).toMatchObject([
    0,
    [{ code: 'FLC4941', severity: 'warning', path: 'scopes.main.repository' }],
  ]);
  expect(runFleetc(folder, ['build']).code).toBe(0);
  const file = join(folder, 'fleet.yaml');
  const filled = readFileSync(file, 'utf8').replace('my-organization/my-repository', 'acme/web');
  writeFileSync(file, filled);
  expect(runFleetc(folder, ['check', '--max-warnings', '0'])).toMatchObject({
    code: 0,
    stderr: 'fleet.yaml: no findings\n',
  });
});

it('names the schema that it writes beside the fleet, for editors', () => {
  const folder = makeFolder();
  runFleetc(folder, ['init']);
  const [modeline] = readFileSync(join(folder, 'fleet.yaml'), 'utf8').split('\n');
  expect(modeline).toBe('# yaml-language-server: $schema=./fleet.schema.json');
  const schema = readFileSync(join(folder, 'fleet.schema.json'), 'utf8');
  expect(runFleetc(folder, ['schema'])).toEqual({ code: 0, stdout: schema, stderr: '' });
  const source = new URL('../../../schemas/fleet.schema.json', import.meta.url);
  expect(schema).toBe(readFileSync(source, 'utf8'));
});

it('makes the folder that is named, or takes the name of the file', () => {
  const folder = makeFolder();
  expect(runFleetc(folder, ['init', 'a/b']).stderr).toMatch(/^wrote a\/b\/fleet\.yaml\n/);
  expect(runFleetc(folder, ['init', 'c/ci.fleet.yaml']).stderr).toMatch(
    /^wrote c\/ci\.fleet\.yaml\n/,
  );
  expect(runFleetc(folder, ['check', 'c']).code).toBe(0);
});

it('overwrites neither a fleet nor a schema', () => {
  const folder = makeFolder({ 'fleet.yaml': 'mine', 'a/fleet.schema.json': 'mine' });
  expect(runFleetc(folder, ['init'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'fleetc: "fleet.yaml" exists and is left as it is\n',
  });
  expect(readFileSync(join(folder, 'fleet.yaml'), 'utf8')).toBe('mine');
  expect(existsSync(join(folder, 'fleet.schema.json'))).toBe(false);
  expect(runFleetc(folder, ['init', 'a']).stderr).not.toContain('schema');
  expect(readFileSync(join(folder, 'a/fleet.schema.json'), 'utf8')).toBe('mine');
});

it('adds no second fleet to a folder, because later commands could not choose', () => {
  const folder = makeFolder({ 'ci.fleet.yaml': '' });
  expect(runFleetc(folder, ['init'])).toMatchObject({
    code: 1,
    stderr: 'fleetc: not writing "fleet.yaml": its folder has "ci.fleet.yaml" already\n',
  });
  expect(runFleetc(folder, ['init', 'template.yaml']).code).toBe(0);
});

it('says why it cannot write', () => {
  const folder = makeFolder({ taken: '' });
  expect(runFleetc(folder, ['init', 'taken'])).toMatchObject({
    code: 4,
    stderr: 'fleetc: cannot write "taken/fleet.yaml": a file stands in the way\n',
  });
});
