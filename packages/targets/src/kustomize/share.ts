import { formatYaml, type KubernetesObject } from '@fleetc/kubernetes';
import { identify } from './identity.ts';
import { diff, type Operation } from './json-patch.ts';

/** The objects of one environment. */
export interface Member {
  readonly environment: string;
  readonly objects: readonly KubernetesObject[];
}

/** In what an environment differs from the base. */
export interface Differences {
  /** Objects that are not in the base. */
  readonly resources: readonly KubernetesObject[];
  readonly patches: readonly Patch[];
}

/** Steps on an object of the base. */
export interface Patch {
  readonly target: KubernetesObject;
  readonly operations: readonly Operation[];
}

/** Differences that several environments have in common, and no other has. */
export interface Component extends Differences {
  readonly environments: readonly string[];
}

/** What environments share, and what they do not. Base, components and differences together give each its objects. */
export interface Shared {
  /** Every object that is in each environment, in the form that most of them have. */
  readonly base: readonly KubernetesObject[];
  readonly components: readonly Component[];
  /** What one environment alone has, by its name. */
  readonly own: ReadonlyMap<string, Differences>;
}

interface Form {
  readonly object: KubernetesObject;
  readonly environments: string[];
}

/** Finds out what environments share. Equal members give equal results; the first of the names wins where none has more. */
export function share(members: readonly Member[]): Shared {
  const all = members.map(({ environment }) => environment);
  const base: KubernetesObject[] = [];
  const groups = new Map<string, Group>(all.map((name) => [name, createGroup([name])]));
  for (const forms of groupByForm(members)) {
    const isEverywhere = sum(forms) === all.length;
    const [usual, ...others] = forms.toSorted(byUse);
    if (isEverywhere) base.push(usual!.object);
    for (const { object, environments } of isEverywhere ? others : forms) {
      const group = openGroup(groups, environments);
      if (isEverywhere) {
        group.patches.push({ target: usual!.object, operations: diff(usual!.object, object) });
      } else group.resources.push(object);
    }
  }
  const components = [...groups.values()].filter(({ environments }) => environments.length > 1);
  return { base, components, own: new Map(all.map((name) => [name, groups.get(name)!])) };
}

interface Group {
  readonly environments: readonly string[];
  readonly resources: KubernetesObject[];
  readonly patches: Patch[];
}

function createGroup(environments: readonly string[]): Group {
  return { environments, resources: [], patches: [] };
}

function openGroup(groups: Map<string, Group>, environments: readonly string[]): Group {
  const key = environments.join(' ');
  const group = groups.get(key) ?? createGroup(environments);
  groups.set(key, group);
  return group;
}

/** The forms that each object has, with the environments of each. */
function groupByForm(members: readonly Member[]): Form[][] {
  const objects = new Map<string, Map<string, Form>>();
  for (const { environment, objects: own } of members) {
    for (const object of own) {
      const forms = getOrAdd(objects, identify(object), () => new Map<string, Form>());
      const form = getOrAdd(forms, formatYaml(object), () => ({ object, environments: [] }));
      form.environments.push(environment);
    }
  }
  return [...objects.values()].map((forms) => [...forms.values()]);
}

function getOrAdd<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function sum(forms: readonly Form[]): number {
  return forms.reduce((count, { environments }) => count + environments.length, 0);
}

function byUse(left: Form, right: Form): number {
  return right.environments.length - left.environments.length;
}
