import type { z } from 'zod';
import type { fleetSchema, poolSchema } from './fleet.schema.ts';

/** What the user writes. */
export type FleetInput = z.input<typeof fleetSchema>;
/** A pool or a profile as the user writes it. */
export type PoolInput = z.input<typeof poolSchema>;

type Long<T> = Exclude<T, string | boolean | readonly unknown[] | undefined>;
type LongMap<T> = { [K in keyof T]: Long<T[K]> };

export type ControllerInput = NonNullable<FleetInput['controller']>;
export type CertManagerInput = Long<ControllerInput['certManager']>;
export type WebhookServerInput = NonNullable<ControllerInput['webhookServer']>;
export type MetricsInput = NonNullable<ControllerInput['metrics']>;
export type ChartInput = NonNullable<ControllerInput['chart']>;
export type IngressInput = NonNullable<WebhookServerInput['ingress']>;
export type NetworkInput = NonNullable<FleetInput['network']>;
export type ResourcesInput = NonNullable<PoolInput['resources']>;
export type RegistryInput = NonNullable<FleetInput['registry']>;
export type CredentialInput = FleetInput['credentials'][string];
export type SecretInput = NonNullable<NonNullable<CredentialInput['pat']>['secret']>;
export type SecretOriginInput = NonNullable<SecretInput['from']>;
export type SecretsInput = NonNullable<FleetInput['secrets']>;
export type ScopeInput = NonNullable<FleetInput['scopes']>[string];
export type EnvironmentInput = NonNullable<FleetInput['environments']>[string];
export type OutputInput = NonNullable<FleetInput['outputs']>[number];
export type VolumeInput = NonNullable<PoolInput['volumes']>[string];
export type WorkVolumeInput = NonNullable<PoolInput['workVolume']>;
export type NodeInput = NonNullable<PoolInput['node']>;
export type EnvFromInput = NonNullable<PoolInput['envFrom']>;
export type EnvInput = LongMap<NonNullable<PoolInput['env']>>;
export type DockerInput = Long<PoolInput['docker']>;
export type ImageInput = Long<PoolInput['image']>;
export type AutoscaleInput = Omit<NonNullable<PoolInput['autoscale']>, 'on'> & {
  on: Long<NonNullable<PoolInput['autoscale']>['on']>;
};

/** A pool after shorthands are expanded, layers merged and defaults filled. */
export type EffectivePool = Omit<PoolInput, 'docker' | 'image' | 'env' | 'autoscale'> & {
  docker: DockerInput;
  image: ImageInput;
  env?: EnvInput;
  autoscale?: AutoscaleInput;
};
