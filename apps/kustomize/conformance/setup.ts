import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';

const script = resolve(
  import.meta.dirname,
  '../../../packages/targets/conformance/tools/install-tools.ts',
);

/** Lets the script of the targets install its tools; started as a program of its own, because apps import packages only. */
export async function setup(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [script],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    define: { 'import.meta.dirname': JSON.stringify(dirname(script)) },
  });
  const code = Buffer.from(outputFiles[0]!.contents).toString('base64');
  const { installTools } = (await import(`data:text/javascript;base64,${code}`)) as {
    installTools: () => void;
  };
  installTools();
}
