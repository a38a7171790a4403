import { createDiagnostic, type Diagnostic, type Path } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import type { CompiledEnvironment, ReadFile } from '../compilation.ts';
import { isMap } from '../emission/merge-patch.ts';
import { enumerate } from '../rules/enumerate.ts';
import { sopsFileShared } from '../rules/sops-file-shared.rule.ts';
import { sopsRecipientsDiffer } from '../rules/sops-recipients-differ.rule.ts';
import { isOfEnvironment } from './delivery/seal-command.ts';
import { parseSopsFile } from './delivery/sops-file.ts';
import { sealName } from './secret-owner.ts';
import { secretPlaces } from './secret-places.ts';

const recipientsPath = ['secrets', 'sops', 'recipients'];

/** An environment that names recipients, and a block whose Secret stands in a file. */
interface User {
  readonly fleet: Fleet;
  readonly path: Path;
  /** Whether there is no error in it. */
  readonly isWhole: boolean;
}

/** Compares the recipients that environments name with each other, and with those of the files that they use. */
export async function checkSopsRecipients(
  environments: readonly CompiledEnvironment[],
  readFile: ReadFile | undefined,
): Promise<Diagnostic[]> {
  const checks = [...groupByFile(environments)].map(async ([file, users]) => {
    const [first] = users;
    const other = users.find(({ fleet }) => recipientsOf(fleet) !== recipientsOf(first.fleet));
    if (other) return [reportShared(file, first, other)];
    return readFile && first.isWhole ? compare(file, first, readFile) : [];
  });
  return (await Promise.all(checks)).flat();
}

function groupByFile(environments: readonly CompiledEnvironment[]): Map<string, [User, ...User[]]> {
  const files = new Map<string, [User, ...User[]]>();
  for (const { fleet, bundle } of environments) {
    if (fleet.secrets.sops.recipients.length === 0) continue;
    for (const { source } of secretPlaces(fleet)) {
      if (source.from.source !== 'sops') continue;
      const user = { fleet, path: source.path, isWhole: bundle !== undefined };
      const users = files.get(source.from.file);
      if (users) users.push(user);
      else files.set(source.from.file, [user]);
    }
  }
  return files;
}

function recipientsOf({ secrets }: Fleet): string {
  return [...new Set(secrets.sops.recipients)].sort().join(' ');
}

function reportShared(file: string, { fleet: one }: User, { fleet }: User): Diagnostic {
  const params = { file, one: one.environment, other: fleet.environment };
  const related = [{ span: one.origin(recipientsPath, 'key').span, text: 'the other ones' }];
  const place = { span: fleet.origin(recipientsPath, 'key').span, path: recipientsPath, related };
  return createDiagnostic(sopsFileShared, params, place);
}

// Whatever else is wrong with the file is told where it is placed.
async function compare(file: string, user: User, readFile: ReadFile): Promise<Diagnostic[]> {
  const { fleet, path } = user;
  const reading = await readFile(file);
  if ('failure' in reading) return [];
  const read = await parseSopsFile(file, reading.text);
  if ('problem' in read) return [];
  const inFile = ageRecipients(read.object['sops']);
  const { recipients } = fleet.secrets.sops;
  const missing = recipients.filter((recipient) => !inFile.includes(recipient));
  const others = inFile.filter((recipient) => !recipients.includes(recipient));
  if (missing.length + others.length === 0) return [];
  const env = isOfEnvironment(fleet, [...path, 'from', 'sops', 'file'])
    ? ` --env ${fleet.environment}`
    : '';
  const command = `fleetc seal ${sealName(path)} --sops${env} --reseal`;
  const params = { file, difference: describe(missing, others), command };
  const place = { span: fleet.origin(recipientsPath, 'key').span, path: recipientsPath };
  return [createDiagnostic(sopsRecipientsDiffer, params, place)];
}

function describe(missing: readonly string[], others: readonly string[]): string {
  const parts = [
    ...(missing.length > 0 ? [`is not encrypted for ${enumerate(missing.map(shorten))}`] : []),
    ...(others.length > 0 ? [`opens for ${enumerate(others.map(shorten))}, too`] : []),
  ];
  return parts.join(', and ');
}

function ageRecipients(sops: unknown): string[] {
  const age = isMap(sops) ? sops['age'] : undefined;
  if (!Array.isArray(age)) return [];
  return age.flatMap((entry: unknown) => {
    const recipient = isMap(entry) ? entry['recipient'] : undefined;
    return typeof recipient === 'string' ? [recipient] : [];
  });
}

// A post-quantum recipient has some two thousand characters.
function shorten(recipient: string): string {
  return recipient.length > 70 ? `${recipient.slice(0, 40)}…` : recipient;
}
