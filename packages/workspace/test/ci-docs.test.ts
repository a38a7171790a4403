import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, expect, it } from 'vitest';
import { cloneRepository, edit, makeUserRepository, readYaml, root, run } from './ci-clone.ts';

const readText = (path: string) => readFileSync(join(root, path), 'utf8');

/** The fenced blocks of a page in one language, without the indentation of a list. */
function blocksOf(page: string, language: string): string[] {
  const fences = new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, 'gm');
  return [...readText(page).matchAll(fences)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

let fleetc: string;

beforeAll(() => {
  const clone = cloneRepository();
  run(['sh', join(clone, 'apps/fleetc/ci/prepare.sh')], clone);
  fleetc = join(clone, 'apps/fleetc/bin/fleetc.mjs');
}, 60_000);

const environments = `
environments:
  staging: { destination: { name: staging } }
  production: { destination: { name: production } }
`;

const outputBlocks = blocksOf('docs/gitops.md', 'yaml').map(
  (block, index) => [index, block] as const,
);

it.each(outputBlocks)('builds the outputs of docs/gitops.md, block %i', (_, block) => {
  const { path, fleet } = makeUserRepository();
  edit(fleet, 'pools:', `${block}${environments}\npools:`);
  expect(run(['node', fleetc, 'build', fleet], path)).toMatchObject({ code: 0 });
  expect(run(['node', fleetc, 'build', '--check'], path)).toMatchObject({ code: 0 });
});

it('gives the commands of docs/gitops.md in an order that works', () => {
  const { path, fleet } = makeUserRepository('runners');
  const { outputs: [argocd, kustomize] = [] } = load(blocksOf('docs/gitops.md', 'yaml')[0]!) as {
    outputs: object[];
  };
  const outputs = [argocd, kustomize, { target: 'helmfile', dir: 'deploy/helmfile' }];
  edit(fleet, 'pools:', `outputs: ${JSON.stringify(outputs)}\n${environments}\npools:`);
  const commands = blocksOf('docs/gitops.md', 'console').flatMap((block) => block.split('\n'));
  const own = commands.filter((line) => line.startsWith('fleetc '));
  const codes = own.map((line) => {
    const [, ...args] = line.split(' ');
    return [line, run(['node', fleetc, ...args], path).code];
  });
  expect(codes).toEqual([
    ['fleetc diff runners', 3],
    ['fleetc build runners', 0],
    ['fleetc build --check runners', 0],
    ['fleetc build runners --target kustomize', 0],
    ['fleetc build runners --target helmfile', 0],
  ]);
  const named = commands.flatMap((line) => /runners\/deploy\/\S+/.exec(line) ?? []);
  expect(named.filter((folder) => !existsSync(join(path, folder)))).toEqual([]);
});

interface Uses {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

it('uses what the integrations have in docs/ci.md', () => {
  const [workflow, steps, include, config] = blocksOf('docs/ci.md', 'yaml').map((text) =>
    load(text),
  );
  const { inputs } = readYaml<{ inputs: object }>('action.yml');
  const { jobs } = workflow as { jobs: { fleet: { steps: Uses[] } } };
  const own = [...jobs.fleet.steps, ...(steps as Uses[])].filter(({ uses }) =>
    uses?.startsWith('OWNER/fleetc@'),
  );
  const given = own.flatMap((step) => Object.keys(step.with ?? {}));
  expect(own).toHaveLength(2);
  expect(given.filter((name) => !(name in inputs))).toEqual([]);

  const { include: entries, variables } = include as {
    include: { file: string; ref: string }[];
    variables: Record<string, string>;
  };
  expect(entries.map(({ ref }) => ref)).toEqual([variables['FLEETC_REF']]);
  const included = entries.map(({ file }) => file);
  expect(included.filter((file) => !existsSync(join(root, file)))).toEqual([]);

  const [repository] = (config as { repos: { hooks: { id: string }[] }[] }).repos;
  const known = readYaml<{ id: string }[]>('.pre-commit-hooks.yaml').map(({ id }) => id);
  expect(repository?.hooks.map(({ id }) => id)).toEqual(known);
});

it('lists every input and every variable with its default in docs/ci.md', () => {
  const { inputs } = readYaml<{ inputs: Record<string, { default: string }> }>('action.yml');
  const page = readText('docs/ci.md');
  for (const [name, { default: text }] of Object.entries(inputs)) {
    const cell = text === '' ? '' : `\`${text}\``;
    expect(page).toMatch(new RegExp(`^\\| \`${name}\` +\\| ${cell} +\\|`, 'm'));
  }
  const script = readText('apps/fleetc/ci/fleetc.gitlab-ci.yml');
  const variables = new Set(script.match(/(?<=\$\{)FLEETC_[A-Z]+/g));
  for (const name of variables) expect(page).toContain(`| \`${name}\``);
});

it('shows the waves of Argo CD in the README of the three clusters', () => {
  const folder = join(root, 'examples/multi-cluster/expected/argocd/applications');
  const waves = new Set<string>();
  for (const environment of readdirSync(folder)) {
    for (const file of readdirSync(join(folder, environment))) {
      const application = load(readFileSync(join(folder, environment, file), 'utf8')) as {
        metadata: { name: string; annotations: Record<string, string> };
      };
      const { name, annotations } = application.metadata;
      const wave = annotations['argocd.argoproj.io/sync-wave'];
      waves.add(`${wave} ${name.replace(environment, 'ENVIRONMENT')}`);
    }
  }
  const rows = readText('examples/multi-cluster/README.md').matchAll(
    /^\| +(\d+) \| `(acme-\S+)`/gm,
  );
  expect([...rows].map(([, wave, name]) => `${wave} ${name}`)).toEqual([...waves].sort());
});
