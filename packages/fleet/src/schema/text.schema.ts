import { z } from 'zod';

/** A string with a pattern, and the words that a message uses for it; `most` is the length that the pattern allows. */
export function pattern(regex: RegExp, expected: string, most = Infinity) {
  const words = z.string().regex(regex, {
    error: ({ input }) => {
      const { length } = String(input);
      return length > most ? `at most ${most} characters long, not ${length}` : expected;
    },
  });
  // An editor would show the expression instead.
  return words.meta({ patternErrorMessage: `Expected ${expected}.` });
}

/** One of several words, each with what it means. */
export function choice<W extends string>(meanings: Readonly<Record<W, string>>) {
  const words = Object.keys(meanings) as W[];
  return z.enum(words).meta({ enumDescriptions: Object.values(meanings) });
}

const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const dnsSubdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Name of a fleet, a pool, a scope and everything else that becomes part of a Kubernetes name. */
export const name = () =>
  pattern(
    dnsLabel,
    'lower-case letters, digits and dashes, with a letter or digit at both ends',
    63,
  );

/** Name of a Kubernetes object that somebody else may have made. */
export const objectName = () => {
  const words = pattern(
    dnsSubdomain,
    'a Kubernetes name: lower-case letters, digits, dashes and dots, with a letter or digit at both ends',
  );
  return words
    .max(253, { error: () => 'a Kubernetes name of at most 253 characters' })
    .meta(words.meta()!);
};

export const goDuration = () =>
  pattern(/^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$/, 'a Go duration such as "10m" or "1h30m"');

/** A duration as Prometheus reads it: whole numbers, units from largest to smallest. */
export const prometheusDuration = () =>
  pattern(
    /^(0|(?=[0-9])([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?)$/,
    'a duration of Prometheus such as "30s" or "1m"',
  );

export const quantity = () =>
  z.union([
    pattern(
      /^[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+|[numkMGTPE]|[KMGTPE]i)?$/,
      'a Kubernetes quantity such as "500m", "4" or "8Gi"',
    ),
    z.number().nonnegative(),
  ]);

/** A whole number that Kubernetes keeps in 32 bits. */
export const count = (least: number) => z.int().min(least).max(2_147_483_647);

export const url = () =>
  pattern(/^https?:\/\/[^\s/?#@]+[^\s?#]*$/, 'a URL such as "https://github.example.com"');

/** A pull-through cache; dockerd does not start with a login, a query or a fragment in it. */
export const mirrorUrl = () =>
  pattern(
    /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/,
    'the URL of a mirror without a login, a query and a fragment, such as "https://mirror.example.com"',
  );

/** A login would be a secret; the literal-secret rule names that one better. */
export const proxyUrl = () =>
  pattern(
    /^https?:\/\/[^\s/?#@]+\/?$/,
    'the URL of a proxy without a login, such as "http://proxy.example.com:3128"',
  );

/** What `no_proxy` lists: a host, a domain with a dot before it, an address or a network. */
export const proxiedHost = () =>
  pattern(
    /^[^\s,/@]+(\/[0-9]{1,3})?$/,
    'a host, a domain such as ".example.com" or a network such as "10.0.0.0/8"',
  );

/** Name of a Helm release, to which the chart appends up to 23 characters in a label. */
export const releaseName = () =>
  pattern(
    /^[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?$/,
    'at most 40 lower-case letters, digits and dashes, because the chart makes a label of it that ends at 63',
  );

export const host = () =>
  pattern(
    /^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*(:[0-9]{1,5})?$/,
    'a host name, with a port where it has one, such as "harbor.example.com:8443"',
  );

/** What stands before a repository: a host, and the path of a proxy below it. */
export const registryPath = () =>
  pattern(
    /^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:[0-9]{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/,
    'a host with an optional path and no scheme, such as "mirror.example.com/hub"',
  );

export const imageReference = () =>
  pattern(/^[^\s]+$/, 'an image reference such as "ghcr.io/acme/runner:1.2"');

export const envName = () =>
  pattern(/^[A-Za-z_][A-Za-z0-9_]*$/, 'letters, digits and underscores, not starting with a digit');

export const labelKey = () =>
  pattern(
    /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
    'a label key such as "team" or "example.com/team"',
  );

export const labelValue = () =>
  pattern(
    /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/,
    'letters, digits, dashes, dots and underscores, with a letter or digit at both ends',
    63,
  );

export const labelMap = () => z.record(labelKey(), labelValue());
export const annotationMap = () => z.record(labelKey(), z.string());

/** A local date-time without an offset: what a clock on the wall shows. */
export const localDateTime = () =>
  pattern(
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$/,
    'a local date and time such as "2026-12-01T20:00"',
  );

export const absolutePath = () =>
  pattern(/^(?!.*\/\.\.(\/|$))\/[^:]*$/, 'an absolute path without ".." and without ":"');

export const relativePath = () =>
  pattern(/^(?!\/)(?!(.*\/)?\.\.(\/|$)).+$/, 'a relative path without ".."');

/** A key of a Secret or ConfigMap. */
export const dataKey = () =>
  pattern(/^[-._A-Za-z0-9]{1,253}$/, 'a key of letters, digits, dashes, dots and underscores');

/** What a sealed value is bound to: `namespace/name`, `namespace` or `*`. */
export const sealedFor = () =>
  pattern(
    /^(\*|[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\/[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?)?)$/,
    'what the values were sealed for: "namespace/name", "namespace" or "*"',
  );

/** Ciphertext of Sealed Secrets: base64, with an RSA part in front that no value is shorter than. */
export const sealedValue = () =>
  pattern(
    /^(?:[A-Za-z0-9+/]{4}){64,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
    'the ciphertext that "fleetc seal" or kubeseal gave, whole and in one line',
  );

/** A VaultAuth, with its namespace where it is in another one. */
export const vaultAuth = () =>
  pattern(
    /^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\/)?[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?$/,
    'a VaultAuth as "name" or "namespace/name"',
  );

/** A mount or a path of Vault. */
export const vaultPath = () =>
  pattern(
    /^[^\s/]+(\/[^\s/]+)*$/,
    'a path of Vault without a slash at its ends, such as "ci/github"',
  );

/** The one form of duration that Vault Secrets Operator takes. */
export const vaultDuration = () =>
  pattern(/^[0-9]+(\.[0-9]+)?[smh]$/, 'a number and "s", "m" or "h", such as "1h"');

/** What the downward API can read. */
export const podField = () =>
  pattern(
    /^(metadata\.(name|namespace|uid|(labels|annotations)\['[^']+'\])|spec\.(nodeName|serviceAccountName)|status\.(hostIP|podIP)s?)$/,
    'a field that a pod can read of itself, such as "metadata.name", "metadata.labels[\'team\']", "spec.nodeName" or "status.podIP"',
  );

/** Host of an Ingress. */
export const ingressHost = () =>
  pattern(
    /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    'a host name in small letters and without a port, such as "arc.example.com"',
  );

/** Kubernetes or chart values that the language does not look into. */
export const raw = () => z.record(z.string(), z.unknown());

export const logLevel = () =>
  choice({
    debug: 'Every step; for a search that lasts minutes.',
    info: 'What is done.',
    warn: 'What may become a failure.',
    error: 'Failures alone.',
  });
export const pullPolicy = () =>
  choice({
    Always: 'The registry is asked at every start of a pod.',
    IfNotPresent: 'The registry is asked where a node does not have the image.',
    Never: 'Nodes have the image already.',
  });
