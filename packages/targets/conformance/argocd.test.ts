import type { KubernetesObject } from '@fleetc/kubernetes';
import { needsUpstream, readCrdFile } from '@fleetc/testing';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { argocdTarget } from '../src/argocd/argocd-target.ts';
import { argocdOutput } from '../src/testing/outputs.ts';
import { applyMerge } from './support/apply-merge.ts';
import { randomBundles } from './support/random-bundles.ts';
import { createScratchFolder, writeTree } from './support/write-tree.ts';
import { needsTool, run } from './run-tool.ts';

const kinds: Readonly<Record<string, string>> = {
  Application: 'argo-cd/crds/application-crd.yaml',
  ApplicationSet: 'argo-cd/crds/applicationset-crd.yaml',
  AppProject: 'argo-cd/crds/appproject-crd.yaml',
};

const outputs = (['applications', 'applicationSet', 'rollingSync'] as const).flatMap((layout) => [
  { ...argocdOutput, layout },
  {
    ...argocdOutput,
    layout,
    automated: { prune: true, selfHeal: true },
    finalizer: true,
    health: true,
  },
]);

it('emits nothing that the real CRDs refuse, unknown fields included', async (context) => {
  needsUpstream(context);
  const accepts = new Map(
    Object.entries(kinds).map(([kind, file]) => [kind, readCrdFile(file).accepts]),
  );
  const seen = new Set<string>();
  for await (const [path, object] of emittedObjects()) {
    const validate = accepts.get(object.kind)!;
    seen.add(object.kind);
    const errors = validate(object) ? [] : validate.errors;
    expect({ path, errors }).toEqual({ path, errors: [] });
  }
  expect([...seen].toSorted()).toEqual(Object.keys(kinds).toSorted());
});

async function* emittedObjects(): AsyncGenerator<[path: string, object: KubernetesObject]> {
  for (const bundles of await randomBundles(20)) {
    for (const output of outputs) {
      const tree = await argocdTarget.layout(bundles, { hasEnvironments: true, output });
      const paths = [...tree.keys()].filter((path) => /^(applications\/|root|project)/.test(path));
      yield* paths.map((path): [string, KubernetesObject] => [
        path,
        load(tree.get(path)!) as KubernetesObject,
      ]);
    }
  }
}

// Helm renders templates with the engine and the functions that an ApplicationSet has, too.
it('makes of each file the Application that it holds, by the template of the ApplicationSet', async (context) => {
  const helm = needsTool(context, 'helm 4', 'template', 'test');
  const output = { ...argocdOutput, layout: 'applicationSet' } as const;
  const [[first, ...others] = []] = await randomBundles(1);
  // A name in the file, and a server in the template, would be two clusters.
  const bundles = [{ ...first!, destination: { name: 'far' } }, ...others];
  const tree = await argocdTarget.layout(bundles, { hasEnvironments: true, output });
  const set = load(tree.get('root.yaml')!) as SetObject;
  const { template, templatePatch } = set.spec;
  const chart = createScratchFolder();
  writeTree(chart, [
    ['Chart.yaml', 'apiVersion: v2\nname: test\nversion: 0.1.0\n'],
    ['templates/patch.yaml', inValues(templatePatch)],
    ['templates/template.yaml', inValues(JSON.stringify(template))],
  ]);
  const files = [...tree.keys()].filter((path) => path.startsWith('applications/'));
  expect(files.length).toBeGreaterThan(3);
  for (const [index, file] of files.entries()) {
    writeTree(chart, [[`values-${index}.yaml`, tree.get(file)!]]);
    const render = (name: string) =>
      run(helm, [chart, '--values', `${chart}/values-${index}.yaml`, '-s', `templates/${name}`]);
    const made = applyMerge(load(await render('template.yaml')), load(await render('patch.yaml')));
    const { metadata, spec } = load(tree.get(file)!) as KubernetesObject;
    const { namespace: _, ...rest } = metadata;
    expect(made).toEqual({ metadata: rest, spec });
  }
});

function inValues(text: string): string {
  return `{{ with .Values }}\n${text}{{ end }}\n`;
}

interface SetObject {
  readonly spec: { readonly template: object; readonly templatePatch: string };
}
