import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { useSecretBytes } from './use-secret-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'fleetc-'));
const file = join(folder, 'value');
writeFileSync(file, 'c4n4ry');
afterAll(() => rmSync(folder, { recursive: true }));

it('overwrites what it read, whatever is made of it', () => {
  let kept: Buffer | undefined;
  const text = useSecretBytes(file, 6, (bytes) => {
    kept = bytes;
    return bytes.toString();
  });
  expect(text).toBe('c4n4ry');
  expect(kept).toEqual(Buffer.alloc(6));
  const failing = () =>
    useSecretBytes(file, 100, (bytes) => {
      kept = bytes;
      throw new Error('no');
    });
  expect(failing).toThrow('no');
  expect(kept).toEqual(Buffer.alloc(6));
});

it('takes no more than the limit', () => {
  expect(useSecretBytes(file, 5, String)).toBeUndefined();
  expect(() => useSecretBytes(join(folder, 'none'), 5, String)).toThrow('ENOENT');
});
