import { nearest } from '@fleetc/diagnostics';
import type { Call } from './call.ts';
import { createRefusal } from './refusal.ts';

/** What an Application asks for, each only as far as it was given. */
export interface Parameters {
  readonly environment?: string;
  /** The pools that are wanted; all when absent. */
  readonly pools?: readonly string[];
  /** Numbers by their paths in the fleet, still text. */
  readonly overrides: Readonly<Record<string, string>>;
  /** What becomes of Helm releases, which are no manifests. */
  readonly helm: 'ignore' | 'refuse';
}

/** The field of an announcement that holds the value of each parameter. */
const forms = { environment: 'string', pools: 'array', overrides: 'map', helm: 'string' } as const;
type Name = keyof typeof forms;
type Given = { string?: string; array?: readonly string[]; map?: Readonly<Record<string, string>> };

const variable = 'ARGOCD_APP_PARAMETERS';
const prefix = 'ARGOCD_ENV_FLEETC_';
const environmentVariable = `${prefix}ENVIRONMENT`;

/** Reads what the Application says. Argo CD sends no list, `null` or an empty one where there is nothing to say. */
export function readParameters({ environment: variables }: Call): Parameters {
  const given = new Map<string, Given>();
  for (const entry of parseList(variables[variable])) {
    const { name, ...value } = readEntry(entry);
    if (given.has(name)) throw createRefusal(`parameter "${name}" is given twice`);
    given.set(name, value);
  }
  const environment = chooseEnvironment(given.get('environment')?.string, variables);
  const pools = given.get('pools')?.array ?? [];
  return {
    ...(environment !== undefined && { environment }),
    ...(pools.length > 0 && { pools }),
    overrides: given.get('overrides')?.map ?? {},
    helm: readHelm(given.get('helm')?.string),
  };
}

function parseList(text: string | undefined): readonly unknown[] {
  if (text === undefined || text === '') return [];
  const list = parseJson(text);
  if (list === null) return [];
  if (!Array.isArray(list)) throw createRefusal(`${variable} is no list in JSON`);
  return list;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readEntry(entry: unknown): { readonly name: Name } & Given {
  if (!isMap(entry)) throw createRefusal(`${variable} holds something that is no parameter`);
  const { name, ...value } = entry;
  if (!isName(name)) throw createRefusal(describeUnknown(String(name)));
  const form = forms[name];
  const other = Object.keys(value).find((key) => key !== form);
  if (other !== undefined) {
    throw createRefusal(`parameter "${name}" has to be given as "${form}", not as "${other}"`);
  }
  if (!isOfForm(value[form], form)) {
    throw createRefusal(`parameter "${name}" needs ${expected[form]} under "${form}"`);
  }
  return { name, ...(value as Given) };
}

const expected = { string: 'a text', array: 'a list of texts', map: 'a map of texts' } as const;

function isOfForm(value: unknown, form: keyof Given): boolean {
  if (value === undefined) return true;
  if (form === 'string') return typeof value === 'string';
  const isList = Array.isArray(value);
  if (isList !== (form === 'array') || (!isList && !isMap(value))) return false;
  return Object.values(value as object).every((item) => typeof item === 'string');
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(name: unknown): name is Name {
  return typeof name === 'string' && Object.hasOwn(forms, name);
}

function describeUnknown(name: string): string {
  const close = nearest(name, Object.keys(forms));
  const hint = close === undefined ? '' : `; did you mean "${close}"?`;
  return `parameter "${name}" is not known, only ${Object.keys(forms).join(', ')}${hint}`;
}

/** An empty text is what the user interface sends for a field that was cleared. */
function chooseEnvironment(
  parameter: string | undefined,
  variables: Call['environment'],
): string | undefined {
  const known = Object.keys(variables).filter((name) => name.startsWith(prefix));
  const odd = known.find((name) => name !== environmentVariable);
  if (odd !== undefined) {
    const name = odd.slice('ARGOCD_ENV_'.length);
    throw createRefusal(`variable "${name}" is not known, only FLEETC_ENVIRONMENT`);
  }
  const byVariable = variables[environmentVariable] || undefined;
  const byParameter = parameter || undefined;
  if (byVariable !== undefined && byParameter !== undefined && byVariable !== byParameter) {
    throw createRefusal(
      `the parameter asks for environment "${byParameter}" and FLEETC_ENVIRONMENT for "${byVariable}"`,
    );
  }
  return byParameter ?? byVariable;
}

function readHelm(text: string | undefined): Parameters['helm'] {
  if (text === undefined || text === '') return 'ignore';
  if (text === 'ignore' || text === 'refuse') return text;
  throw createRefusal(`parameter "helm" is either "ignore" or "refuse", not "${text}"`);
}
