import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { type SealingCertificate, sealValue } from '@fleetc/sealing';
import { layoutNotChanged } from '../rules/layout-not-changed.rule.ts';
import type { Shell } from '../shell.ts';
import { checkSource } from './check-source.ts';
import type { Change } from './edit/change.ts';
import { changeText } from './edit/change-text.ts';
import { isPlain, valueAt } from './edit/layout.ts';
import type { SealingInput } from './load-sealing.ts';
import { planSealed, type SealedPlan } from './plan-sealed.ts';
import { readCertificateFile } from './read-certificate-file.ts';
import { checkReplaceable, type Replacement, replaceFile } from './replace-file.ts';
import type { SealRequest } from './seal-request.ts';
import type { Subject } from './sealing-subject.ts';
import { withValues } from './secret-values.ts';
import { takeValue } from './take-value.ts';

/** How sealing ended: what was done, in lines without a final full stop, or why nothing was. */
export type Sealed =
  { readonly lines: readonly string[] } | { readonly diagnostics: readonly Diagnostic[] };

/** Everything that sealing looks at. */
export interface Sealing {
  readonly request: SealRequest;
  readonly input: SealingInput;
  readonly subject: Subject;
  readonly shell: Shell;
}

/** Seals a value for the controller of Sealed Secrets and writes the ciphertext into the fleet file. */
export async function sealIntoFleet(sealing: Sealing): Promise<Sealed> {
  const { request, input, subject, shell } = sealing;
  const conflict = checkSource(input, subject, 'sealedSecret');
  if (conflict) return { diagnostics: [conflict] };
  const plan = planSealed(request, input, subject);
  if (plan.missing.size === 0) return write(sealing, plan, []);
  const { value: certificate, diagnostics } = readCertificateFile(sealing);
  if (!certificate) return { diagnostics };
  const refusal = await tryOut(sealing, plan);
  if (refusal) return { diagnostics: [refusal] };
  const { value, diagnostics: reading } = await takeValue(request, subject, shell);
  if (value === undefined) return { diagnostics: reading };
  const changes = await sealAll(plan, { value, certificate, input });
  return write(sealing, plan, changes, certificate);
}

/** Whether the file can be changed at all, found out before a value is asked for. */
async function tryOut({ input }: Sealing, plan: SealedPlan): Promise<Diagnostic | undefined> {
  const refusal = checkReplaceable(replacementOf(input));
  if (refusal) return refusal;
  const held = valueAt(input.document.value, plan.path);
  const fresh = [...plan.missing.keys()].filter(
    (label) => !isPlain(held) || !Object.hasOwn(held, label),
  );
  const trial = fresh.map((label) => ({ path: [...plan.path, label], set: {} }));
  const changed = await apply(input, [...plan.before, ...trial]);
  return 'text' in changed ? undefined : changed;
}

async function sealAll(
  { path, missing }: SealedPlan,
  {
    value,
    certificate,
    input,
  }: {
    readonly value: string;
    readonly certificate: SealingCertificate;
    readonly input: SealingInput;
  },
): Promise<Change[]> {
  const held = valueAt(input.document.value, path);
  const changes: Change[] = [];
  for (const [label, place] of missing) {
    const sealed = await withValues(place, value, {
      extent: 'value',
      use: (values) =>
        [...values].map(([key, bytes]) => [key, sealValue(bytes, label, certificate)] as const),
    });
    const isNew = !isPlain(held) || !isPlain(held[label]);
    if (isNew) changes.push({ path: [...path, label], set: Object.fromEntries(sealed) });
    else for (const [key, text] of sealed) changes.push({ path: [...path, label, key], set: text });
  }
  return changes;
}

async function write(
  { input, subject }: Sealing,
  plan: SealedPlan,
  changes: readonly Change[],
  certificate?: SealingCertificate,
): Promise<Sealed> {
  const changed = await apply(input, [...plan.before, ...changes, ...plan.after]);
  if (!('text' in changed)) return { diagnostics: [changed] };
  if (changed.text !== input.text) {
    const failure = replaceFile(replacementOf(input), changed.text);
    if (failure) return { diagnostics: [failure] };
  }
  return { lines: describe(input, subject, plan, certificate) };
}

function replacementOf({ file, path, text }: SealingInput): Replacement {
  return { file, path, before: text };
}

const byteOrderMark = '\ufeff';

/** The text of the file with all changes, or why one is not possible. */
export async function apply(
  { text, document }: SealingInput,
  changes: readonly Change[],
): Promise<{ readonly text: string } | Diagnostic> {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const changed = await changeText(text.slice(mark.length), changes);
  if ('text' in changed) return { text: mark + changed.text };
  const { path, problem } = changed;
  const place = { span: document.span(path, 'key'), path: [...path] };
  return createDiagnostic(layoutNotChanged, { place: path.join('.'), problem }, place);
}

function describe(
  { path: file }: SealingInput,
  { user }: Subject,
  { missing, kept, unneeded, scopes }: SealedPlan,
  certificate: SealingCertificate | undefined,
): string[] {
  const words = scopes.length === 1 ? ` (scope ${scopes[0]})` : '';
  const sealed = [...missing.keys()].map((label) => `${file}: sealed ${user} for ${label}${words}`);
  return [
    ...sealed,
    ...(certificate ? [`certificate: SHA-256 ${certificate.fingerprint}`] : []),
    ...kept.map(
      (label) =>
        `${file}: kept what ${user} has for ${label}; no value was read, --reseal seals a new one`,
    ),
    ...unneeded.map((label) => `${file}: removed ${label}, which nothing needs any more`),
  ];
}
