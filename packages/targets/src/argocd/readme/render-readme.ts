import type { ArgocdOutput } from '@fleetc/core';
import { environmentBlocks } from '../../gitops/readme/environment-blocks.ts';
import { paragraph } from '../../gitops/readme/paragraph.ts';
import { renderMarkdown } from '../../gitops/readme/render.ts';
import { placeObjects } from '../../gitops/place-objects.ts';
import { environmentFolder } from '../../gitops/names.ts';
import { placeWords } from '../../gitops/readme/place-words.ts';
import { code, shellBlock, tableRow } from '../../layout/markdown.ts';
import { applyEncrypted, fillSecrets } from '../../layout/secret-commands.ts';
import type { ArgocdOptions, Environment, Unit } from '../environment.ts';
import { isSet } from '../root.ts';
import {
  approveCommands,
  bootstrapCommands,
  inOrder,
  syncCommands,
  uninstallCommands,
} from './commands.ts';
import { listContents } from './contents.ts';
import { describeEnvironment } from './describe-environment.ts';
import { orderWords } from './order-words.ts';
import { leavingWords } from './leaving-words.ts';
import { readmeTemplate } from './readme.template.ts';
import { uninstallWords } from './uninstall-words.ts';

/** The README of the tree: how it gets into Argo CD, what follows what, and how it goes again. */
export function renderReadme(environments: readonly Environment[], options: ArgocdOptions): string {
  const { output } = options;
  const fleet = environments[0]?.bundle.fleet ?? output.project;
  const approve = approveCommands(environments, output);
  return renderMarkdown(readmeTemplate, {
    fleet,
    contents: listContents(environments, output),
    environments: environments.map((environment) => describeEnvironment(environment, options)),
    publish: describePublishing(output),
    bootstrap: bootstrapCommands(output, isSet(output) ? ['root.yaml'] : rootFiles),
    order: orderWords(output),
    applications: inOrder(environments).map(describeUnit),
    ...describeSync(environments, options, fleet),
    leaving: leavingWords(output),
    ignored: ignoredWords,
    caveat: isSet(output) ? '' : anyProject,
    uninstallWords: uninstallWords(output),
    uninstall: uninstallCommands(environments, output, fleet),
    approves: approve.length > 0,
    approve,
  });
}

// Secrets that people make need their namespaces, and are needed by what follows.
function describeSync(environments: readonly Environment[], options: ArgocdOptions, fleet: string) {
  const blocks = (commands: (environment: Environment) => readonly string[]) =>
    environmentBlocks(
      environments.map((environment) => [environment.bundle.environment, commands(environment)]),
      options,
    );
  const secrets = blocks(({ bundle }) => fillSecrets(bundle, options));
  const encrypted = blocks((environment) => decryptCommands(environment, options));
  const { first, rest } = syncCommands(environments, options.output, fleet);
  const byHand = secrets !== '' || encrypted !== '';
  return {
    secrets,
    encrypted,
    syncFirst: syncBlock(byHand ? first : [...first, ...rest]),
    syncRest: syncBlock(byHand ? rest : []),
  };
}

function syncBlock(commands: readonly string[]): string {
  return commands.length > 0 ? shellBlock(commands) : '';
}

const rootFiles = ['root-project.yaml', 'root.yaml'];

const ignoredWords = `Autoscalers write the number of runners, and the webhook server reservations; Argo CD neither shows
these as differences nor undoes them.`;

const anyProject = `Whoever may write to \`applications/\` may put Applications into any project of Argo CD, be it one
without limits. The layout \`applicationSet\` has no such gap: it gives each Application the
project of the fleet.`;

function describePublishing({ repo: { url, revision, path } }: ArgocdOutput): string {
  const place = `${code(url)} (${code(revision)}) ${placeWords(path)}`;
  return paragraph(
    `Commit this tree, push it to ${place}, and then, where kubectl points to the cluster of Argo CD, run in this folder:`,
  );
}

function describeUnit({ part, name, definitionsFrom }: Unit): string {
  const content =
    part.type === 'release'
      ? `chart ${part.item.release.chart} ${part.item.release.version}`
      : `${part.items.length} ${part.items.length === 1 ? 'object' : 'objects'}`;
  const others =
    definitionsFrom === undefined ? '' : `, its definitions with ${code(definitionsFrom)}`;
  return tableRow(String(part.order), code(name), `${content}${others}`);
}

function decryptCommands({ bundle, encrypted }: Environment, options: ArgocdOptions): string[] {
  const folder = `encrypted/${environmentFolder(bundle, options)}`;
  return placeObjects(encrypted).map(([file]) => applyEncrypted(`${folder}${file}`));
}
