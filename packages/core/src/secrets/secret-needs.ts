import type { Path } from '@fleetc/diagnostics';
import type {
  Fleet,
  GitHubCredential,
  Pool,
  RegistryCredential,
  SecretSource,
} from '@fleetc/fleet';
import { credentialSecret } from '../runner-deployments/runner-context.ts';
import { githubKeys, pullSecretKey, webhookKey } from './github-keys.ts';
import { credentialForm, githubAddresses, type SecretForm, webhookForm } from './secret-form.ts';

/** One reason why a Secret has to be in a namespace. */
export interface SecretNeed {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
  /** In words, such as `controller` or `pool "build"`. */
  readonly consumer: string;
  readonly path: Path;
  /** The block whose `namespace` it is. */
  readonly user: Path;
  /** Absent for a Secret of which the fleet knows nothing but the name. */
  readonly made?: MadeSecret;
}

/** A Secret that the fleet describes. */
export interface MadeSecret {
  readonly source: SecretSource;
  readonly form: SecretForm;
}

type Place = Pick<SecretNeed, 'namespace' | 'consumer' | 'user'>;

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
  const { webhookServer, metrics } = controller;
  const place = controllerPlace(fleet);
  const own = githubNeed(fleet, controller.credential, place);
  return [
    own,
    ...(webhookServer?.runnerGroupVisibility ? [{ ...own, consumer: 'webhook server' }] : []),
    ...(metrics.server ? [{ ...own, consumer: 'metrics server' }] : []),
    ...webhookNeeds({ ...place, consumer: 'webhook server' }, webhookServer?.secret),
    ...webhookNeeds({ ...place, consumer: 'metrics server' }, metrics.server?.secret),
  ];
}

function controllerPlace({ controller: { namespace, path } }: Fleet): Place {
  return { namespace, consumer: 'controller', user: path };
}

function poolPlace({ name, namespace, path }: Pool): Place {
  return { namespace, consumer: `pool "${name}"`, user: path };
}

function githubNeed({ github }: Fleet, credential: GitHubCredential, place: Place): SecretNeed {
  const { kind, secret, path } = credential;
  const made = { source: secret, form: credentialForm(credential, github) };
  return { ...place, name: secret.name, keys: githubKeys[kind], path, made };
}

/** A credential of scopes also says where GitHub is, unless the controller's address is taken over. */
function tenantNeed(fleet: Fleet, credential: GitHubCredential, place: Place): SecretNeed {
  const need = githubNeed(fleet, credential, place);
  return { ...need, keys: [...need.keys, ...Object.keys(githubAddresses(fleet.github))] };
}

function webhookNeeds(place: Place, source: SecretSource | undefined): SecretNeed[] {
  if (!source) return [];
  const { name, path } = source;
  return [{ ...place, name, keys: [webhookKey], path, made: { source, form: webhookForm } }];
}

/** Pull secrets are looked up in the namespace of the pod, and so are the logins that runners get for docker. */
function pullSecretNeeds(fleet: Fleet): SecretNeed[] {
  const { controller, registry, pools } = fleet;
  const { webhookServer, metrics, certManager } = controller;
  const { install, namespace, path: user } = certManager;
  const home = controllerPlace(fleet);
  const pods = [
    home,
    ...(webhookServer ? [{ ...home, consumer: 'webhook server' }] : []),
    ...(metrics.server ? [{ ...home, consumer: 'metrics server' }] : []),
    ...(install ? [{ namespace, consumer: 'cert-manager', user }] : []),
    ...pools.map(poolPlace),
  ];
  return [
    ...registry.pullSecrets.flatMap((login) => pods.map((pod) => loginNeed(fleet, login, pod))),
    ...pools.flatMap((pool) =>
      pool.docker.login ? [loginNeed(fleet, pool.docker.login, poolPlace(pool))] : [],
    ),
  ];
}

function loginNeed({ github }: Fleet, login: RegistryCredential, place: Place): SecretNeed {
  const { secret: source, path } = login;
  const made = { source, form: credentialForm(login, github) };
  return { ...place, name: source.name, keys: [pullSecretKey], path, made };
}

/** The certificates of a private CA, where a Secret holds them. */
function caNeeds(fleet: Fleet): SecretNeed[] {
  const { ca, path } = fleet.network;
  if (ca?.kind !== 'secret') return [];
  const need = { name: ca.name, keys: [ca.key], path: [...path, 'ca'] };
  return [controllerPlace(fleet), ...fleet.pools.map(poolPlace)].map((place) => ({
    ...place,
    ...need,
  }));
}

function poolNeeds(fleet: Fleet, pool: Pool): SecretNeed[] {
  const place = poolPlace(pool);
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
