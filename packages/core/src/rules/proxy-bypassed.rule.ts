import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';

/** Images that stay on one upstream host. */
export interface BypassedHost {
  readonly host: string;
  /** Upstream references, sorted. */
  readonly images: readonly string[];
}

const harbor = (rest: string) =>
  exampleFleet(
    `registry: { proxy: { harbor: { host: harbor.example.com, projects: { docker.io: hub } } }${rest} }`,
  );

export const proxyBypassed = defineRule<BypassedHost>({
  code: 'FLC4421',
  name: 'proxy-bypassed',
  severity: 'warning',
  title: 'Images go past the registry proxy',
  message: ({ host, images }) =>
    images.length === 1
      ? `the image "${images[0]}" is pulled from ${host}, past the proxy`
      : `${images.length} images are pulled from ${host}, past the proxy`,
  label: ({ host }) => `does not serve ${host}`,
  why: ({ host }) =>
    `a cluster that may reach only the proxy cannot start them, and one that may depends on ${host} again`,
  fix: ({ host }) =>
    `give "${host}" a place in the proxy, or name another registry for it under "registry.proxy.others", or list it under "registry.direct" if that is meant`,
  source: 'the fleet language',
  examples: { bad: harbor(''), good: harbor(', direct: [quay.io]') },
});
