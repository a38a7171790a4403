import { hasErrors } from '@fleetc/diagnostics';
import { parseDocument } from '@fleetc/fleet';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { isMap } from '../../emission/merge-patch.ts';
import type { SopsProblem } from '../../rules/sops-secret-unusable.rule.ts';

/** A Secret that SOPS encrypted. */
export interface SopsFile {
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
  return asSecret(document.value, text);
}

function asSecret(value: unknown, text: string): SopsFile | SopsProblem {
  if (!isMap(value)) return broken('is not a map');
  const { apiVersion, kind, metadata, sops } = value;
  const encrypted = [apiVersion, kind, ...leavesOf(metadata)].some(isCiphertext);
  if (encrypted) {
    return {
      problem: 'has its kind or metadata encrypted, too, so that no cluster could read it',
      fix: 'encrypt it again with "encrypted_regex: ^(data|stringData)$"',
    };
  }
  if (apiVersion !== 'v1' || kind !== 'Secret') return broken('is no Secret of "apiVersion: v1"');
  if (!isMap(metadata)) return broken('has no metadata');
  if (!isMap(sops) || typeof sops['mac'] !== 'string') {
    return readable('is not encrypted: it has no block "sops" with a checksum');
  }
  const object = value as KubernetesObject;
  return { text, object, isMetadataFree: sops['mac_only_encrypted'] === true };
}

/** Whether a value is the ciphertext of SOPS. */
export function isCiphertext(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^ENC\[AES256_GCM,data:[^,]+,iv:[^,]+,tag:[^,]+,type:\w+\]$/.test(value)
  );
}

function leavesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leavesOf);
}

/** A finding about something that should have been ciphertext. */
export function readable(problem: string): SopsProblem {
  return {
    problem,
    fix: 'encrypt it with "sops encrypt --in-place", and revoke what stood there when others have seen it',
  };
}

function broken(problem: string): SopsProblem {
  return {
    problem,
    fix: 'keep one Secret in it, as "fleetc seal --sops" and "sops encrypt" write it',
  };
}
