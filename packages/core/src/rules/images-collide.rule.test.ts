import { exampleFleet } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { compile } from '../compile.ts';

async function collisions(template: string, more = ''): Promise<string[]> {
  const proxy = `proxy: { generic: { host: m.example.com, template: '${template}' } }`;
  const image = 'image: registry.k8s.io/summerwind/actions-runner:v2.335.1-ubuntu-22.04';
  const text = exampleFleet(
    `registry: { direct: [quay.io], ${proxy}${more} }\npools:\n  ci: { scope: web, resources: { requests: { cpu: 1 } } }\n  b: { scope: web, resources: { requests: { cpu: 1 } }, ${image} }`,
  );
  const { diagnostics } = await compile({ path: 'fleet.yaml', text });
  return diagnostics.flatMap(({ code, message, primary }) => {
    const { start, end } = primary!.span;
    return code === 'FLC4463' ? [`${text.slice(start, end)}: ${message}`] : [];
  });
}

it.each(['{{host}}/{{project}}', '{{host}}/{{project}}:{{tag}}'])(
  'refuses the template %s, which gives one name to all images of a registry',
  async (template) => {
    expect(await collisions(template)).toEqual([
      `'${template}': "docker.io/library/docker" and "docker.io/summerwind/actions-runner-controller" both become "m.example.com/docker.io"`,
    ]);
  },
);

it.each([
  ['names the whole path', '{{host}}/{{project}}/{{path}}', ''],
  ['looks up one path in several registries', '{{host}}/{{path}}', ''],
])('says nothing of a template that %s', async (_, template, more) => {
  expect(await collisions(template, more)).toEqual([]);
});

it('leaves images that the file replaces to the file', async () => {
  const images =
    ', images: { docker.io/library/docker: r.example.com/one, docker.io/summerwind/actions-runner: r.example.com/one }';
  expect(await collisions('{{host}}/{{project}}/{{path}}', images)).toEqual([]);
});
