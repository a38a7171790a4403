import type { Path } from '@fleetc/diagnostics';
import type { SecretOrigin, SecretSource } from '@fleetc/fleet';
import type { SecretUse } from '../../bundle.ts';
import type { SecretForm } from '../secret-form.ts';
import { ownerWords, sealName } from '../secret-owner.ts';

/** A source whose Secret an object of the bundle brings into the cluster. */
export type DeliveringOrigin = Exclude<SecretOrigin, { source: 'existing' | 'env' | 'file' }>;

/** A Secret that an object of the bundle has to bring into one namespace. */
export interface WantedSecret<O extends DeliveringOrigin = DeliveringOrigin> extends SecretUse {
  /** The block whose `namespace` it is. */
  readonly user: Path;
  readonly source: SecretSource;
  readonly form: SecretForm;
  readonly from: O;
}

/** Whose Secret it is, in words such as `credential "github"`. */
export function ownerOf({ source: { path } }: WantedSecret): string {
  return ownerWords(path);
}

/** What `fleetc seal` calls it. */
export function sealedName({ source: { path } }: WantedSecret): string {
  return sealName(path);
}
