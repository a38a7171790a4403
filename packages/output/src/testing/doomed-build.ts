import { createNodeHost } from '../node-host.ts';
import { planOutput } from '../plan-output.ts';
import { writeOutput } from '../write-output.ts';
import { createInterceptedHost } from './failing-host.ts';

/** Runs in a process of its own, which kills itself before its n-th operation. Arguments: folder, tree as JSON, n. */
async function main([out = '', tree = '{}', n = '0']: readonly string[]): Promise<void> {
  let operations = 0;
  const host = createInterceptedHost(() => {
    operations += 1;
    if (operations === Number(n)) process.kill(process.pid, 'SIGKILL');
  }, createNodeHost());
  const { value } = await planOutput(new Map(Object.entries(JSON.parse(tree))), out, { host });
  if (value) await writeOutput(value);
}

await main(process.argv.slice(2));
