import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';

const nexus = (server: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  nexus: { registry: { server: "${server}", secret: { from: { existing: true } } } }\nregistry: { pullSecrets: [nexus], proxy: { nexus: { host: nexus.example.com, ports: 5001 } } }`,
  );

export const loginAtOtherPort = defineRule<{ readonly server: string; readonly host: string }>({
  code: 'FLC4457',
  name: 'login-at-other-port',
  severity: 'warning',
  title: 'A registry login and the images are at one host and not at one port',
  message: ({ server, host }) =>
    `the login is for "${server}", and images are pulled from "${host}"`,
  label: ({ host }) => `not "${host}"`,
  why: 'the kubelet compares the two as text, a default port included, and pulls without a login when they differ',
  fix: ({ host }) => `write "${host}" here, or the same host in the images and the proxy`,
  source: 'https://kubernetes.io/docs/concepts/containers/images/#config-json',
  examples: { bad: nexus('nexus.example.com'), good: nexus('nexus.example.com:5001') },
});
