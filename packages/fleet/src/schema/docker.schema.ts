import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { environmentSchema } from './environment.schema.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { choice, imageReference, mirrorUrl, name, quantity } from './text.schema.ts';

const mtu = () => describe(z.int().min(576).max(65535), 'MTU of docker networks.', 1400).optional();
const mirror = () =>
  describe(
    z.union([mirrorUrl(), z.literal('')]),
    'Docker Hub mirror of this pool; empty text means none.',
    'https://mirror.example.com',
  ).optional();

const login = () =>
  describe(
    name(),
    "A registry credential that jobs pull and push with: `docker` in the runner is logged in. The workflow's own `docker login` still works.",
    'harbor-robot',
  ).optional();

/** A login where it has no effect: a rule says what to use instead. */
const refused = (description: string) => describe(name(), description, 'harbor-robot').optional();

/** How jobs of a pool run containers. */
export const dockerSchema = () =>
  z.union([
    choice({
      sidecar: 'A privileged docker container beside the runner.',
      inRunner: 'dockerd inside the (privileged) runner container.',
      rootless: 'Rootless dockerd inside the runner container.',
      none: 'No docker and no privileged container.',
      kubernetes: 'Job containers run as pods; every job must name a container.',
    }),
    exclusiveMap(
      'Docker mode',
      {
        sidecar: describe(
          strictMap('Docker sidecar', {
            image: describe(
              imageReference(),
              "Image of the sidecar; the controller's when absent.",
              'docker:28.0.4-dind',
            ).optional(),
            env: describe(environmentSchema(), 'Environment of the sidecar.', {
              DOCKER_TLS_CERTDIR: '',
            }).optional(),
            mtu: mtu(),
            registryMirror: mirror(),
            login: login(),
            socketVolumeSize: describe(
              quantity(),
              'Size of the memory volume that holds the docker socket.',
              '1M',
            ).optional(),
          }),
          'A privileged docker container beside the runner.',
          { mtu: 1400 },
        ).optional(),
        inRunner: describe(
          strictMap('Docker in the runner', {
            mtu: mtu(),
            registryMirror: mirror(),
            login: login(),
          }),
          'dockerd inside the (privileged) runner container.',
          { mtu: 1400 },
        ).optional(),
        rootless: describe(
          strictMap('Rootless docker', {
            mtu: mtu(),
            registryMirror: mirror(),
            login: login(),
          }),
          'Rootless dockerd inside the runner container.',
          { mtu: 1400 },
        ).optional(),
        none: describe(
          strictMap('No docker', {
            login: refused('Refused: without docker nothing reads a login.'),
          }),
          'No docker and no privileged container.',
          {},
        ).optional(),
        kubernetes: describe(
          strictMap('Kubernetes mode', {
            login: refused('Refused: job pods pull with `registry.pullSecrets`.'),
          }),
          'Job containers run as pods; every job must name a container.',
          {},
        ).optional(),
      },
      exclusive.dockerMode,
    ),
  ]);
