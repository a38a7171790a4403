import { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import tls from 'node:tls';
import { exitCodes } from '../exit-code.ts';
import { createFailure, type Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { readText } from './read-text.ts';

const certificate = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The certificates in a file beside those that are trusted anyway: Node replaces its own list by one that it is given. */
export function readAuthorities(file: string, { directory, environment }: Shell): string[] {
  const reading = readText(resolve(directory, file));
  if (!('text' in reading)) {
    throw refuse(file, 'failure' in reading ? reading.failure : 'no such file or folder');
  }
  const own = reading.text.match(certificate) ?? [];
  if (own.length === 0) throw refuse(file, 'it holds no certificate in the form PEM');
  if (!own.every(isCertificate)) throw refuse(file, 'a certificate in it is damaged');
  return [...knownAuthorities(environment), ...own];
}

function refuse(file: string, problem: string): Failure {
  return createFailure(exitCodes.world, `cannot use the certificates of "${file}": ${problem}`);
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).raw.length > 0;
  } catch {
    return false;
  }
}

/** Node 22.15 and later say what they trust; before, that is the list of Mozilla and what the variable names. */
function knownAuthorities(environment: Shell['environment']): readonly string[] {
  const current = tls.getCACertificates as typeof tls.getCACertificates | undefined;
  if (current) return current('default');
  const extra = environment['NODE_EXTRA_CA_CERTS'];
  const reading = extra ? readText(extra) : { text: '' };
  return [
    ...tls.rootCertificates,
    ...(('text' in reading && reading.text.match(certificate)) || []),
  ];
}
