/** An element as a test looks at it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const token = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const reference = /&(?:(amp|lt|gt|quot)|#(\d+));/g;
const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Reads the plain XML that the writer makes, and throws at anything that is not well-formed. */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new Error(`no XML: ${text.slice(at, at + 60)}`);
    const [, closes, name, attributes, isEmpty, content] = match;
    const parent = open.at(-1)!;
    if (content !== undefined) parent.text += decode(content);
    else if (closes === '/') close(open, name!);
    else {
      const element = {
        name: name!,
        attributes: readAttributes(attributes!),
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (isEmpty === '') open.push(element);
    }
  }
  if (open.length > 1 || root.children.length !== 1) throw new Error('not one closed element');
  return root.children[0]!;
}

/** The element and everything in it. */
export function listElements(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(listElements)];
}

function close(open: XmlElement[], name: string): void {
  if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
}

function readAttributes(text: string): Map<string, string> {
  const found = [...text.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g)];
  const attributes = new Map(found.map(([, name, value]) => [name!, decode(value!)]));
  if (attributes.size !== found.length) throw new Error(`an attribute twice: ${text}`);
  return attributes;
}

function decode(text: string): string {
  if (/&/.test(text.replace(reference, ''))) throw new Error(`a bare ampersand: ${text}`);
  // Characters that XML 1.0 does not know, whether written plainly or by number.
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(text)) {
    throw new Error(`a character outside of XML: ${JSON.stringify(text)}`);
  }
  return text.replace(reference, (_, name: string | undefined, code: string) =>
    name === undefined ? String.fromCodePoint(Number(code)) : characters[name]!,
  );
}
