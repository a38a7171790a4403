import { characterProblem } from './character.ts';

/** The kinds of names that Kubernetes tells apart, after the validators of k8s.io/apimachinery. */
export type NameKind = 'dnsLabel' | 'dnsSubdomain' | 'labelKey' | 'labelValue' | 'environmentName';

/** DNS-1123 label: names of namespaces, containers and volumes. */
export function isDnsLabel(text: string): boolean {
  return dnsLabelProblem(text) === undefined;
}

/** DNS-1123 subdomain: names of most objects. */
export function isDnsSubdomain(text: string): boolean {
  return dnsSubdomainProblem(text) === undefined;
}

/** Qualified name: the key of a label or an annotation, `[prefix/]name`. */
export function isLabelKey(text: string): boolean {
  return labelKeyProblem(text) === undefined;
}

/** The value of a label; may be empty. */
export function isLabelValue(text: string): boolean {
  return labelValueProblem(text) === undefined;
}

/** The name of a container's environment variable. */
export function isEnvironmentName(text: string): boolean {
  return environmentNameProblem(text) === undefined;
}

const problems: Readonly<Record<NameKind, (text: string) => string | undefined>> = {
  dnsLabel: dnsLabelProblem,
  dnsSubdomain: dnsSubdomainProblem,
  labelKey: labelKeyProblem,
  labelValue: labelValueProblem,
  environmentName: environmentNameProblem,
};

/** The first thing that keeps `text` from being a name of that kind, as one clause for a message. */
export function nameProblem(kind: NameKind, text: string): string | undefined {
  return problems[kind](text);
}

function dnsLabelProblem(text: string): string | undefined {
  return (
    strangerProblem(text, /[a-z0-9-]/, 'a-z, 0-9 and "-"') ??
    edgeProblem(text, /[a-z0-9]/) ??
    lengthProblem(text, 63)
  );
}

function dnsSubdomainProblem(text: string): string | undefined {
  const problem = strangerProblem(text, /[a-z0-9.-]/, 'a-z, 0-9, "-" and "."');
  if (problem) return problem;
  if (/^\.|\.\.|\.$/.test(text)) return 'it has an empty part beside a "."';
  for (const part of text.split('.')) {
    const subject = part === text ? 'it' : `the part "${part}"`;
    const edge = edgeProblem(part, /[a-z0-9]/, subject);
    if (edge) return edge;
  }
  return lengthProblem(text, 253);
}

function labelKeyProblem(text: string): string | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return labelNameProblem(text);
  const prefix = dnsSubdomainProblem(text.slice(0, slash));
  if (prefix) return `in the prefix before "/", ${prefix}`;
  const name = labelNameProblem(text.slice(slash + 1));
  return name && `in the name after "/", ${name}`;
}

function labelValueProblem(text: string): string | undefined {
  return text === '' ? undefined : labelNameProblem(text);
}

function labelNameProblem(text: string): string | undefined {
  return (
    strangerProblem(text, /[A-Za-z0-9._-]/, 'A-Z, a-z, 0-9, "-", "_" and "."') ??
    edgeProblem(text, /[A-Za-z0-9]/) ??
    lengthProblem(text, 63)
  );
}

function environmentNameProblem(text: string): string | undefined {
  const problem = strangerProblem(text, /[A-Za-z0-9._-]/, 'A-Z, a-z, 0-9, "_", "-" and "."');
  if (problem) return problem;
  if (/^[0-9]/.test(text)) return 'it starts with a digit';
  return text === '.' || text.startsWith('..') ? 'it reads as a path' : undefined;
}

function strangerProblem(text: string, allowed: RegExp, words: string): string | undefined {
  return text === '' ? 'it is empty' : characterProblem('it', text, allowed, words);
}

function edgeProblem(text: string, allowed: RegExp, subject = 'it'): string | undefined {
  const first = text[0] ?? '';
  const last = text.at(-1) ?? '';
  if (!allowed.test(first)) return `${subject} starts with "${first}"`;
  return allowed.test(last) ? undefined : `${subject} ends with "${last}"`;
}

function lengthProblem(text: string, limit: number): string | undefined {
  return text.length > limit ? `it has ${text.length} characters, ${limit} are allowed` : undefined;
}
