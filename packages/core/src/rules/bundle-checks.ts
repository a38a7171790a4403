import type { AnyBundleCheck } from './bundle-check.ts';
import { cainjectorOff } from './cainjector-off.rule.ts';
import { containerWithoutImage } from './container-without-image.rule.ts';
import { dockerOnTcp } from './docker-on-tcp.rule.ts';
import { duplicateVariable } from './duplicate-variable.rule.ts';
import { entriesDropped } from './entries-dropped.rule.ts';
import { hostDockerSocket } from './host-docker-socket.rule.ts';
import { hostNetworkDns } from './host-network-dns.rule.ts';
import { imagesCollide } from './images-collide.rule.ts';
import { ingressWithoutPaths } from './ingress-without-paths.rule.ts';
import { mintedCertificate } from './minted-certificate.rule.ts';
import { noSudo } from './no-sudo.rule.ts';
import { ownHookTemplate } from './own-hook-template.rule.ts';
import { patchedWord } from './patched-word.rule.ts';
import { pullSecretsReplaced } from './pull-secrets-replaced.rule.ts';
import { renamedServiceAccount } from './renamed-service-account.rule.ts';
import { replicasWithoutLeader } from './replicas-without-leader.rule.ts';
import { runnerVolumeRemoved } from './runner-volume-removed.rule.ts';
import { secretInValues } from './secret-in-values.rule.ts';
import { selectorWithoutLabel } from './selector-without-label.rule.ts';
import { serverWithoutPods } from './server-without-pods.rule.ts';
import { severalWebhookServers } from './several-webhook-servers.rule.ts';
import { shadowedByContainer } from './shadowed-by-container.rule.ts';
import { statusHookAtScale } from './status-hook-at-scale.rule.ts';
import { stopTimeout } from './stop-timeout.rule.ts';
import { tokenNotMounted } from './token-not-mounted.rule.ts';
import { unprivilegedDocker } from './unprivileged-docker.rule.ts';
import { valueWithoutEffect } from './value-without-effect.rule.ts';

/** Rules about emitted objects and values that their schemas cannot tell. */
export const bundleChecks: readonly AnyBundleCheck[] = [
  stopTimeout,
  shadowedByContainer,
  tokenNotMounted,
  runnerVolumeRemoved,
  hostDockerSocket,
  dockerOnTcp,
  unprivilegedDocker,
  noSudo,
  pullSecretsReplaced,
  ownHookTemplate,
  duplicateVariable,
  containerWithoutImage,
  patchedWord,
  entriesDropped,
  selectorWithoutLabel,
  valueWithoutEffect,
  secretInValues,
  mintedCertificate,
  ingressWithoutPaths,
  severalWebhookServers,
  serverWithoutPods,
  statusHookAtScale,
  replicasWithoutLeader,
  hostNetworkDns,
  cainjectorOff,
  renamedServiceAccount,
  imagesCollide,
];
