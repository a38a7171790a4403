import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { mirrorsOf } from '../images/mirrors.ts';

const mirror = (url: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  nexus: { registry: { server: "nexus.example.com:5001", secret: { from: { existing: true } } } }\nregistry: { mirror: "${url}", pullSecrets: [nexus], proxy: { nexus: { host: nexus.example.com, ports: 5001 } } }`,
  );

export const mirrorWithLogin = defineCheck<{ host: string }>({
  code: 'FLC4455',
  name: 'mirror-with-login',
  severity: 'warning',
  title: 'The mirror of Docker Hub is a registry that has a login',
  message: ({ host }) => `the mirror is "${host}", for which there is a login`,
  label: () => 'gets no login',
  why: 'dockerd sends a mirror the login of Docker Hub and never one of its own, so a mirror that asks for one is passed by in silence, and jobs pull from Docker Hub',
  fix: 'name a mirror that may be read without a login, and silence this where that is so already',
  source: 'https://github.com/moby/moby/issues/30880',
  examples: {
    bad: mirror('https://nexus.example.com:5001'),
    good: mirror('https://nexus.example.com:5002'),
  },
  check(fleet, report) {
    for (const { url, path } of mirrorsOf(fleet)) {
      const host = /^https?:\/\/([^/]+)/.exec(url)?.[1];
      const login = fleet.registry.pullSecrets.find(({ server }) => server === host);
      if (!login) continue;
      const related = [{ path: [...login.path, 'registry', 'server'], text: 'the login' }];
      report({ host: login.server }, path, { related });
    }
  },
});
