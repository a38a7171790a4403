/**
 * Writes `src/generated/`: types and validators of the kinds and charts in `schemas/`. Same schemas and packages, same
 * bytes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSchemas } from './schema-files.mjs';
import { typeDeclarations } from './type-declarations.mjs';
import { createAjv, modules, validatorCode } from './validator-code.mjs';

const target = join(import.meta.dirname, '../src/generated');
const schemas = readSchemas();
const ajv = createAjv(schemas);

const files = new Map([['types.ts', await typeDeclarations(schemas)]]);
for (const [name, exported] of Object.entries(modules)) {
  const code = await validatorCode(ajv, exported);
  // TypeScript carries the file into `dist` and has nothing to say about its content.
  files.set(`validators/${name}.ts`, `// @ts-nocheck\n${code}`);
}

rmSync(target, { recursive: true, force: true });
mkdirSync(join(target, 'validators'), { recursive: true });
for (const [name, text] of files) writeFileSync(join(target, name), text);
