import { spawnSync } from 'node:child_process';
import { loadAll } from 'js-yaml';
import { syntheticFleet } from '../fleet/synthetic-fleet.ts';
import { fleetcCommand } from '../measure/fleetc.ts';
import { makeFolder } from '../measure/folders.ts';
import { measureInTurn } from '../measure/in-turn.ts';
import type { Command, Measurement } from '../measure/run-process.ts';
import { peers } from '../peers/peers.ts';

/** fleetc and its peers on the same objects. */
export interface PeerResult {
  readonly pools: number;
  readonly objects: number;
  /** The whole of it: reading, every check, every file written. */
  readonly fleetc: Measurement;
  /** By name; those are absent that are not installed, or would take hours. */
  readonly peers: Readonly<Record<string, Measurement>>;
}

/** Measures all of them in turn; `only` leaves some out. */
export function measurePeers(pools: number, runs: number, only?: readonly string[]): PeerResult {
  const folder = makeFolder(syntheticFleet(pools));
  const objects = listObjects(folder);
  const chosen = peers.filter(
    ({ name, most, version }) =>
      (!only || only.includes(name)) && objects.length <= most && version() !== undefined,
  );
  const commands = chosen.map(({ name, prepare }): [string, () => Command] => {
    const command = prepare(objects, makeFolder());
    return [name, () => command];
  });
  const { fleetc, ...others } = measureInTurn(runs, {
    fleetc: (run: number) =>
      fleetcCommand(folder, 'build', '--env', 'production', '--out', `build-${run}`),
    ...Object.fromEntries(commands),
  });
  return { pools, objects: objects.length, fleetc: fleetc!, peers: others };
}

/** The objects of one environment, as every peer gets them. */
function listObjects(folder: string): object[] {
  const { program, args } = fleetcCommand(folder, 'build', '--env', 'production', '--stdout');
  const { stdout } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return loadAll(stdout) as object[];
}
