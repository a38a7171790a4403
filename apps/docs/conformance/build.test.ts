import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..');

/** Builds the site as another machine would, and returns what each file holds. */
function build(env: Readonly<Record<string, string>>, cwd: string): Record<string, string> {
  execFileSync(process.execPath, [join(folder, 'build.mjs')], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const dist = join(folder, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(dist, file)).isFile())
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(dist, file)))
          .digest('hex'),
      ]),
  );
}

it('makes the same bytes at another time of the day, in another language and from another folder', () => {
  const first = build({ TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' }, folder);
  const second = build({ TZ: 'America/New_York', LC_ALL: 'C' }, '/');
  expect(Object.keys(first).length).toBeGreaterThan(300);
  expect(second).toEqual(first);
});
