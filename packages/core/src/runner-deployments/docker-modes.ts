import type { Docker } from '@fleetc/fleet';

/** What one docker mode means for a runner object. */
export interface DockerMode {
  /** Fields of the runner object, always written out so that no default of the controller decides. */
  readonly fields: {
    readonly dockerEnabled?: boolean;
    readonly dockerdWithinRunnerContainer?: boolean;
    readonly containerMode?: 'kubernetes';
  };
  /** Whether ARC adds the `docker` container. */
  readonly hasSidecar: boolean;
  /** Whether ARC mounts a volume named `work` by itself. */
  readonly mountsWork: boolean;
  /** Whether the runner talks to the API server and needs a service account with rights. */
  readonly needsAccess: boolean;
  /** Upstream image of the init container of job pods. */
  readonly helperImage?: string;
}

/** The one table of docker modes. */
export const dockerModes: Readonly<Record<Docker['mode'], DockerMode>> = {
  sidecar: {
    fields: { dockerEnabled: true, dockerdWithinRunnerContainer: false },
    hasSidecar: true,
    mountsWork: true,
    needsAccess: false,
  },
  inRunner: {
    fields: { dockerdWithinRunnerContainer: true },
    hasSidecar: false,
    mountsWork: false,
    needsAccess: false,
  },
  // To ARC this is the same as `inRunner`; only the image differs.
  rootless: {
    fields: { dockerdWithinRunnerContainer: true },
    hasSidecar: false,
    mountsWork: false,
    needsAccess: false,
  },
  none: {
    fields: { dockerEnabled: false },
    hasSidecar: false,
    mountsWork: false,
    needsAccess: false,
  },
  kubernetes: {
    fields: { containerMode: 'kubernetes' },
    hasSidecar: false,
    mountsWork: true,
    needsAccess: true,
    // Container hooks from 0.8 copy `/home/runner/externals` out of this image; `latest` would float under the hooks.
    helperImage: 'ghcr.io/actions/actions-runner:2.335.1',
  },
};

/**
 * Group id of the docker socket in the official runner images. ARC 0.27.6 looks for `20.04` and `22.04` in the image
 * reference only, so that 24.04, digests and private tags would get 1001 (#2490, #2499).
 */
export const dockerGroupIds = { '20.04': '1001', '22.04': '121', '24.04': '121' } as const;
