import { referenceAt } from '../names/named-blocks.ts';
import { formatScalar } from '../schema/describe-field.ts';
import type { Edit } from '../text/edit.ts';
import { parseOutline } from '../text/parse-outline.ts';
import { findNode } from '../text/find-node.ts';
import { findEntry, listNodes, type OutlineNode, pathOf } from '../text/outline.ts';
import { lineEnd } from '../text/scan-token.ts';
import type { Fix, Problem } from './fix.ts';
import { variableFor } from './variable-for.ts';

/** Defines the credential that something refers to, or the first one: a token for GitHub, or a login for image pulls. */
export const addCredential: Fix = {
  codes: ['FLC2002', 'FLC2003', 'FLC3001', 'FLC3005'],
  async propose(problem) {
    const top = parseOutline(problem.text);
    const isReferred = problem.code === 'FLC3001';
    const wanted = isReferred ? referredTo(problem) : await firstOne(problem, top);
    if (!wanted) return undefined;
    const { name, isLogin } = wanted;
    const entry = { key: formatScalar(name), value: isLogin ? login(top) : token(name) };
    const edit = insertCredential(problem.text, top, entry);
    if (!edit) return undefined;
    const controller = isReferred && !isLogin ? keepController(problem.text, top) : undefined;
    return {
      title: `Add the credential "${name}"`,
      edits: controller ? [controller, edit] : [edit],
    };
  },
};

interface Wanted {
  readonly name: string;
  readonly isLogin: boolean;
}

function referredTo({ text, offset }: Problem): Wanted | undefined {
  const pointed = findNode(text, offset);
  const place = pointed && referenceAt(pathOf(pointed.node));
  if (place?.block !== 'credentials') return undefined;
  return { name: pointed!.token.text, isLogin: place.login === true };
}

/** The credential that scopes name already, where the file has none for GitHub. */
async function firstOne(
  { code, offset, compile }: Problem,
  top: OutlineNode,
): Promise<Wanted | undefined> {
  if (gitHubCredentials(top).length > 0) return undefined;
  const findings = (await compile())?.diagnostics ?? [];
  const isWhole = findings.some(
    ({ path, primary, ...one }) =>
      one.code === code && primary?.span.start === offset && path?.join('.') === 'credentials',
  );
  if (!isWhole) return undefined;
  const reference = [...listNodes(top)].find(
    (node) => node.scalar && referenceAt(pathOf(node))?.login === false,
  );
  return { name: reference?.scalar?.text ?? 'github', isLogin: false };
}

/** A controller that names no credential takes the only one, so before there is a second it has to name it. */
function keepController(text: string, top: OutlineNode): Edit | undefined {
  const [only] = gitHubCredentials(top);
  const controller = findEntry(top, 'controller');
  if (!only || findEntry(controller, 'credentials')) return undefined;
  const entry = { key: 'credentials', value: formatScalar(String(only.step)) };
  if (controller) return insertEntry(text, controller, entry);
  const at = findEntry(top, 'credentials')!.key!.start;
  const newline = newlineOf(text);
  const block = `controller: { credentials: ${entry.value} }${newline}`;
  return { start: at, end: at, text: block };
}

function gitHubCredentials(top: OutlineNode): OutlineNode[] {
  const credentials = findEntry(top, 'credentials')?.children ?? [];
  return credentials.filter((credential) => !findEntry(credential, 'registry'));
}

interface Entry {
  readonly key: string;
  /** In flow style, so that it stands in both styles of block. */
  readonly value: string;
}

function token(name: string): string {
  return `{ pat: { secret: { from: { env: ${variableFor(name, 'pat')} } } } }`;
}

/** A login at the registry proxy, or at the first registry that the fleet pulls from. */
function login(top: OutlineNode): string {
  const registry = findEntry(top, 'registry');
  const hosts = registry ? [...listNodes(registry)].filter(({ step }) => step === 'host') : [];
  const direct = findEntry(registry, 'direct')?.children[0];
  const server = (hosts[0] ?? direct)?.scalar?.text ?? 'docker.io';
  return `{ registry: { server: ${formatScalar(server)}, secret: { from: { existing: true } } } }`;
}

function insertCredential(text: string, top: OutlineNode, entry: Entry): Edit | undefined {
  const block = findEntry(top, 'credentials');
  return block ? insertEntry(text, block, entry) : insertBlock(text, top, entry);
}

/** A further entry of a map, the first one in it. */
function insertEntry(text: string, block: OutlineNode, entry: Entry): Edit | undefined {
  const [first] = block.children;
  if (block.isFlow) {
    const at = text.indexOf('{', block.key!.end) + 1;
    const rest = first ? ',' : ' ';
    return { start: at, end: at, text: ` ${entry.key}: ${entry.value}${rest}` };
  }
  if (block.kind !== 'map' && block.kind !== 'empty') return undefined;
  const at = lineEnd(text, block.key!.end, text.length);
  const indent = first ? indentAt(text, first.key!.start) : '  ';
  return { start: at, end: at, text: `${newlineOf(text)}${indent}${entry.key}: ${entry.value}` };
}

/** A whole block, above the scopes and the comment that belongs to them. */
function insertBlock(text: string, top: OutlineNode, { key, value }: Entry): Edit {
  const newline = newlineOf(text);
  const block = `credentials:${newline}  ${key}: ${value}${newline}`;
  const scopes = findEntry(top, 'scopes');
  if (!scopes) {
    const isEnded = text === '' || text.endsWith('\n');
    return { start: text.length, end: text.length, text: isEnded ? block : newline + block };
  }
  let at = scopes.key!.start;
  for (;;) {
    const above = text.lastIndexOf('\n', at - 2) + 1;
    if (at === 0 || text[above] !== '#') break;
    at = above;
  }
  return { start: at, end: at, text: block + newline };
}

function indentAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
