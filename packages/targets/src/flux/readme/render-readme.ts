import type { FluxOutput } from '@fleetc/core';
import { environmentBlocks } from '../../gitops/readme/environment-blocks.ts';
import { listNeeds } from '../../gitops/readme/list-needs.ts';
import { placeWords } from '../../gitops/readme/place-words.ts';
import { paragraph } from '../../gitops/readme/paragraph.ts';
import { renderMarkdown } from '../../gitops/readme/render.ts';
import { code, listItem, tableRow } from '../../layout/markdown.ts';
import { fillSecrets } from '../../layout/secret-commands.ts';
import { formatCommand, quoteWord } from '../../layout/shell.ts';
import type { Environment, FluxOptions, Unit } from '../environment.ts';
import { bootstrapCommands, uninstallCommands, watchCommands } from './commands.ts';
import { readmeTemplate } from './readme.template.ts';

/** The README of the tree: how Flux gets to know it, what follows what, and how it goes again. */
export function renderReadme(environments: readonly Environment[], options: FluxOptions): string {
  const { output } = options;
  const blocks = (commands: (environment: Environment) => readonly string[]) =>
    environmentBlocks(
      environments.map((environment) => [environment.bundle.environment, commands(environment)]),
      options,
    );
  return renderMarkdown(readmeTemplate, {
    fleet: environments[0]?.bundle.fleet ?? '',
    contents: listContents(environments),
    needs: listLogins(output),
    environments: environments.map((environment) => describeEnvironment(environment, options)),
    publish: describePublishing(options),
    bootstrap: blocks(bootstrapCommands),
    secrets: blocks(({ bundle }) => fillSecrets(bundle, options)),
    kustomizations: environments.flatMap(({ units }) => units.map(describeUnit)),
    watch: watchCommands(output),
    prunes: output.prune,
    uninstall: blocks((environment) => uninstallCommands(environment, output)),
  });
}

function listContents(environments: readonly Environment[]): string[] {
  return [
    ...environments.map(({ folder, root }) =>
      tableRow(code(folder), `what Flux is pointed at: the root Kustomization ${code(root)}`),
    ),
    tableRow(code('manifests/'), 'what the Kustomizations apply, a folder for each'),
  ];
}

function listLogins({ namespace, sourceSecret, decryptionSecret }: FluxOutput): string[] {
  const inFlux = (name: string, use: string) =>
    listItem(`Secret ${code(name)} in ${code(namespace)}, ${use}`);
  return [
    ...(sourceSecret === undefined ? [] : [inFlux(sourceSecret, 'the login to the source')]),
    ...(decryptionSecret === undefined
      ? []
      : [inFlux(decryptionSecret, 'with the keys that decrypt what SOPS encrypted')]),
  ];
}

function describeEnvironment({ bundle, folder }: Environment, { hasEnvironments }: FluxOptions) {
  const { kubeconfigSecret } = bundle.destination;
  const title = hasEnvironments ? `For environment ${code(bundle.environment)}` : 'For the cluster';
  const login =
    kubeconfigSecret === undefined
      ? []
      : [
          listItem(
            `Secret ${code(kubeconfigSecret)} beside Flux, with a kubeconfig of the cluster`,
          ),
        ];
  const needs = [...login, ...listNeeds(bundle)];
  return {
    heading: `${title}, ${code(folder)}:${needs.length > 0 ? '\n' : ' nothing more.'}`,
    needs,
  };
}

function describePublishing({ output: { source }, hasEnvironments }: FluxOptions): string {
  const each = hasEnvironments ? ' for each environment' : '';
  const next = paragraph(
    `Then run in this folder${each}, with kubectl pointing to the cluster of the Flux that is to read it:`,
  );
  if (source.kind === 'git') {
    const place = `${code(source.url)} (${code(source.revision)}) ${placeWords(source.path)}`;
    return paragraph(`Commit this tree and push it to ${place}. ${next}`);
  }
  const push = formatCommand(
    'flux push artifact',
    quoteWord(`${source.url}:${source.tag}`),
    '--path ROOT',
    '--source SOURCE',
    '--revision REVISION',
  );
  return `Push the folder ROOT, with this tree ${placeWords(source.path)}:\n\n\`\`\`sh\n${push}\n\`\`\`\n\n${next}`;
}

function describeUnit({ part, name, needs }: Unit): string {
  const content =
    part.type === 'release'
      ? `chart ${part.item.release.chart} ${part.item.release.version}`
      : `${part.items.length} ${part.items.length === 1 ? 'object' : 'objects'}`;
  return tableRow(code(name), needs.map(code).join(', '), content);
}
