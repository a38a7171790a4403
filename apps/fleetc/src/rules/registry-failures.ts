import { type AnyRule, defineRule, type Rule } from '@fleetc/diagnostics';
import type { RegistryFailureKind } from '@fleetc/oci';

/** Images that could not be locked for one reason. */
export interface Unresolved {
  /** One in quotes, or their number with all of them. */
  readonly images: string;
  /** One clause that names the host. */
  readonly reason: string;
}

type Words = Pick<Rule<Unresolved>, 'code' | 'name' | 'title' | 'why' | 'fix'>;

const nothingIsWritten = 'a lock with holes would be taken for a whole one, so nothing was written';

/** FLC6931 to FLC6941: what keeps `fleetc lock` from learning a digest, by the kind of failure. */
export const registryFailures: Readonly<Record<RegistryFailureKind, Rule<Unresolved>>> = {
  'unreachable': defineFailure({
    code: 'FLC6931',
    name: 'registry-unreachable',
    title: 'A registry cannot be reached',
    why: nothingIsWritten,
    fix: 'check the address and the network; where a proxy is needed, set HTTPS_PROXY; in a closed network, use --through-proxy',
  }),
  'unknown-host': defineFailure({
    code: 'FLC6932',
    name: 'registry-host-unknown',
    title: 'The host name of a registry cannot be found',
    why: nothingIsWritten,
    fix: 'check the spelling of the host and the name servers of this machine',
  }),
  'untrusted': defineFailure({
    code: 'FLC6933',
    name: 'registry-not-trusted',
    title: 'The certificate of a registry is not trusted',
    why: 'whoever stands between could answer with images of his own',
    fix: 'for a private authority, name its certificates with --ca FILE or in NODE_EXTRA_CA_CERTS',
  }),
  'without-tls': defineFailure({
    code: 'FLC6934',
    name: 'registry-without-tls',
    title: 'A registry does not speak TLS',
    why: 'whoever stands between could answer with images of his own',
    fix: 'if the way there is safe all the same, allow it with --plain-http HOST',
  }),
  'denied': defineFailure({
    code: 'FLC6935',
    name: 'registry-login-refused',
    title: 'A registry wants a login that it does not get',
    why: 'registries answer alike for what is private and for what does not exist',
    fix: 'check the name of the image, and log in with "docker login"; credential helpers are not run',
  }),
  'missing': defineFailure({
    code: 'FLC6936',
    name: 'image-not-found',
    title: 'An image or its tag does not exist',
    why: 'no pod could pull it',
    fix: 'check the name and the tag',
  }),
  'busy': defineFailure({
    code: 'FLC6937',
    name: 'registry-busy',
    title: 'A registry allows no more requests for now',
    why: nothingIsWritten,
    fix: 'wait as long as it asks, or log in: registries allow more to those they know',
  }),
  'timeout': defineFailure({
    code: 'FLC6938',
    name: 'registry-timeout',
    title: 'A registry does not answer in time',
    why: nothingIsWritten,
    fix: 'try again, or wait longer with --timeout SECONDS; a firewall may be dropping what is sent',
  }),
  'proxy': defineFailure({
    code: 'FLC6939',
    name: 'proxy-refused',
    title: 'The proxy to the outside refuses',
    why: nothingIsWritten,
    fix: 'check HTTPS_PROXY, HTTP_PROXY and NO_PROXY; a login stands in the address: http://USER:PASSWORD@HOST:PORT',
  }),
  'not-a-registry': defineFailure({
    code: 'FLC6940',
    name: 'not-a-registry',
    title: 'What answers is no registry',
    why: 'a digest out of a strange answer would pin the fleet to nothing',
    fix: 'check the host; a login page or a proxy may answer in its place',
  }),
  'broken': defineFailure({
    code: 'FLC6941',
    name: 'registry-fails',
    title: 'A registry fails',
    why: nothingIsWritten,
    fix: 'try again later; the status page of the registry may know more',
  }),
};

/** The same as a list. */
export const registryFailureRules: readonly AnyRule[] = Object.values(registryFailures);

function defineFailure(words: Words): Rule<Unresolved> {
  return defineRule<Unresolved>({
    ...words,
    severity: 'error',
    message: ({ images, reason }) => `cannot lock ${images}: ${reason}`,
    label: () => 'pulled for this',
    source: 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md',
  });
}
