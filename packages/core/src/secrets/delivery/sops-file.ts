import { hasErrors } from '@fleetc/diagnostics';
import { parseDocument } from '@fleetc/fleet';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { isMap } from '../../emission/merge-patch.ts';
import type { SopsProblem } from '../../rules/sops-secret-unusable.rule.ts';

/** A Secret that SOPS encrypted. */
export interface SopsFile {
  /** Relative to fleet.yaml. */
  readonly path: string;
  /** Byte for byte. */
  readonly text: string;
  readonly object: KubernetesObject;
  /** Whether the checksum covers encrypted values only, so that name, namespace and labels may change without the key. */
  readonly isMetadataFree: boolean;
}

/** Reads the text of a file as an encrypted Secret, as far as anybody can without its key. */
export async function parseSopsFile(path: string, text: string): Promise<SopsFile | SopsProblem> {
  const { value: document, diagnostics } = await parseDocument({ path, text });
  if (!document || hasErrors(diagnostics)) return broken('is not one YAML document');
  return asSecret(document.value, path, text);
}

function asSecret(value: unknown, path: string, text: string): SopsFile | SopsProblem {
  if (!isMap(value)) return broken('is not a map');
  const { apiVersion, kind, metadata, sops } = value;
  const encrypted = [apiVersion, kind, ...leavesOf(metadata)].some(isLikeCiphertext);
  if (encrypted) {
    return {
      problem: 'has its kind or metadata encrypted, too, so that no cluster could read it',
      fix: 'encrypt it again with "encrypted_regex: ^(data|stringData)$"',
    };
  }
  if (apiVersion !== 'v1' || kind !== 'Secret') return broken('is no Secret of "apiVersion: v1"');
  if (!isMap(metadata)) return broken('has no metadata');
  if (!isMap(sops) || typeof sops['mac'] !== 'string') {
    const isCut = [value['data'], value['stringData']].flatMap(leavesOf).some(isLikeCiphertext);
    return isCut ? damaged('is cut off: it has encrypted values and no checksum') : open(path);
  }
  if (!isCiphertext(sops['mac'])) return damaged('has a damaged checksum');
  const object = value as KubernetesObject;
  return { path, text, object, isMetadataFree: sops['mac_only_encrypted'] === true };
}

const base64 = '(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?';
// An iv has 32 bytes, a tag has 16.
const ciphertext = new RegExp(
  `^ENC\\[AES256_GCM,data:(?!,)${base64},iv:[A-Za-z0-9+/]{43}=,tag:[A-Za-z0-9+/]{22}==,type:\\w+\\]$`,
);

/** Whether a value is the ciphertext of SOPS. */
export function isCiphertext(value: unknown): boolean {
  return typeof value === 'string' && ciphertext.test(value);
}

/** Whether a value is, or was before it was damaged, the ciphertext of SOPS. */
export function isLikeCiphertext(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('ENC[AES256_GCM,data:');
}

function leavesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leavesOf);
}

/** The command that encrypts a file so that fleetc may set its name and namespace. */
export function encryptCommand(path: string): string {
  const file = /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
  return `sops encrypt --in-place --encrypted-regex '^(data|stringData)$' --mac-only-encrypted ${file}`;
}

/** A finding about ciphertext of which a part is lost. */
export function damaged(problem: string): SopsProblem {
  return { problem, fix: 'restore it from Git, or seal the value again' };
}

function open(path: string): SopsProblem {
  return {
    problem: 'is not encrypted: it has no block "sops" with a checksum',
    fix: `run "${encryptCommand(path)}", and revoke what stood there when others have seen it`,
  };
}

function broken(problem: string): SopsProblem {
  return {
    problem,
    fix: 'keep one Secret in it, as "fleetc seal --sops" and "sops encrypt" write it',
  };
}
