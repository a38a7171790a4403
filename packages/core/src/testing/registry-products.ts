/** A way to write `registry.proxy`, and what has to stand before the path of each upstream host's images. */
export interface WrittenProxy {
  readonly proxy: string;
  /** Upstream hosts that stay where they are have no entry. */
  readonly places: Readonly<Record<string, string>>;
}

const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const gar = 'europe-west3-docker.pkg.dev/acme-ci';
const containers = 'gitlab.example.com/acme/ci/dependency_proxy/containers';
const hosts = ['docker.io', 'ghcr.io', 'quay.io', 'registry.k8s.io', 'gcr.io'];

/** The same address for every upstream host; `{host}` stands for the host. */
function everywhere(address: string): Record<string, string> {
  return Object.fromEntries(hosts.map((host) => [host, address.replace('{host}', host)]));
}

/** Every product, in every way in which it is addressed, as the vendors' documents have it. */
export const writtenProxies: Readonly<Record<string, WrittenProxy>> = {
  'Harbor, by its host': {
    proxy: 'harbor: harbor.example.com',
    places: everywhere('harbor.example.com/{host}'),
  },
  'Harbor, projects': {
    proxy:
      'harbor: { host: "harbor.example.com:8443", projects: { docker.io: dockerhub, ghcr.io: ghcr, quay.io: quay, registry.k8s.io: k8s, gcr.io: gcr } }',
    places: {
      'docker.io': 'harbor.example.com:8443/dockerhub',
      'ghcr.io': 'harbor.example.com:8443/ghcr',
      'quay.io': 'harbor.example.com:8443/quay',
      'registry.k8s.io': 'harbor.example.com:8443/k8s',
      'gcr.io': 'harbor.example.com:8443/gcr',
    },
  },
  'Nexus, by its host': {
    proxy: 'nexus: nexus.example.com',
    places: everywhere('nexus.example.com/{host}'),
  },
  'Nexus, paths': {
    proxy:
      'nexus: { host: nexus.example.com, repositories: { docker.io: docker-hub, ghcr.io: ghcr, quay.io: quay, registry.k8s.io: k8s } }',
    places: {
      'docker.io': 'nexus.example.com/docker-hub',
      'ghcr.io': 'nexus.example.com/ghcr',
      'quay.io': 'nexus.example.com/quay',
      'registry.k8s.io': 'nexus.example.com/k8s',
    },
  },
  'Nexus, a group by path': {
    proxy: 'nexus: { host: nexus.example.com, repositories: docker-all }',
    places: everywhere('nexus.example.com/docker-all'),
  },
  'Nexus, subdomains': {
    proxy:
      'nexus: { host: "nexus.example.com:8443", subdomains: { docker.io: docker-hub, ghcr.io: ghcr } }',
    places: {
      'docker.io': 'docker-hub.nexus.example.com:8443',
      'ghcr.io': 'ghcr.nexus.example.com:8443',
    },
  },
  'Nexus, a group by subdomain': {
    proxy: 'nexus: { host: nexus.example.com, subdomains: docker-all }',
    places: everywhere('docker-all.nexus.example.com'),
  },
  'Nexus, ports': {
    proxy:
      'nexus: { host: "nexus.example.com:8443", ports: { docker.io: 5001, ghcr.io: 5002, quay.io: 5003 } }',
    places: {
      'docker.io': 'nexus.example.com:5001',
      'ghcr.io': 'nexus.example.com:5002',
      'quay.io': 'nexus.example.com:5003',
    },
  },
  'Nexus, a group by port': {
    proxy: 'nexus: { host: nexus.example.com, ports: 5000 }',
    places: everywhere('nexus.example.com:5000'),
  },
  'Artifactory, paths': {
    proxy:
      'artifactory: { host: acme.jfrog.io, repositories: { docker.io: docker-remote, ghcr.io: ghcr-remote, quay.io: quay-remote, registry.k8s.io: k8s-remote } }',
    places: {
      'docker.io': 'acme.jfrog.io/docker-remote',
      'ghcr.io': 'acme.jfrog.io/ghcr-remote',
      'quay.io': 'acme.jfrog.io/quay-remote',
      'registry.k8s.io': 'acme.jfrog.io/k8s-remote',
    },
  },
  'Artifactory, one virtual repository': {
    proxy: 'artifactory: { host: acme.jfrog.io, repositories: docker-virtual }',
    places: everywhere('acme.jfrog.io/docker-virtual'),
  },
  'Artifactory, subdomains': {
    proxy:
      'artifactory: { host: artifactory.example.com, subdomains: { docker.io: docker-remote, ghcr.io: ghcr-remote } }',
    places: {
      'docker.io': 'docker-remote.artifactory.example.com',
      'ghcr.io': 'ghcr-remote.artifactory.example.com',
    },
  },
  'Artifactory in the cloud, subdomains': {
    proxy:
      'artifactory: { host: acme.jfrog.io, subdomains: { docker.io: docker-remote, ghcr.io: ghcr-remote } }',
    places: {
      'docker.io': 'acme-docker-remote.jfrog.io',
      'ghcr.io': 'acme-ghcr-remote.jfrog.io',
    },
  },
  'Artifactory in the cloud, one virtual repository as a subdomain': {
    proxy: 'artifactory: { host: acme.jfrog.io, subdomains: docker-virtual }',
    places: everywhere('acme-docker-virtual.jfrog.io'),
  },
  'Artifactory, ports': {
    proxy: 'artifactory: { host: artifactory.example.com, ports: { docker.io: 6555 } }',
    places: { 'docker.io': 'artifactory.example.com:6555' },
  },
  'ECR, by its host': {
    proxy: `ecr: ${ecr}`,
    places: {
      'docker.io': `${ecr}/docker-hub`,
      'ghcr.io': `${ecr}/github`,
      'quay.io': `${ecr}/quay`,
      'registry.k8s.io': `${ecr}/kubernetes`,
    },
  },
  'ECR in China, its own prefixes': {
    proxy:
      'ecr: { account: "012345678901", region: cn-north-1, prefixes: { docker.io: hub, quay.io: mirrors/quay } }',
    places: {
      'docker.io': '012345678901.dkr.ecr.cn-north-1.amazonaws.com.cn/hub',
      'quay.io': '012345678901.dkr.ecr.cn-north-1.amazonaws.com.cn/mirrors/quay',
    },
  },
  'ECR, no prefix': {
    proxy:
      'ecr: { account: "123456789012", region: eu-central-1, prefixes: { docker.io: ROOT, quay.io: quay } }',
    places: { 'docker.io': ecr, 'quay.io': `${ecr}/quay` },
  },
  'Artifact Registry': {
    proxy:
      'gar: { location: europe-west3, project: acme-ci, repositories: { docker.io: dockerhub, ghcr.io: ghcr, quay.io: quay, registry.k8s.io: k8s, gcr.io: gcr } }',
    places: {
      'docker.io': `${gar}/dockerhub`,
      'ghcr.io': `${gar}/ghcr`,
      'quay.io': `${gar}/quay`,
      'registry.k8s.io': `${gar}/k8s`,
      'gcr.io': `${gar}/gcr`,
    },
  },
  'Artifact Registry, one virtual repository of a project in a domain': {
    proxy: 'gar: { location: eu, project: "example.com:ci", repositories: docker }',
    places: everywhere('eu-docker.pkg.dev/example.com/ci/docker'),
  },
  'ACR, by its name': { proxy: 'acr: AcmeCI', places: everywhere('acmeci.azurecr.io/{host}') },
  'ACR, namespaces': {
    proxy:
      'acr: { registry: acmeci.azurecr.cn, namespaces: { docker.io: dockerhub, ghcr.io: ghcr } }',
    places: { 'docker.io': 'acmeci.azurecr.cn/dockerhub', 'ghcr.io': 'acmeci.azurecr.cn/ghcr' },
  },
  'GitLab': {
    proxy: 'gitlab: { host: gitlab.example.com, group: acme/ci }',
    places: { 'docker.io': containers },
  },
  'GitLab with others': {
    proxy:
      'gitlab: { group: acme }, others: { quay.io: mirror.example.com/quay, ghcr.io: "ghcr.example.com:5000" }',
    places: {
      'docker.io': 'gitlab.com/acme/dependency_proxy/containers',
      'quay.io': 'mirror.example.com/quay',
      'ghcr.io': 'ghcr.example.com:5000',
    },
  },
  'GHCR': {
    proxy: 'ghcr: acme/mirror',
    places: {
      'docker.io': 'ghcr.io/acme/mirror',
      'quay.io': 'ghcr.io/acme/mirror',
      'registry.k8s.io': 'ghcr.io/acme/mirror',
      'gcr.io': 'ghcr.io/acme/mirror',
    },
  },
  'zot': {
    proxy:
      'zot: { host: zot.example.com, destinations: { docker.io: /dockerhub, quay.io: quay, ghcr.io: / }, preserveDigest: true }',
    places: {
      'docker.io': 'zot.example.com/dockerhub',
      'quay.io': 'zot.example.com/quay',
      'ghcr.io': 'zot.example.com',
    },
  },
  'Quay, by its host': {
    proxy: 'quay: quay.example.com',
    places: everywhere('quay.example.com/{host}'),
  },
  'Quay, organizations': {
    proxy:
      'quay: { host: quay.example.com, organizations: { docker.io: dockerhub, ghcr.io: ghcr } }',
    places: { 'docker.io': 'quay.example.com/dockerhub', 'ghcr.io': 'quay.example.com/ghcr' },
  },
  'Cloudsmith': {
    proxy: 'cloudsmith: acme/ci',
    places: everywhere('docker.cloudsmith.io/acme/ci'),
  },
  'Cloudsmith, its own domain': {
    proxy: 'cloudsmith: docker.example.com',
    places: everywhere('docker.example.com'),
  },
  'distribution, by its host': {
    proxy: 'distribution: "hub.example.com:5000"',
    places: { 'docker.io': 'hub.example.com:5000' },
  },
  'distribution, instances': {
    proxy: 'distribution: { docker.io: hub.example.com, ghcr.io: "ghcr.example.com:5000" }',
    places: { 'docker.io': 'hub.example.com', 'ghcr.io': 'ghcr.example.com:5000' },
  },
  'prefixes': {
    proxy: 'prefixes: { index.docker.io: mirror.example.com/hub, quay.io: mirror.example.com }',
    places: { 'docker.io': 'mirror.example.com/hub', 'quay.io': 'mirror.example.com' },
  },
  'generic': {
    proxy:
      'generic: { host: mirror.example.com, template: "{{host}}/v2/{{project}}/{{path}}", projects: { docker.io: hub } }, others: { gcr.io: gcr.example.com }',
    places: {
      ...everywhere('mirror.example.com/v2/{host}'),
      'docker.io': 'mirror.example.com/v2/hub',
      'gcr.io': 'gcr.example.com',
    },
  },
};
