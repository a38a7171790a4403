import { toExcerpt } from '../src/search/excerpt.ts';
import type { Hit } from '../src/search/search.ts';
import { loadSearch } from './load-search.ts';

const limit = 10;

/** Shows the search box, which only works with this script, and lets it be used by keyboard alone. */
export function addSearch(): void {
  const box = document.querySelector<HTMLElement>('header search')!;
  const input = box.querySelector('input')!;
  const list = box.querySelector('ul')!;
  box.hidden = false;
  input.addEventListener('focus', () => void loadSearch(root()));
  input.addEventListener('input', () => void showHits(input, list));
  input.addEventListener('keydown', (event) => void onKey(event, input, list));
  document.addEventListener('keydown', (event) => focusOnSlash(event, input));
  document.addEventListener('click', ({ target }) => {
    if (!box.contains(target as Node)) close(input, list);
  });
}

function root(): string {
  return document.body.dataset['root'] ?? '';
}

async function showHits(input: HTMLInputElement, list: HTMLElement): Promise<void> {
  const query = input.value;
  const search = await loadSearch(root());
  // Another letter was typed while the entries were on their way.
  if (query !== input.value) return;
  if (query.trim() === '') return close(input, list);
  const hits = search(query, limit);
  list.replaceChildren(
    ...(hits.length > 0
      ? hits.map((hit, index) => toItem(hit, `hit-${index}`, query))
      : [toNothing()]),
  );
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
  select(input, list, 0);
}

function toItem({ url, heading, title, text }: Hit, id: string, query: string): HTMLElement {
  const item = document.createElement('li');
  item.id = id;
  item.role = 'option';
  const link = document.createElement('a');
  link.href = `${root()}${url.replace(/(?=#|$)/, 'index.html')}`;
  link.tabIndex = -1;
  const words = [
    ['strong', heading],
    ['small', title === heading ? '' : title],
    ['span', toExcerpt(text, query)],
  ] as const;
  for (const [name, content] of words) {
    const element = document.createElement(name);
    element.textContent = content;
    if (content !== '') link.append(element, ' ');
  }
  item.append(link);
  return item;
}

function toNothing(): HTMLElement {
  const item = document.createElement('li');
  item.textContent = document.body.dataset['nothing'] ?? '';
  return item;
}

function close(input: HTMLInputElement, list: HTMLElement): void {
  list.hidden = true;
  list.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function select(input: HTMLInputElement, list: HTMLElement, index: number): void {
  const items = [...list.querySelectorAll<HTMLElement>('[role=option]')];
  if (items.length === 0) return input.removeAttribute('aria-activedescendant');
  const wanted = items.at(index % items.length)!;
  for (const item of items) item.ariaSelected = String(item === wanted);
  input.setAttribute('aria-activedescendant', wanted.id);
  wanted.scrollIntoView({ block: 'nearest' });
}

async function onKey(
  event: KeyboardEvent,
  input: HTMLInputElement,
  list: HTMLElement,
): Promise<void> {
  const items = [...list.querySelectorAll('[role=option]')];
  const current = items.findIndex(({ id }) => id === input.getAttribute('aria-activedescendant'));
  if (event.key === 'Escape') close(input, list);
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    select(input, list, current + (event.key === 'ArrowDown' ? 1 : -1));
  }
  if (event.key === 'Enter' && !event.isComposing) {
    // A fast typist presses Enter before the entries have arrived.
    if (list.hidden) await showHits(input, list);
    list.querySelector<HTMLAnchorElement>('[aria-selected=true] a')?.click();
  }
}

function focusOnSlash(event: KeyboardEvent, input: HTMLInputElement): void {
  const isTyping = event.target instanceof Element && event.target.matches('input, textarea');
  if (event.key !== '/' || isTyping) return;
  event.preventDefault();
  input.focus({ preventScroll: true });
}
