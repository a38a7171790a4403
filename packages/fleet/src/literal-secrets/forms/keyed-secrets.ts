import { isPlaceholder } from '../placeholder.ts';
import { byPattern, type SecretForm, type SecretPlace, type Verdict } from '../secret-form.ts';

/** A key of chart values that holds a secret, up to its value, in a bounded number of characters. */
const chartKey = String.raw`\bgithub_(?:token|webhook_secret_token|basicauth_password|app_private_key)["']?:\s{1,40}["']?`;

/** What is inside quotes, or a word that is neither empty nor the start of something else. */
const plainValue = String.raw`(?:(?<=")[^"\n]+(?=")|(?<=')[^'\n]+(?=')|(?<!["'])(?![\s"'{}[\],#|>&*!~]|null\b)[^\s,}\]]+)`;

/** What stands between a key and its value: as YAML, JSON or an assignment, or as `name: KEY, value: …` of a pod. */
const separator = String.raw`["'\\]{0,2}(?:\s{0,8}[:=]|[,\s][\s"']{0,40}value["']?\s{0,8}:)\s{0,8}["'\\]{0,2}`;

/** Secrets without a look of their own, known by the key that they stand under. */
export const keyedSecrets: readonly SecretForm[] = [
  byPattern(
    'an AWS secret access key',
    '(?:secret|Secret|SECRET)_?(?:access|Access|ACCESS)_?(?:key|Key|KEY)',
    new RegExp(
      String.raw`(?<before>secret_?access_?key${separator})[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])`,
      'gi',
    ),
    (value) => (isPlaceholder(value) ? 'none' : 'certain'),
  ),
  byPattern(
    // The form that GitHub gave up in 2021 is that of a commit, so only the key tells.
    'a token of 40 hexadecimal digits',
    '(?<![0-9a-f:])[0-9a-f]{40}(?![0-9a-f])',
    new RegExp(
      String.raw`(?<before>(?:token|_pat|password|passwd|api_?key)${separator})[0-9a-f]{40}(?![A-Za-z0-9/+=])`,
      'gi',
    ),
    judgeHex,
  ),
  withoutFieldNames(
    byPattern(
      // By the name of its key, as long as it stands on one line; emission tells of the rest.
      'a value that the chart puts into a Secret',
      String.raw`github_(?:webhook_secret_token|basicauth_password|app_private_key|token)["']?:`,
      new RegExp(
        String.raw`(?<=${chartKey})(?<!(?:^|\s)#[^\n]{0,80}${chartKey})(?!x+(?:["'\s,}\]]|$))${plainValue}`,
        'g',
      ),
      (value) => (isCiphertext(value) || isNextKey(value) ? 'none' : 'certain'),
    ),
  ),
];

function judgeHex(value: string): Verdict {
  return isPlaceholder(value) || /^(.)\1*$/.test(value) ? 'none' : 'likely';
}

/** Leaves out what stands in a map of `fields`, where a key of a Secret has the name of a field of Vault. */
function withoutFieldNames(form: SecretForm): SecretForm {
  return {
    ...form,
    *find(text) {
      for (const place of form.find(text)) if (!isFieldName(text, place)) yield place;
    },
  };
}

const openFields =
  /(?:^|\n)(?<indent>[ \t]*)(?:[^\n]{0,80}[\s{,"'])?fields["']?:(?<rest>[^{}#]*|\s{0,40}\{[^{}#]*)$/;

// A map in braces is open until they close, one without as long as its lines stand further in.
function isFieldName(text: string, { start }: SecretPlace): boolean {
  const found = openFields.exec(text.slice(Math.max(0, start - 300), start))?.groups;
  if (!found) return false;
  const { indent = '', rest = '' } = found;
  if (rest.includes('{')) return true;
  const lines = rest.split('\n').slice(1);
  return lines.every((line) => line.search(/\S|$/) > indent.length);
}

/** Ciphertext of Sealed Secrets, which is longer than any secret that stands in one line. */
function isCiphertext(value: string): boolean {
  // The first two bytes are the length of the key in bytes: 1024 bits to 8192, in steps of 256.
  return /^(?:A[IKMOQSUWYacegikmoqsuwy02468+]|BA)[A-D][A-Za-z0-9+/]{253,}={0,2}$/.test(value);
}

/** The first key of a map below, as in `github_token:` and `property: token` in the next line. */
function isNextKey(value: string): boolean {
  return value.endsWith(':');
}
