import { maskSecrets, type SopsOrigin } from '@fleetc/fleet';
import { isMap } from '../../emission/merge-patch.ts';
import { enumerate } from '../../rules/enumerate.ts';
import type { SopsProblem } from '../../rules/sops-secret-unusable.rule.ts';
import { githubKeys, pullSecretKey } from '../github-keys.ts';
import { type SecretForm, typeOf } from '../secret-form.ts';
import {
  damaged,
  encryptCommand,
  isCiphertext,
  isLikeCiphertext,
  type SopsFile,
} from './sops-file.ts';
import { sealedName, type WantedSecret } from './wanted-secret.ts';

type Wanted = WantedSecret<SopsOrigin>;
type Check = (file: SopsFile, wanted: readonly Wanted[]) => SopsProblem | undefined;

/** The first thing in which a file is not the Secret that the fleet needs. */
export function checkSopsFile(file: SopsFile, wanted: readonly Wanted[]): SopsProblem | undefined {
  for (const check of [checkValues, checkKeys, checkMixture, checkType, checkPlace, checkRest]) {
    const problem = check(file, wanted);
    if (problem) return problem;
  }
  return undefined;
}

const checkValues: Check = (file, [first]) => {
  const entries = valuesOf(file);
  const open = entries.filter(([, value]) => !isLikeCiphertext(value) && !isEmpty(value));
  // The names of the keys are known to all; the values stay where they are.
  if (open.length > 0) {
    return {
      problem: `has values that are not encrypted: ${enumerate(open.map(([key]) => key))}`,
      fix: `replace it with "fleetc seal ${sealedName(first!)} --sops --reseal", or take its encryption off and run "${encryptCommand(file.path)}"; revoke what stood there when others have seen it`,
    };
  }
  const broken = entries.filter(([, value]) => !isCiphertext(value) && !isEmpty(value));
  if (broken.length > 0) {
    return damaged(`has damaged ciphertext: ${enumerate(broken.map(([key]) => key))}`);
  }
  const empty = entries.filter(([, value]) => isEmpty(value)).map(([key]) => key);
  if (empty.length === 0) return undefined;
  return {
    problem: `has no value for ${enumerate(empty)}`,
    fix: 'put the value in with "sops edit"',
  };
};

const checkKeys: Check = (file, [first]) => {
  const keys = valuesOf(file).map(([key]) => key);
  const missing = neededKeys(first!.form).filter((key) => !keys.includes(key));
  if (missing.length === 0) return undefined;
  return { problem: `lacks ${enumerate(missing)}`, fix: 'add it with "sops edit"' };
};

/** Whether keys of the other kind of credential are there: ARC takes a token wherever it finds one. */
const checkMixture: Check = (file, [first]) => {
  const needed = neededKeys(first!.form);
  const github: readonly string[] = [...githubKeys.pat, ...githubKeys.app];
  if (!needed.some((key) => github.includes(key))) return undefined;
  const others = valuesOf(file)
    .map(([key]) => key)
    .filter((key) => github.includes(key) && !needed.includes(key));
  if (others.length === 0) return undefined;
  return {
    problem: `holds ${enumerate(others)}, too, which is of another kind of credential`,
    fix: 'take it out with "sops edit", because ARC uses a token wherever it finds one',
  };
};

const checkType: Check = ({ object }, [first]) => {
  const needed = typeOf(first!.form);
  const type = object['type'] ?? 'Opaque';
  if (type === needed) return undefined;
  return {
    problem: `is a Secret of type "${String(type)}", and it has to be "${needed}"`,
    fix: `encrypt it again with "type: ${needed}"`,
  };
};

/** Whether the Secret may stand where it is needed: its checksum may cover its name and namespace. */
const checkPlace: Check = ({ object, isMetadataFree }, wanted) => {
  if (isMetadataFree) return undefined;
  const { name, namespace } = object.metadata;
  const places = wanted.map((one) => `${one.namespace}/${one.name}`);
  if (places.length > 1) {
    return {
      problem: `is needed in several namespaces (${enumerate(places)}), and its checksum binds it to one`,
      fix: 'encrypt it again with "mac_only_encrypted: true", which leaves the namespace to fleetc',
    };
  }
  const own = `${namespace ?? ''}/${name}`;
  if (own === places[0]) return undefined;
  return {
    problem: `is the Secret "${own}", and "${places[0]}" is needed`,
    fix: 'encrypt it again under that name and namespace, or with "mac_only_encrypted: true", which leaves both to fleetc',
  };
};

/** Whether anything besides the values is a secret, such as an annotation. */
const checkRest: Check = ({ text }) => {
  const rest = text.replaceAll(/ENC\[[^\]\n]*\]/g, (ciphertext) => 'x'.repeat(ciphertext.length));
  const [first] = maskSecrets({ path: '', text: rest }).masked;
  if (!first) return undefined;
  const line = text.slice(0, first.start).split('\n').length;
  return {
    problem: `holds a secret in line ${line} that everybody can read`,
    fix: 'take it out with "sops edit", and revoke it when others have seen it',
  };
};

function isEmpty(value: unknown): boolean {
  return value === '' || value === null;
}

/** Everything has to be in the file, because nothing can be added to it without its key. */
function neededKeys(form: SecretForm): string[] {
  return form.form === 'keys' ? [...Object.keys(form.literal), form.key] : [pullSecretKey];
}

function valuesOf({ object }: SopsFile): [string, unknown][] {
  return ['data', 'stringData'].flatMap((section) => {
    const values = object[section];
    return isMap(values) ? Object.entries(values) : [];
  });
}
