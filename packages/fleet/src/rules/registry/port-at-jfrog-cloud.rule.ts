import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const proxy = (artifactory: string) =>
  exampleFleet(`registry: { direct: [quay.io], proxy: { artifactory: { ${artifactory} } } }`);

export const portAtJfrogCloud = defineCheck<{ host: string }>({
  code: 'FLC4462',
  name: 'port-at-jfrog-cloud',
  severity: 'error',
  title: "A repository in JFrog's cloud is addressed by a port",
  message: ({ host }) => `"${host}" is in JFrog's cloud, where no repository has a port of its own`,
  label: () => 'no such ports there',
  why: 'only an Artifactory of your own can give a port to each repository; every pull would fail',
  fix: 'use "repositories", or "subdomains" for names such as "acme-docker-virtual.jfrog.io"',
  source: 'https://jfrog.com/help/r/jfrog-artifactory-documentation/docker-repositories',
  examples: {
    bad: proxy('host: acme.jfrog.io, ports: { docker.io: 5001 }'),
    good: proxy('host: acme.jfrog.io, subdomains: { docker.io: docker-remote }'),
  },
  check({ registry: { proxy: found } }, report) {
    const product = found?.kind === 'prefixes' ? found.product : undefined;
    if (product?.key !== 'artifactory') return;
    // 443 is the port of the host itself, which may be written.
    const address = product.hosts.find((host) => /\.jfrog\.io:(?!443$)\d+$/i.test(host));
    if (address === undefined) return;
    const host = address.replace(/:\d+$/, '');
    report({ host }, [...found!.path, 'artifactory', 'ports'], { part: 'key' });
  },
});
