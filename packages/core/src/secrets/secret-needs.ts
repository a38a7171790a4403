import type { Path } from '@fleetc/diagnostics';
import type { Fleet, GitHubCredential, Pool, SecretSource } from '@fleetc/fleet';
import { credentialSecret } from '../runner-deployments/runner-context.ts';
import { githubKeys, pullSecretKey, webhookKey } from './github-keys.ts';
import {
  type ContentOf,
  credentialContent,
  githubAddresses,
  webhookContent,
} from './secret-content.ts';

/** One reason why a Secret has to be in a namespace. */
export interface SecretNeed {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
  /** In words, such as `controller` or `pool "build"`. */
  readonly consumer: string;
  readonly path: Path;
  /** Absent for a Secret of which the fleet knows nothing but the name. */
  readonly made?: {
    readonly source: SecretSource;
    readonly content: ContentOf;
    readonly type: SecretType;
  };
}

type Place = Pick<SecretNeed, 'namespace' | 'consumer'>;

export type SecretType = 'Opaque' | 'kubernetes.io/dockerconfigjson';

/** Every Secret that something in the fleet refers to, in the namespace where the reference is looked up. */
export function secretNeeds(fleet: Fleet): SecretNeed[] {
  return [
    ...controllerNeeds(fleet),
    ...pullSecretNeeds(fleet),
    ...caNeeds(fleet),
    ...fleet.pools.flatMap((pool) => poolNeeds(fleet, pool)),
  ];
}

function controllerNeeds(fleet: Fleet): SecretNeed[] {
  const { controller } = fleet;
  const { namespace, webhookServer, metrics } = controller;
  const own = githubNeed(fleet, controller.credential, { namespace, consumer: 'controller' });
  return [
    own,
    ...(webhookServer?.runnerGroupVisibility ? [{ ...own, consumer: 'webhook server' }] : []),
    ...(metrics.server ? [{ ...own, consumer: 'metrics server' }] : []),
    ...webhookNeeds(namespace, 'webhook server', webhookServer?.secret),
    ...webhookNeeds(namespace, 'metrics server', metrics.server?.secret),
  ];
}

function githubNeed({ github }: Fleet, credential: GitHubCredential, place: Place): SecretNeed {
  const { kind, secret, path } = credential;
  const content = credentialContent(credential, github);
  const made = { source: secret, content, type: 'Opaque' } as const;
  return { ...place, name: secret.name, keys: githubKeys[kind], path, made };
}

/** A credential of scopes also says where GitHub is, unless the controller's address is taken over. */
function tenantNeed(fleet: Fleet, credential: GitHubCredential, place: Place): SecretNeed {
  const need = githubNeed(fleet, credential, place);
  return { ...need, keys: [...need.keys, ...Object.keys(githubAddresses(fleet.github))] };
}

function webhookNeeds(
  namespace: string,
  consumer: string,
  source: SecretSource | undefined,
): SecretNeed[] {
  if (!source) return [];
  const { name, path } = source;
  const made = { source, content: webhookContent, type: 'Opaque' } as const;
  return [{ namespace, name, keys: [webhookKey], consumer, path, made }];
}

/** Pull secrets are looked up in the namespace of the pod. */
function pullSecretNeeds({ controller, registry, github, pools }: Fleet): SecretNeed[] {
  const { namespace, certManager } = controller;
  const pods = [
    { namespace, consumer: 'controller' },
    ...(certManager.install
      ? [{ namespace: certManager.namespace, consumer: 'cert-manager' }]
      : []),
    ...pools.map((pool) => ({ namespace: pool.namespace, consumer: words(pool) })),
  ];
  return registry.pullSecrets.flatMap((credential) => {
    const { secret: source, path } = credential;
    const content = credentialContent(credential, github);
    const made = { source, content, type: 'kubernetes.io/dockerconfigjson' } as const;
    return pods.map((pod) => ({ ...pod, name: source.name, keys: [pullSecretKey], path, made }));
  });
}

/** The certificates of a private CA, where a Secret holds them. */
function caNeeds({ controller, network, pools }: Fleet): SecretNeed[] {
  const { ca, path } = network;
  if (ca?.kind !== 'secret') return [];
  const need = { name: ca.name, keys: [ca.key], path: [...path, 'ca'] };
  return [
    { ...need, namespace: controller.namespace, consumer: 'controller' },
    ...pools.map((pool) => ({ ...need, namespace: pool.namespace, consumer: words(pool) })),
  ];
}

function poolNeeds(fleet: Fleet, pool: Pool): SecretNeed[] {
  const place = { namespace: pool.namespace, consumer: words(pool) };
  const credentials = pool.scopes
    .filter((scope) => credentialSecret({ fleet, scope }) !== undefined)
    .map(({ credential }) => tenantNeed(fleet, credential, place));
  return [...credentials, ...foreignNeeds(pool).map((need) => ({ ...place, ...need }))];
}

/** Secrets that a pool's pods read and that pods do not start without. */
function foreignNeeds({
  env,
  envFrom,
  docker,
  volumes,
  path,
}: Pool): Pick<SecretNeed, 'name' | 'keys' | 'path'>[] {
  const variables = [
    ...env.map((variable) => ({ variable, at: [...path, 'env'] })),
    ...docker.env.map((variable) => ({ variable, at: [...path, 'docker', docker.mode, 'env'] })),
  ];
  return [
    ...variables.flatMap(({ variable, at }) => {
      if (!('secret' in variable) || variable.secret.optional) return [];
      const { name, key } = variable.secret;
      return [{ name, keys: [key], path: [...at, variable.name] }];
    }),
    ...envFrom.flatMap(({ name, kind, object, optional }) =>
      kind === 'secret' && !optional
        ? [{ name: object, keys: [], path: [...path, 'envFrom', name] }]
        : [],
    ),
    ...volumes.flatMap(({ name, source }) =>
      source.type === 'secret' && !source.optional
        ? [{ name: source.secret, keys: [], path: [...path, 'volumes', name] }]
        : [],
    ),
  ];
}

function words(pool: Pool): string {
  return `pool "${pool.name}"`;
}
