import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';

const registry = (template: string) =>
  exampleFleet(
    `registry: { proxy: { generic: { host: mirror.example.com, template: '${template}' } } }`,
  );

export const brokenPathTemplate = defineRule<{ readonly problem: string }>({
  code: 'FLC5004',
  name: 'broken-path-template',
  severity: 'error',
  title: 'The template of a registry proxy makes no image reference',
  message: ({ problem }) => `the template of the registry proxy does not work: ${problem}`,
  label: () => 'makes no image reference',
  why: 'no image of the fleet could be pulled',
  fix: 'use the names host, registry, project, path, tag and digest, as in "{{host}}/{{project}}/{{path}}"',
  source: 'https://github.com/distribution/reference/blob/main/reference.go',
  examples: {
    bad: registry('{{host}}/{{repository}}'),
    good: registry('{{host}}/{{project}}/{{path}}'),
  },
});
