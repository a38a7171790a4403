import type { AnyFleetCheck } from '../fleet-check.ts';
import { clusterCredentialsInJobs } from './cluster-credentials-in-jobs.rule.ts';
import { dockerConfigElsewhere } from './docker-config-elsewhere.rule.ts';
import { dockerConfigReadOnly } from './docker-config-read-only.rule.ts';
import { evictedJobs } from './evicted-jobs.rule.ts';
import { jobCredentialsReplaced } from './job-credentials-replaced.rule.ts';
import { kubernetesWithoutVolume } from './kubernetes-without-volume.rule.ts';
import { loginWithoutDocker } from './login-without-docker.rule.ts';
import { mirrorBehindLogin } from './mirror-behind-login.rule.ts';
import { mountTaken } from './mount-taken.rule.ts';
import { noResources } from './no-resources.rule.ts';
import { outdatedRunner } from './outdated-runner.rule.ts';
import { reservedVariable } from './reserved-variable.rule.ts';
import { reservedVolume } from './reserved-volume.rule.ts';
import { unknownUbuntu } from './unknown-ubuntu.rule.ts';
import { volumeNotKept } from './volume-not-kept.rule.ts';
import { volumeWithoutMount } from './volume-without-mount.rule.ts';
import { withoutSidecar } from './without-sidecar.rule.ts';
import { workVolumeIncomplete } from './work-volume-incomplete.rule.ts';

/** Checks about docker. */
export const dockerChecks: readonly AnyFleetCheck[] = [
  noResources,
  kubernetesWithoutVolume,
  workVolumeIncomplete,
  withoutSidecar,
  unknownUbuntu,
  reservedVariable,
  reservedVolume,
  mountTaken,
  outdatedRunner,
  evictedJobs,
  volumeNotKept,
  clusterCredentialsInJobs,
  loginWithoutDocker,
  mirrorBehindLogin,
  dockerConfigReadOnly,
  dockerConfigElsewhere,
  jobCredentialsReplaced,
  volumeWithoutMount,
];
