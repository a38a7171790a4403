import type { Fleet, RegistryCredential } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { mirrorsOf } from '../images/mirrors.ts';

const mirror = (url: string) =>
  exampleFleet(`credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: hub.example.com, secret: { from: { existing: true } } } }
registry: { direct: [docker.io], pullSecrets: [hub], mirror: "${url}" }`);

export const mirrorBehindLogin = defineCheck<{ host: string; credential: string }>({
  code: 'FLC4482',
  name: 'mirror-behind-login',
  severity: 'warning',
  title: 'The mirror of Docker Hub is a registry with a login',
  message: ({ host, credential }) =>
    `the mirror ${host} is the registry that "${credential}" logs in to`,
  label: () => 'asked without that login',
  why: 'dockerd never sends a mirror its own login, but that of Docker Hub, so a mirror that asks for one is passed over in silence',
  fix: 'let the mirror serve everybody who reaches it, or rewrite images with "registry.proxy"; silence this if it does',
  source: 'https://github.com/moby/moby/issues/30880',
  examples: {
    bad: mirror('https://hub.example.com'),
    good: mirror('https://open-hub.example.com'),
  },
  check(fleet, report) {
    const logins = loginsOf(fleet);
    for (const { url, path } of mirrorsOf(fleet)) {
      const host = hostOf(url);
      const login = logins.get(host);
      if (!login) continue;
      const related = [{ path: login.path, text: 'the login' }];
      report({ host, credential: login.name }, path, { related });
    }
  },
});

function loginsOf({ credentials }: Fleet): Map<string, RegistryCredential> {
  const logins = [...credentials.values()].filter((each) => each.kind === 'registry');
  return new Map(logins.map((login) => [login.server.toLowerCase(), login]));
}

// What a scheme implies is left out on both sides of a match.
function hostOf(url: string): string {
  const [, scheme, host = ''] = /^(https?):\/\/([^/]+)/.exec(url) ?? [];
  return host.toLowerCase().replace(scheme === 'http' ? /:80$/ : /:443$/, '');
}
