import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';

const login = (server: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  pull: { registry: { server: ${server}, secret: { from: { existing: true } } } }\nregistry: { pullSecrets: [pull], proxy: { harbor: harbor.example.com } }`,
  );

export const idlePullSecret = defineRule<{
  readonly credential: string;
  readonly server: string;
}>({
  code: 'FLC4458',
  name: 'idle-pull-secret',
  severity: 'warning',
  title: 'A registry login is for a registry that nothing is pulled from',
  message: ({ credential, server }) =>
    `"${credential}" is a login at "${server}", and no image is pulled from there`,
  label: () => 'no image is there',
  why: 'every pod gets the Secret and none has a use for it, while images of another registry may be pulled without the login that they need',
  fix: 'name the registry that images are pulled from, which is the proxy where there is one, or take it out of "registry.pullSecrets"; for what jobs pull there is "docker.login" of a pool',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
  examples: { bad: login('docker.io'), good: login('harbor.example.com') },
});
