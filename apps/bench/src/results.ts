import type { Machine } from './measure/machine.ts';
import type { PeerResult } from './suite/against-peers.ts';
import type { SizeResult } from './suite/sizes.ts';
import type { StartUp } from './suite/start-up.ts';

/** Everything that one run of the benchmark measured. */
export interface Results {
  readonly machine: Machine;
  /** How to get it again. */
  readonly command: string;
  readonly startUp: StartUp;
  readonly sizes: readonly SizeResult[];
  readonly peers: readonly PeerResult[];
  /** Seconds of kustomize over all overlays, by pools. */
  readonly overlays: Readonly<Record<number, number>>;
  readonly rebuild: { readonly touched: readonly string[]; readonly files: number };
  /** Milliseconds by pools. */
  readonly keystroke: Readonly<Record<number, number>>;
}
