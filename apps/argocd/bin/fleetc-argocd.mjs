#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

const main = new URL('../dist/fleetc-argocd.mjs', import.meta.url);
if (existsSync(main)) {
  await import('../dist/fleetc-argocd.mjs');
} else {
  process.stderr.write(
    'fleetc-argocd: this copy is not built yet; run "npm run build" in its repository\n',
  );
  process.exitCode = 70;
}
