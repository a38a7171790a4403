import { rmSync, writeFileSync } from 'node:fs';

/** Writes a file that must not exist yet; `false` when it does. A failed write leaves nothing behind. */
export function createFile(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    rmSync(file, { force: true });
    throw error;
  }
}
