import { productLongForms } from '../registry-products/registry-products.ts';
import { isPlain, type Plain } from './plain.ts';

/** Reservation lifetime that `on: webhook` stands for; upstream's samples use it. */
export const defaultWebhookDuration = '30m';

type Expand = (value: unknown) => unknown;

/**
 * Replaces every shorthand of a file, or of a patch on it, by its long form. Layers are merged in long form, so that
 * `docker: sidecar` and `docker: { sidecar: { mtu: 1400 } }` meet as maps.
 */
export function expandFleet(value: unknown): unknown {
  return within(value, {
    controller: (controller) =>
      within(controller, {
        certManager: expandCertManager,
        webhookServer: expandSecretOf,
        metrics: (metrics) => within(metrics, { server: expandSecretOf }),
      }),
    credentials: (credentials) =>
      each(credentials, (credential) =>
        within(credential, {
          pat: expandSecretOf,
          app: expandSecretOf,
          registry: expandSecretOf,
        }),
      ),
    registry: (registry) =>
      within(registry, {
        pullSecrets: expandNames,
        mirror: textAs('url'),
        proxy: (proxy) => within(proxy, productLongForms),
      }),
    secrets: (secrets) => within(secrets, { store: textAs('name') }),
    profiles: (profiles) => each(profiles, expandPool),
    pools: (pools) => each(pools, expandPool),
    environments: (environments) =>
      each(environments, (environment) => within(environment, { override: expandFleet })),
  });
}

/** The same for one pool or profile. */
export function expandPool(pool: unknown): unknown {
  return within(pool, {
    docker: (docker) =>
      within(typeof docker === 'string' ? { [docker]: {} } : docker, {
        sidecar: (sidecar) => within(sidecar, { env: expandEnv }),
      }),
    image: textAs('reference'),
    env: expandEnv,
    autoscale: (autoscale) =>
      within(autoscale, {
        on: (on) => (on === 'webhook' ? { webhook: { duration: defaultWebhookDuration } } : on),
      }),
  });
}

function expandSecretOf(holder: unknown): unknown {
  return within(holder, {
    secret: (secret) =>
      within(secret, {
        from: (from) =>
          within(from, {
            externalSecret: (external) => within(external, { store: textAs('name') }),
          }),
      }),
  });
}

function expandCertManager(value: unknown): unknown {
  return typeof value === 'boolean' ? { install: value } : value;
}

function expandNames(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return Object.fromEntries(value.map((name) => [String(name), {}]));
}

function expandEnv(value: unknown): unknown {
  return each(value, textAs('value'));
}

function textAs(key: string): Expand {
  return (value) => (typeof value === 'string' ? { [key]: value } : value);
}

function within(value: unknown, changes: Readonly<Record<string, Expand>>): unknown {
  if (!isPlain(value)) return value;
  const keys = Object.keys(changes).filter((key) => isPlain(value) && Object.hasOwn(value, key));
  if (keys.length === 0) return value;
  const changed: Plain = { ...value };
  for (const key of keys) changed[key] = changes[key]!(value[key]);
  return changed;
}

function each(value: unknown, change: Expand): unknown {
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, change(child)]));
}
