import Handlebars from 'handlebars';

/** A Markdown template filled in; a value that the template asks for and does not get is a fault. */
export function renderMarkdown(template: string, values: object): string {
  const render = Handlebars.compile(template, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
  });
  return render(values);
}
