import { createDiagnostic, type Diagnostic, type Path } from '@fleetc/diagnostics';
import { type Fleet, maskSecrets, type SopsOrigin } from '@fleetc/fleet';
import type { KubernetesObject, ObjectMeta } from '@fleetc/kubernetes';
import { objectLabels } from '../../emission/object-metadata.ts';
import { enumerate } from '../../rules/enumerate.ts';
import { type SopsProblem, sopsSecretUnusable } from '../../rules/sops-secret-unusable.rule.ts';
import { sopsSecretOutdated } from '../../rules/sops-secret-outdated.rule.ts';
import { changedParts, sealingMarkAnnotation } from '../sealing-mark.ts';
import type { Deliveries, DeliveryInput } from './deliver-secrets.ts';
import { type Delivery, sourcePath } from './delivery.ts';
import { sealCommand } from './seal-command.ts';
import { checkSopsFile } from './sops-checks.ts';
import { parseSopsFile, type SopsFile } from './sops-file.ts';
import { replaceMetadata } from './sops-text.ts';
import { ownerOf, type WantedSecret } from './wanted-secret.ts';

type Wanted = WantedSecret<SopsOrigin>;

/** The encrypted Secret, wherever it is wanted, as far as its checksum allows. */
export async function deliverSops(
  { fleet, readFile }: DeliveryInput,
  wanted: readonly Wanted[],
): Promise<Deliveries> {
  const [first] = wanted as [Wanted];
  const { file } = first.from;
  const report = (problem: SopsProblem) => ({
    delivered: [],
    diagnostics: [reportProblem(fleet, first, problem)],
  });
  const reading = await readFile(file);
  if ('failure' in reading) return report(unreadable(fleet, first, reading.failure));
  const read = await parseSopsFile(file, reading.text);
  if ('problem' in read) return report(read);
  const problem = checkSopsFile(read, wanted);
  if (problem) return report(problem);
  const placed = await Promise.all(wanted.map((one) => place(fleet, read, one)));
  const refused = placed.find((one) => 'problem' in one);
  if (refused) return report(refused);
  return { delivered: placed as Delivery[], diagnostics: checkMark(fleet, read, first) };
}

async function place(
  fleet: Fleet,
  file: SopsFile,
  wanted: Wanted,
): Promise<Delivery | SopsProblem> {
  if (!file.isMetadataFree) return toDelivery(wanted, file.object, file.text);
  const metadata = metadataFor(fleet, file.object.metadata, wanted);
  const text = await replaceMetadata(file, metadata);
  if (text === undefined) return foreignLayout;
  return toDelivery(wanted, { ...file.object, metadata }, text);
}

function unreadable(fleet: Fleet, wanted: Wanted, failure: string): SopsProblem {
  return {
    problem: `cannot be read: ${failure}`,
    fix: `make it with "${sealCommand(fleet, wanted, { sops: true })}" or "sops encrypt", and commit it beside fleet.yaml`,
  };
}

const foreignLayout: SopsProblem = {
  problem: 'is not laid out as SOPS writes it, so its name and namespace cannot be set',
  fix: 'write "metadata" as a block of its own lines, as "sops" does when it encrypts',
};

// Whatever else stands in the metadata of the file was put there on purpose.
function metadataFor(fleet: Fleet, own: ObjectMeta, { name, namespace }: Wanted): ObjectMeta {
  const labels = {
    ...own.labels,
    ...objectLabels({ fleet, component: 'actions-runner-controller' }),
  };
  const kept = Object.entries(own.annotations ?? {}).filter(
    ([key]) => key !== sealingMarkAnnotation,
  );
  const annotations = { ...Object.fromEntries(kept), ...fleet.annotations };
  const isAnnotated = Object.keys(annotations).length > 0;
  const { annotations: _, ...rest } = own;
  return { ...rest, name, namespace, labels, ...(isAnnotated && { annotations }) };
}

/** Where in the block of a credential that stands which a sealed Secret holds, too. */
const fields: Readonly<Record<string, string>> = {
  github_app_id: 'id',
  github_app_installation_id: 'installationId',
  server: 'server',
  username: 'username',
};

function checkMark(fleet: Fleet, { object }: SopsFile, wanted: Wanted): Diagnostic[] {
  const mark = object.metadata.annotations?.[sealingMarkAnnotation];
  const parts = mark === undefined ? [] : changedParts(wanted.form, mark);
  const [first] = parts;
  if (first === undefined) return [];
  const credential = wanted.source.path.slice(0, -1);
  const field = fields[first];
  const path = field === undefined ? ['github'] : [...credential, field];
  const command = sealCommand(fleet, wanted, { sops: true, reseal: true, also: [path] });
  const params = {
    file: wanted.from.file,
    owner: ownerOf(wanted),
    parts: enumerate(parts),
    command,
  };
  return [createDiagnostic(sopsSecretOutdated, params, { span: fleet.origin(path).span, path })];
}

function toDelivery(wanted: Wanted, object: KubernetesObject, text: string): Delivery {
  const { name, namespace, consumers, path, from, user, source } = wanted;
  const place = [...sourcePath(wanted), 'file'];
  const places: Readonly<Record<string, Path>> = {
    name: [...source.path, 'name'],
    namespace: [...user, 'namespace'],
    labels: ['metadata', 'labels'],
    annotations: ['metadata', 'annotations'],
  };
  const origin = ([first, second, ...rest]: Path) => {
    const own = first === 'metadata' ? places[String(second)] : undefined;
    return own ? [...own, ...rest] : place;
  };
  const keys = [...Object.keys(object['data'] ?? {}), ...Object.keys(object['stringData'] ?? {})];
  return {
    item: {
      type: 'object',
      stage: 'secrets',
      path,
      origin,
      object,
      encrypted: { by: 'sops', text },
    },
    secret: {
      name,
      namespace,
      consumers,
      keys: keys.sort(),
      path,
      by: 'sops',
      origin: `SOPS file "${from.file}"`,
    },
  };
}

function reportProblem(fleet: Fleet, wanted: Wanted, { problem, fix }: SopsProblem): Diagnostic {
  const path = [...sourcePath(wanted), 'file'];
  const params = { file: wanted.from.file, problem: mask(problem), fix: mask(fix) };
  return createDiagnostic(sopsSecretUnusable, params, { span: fleet.origin(path).span, path });
}

// Names and keys of the file are told, and nothing keeps anybody from writing a token there.
function mask(text: string): string {
  return maskSecrets({ path: '', text }).source.text;
}
