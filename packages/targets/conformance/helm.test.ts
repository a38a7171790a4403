import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Bundle, type HelmRelease, compile } from '@fleetc/core';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { load, loadAll } from 'js-yaml';
import { expect, it } from 'vitest';
import { plainTarget } from '../src/plain/plain-target.ts';
import { randomBundles } from './support/random-bundles.ts';
import { createScratchFolder, writeTree } from './support/write-tree.ts';
import { mapInParallel, needsTool, type Program, run } from './run-tool.ts';

/** What the template reads of its values. */
interface Values extends Readonly<Record<string, unknown>> {
  readonly labels: object;
  readonly env: Readonly<Record<string, unknown>> | readonly object[];
  readonly authSecret: { readonly name: string };
  readonly scope: { readonly singleNamespace?: boolean; readonly watchNamespace?: string };
  readonly syncPeriod?: string;
  readonly image: ImageValues;
}

interface ImageValues {
  readonly repository: string;
  readonly tag: string;
  readonly pullPolicy: string;
  readonly dindSidecarRepositoryAndTag?: string;
  readonly actionsRunnerImagePullSecrets?: readonly string[];
}

const chart = resolve(import.meta.dirname, 'chart');
const output = { target: 'plain', dir: 'build' } as const;
const versions = ['helm 3', 'helm 4'] as const;

for (const name of versions) {
  it(`gives a chart the values of random fleets as they are meant, by ${name}`, async (context) => {
    const helm = needsTool(context, name);
    const files = await writeValues((await randomBundles(20)).flat());
    await mapInParallel(files, async ({ release, file }) => {
      const seen = await render(helm, release, file);
      expect(seen.values).toMatchObject(release.values);
      expect(seen.deployment).toEqual(deploymentOf(release));
    });
  });

  it(`keeps texts that look like something else through ${name}`, async (context) => {
    const helm = needsTool(context, name);
    const { environments, diagnostics } = await compile({
      path: 'fleet.yaml',
      text: readFileSync(resolve(import.meta.dirname, 'tricky-values.yaml'), 'utf8'),
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [written] = await writeValues([environments[0]!.bundle!]);
    const { release, file } = written!;
    const { values, deployment } = await render(helm, release, file);
    expect(values).toMatchObject(release.values);
    expect(deployment).toEqual(deploymentOf(release));
  });
}

interface ValuesFile {
  readonly release: HelmRelease;
  readonly file: string;
}

/** The values of the controllers' releases as a plain build writes them. */
async function writeValues(bundles: readonly Bundle[]): Promise<ValuesFile[]> {
  const root = createScratchFolder();
  const found: ValuesFile[] = [];
  for (const [index, bundle] of bundles.entries()) {
    const tree = await plainTarget.layout([bundle], { hasEnvironments: false, output });
    writeTree(join(root, `${index}`), tree);
    const item = bundle.items.find(
      ({ stage, type }) => stage === 'controller' && type === 'release',
    );
    if (item?.type !== 'release') continue;
    found.push({ release: item.release, file: join(root, `${index}/30-controller/values.yaml`) });
  }
  return found;
}

async function render(helm: Program, { name, namespace }: HelmRelease, file: string) {
  const args = ['template', name, chart, '--namespace', namespace, '--values', file];
  const objects = loadAll(await run(helm, args)) as (KubernetesObject | null)[];
  const find = (kind: string) => objects.find((object) => object?.kind === kind);
  const { data } = find('ConfigMap') as unknown as { data: { values: string } };
  return { values: JSON.parse(data.values) as object, deployment: find('Deployment') };
}

/** What the template has to give, worked out without Helm. */
function deploymentOf({ name, namespace, values: given }: HelmRelease): object {
  const values = { ...defaults(), ...given } as Values;
  const image = { ...defaults().image, ...(given['image'] as Partial<ImageValues>) };
  const podMetadata = filled({
    annotations: values['podAnnotations'],
    labels: values['podLabels'],
  });
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace,
      labels: { 'app.kubernetes.io/instance': name, ...values.labels },
    },
    spec: {
      replicas: values['replicaCount'],
      template: {
        metadata: Object.keys(podMetadata).length > 0 ? podMetadata : null,
        spec: {
          ...filled({
            imagePullSecrets: values['imagePullSecrets'],
            priorityClassName: values['priorityClassName'],
            volumes: values['additionalVolumes'],
            nodeSelector: values['nodeSelector'],
            tolerations: values['tolerations'],
            affinity: values['affinity'],
          }),
          containers: [
            {
              name: 'manager',
              image: `${image.repository}:${image.tag}`,
              imagePullPolicy: image.pullPolicy,
              args: argumentsOf(values, image, namespace),
              env: environmentOf(values),
              resources: values['resources'],
            },
          ],
        },
      },
    },
  };
}

function argumentsOf({ scope, syncPeriod }: Values, image: ImageValues, namespace: string) {
  const { dindSidecarRepositoryAndTag: docker, actionsRunnerImagePullSecrets = [] } = image;
  const args = [
    ...(docker ? [`--docker-image=${docker}`] : []),
    ...actionsRunnerImagePullSecrets.map((secret) => `--runner-image-pull-secret=${secret}`),
    ...(scope.singleNamespace ? [`--watch-namespace=${scope.watchNamespace || namespace}`] : []),
    ...(syncPeriod ? [`--sync-period=${syncPeriod}`] : []),
  ];
  return args.length > 0 ? args : null;
}

function environmentOf({ authSecret, env }: Values): object[] {
  const token = { name: authSecret.name, key: 'github_token' };
  const further = Array.isArray(env)
    ? env
    : Object.entries(env)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => ({ name, value: String(value) }));
  return [{ name: 'GITHUB_TOKEN', valueFrom: { secretKeyRef: token } }, ...further];
}

function defaults(): Values {
  return load(readFileSync(join(chart, 'values.yaml'), 'utf8')) as Values;
}

/** As `with` sees it: without what is absent or empty. */
function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFilled(value)));
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : Boolean(value);
}
