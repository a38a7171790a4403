import fc from 'fast-check';
import { environment } from './environment.ts';
import { both, type Plain, some } from './plain.ts';
import { resources } from './placement.ts';
import { fullClaim, workVolume } from './volumes.ts';
import { pullPolicy, url } from './words.ts';

const mtu = fc.integer({ min: 576, max: 9000 });
const registryMirror = fc.oneof(fc.constant(''), url);
/** Which of the fleet's logins, whose names only the fleet around the pool knows. */
const login = fc.nat(9);
const within = some({ mtu, registryMirror, login });

const sidecar = some({
  image: fc.constantFrom('docker:28-dind', 'docker:28.0.4-dind-rootless'),
  env: environment,
  mtu,
  registryMirror,
  login,
  socketVolumeSize: fc.constantFrom<string | number>('1M', '2Mi', 1048576),
});

/** Images that fit a mode: the official ones, and one's own that says what it is. */
function imageFor(suffix: string): fc.Arbitrary<unknown> {
  const own = `registry.example.com/runner${suffix}:1.2`;
  const official = `summerwind/actions-runner${suffix}:v2.335.1-ubuntu-22.04`;
  return fc.oneof(
    fc.constant(official),
    some({ reference: fc.constant(official), pullPolicy }),
    both(
      fc.constant({ reference: own }),
      some({ ubuntu: fc.constantFrom('20.04', '22.04', '24.04'), pullPolicy }, 'ubuntu'),
    ),
  );
}

/** One docker mode with everything that goes with it. */
function mode(
  name: string,
  value: fc.Arbitrary<unknown>,
  others: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  ...required: readonly string[]
): fc.Arbitrary<Plain> {
  const docker = fc.oneof(
    fc.constant<unknown>(name),
    value.map((inner) => ({ [name]: inner })),
  );
  return some({ docker, ...others }, 'docker', ...required);
}

// A login without a docker is refused, so it is rare.
const none = fc.oneof(
  { arbitrary: fc.constant({}), weight: 15 },
  { arbitrary: some({ login }, 'login'), weight: 1 },
);

/** How a pool runs containers, and what only that way of it can have. */
export const dockerFields = fc.oneof(
  { arbitrary: some({ image: imageFor(''), dockerResources: resources, workVolume }), weight: 2 },
  {
    arbitrary: mode('sidecar', sidecar, {
      image: imageFor(''),
      dockerResources: resources,
      workVolume,
    }),
    weight: 3,
  },
  { arbitrary: mode('inRunner', within, { image: imageFor('-dind'), workVolume }), weight: 1 },
  {
    arbitrary: mode('rootless', within, { image: imageFor('-dind-rootless'), workVolume }),
    weight: 1,
  },
  { arbitrary: mode('none', none, { image: imageFor(''), workVolume }), weight: 1 },
  {
    arbitrary: mode(
      'kubernetes',
      none,
      { image: imageFor(''), workVolume: fullClaim },
      'workVolume',
    ),
    weight: 1,
  },
);
