import { sealingMark, sealingMarkAnnotation } from '@fleetc/core';
import { createDiagnostic, type Diagnostic, type Result } from '@fleetc/diagnostics';
import { parseDocument } from '@fleetc/fleet';
import { readBeside } from '@fleetc/input';
import { encryptSecret, type PlainSecret, recipientProblem } from '@fleetc/sealing';
import { resolve } from 'node:path';
import { ageRecipientUnusable } from '../rules/age-recipient-unusable.rule.ts';
import { foreignSecretFile } from '../rules/foreign-secret-file.rule.ts';
import { sealingFileUnreadable } from '../rules/sealing-file-unreadable.rule.ts';
import { toDisplayPath } from '../input/display-path.ts';
import { checkSource, sourcePath } from './check-source.ts';
import type { Change } from './edit/change.ts';
import { isPlain, valueAt } from './edit/layout.ts';
import { checkReplaceable, type Replacement, replaceFile } from './replace-file.ts';
import { refuseSharedFile } from './refuse-shared-file.ts';
import { apply, type Sealed, type Sealing } from './seal-into-fleet.ts';
import { wrong } from './seal-request.ts';
import type { SubjectPlace } from './sealing-subject.ts';
import { keysOf, withValues } from './secret-values.ts';
import { takeValue } from './take-value.ts';

/** Where the encrypted Secret is kept, and how the fleet comes to know it. */
interface FilePlan {
  /** Relative to the folder of the fleet file. */
  readonly name: string;
  /** As messages show it. */
  readonly shown: string;
  readonly changes: readonly Change[];
}

/** What stands there, if anything does. */
interface OldFile {
  readonly text?: string;
  readonly keys: readonly string[];
}

/** Encrypts a Secret for age recipients into a SOPS file beside the fleet, and names it there unless it is named. */
export async function sealIntoFile(sealing: Sealing): Promise<Sealed> {
  const { request, input, subject, shell } = sealing;
  const conflict = checkSource(input, subject, 'sops');
  if (conflict) return { diagnostics: [conflict] };
  const { name, changes } = planFile(sealing);
  const shown = toDisplayPath(resolve(input.folder, name), shell.directory);
  const plan: FilePlan = { name, changes, shown };
  const changed = await apply(input, plan.changes);
  if (!('text' in changed)) return { diagnostics: [changed] };
  const { value: old, diagnostics } = await readOld(sealing, plan);
  if (!old) return { diagnostics };
  const lines = [];
  if (old.text === undefined || request.reseal) {
    const written = await encryptFile(sealing, plan, old);
    if ('diagnostics' in written) return written;
    lines.push(...written.lines);
  } else lines.push(describeKept(sealing, plan, old));
  if (changed.text === input.text) return { lines };
  const fleetFile = { file: input.file, path: input.path, before: input.text };
  const failure = replaceFile(fleetFile, changed.text);
  if (failure) {
    // What was written stays, so it has to be known.
    for (const line of lines) shell.stderr.write(`${line}\n`);
    return { diagnostics: [failure] };
  }
  return { lines: [...lines, `${input.path}: ${subject.user} comes from ${plan.shown}`] };
}

function planFile({ request, input, subject }: Sealing): Omit<FilePlan, 'shown'> {
  const { user, places } = subject;
  const forms = new Set(places.map(({ name, form }) => JSON.stringify([name, form])));
  const files = new Set(
    places.map(({ source: { from } }) => (from.source === 'sops' ? from.file : undefined)),
  );
  if (forms.size > 1 || files.size > 1) {
    throw wrong(`environments need different files for ${user}; choose one with --env NAME`);
  }
  refuseSharedFile({ request, input, subject });
  const [named] = files;
  const path = [...sourcePath(input, subject), 'sops'];
  // A file that an environment takes over from the fleet is that of the others, too.
  const isShared = input.root.length > 0 && valueAt(input.document.value, path) === undefined;
  if (named !== undefined && !isShared) return { name: named, changes: [] };
  const { folder } = places[0]!.fleet.secrets.sops;
  const secret = subject.path[0] === 'credentials' ? subject.path[1]! : places[0]!.name;
  if (input.root.length === 0) {
    return { name: `${folder}/${secret}.sops.yaml`, changes: [{ path, set: {} }] };
  }
  const name = `${folder}/${secret}.${request.environment}.sops.yaml`;
  return { name, changes: [{ path, set: { file: name } }] };
}

async function readOld({ input }: Sealing, { name, shown }: FilePlan): Promise<Result<OldFile>> {
  const reading = await readBeside(input.folder)(name);
  if ('failure' in reading) {
    if (reading.isMissing) return { value: { keys: [] }, diagnostics: [] };
    const params = { what: 'the SOPS file', file: shown, reason: reading.failure };
    return { diagnostics: [createDiagnostic(sealingFileUnreadable, params)] };
  }
  const { value: document } = await parseDocument({ path: name, text: reading.text });
  const map = isPlain(document?.value) ? document.value : {};
  if (!isPlain(map['sops']))
    return { diagnostics: [createDiagnostic(foreignSecretFile, { file: shown })] };
  const keys = [map['data'], map['stringData']].flatMap((part) =>
    isPlain(part) ? Object.keys(part) : [],
  );
  return { value: { text: reading.text, keys }, diagnostics: [] };
}

async function encryptFile(sealing: Sealing, plan: FilePlan, old: OldFile): Promise<Sealed> {
  const { request, input, subject, shell } = sealing;
  const { value: recipients, diagnostics: refusals } = await findRecipients(sealing);
  if (!recipients) return { diagnostics: refusals };
  const target: Replacement = {
    file: resolve(input.folder, plan.name),
    path: plan.shown,
    ...(old.text !== undefined && { before: old.text }),
  };
  const fleetFile = { file: input.file, path: input.path, before: input.text };
  const obstacle =
    checkReplaceable(target) ?? (plan.changes.length > 0 ? checkReplaceable(fleetFile) : undefined);
  if (obstacle) return { diagnostics: [obstacle] };
  const { value, diagnostics } = await takeValue(request, subject, shell);
  if (value === undefined) return { diagnostics };
  const place = subject.places[0]!;
  const text = await withValues(place, value, {
    extent: 'everything',
    use: (values) =>
      encryptSecret({ ...place, ...markOf(place), values }, { recipients, now: new Date() }),
  });
  const failure = replaceFile(target, text);
  if (failure) return { diagnostics: [failure] };
  return {
    lines: [...describeWritten(sealing, plan, recipients), ...describeLost(sealing, plan, old)],
  };
}

/** What was encrypted beside the value stays readable, so that `build` finds a later change of it. */
function markOf({ form }: SubjectPlace): Pick<PlainSecret, 'annotations'> {
  const mark = sealingMark(form);
  return mark === undefined ? {} : { annotations: { [sealingMarkAnnotation]: mark } };
}

async function findRecipients({ request, subject }: Sealing): Promise<Result<readonly string[]>> {
  const { fleet } = subject.places[0]!;
  const { recipients: given } = request;
  const recipients = given ?? fleet.secrets.sops.recipients;
  const diagnostics: Diagnostic[] = [];
  for (const [index, recipient] of recipients.entries()) {
    const problem = await recipientProblem(recipient);
    if (problem === undefined) continue;
    const path = ['secrets', 'sops', 'recipients', index];
    const which = recipients.length > 1 ? `recipient ${index + 1} of ` : 'the recipient in ';
    const place = given ? `${which}--age-recipient` : `${which}secrets.sops.recipients`;
    const at = given ? {} : { span: fleet.origin(path).span, path };
    diagnostics.push(createDiagnostic(ageRecipientUnusable, { place, problem }, at));
  }
  if (diagnostics.length > 0) return { diagnostics };
  if (recipients.length > 0) return { value: [...new Set(recipients)], diagnostics };
  throw wrong(
    'nobody to encrypt for: name recipients with --age-recipient or in secrets.sops.recipients; ' +
      '"age-keygen" makes a key pair and prints the recipient',
  );
}

function describeWritten(
  { subject: { user } }: Sealing,
  { shown }: FilePlan,
  recipients: readonly string[],
): string[] {
  const count = recipients.length === 1 ? '1 recipient' : `${recipients.length} recipients`;
  const lines = [`${shown}: encrypted ${user} for ${count}`];
  // Whoever loses the only key loses the Secret.
  if (recipients.length === 1)
    lines.push(
      'note: with one recipient, a lost key is a lost file; a second one can be kept offline',
    );
  return lines;
}

/** Keys of the old file, which only a holder of its key could have brought over. */
function describeLost({ subject }: Sealing, { shown }: FilePlan, { keys }: OldFile): string[] {
  const known = keysOf(subject.places[0]!, 'everything');
  const lost = keys.filter((key) => !known.includes(key)).sort();
  if (lost.length === 0) return [];
  return [`${shown}: removed ${lost.join(', ')}, which is no part of ${subject.user}`];
}

function describeKept(
  { subject: { user, places } }: Sealing,
  { shown }: FilePlan,
  { keys }: OldFile,
): string {
  const lacking = keysOf(places[0]!, 'everything').filter((key) => !keys.includes(key));
  const words = lacking.length > 0 ? `, though it lacks ${lacking.join(', ')}` : '';
  return `${shown}: kept what ${user} has${words}; no value was read, --reseal encrypts a new one`;
}
