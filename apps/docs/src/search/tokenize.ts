const han = /\p{Script=Han}+/gu;

/**
 * The words of a text in lower case; the name of a field is a word itself, and the words that it is made of. Chinese is
 * written without spaces, so that a run of it becomes its pairs of neighbours, which a query of two or more characters
 * consists of as well.
 */
export function tokenize(text: string): string[] {
  const runs = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => {
    const others = run.replaceAll(han, ' ').split(' ').filter(Boolean).flatMap(toWords);
    return [...others, ...(run.match(han) ?? []).flatMap(toPairs)];
  });
}

function toWords(name: string): string[] {
  const parts = name.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  return (parts.length === 1 ? [name] : [name, ...parts]).map((word) => word.toLowerCase());
}

function toPairs(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
